package interchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math/big"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// kind is what a node is.
type kind int

const (
	scalar  kind = iota // a number, a truth value, nothing, or a text without quotes
	text                // a text in quotes
	list                // items in order
	mapping             // items by key, in order
)

func (k kind) String() string {
	return [...]string{"a single value", "a text", "a list", "a mapping"}[k]
}

// node is one value of a JSON or YAML file: with its line, with its keys in
// their order, and with numbers still the text that the file has.
type node struct {
	file  string
	line  int
	kind  kind
	value string   // of a scalar or a text
	keys  []string // of a mapping
	items []*node
}

// deepest is how deep values may nest.
const deepest = 64

// node reads a JSON or YAML file, by its ending.
func (d folder) node(name string) (*node, error) {
	data, err := d.data(name)
	if err != nil {
		return nil, err
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if path.Ext(strings.ToLower(name)) == ".json" {
		n, err := parseJSON(name, data)
		if err == nil || !bytes.Contains(data, []byte("Infinity")) && !bytes.Contains(data, []byte("NaN")) {
			return n, err
		}
		// Python writes infinite numbers into JSON. YAML reads them.
	}
	return parseYAML(name, data)
}

// parseJSON builds a node by hand, since Go's decoder keeps neither lines nor
// the order of keys.
func parseJSON(name string, data []byte) (*node, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	lines := lineCounter{data: data}
	var value func(depth int) (*node, error)
	value = func(depth int) (*node, error) {
		token, err := dec.Token()
		line := lines.at(dec.InputOffset())
		if err != nil {
			return nil, refuse(name, line, "is no JSON: %v", noEOF(err))
		}
		n := &node{file: name, line: line}
		switch t := token.(type) {
		case json.Delim:
			if depth == deepest {
				return nil, refuse(name, line, "nests deeper than %d", deepest)
			}
			n.kind = list
			if t == '{' {
				n.kind = mapping
			}
			for dec.More() {
				if n.kind == mapping {
					key, err := dec.Token()
					if err != nil {
						return nil, refuse(name, lines.at(dec.InputOffset()), "is no JSON: %v", noEOF(err))
					}
					n.keys = append(n.keys, key.(string))
				}
				item, err := value(depth + 1)
				if err != nil {
					return nil, err
				}
				n.items = append(n.items, item)
			}
			if _, err := dec.Token(); err != nil {
				return nil, refuse(name, lines.at(dec.InputOffset()), "is no JSON: %v", noEOF(err))
			}
		case string:
			n.kind, n.value = text, t
		case json.Number:
			n.value = t.String()
		case bool:
			n.value = map[bool]string{true: "true", false: "false"}[t]
		default:
			n.value = "null"
		}
		return n, n.twice()
	}
	n, err := value(0)
	if err != nil {
		return nil, err
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, refuse(name, lines.at(dec.InputOffset()), "something follows the JSON value")
	}
	return n, nil
}

func noEOF(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// lineCounter finds the line of an offset; offsets only grow.
type lineCounter struct {
	data  []byte
	until int64
	lines int
}

func (l *lineCounter) at(offset int64) int {
	if offset > l.until {
		l.lines += bytes.Count(l.data[l.until:offset], []byte("\n"))
		l.until = offset
	}
	return l.lines + 1
}

func parseYAML(name string, data []byte) (*node, error) {
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		return nil, refuse(name, 0, "is no YAML: %v", errors.Unwrap(err))
	}
	if root.Kind != yaml.DocumentNode || len(root.Content) != 1 {
		return nil, refuse(name, 1, "is empty")
	}
	return fromYAML(name, root.Content[0], 0)
}

func fromYAML(name string, from *yaml.Node, depth int) (*node, error) {
	n := &node{file: name, line: from.Line, value: from.Value}
	if depth == deepest {
		return nil, refuse(name, n.line, "nests deeper than %d", deepest)
	}
	switch from.Kind {
	case yaml.ScalarNode:
		if from.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
			n.kind = text
		}
		return n, nil
	case yaml.SequenceNode:
		n.kind = list
	case yaml.MappingNode:
		n.kind = mapping
	default:
		return nil, refuse(name, n.line, "an alias (*%s): write the value out", from.Value)
	}
	for k, c := range from.Content {
		if n.kind == mapping && k%2 == 0 {
			if c.Kind != yaml.ScalarNode {
				return nil, refuse(name, c.Line, "a key that is no single value")
			}
			n.keys = append(n.keys, c.Value)
			continue
		}
		item, err := fromYAML(name, c, depth+1)
		if err != nil {
			return nil, err
		}
		n.items = append(n.items, item)
	}
	return n, n.twice()
}

// twice refuses a key that stands twice.
func (n *node) twice() error {
	seen := map[string]bool{}
	for k, key := range n.keys {
		if seen[key] {
			return n.items[k].refuse("%q stands twice", shorten(key))
		}
		seen[key] = true
	}
	return nil
}

func (n *node) refuse(format string, args ...any) error {
	return refuse(n.file, n.line, format, args...)
}

// at is the value of a key; nil where there is none or nothing.
func (n *node) at(key string) *node {
	if n == nil || n.kind != mapping {
		return nil
	}
	k := slices.Index(n.keys, key)
	if k < 0 || n.items[k].nothing() {
		return nil
	}
	return n.items[k]
}

func (n *node) nothing() bool {
	return n.kind == scalar && (n.value == "null" || n.value == "" || n.value == "~")
}

// need is the value of a key, which must be there and of a kind.
func (n *node) need(key string, want kind) (*node, error) {
	if n.kind != mapping {
		return nil, n.refuse("expected a mapping with %q, found %s", key, n.kind)
	}
	v := n.at(key)
	if v == nil {
		return nil, n.refuse("%q is missing", key)
	}
	if v.kind != want && (want > text || v.kind > text) {
		return nil, v.refuse("%q is %s: expected %s", key, v.kind, want)
	}
	return v, nil
}

// only refuses keys other than those known: what they would change cannot be
// carried.
func (n *node) only(what string, known ...string) error {
	for k, key := range n.keys {
		if !slices.Contains(known, key) && !n.items[k].nothing() {
			return n.items[k].refuse("%s has %q, which cannot be carried", what, shorten(key))
		}
	}
	return nil
}

// name is the value as a name.
func (n *node) name() (string, error) {
	if n.kind > text {
		return "", n.refuse("expected a name, found %s", n.kind)
	}
	return n.value, nil
}

// names are the items of a list as names.
func (n *node) names() ([]string, error) {
	var all []string
	for _, item := range n.items {
		name, err := item.name()
		if err != nil {
			return nil, err
		}
		all = append(all, name)
	}
	return all, nil
}

// number is the value as an exact number.
func (n *node) number() (*big.Rat, error) {
	if n.kind != scalar {
		return nil, n.refuse("expected a number, found %s", n.kind)
	}
	v, err := number(n.value)
	if err != nil {
		return nil, n.refuse("%v", err)
	}
	return v, nil
}

// numbers are the items of a mapping or a list as numbers, one for each name. A
// mapping says whose each is by its keys, a list by its order.
func (n *node) numbers(what string, names []string) ([]*big.Rat, error) {
	if n.kind != list && n.kind != mapping {
		return nil, n.refuse("%s: expected one number for each of %d, found %s", what, len(names), n.kind)
	}
	if n.kind == list && len(n.items) != len(names) {
		return nil, n.refuse("%s: %d numbers, expected %d", what, len(n.items), len(names))
	}
	for k, key := range n.keys {
		if !slices.ContainsFunc(names, func(name string) bool { return sameName(name, key) }) {
			return nil, n.items[k].refuse("%s: %q is not among %s", what, shorten(key), shorten(strings.Join(names, ", ")))
		}
	}
	if n.kind == mapping && len(n.keys) > len(names) {
		return nil, n.refuse("%s: one option stands twice, written in two ways", what)
	}
	all := make([]*big.Rat, len(names))
	for k, name := range names {
		place := k
		if n.kind == mapping {
			if place = slices.Index(n.keys, name); place < 0 {
				place = slices.IndexFunc(n.keys, func(key string) bool { return sameName(name, key) })
			}
			if place < 0 {
				return nil, n.refuse("%s: none for %q", what, name)
			}
		}
		v, err := n.items[place].number()
		if err != nil {
			return nil, err
		}
		all[k] = v
	}
	return all, nil
}

// sameName reports whether two texts name the same option: letter by letter, or
// as numbers, since 1 and 1.0 are one key to Python.
func sameName(a, b string) bool {
	if a == b {
		return true
	}
	x, err := number(a)
	if err != nil {
		return false
	}
	y, err := number(b)
	return err == nil && x.Cmp(y) == 0
}
