package casefolder

import (
	"encoding"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/parley-desk/parley"
	"go.yaml.in/yaml/v4"
)

// definition is an id and where it is given. Definitions of one kind come in
// the order of the case.
type definition struct {
	kind  Kind
	id    string
	scope string // for an alternative, its issue
	room  string
	src   *source
	node  *yaml.Node // the whole entity
}

// mention is an id named somewhere, to be looked up once every id is known.
type mention struct {
	kind Kind
	id   string
	// issue is the issue that an alternative belongs to.
	issue string
	// room is where the mention was made; "" in public.
	room         string
	line, column int32 // in the file that mentions it
}

// at is the place of the mention, in its file.
func (m mention) at(src *source) Position {
	return Position{src.name, int(m.line), int(m.column)}
}

// decoder turns the nodes of one file into values. It never stops: what cannot
// be read becomes a problem and leaves the field empty.
type decoder struct {
	src         *source
	definitions []definition
	mentions    []mention
	expanded    int
}

// decode reads a node into a value, by the value's type; refers says what the
// strings in it name.
func (d *decoder) decode(n *yaml.Node, v reflect.Value, refers Kind) {
	n = d.follow(n)
	if n == nil || isNull(n) {
		return
	}
	t := v.Type()
	switch {
	case t == dateType:
		d.decodeDate(n, v)
	case t == choiceType:
		d.decodeChoice(n, v)
	case vocabulary[t] != nil:
		d.decodeWord(n, v)
	case t.Kind() == reflect.Struct:
		d.decodeStruct(n, v)
	case t.Kind() == reflect.Pointer:
		v.Set(reflect.New(t.Elem()))
		d.decode(n, v.Elem(), refers)
	case t.Kind() == reflect.Slice:
		d.decodeList(n, v, refers)
	case t.Kind() == reflect.Map:
		d.decodeNumbers(n, v, refers)
	default:
		d.decodeScalar(n, v, refers)
	}
}

// follow leads from an alias to what it stands for; nil once a file has used
// more aliases than any person would.
func (d *decoder) follow(n *yaml.Node) *yaml.Node {
	if d.expanded > 0 {
		d.expanded++
	}
	for depth := 0; n.Kind == yaml.AliasNode; depth++ {
		d.expanded = max(d.expanded, 1)
		if n.Alias == nil || depth > maxDepth {
			return nil
		}
		n = n.Alias
	}
	if d.expanded == maxExpanded {
		d.src.report(n, Problem{Message: fmt.Sprintf("the aliases of this file stand for more than %d values", maxExpanded)})
	}
	if d.expanded >= maxExpanded {
		return nil
	}
	return n
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// describe names what a node is, for messages.
func describe(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "fields"
	case yaml.SequenceNode:
		return "a list"
	}
	return strconv.Quote(clip(n.Value, 40))
}

// clip shortens a text for a message.
func clip(s string, width int) string {
	if r := []rune(s); len(r) > width {
		return string(r[:width-1]) + "…"
	}
	return s
}

// wrong reports a value of the wrong type.
func (d *decoder) wrong(n *yaml.Node, expected string) {
	d.src.report(n, Problem{Message: describe(n) + " cannot stand here", Expected: expected})
}

func (d *decoder) decodeDate(n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.ScalarNode {
		d.wrong(n, "a date")
		return
	}
	if err := v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(n.Value)); err != nil {
		d.src.report(n, Problem{Message: err.Error()})
	}
}

// decodeWord reads one of the words of a closed list.
func (d *decoder) decodeWord(n *yaml.Node, v reflect.Value) {
	words := vocabulary[v.Type()]
	what := noun(v.Type().Name())
	if n.Kind != yaml.ScalarNode {
		d.wrong(n, article(what))
		return
	}
	switch {
	case v.Type() == typeOf[parley.Attitude]() && n.Value == "unknown":
	case slices.Contains(words, n.Value):
		v.SetString(n.Value)
	default:
		d.src.report(n, Problem{
			Message: fmt.Sprintf("no %s is called %q", what, clip(n.Value, 40)), Expected: oneOf(words), Near: Nearest(n.Value, words),
		})
	}
}

// oneOf lists words: "A, B or C".
func oneOf(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}

func (d *decoder) decodeStruct(n *yaml.Node, v reflect.Value) {
	s := shapes[v.Type()]
	if n.Kind != yaml.MappingNode {
		d.wrong(n, "the fields of "+article(s.noun))
		return
	}
	from := len(d.mentions)
	define := -1
	if kind, ok := entities[v.Type()]; ok {
		define = len(d.definitions)
		d.definitions = append(d.definitions, definition{kind: kind, src: d.src, node: n})
	}
	// A named struct has few fields: bits tell which were given.
	var given uint64
	for k := 0; k+1 < len(n.Content); k += 2 {
		key := n.Content[k]
		name, ok := s.byName[key.Value]
		if key.Kind != yaml.ScalarNode || !ok {
			d.unknownField(n, key, n.Content[k+1], s)
			continue
		}
		if given&(1<<name) != 0 {
			d.src.report(key, Problem{Message: fmt.Sprintf("the field %q is given twice", key.Value)})
			continue
		}
		given |= 1 << name
		f := &s.fields[name]
		d.decode(n.Content[k+1], v.FieldByIndex(f.index), f.refers)
	}
	for k, f := range s.fields {
		if f.required && given&(1<<k) == 0 && !derived(v.Type(), f.name) {
			d.src.report(n, Problem{Message: fmt.Sprintf("%s needs the field %q", article(s.noun), f.name)})
		}
	}
	d.scope(v, s, from, define)
}

// derived reports whether a field may be left out of a file because the file's
// name gives it.
func derived(t reflect.Type, name string) bool {
	return name == "id" && (t == typeOf[parley.Report]() || t == typeOf[parley.Draft]())
}

// scope gives what was mentioned within a value the value's issue and room.
func (d *decoder) scope(v reflect.Value, s *shape, from, define int) {
	text := func(index []int) string {
		if index == nil {
			return ""
		}
		return v.FieldByIndex(index).String()
	}
	room := parley.Room(text(s.room))
	issue := text(s.issue)
	if issue != "" || !room.Open() {
		for k := range d.mentions[from:] {
			m := &d.mentions[from+k]
			if m.issue == "" {
				m.issue = issue
			}
			if m.room == "" && !room.Open() {
				m.room = string(room)
			}
		}
	}
	if define < 0 {
		return
	}
	d.definitions[define].id = text(s.id)
	d.definitions[define].room = string(room)
	if s.typ == typeOf[parley.Issue]() {
		for k := range d.definitions[define+1:] {
			d.definitions[define+1+k].scope = issue
		}
	}
}

func (d *decoder) unknownField(in, key, value *yaml.Node, s *shape) {
	name := key.Value
	if key.Kind != yaml.ScalarNode {
		d.wrong(key, "the name of a field")
		return
	}
	p := Problem{
		Severity: Warning,
		Message:  fmt.Sprintf("%s has no field %q: it is kept, and nothing reads it", article(s.noun), clip(name, 40)),
		Near:     Nearest(name, s.names),
	}
	if in.Style&yaml.FlowStyle != 0 && value.Tag == "!!null" && value.Value == "" {
		// {title: At most 40,000 tonnes} is two fields to YAML.
		p.Expected, p.Near = "words with a comma in them to stand in quotation marks between { and }", ""
	}
	d.src.report(key, p)
}

// decodeList reads a list; a lone text stands for a list of one.
func (d *decoder) decodeList(n *yaml.Node, v reflect.Value, refers Kind) {
	items := n.Content
	if n.Kind != yaml.SequenceNode {
		if n.Kind != yaml.ScalarNode || v.Type().Elem().Kind() != reflect.String {
			d.wrong(n, "a list")
			return
		}
		items = []*yaml.Node{n}
	}
	if len(items) == 0 {
		return
	}
	elem := v.Type().Elem()
	list := reflect.MakeSlice(v.Type(), 0, len(items))
	for _, item := range items {
		item = d.follow(item)
		switch {
		case item == nil:
		case isNull(item):
			d.src.report(item, Problem{Message: "the list has an empty item"})
		case elem.Kind() == reflect.Struct && item.Kind != yaml.MappingNode:
			d.wrong(item, "the fields of "+article(shapes[elem].noun))
		default:
			list = reflect.Append(list, reflect.Zero(elem))
			d.decode(item, list.Index(list.Len()-1), refers)
		}
	}
	v.Set(list)
}

// pairs calls f for every key and value of a mapping, and reports keys that are
// no text or stand twice.
func (d *decoder) pairs(n *yaml.Node, expected string, f func(key, value *yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		d.wrong(n, expected)
		return
	}
	seen := map[string]bool{}
	for k := 0; k+1 < len(n.Content); k += 2 {
		key := n.Content[k]
		switch {
		case key.Kind != yaml.ScalarNode:
			d.wrong(key, "an id")
		case seen[key.Value]:
			d.src.report(key, Problem{Message: fmt.Sprintf("%q is given twice", clip(key.Value, 40))})
		default:
			seen[key.Value] = true
			f(key, n.Content[k+1])
		}
	}
}

// decodeChoice reads alternatives by issue.
func (d *decoder) decodeChoice(n *yaml.Node, v reflect.Value) {
	choice := parley.Choice{}
	d.pairs(n, "issues with their alternatives, as in {guarantees: [article5-binding]}", func(key, value *yaml.Node) {
		d.mention(IssueKind, key.Value, key)
		from := len(d.mentions)
		var ids []string
		d.decode(value, reflect.ValueOf(&ids).Elem(), AlternativeKind)
		for k := range d.mentions[from:] {
			d.mentions[from+k].issue = key.Value
		}
		choice[key.Value] = ids
	})
	v.Set(reflect.ValueOf(choice))
}

// decodeNumbers reads numbers by id.
func (d *decoder) decodeNumbers(n *yaml.Node, v reflect.Value, refers Kind) {
	numbers := reflect.MakeMap(v.Type())
	d.pairs(n, "numbers by alternative, as in {cap-600k: 0, cap-800k: 70}", func(key, value *yaml.Node) {
		d.mention(refers, key.Value, key)
		number := reflect.New(v.Type().Elem()).Elem()
		d.decode(value, number, "")
		numbers.SetMapIndex(reflect.ValueOf(key.Value), number)
	})
	v.Set(numbers)
}

// numberForm is an exact decimal.
var numberForm = regexp.MustCompile(`^[-+]?[0-9]+(\.[0-9]+)?$`)

func (d *decoder) decodeScalar(n *yaml.Node, v reflect.Value, refers Kind) {
	if n.Kind != yaml.ScalarNode {
		expected := map[reflect.Kind]string{reflect.Bool: "true or false", reflect.Int: "a whole number"}[v.Kind()]
		d.wrong(n, max(expected, "a text"))
		return
	}
	switch {
	case v.Type() == numberType:
		if !numberForm.MatchString(n.Value) {
			d.src.report(n, Problem{Message: strconv.Quote(clip(n.Value, 40)) + " is not a number", Expected: "a decimal number such as 12 or 0.35"})
			return
		}
		v.SetString(n.Value)
	case v.Kind() == reflect.String:
		v.SetString(n.Value)
		d.mention(refers, n.Value, n)
	case v.Kind() == reflect.Bool:
		value, ok := map[string]bool{"true": true, "yes": true, "false": false, "no": false}[strings.ToLower(n.Value)]
		if !ok {
			d.wrong(n, "true or false")
		}
		v.SetBool(value)
	case v.Kind() == reflect.Int:
		value, err := strconv.Atoi(n.Value)
		if err != nil || value < 0 {
			d.wrong(n, "a whole number")
			return
		}
		v.SetInt(int64(value))
	}
}

// mention notes that an id is named at a node.
func (d *decoder) mention(kind Kind, id string, n *yaml.Node) {
	if kind == "" || id == "" {
		return
	}
	at := d.src.position(n)
	d.mentions = append(d.mentions, mention{kind: kind, id: id, line: int32(at.Line), column: int32(at.Column)})
}
