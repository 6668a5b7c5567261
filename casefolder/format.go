package casefolder

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/draft"
	"go.yaml.in/yaml/v4"
)

// Format puts the files of a case into canonical form and names those that
// changed; with check it only names them. Canonical form has the fields of every
// entity in the order of its type, unknown fields after them, comments where
// they stood, and is a fixed point: formatting it changes nothing.
//
// A file that cannot be read, and one that cannot be written again without loss,
// is left as it is, and a problem tells which. The error says that a file could
// not be written; files are replaced whole or not at all.
func Format(dir string, check bool) (changed []string, problems Problems, err error) {
	f, err := Load(dir)
	if err != nil {
		return nil, nil, err
	}
	for _, one := range f.files {
		data, problem := one.canonical()
		if problem != nil {
			problems = append(problems, *problem)
			continue
		}
		if data == nil || bytes.Equal(data, one.src.data) {
			continue
		}
		if !check {
			if err := replaceFile(f.path(one.src.name), data); err != nil {
				return changed, problems, err
			}
		}
		changed = append(changed, one.src.name)
	}
	problems.sort()
	f.excerpts(problems)
	return changed, problems, nil
}

// path is where a file of the case lies on disk.
func (f *Folder) path(name string) string {
	return filepath.Join(f.dir, filepath.FromSlash(name))
}

// canonical is a file's bytes in canonical form; nil where there is nothing to
// write, and a problem where the file must be left as it is.
func (one *file) canonical() ([]byte, *Problem) {
	src := one.src
	if src.failed {
		for _, p := range src.problems {
			if p.Severity == Error {
				return nil, &p
			}
		}
	}
	if src.root == nil {
		return nil, nil
	}
	root, err := parseYAML(src.yaml())
	if err != nil || root == nil || root.Kind == yaml.ScalarNode {
		return nil, nil
	}
	before := remarks(src.yaml(), root)
	if !plain(root) {
		return nil, &Problem{
			Position: src.position(root), Severity: Warning,
			Message: "left as it is: the file uses YAML anchors, tags or compound keys, which canonical form does not have",
		}
	}
	if strings.ContainsAny(strings.ReplaceAll(string(src.yaml()), "\r\n", "\n"), "\r\u0085\u2028\u2029") {
		return nil, &Problem{
			Position: src.position(root), Severity: Warning,
			Message: "left as it is: the file has line breaks other than those of Unix and Windows",
		}
	}
	attach(root, before)
	normalize(root, one.slot.value)
	written := emit(root)
	if problem := one.lost(root, before, written); problem != nil {
		return nil, problem
	}
	return one.whole(written), nil
}

// whole puts the YAML back into its file; the body of a draft is put into
// canonical form too where its reader finds no fault with it.
func (one *file) whole(written []byte) []byte {
	src := one.src
	if filepath.Ext(src.name) != ".md" {
		return written
	}
	body := src.data[src.body:]
	if one.slot.value == typeOf[parley.Draft]() {
		preamble, points, problems := draft.Parse(string(body))
		formatted := draft.Format(preamble, points)
		again, pointsAgain, _ := draft.Parse(formatted)
		if len(problems) == 0 && reflect.DeepEqual(preamble, again) && reflect.DeepEqual(points, pointsAgain) {
			body = []byte(formatted)
		}
	}
	return slices.Concat([]byte("---\n"), written, []byte("---\n"), body)
}

// lost compares what was to be written with what reading it gives; a problem
// says that something would be lost.
func (one *file) lost(root *yaml.Node, before []remark, written []byte) *Problem {
	left := Problem{Position: one.src.position(root), Severity: Warning}
	again, err := parseYAML(written)
	switch {
	case err != nil:
		left.Message = fmt.Sprintf("left as it is: its canonical form would not be readable (%v)", err)
	case again == nil || !alike(root, again):
		left.Message = "left as it is: its canonical form would change a value"
	default:
		missing, ok := missingRemark(before, remarks(written, again))
		if !ok {
			return nil
		}
		left.Line += missing.line - root.Line
		left.Column = missing.column
		left.Message = "left as it is: canonical form has no place for the comment here"
	}
	return &left
}

// alike reports whether two trees hold the same values in the same order.
func alike(a, b *yaml.Node) bool {
	if a.Kind != b.Kind || a.Value != b.Value || len(a.Content) != len(b.Content) {
		return false
	}
	if a.Kind == yaml.ScalarNode && a.Tag != "" && a.Tag != b.Tag {
		return false
	}
	for k := range a.Content {
		if !alike(a.Content[k], b.Content[k]) {
			return false
		}
	}
	return true
}

// missingRemark finds a comment that one text has more often than the other.
func missingRemark(before, after []remark) (remark, bool) {
	count := map[string]int{}
	for _, r := range after {
		count[r.text]++
	}
	for _, r := range before {
		if r.text == "" {
			continue
		}
		if count[r.text]--; count[r.text] < 0 {
			return r, true
		}
	}
	return remark{}, false
}

// normalize brings nodes into the order and spelling that a type asks for:
// fields in the type's order with unknown ones after them, a lone text where a
// list belongs as a list, dates, numbers and words of closed lists plain.
func normalize(n *yaml.Node, t reflect.Type) {
	switch {
	case t.Kind() == reflect.Pointer:
		normalize(n, t.Elem())
	case t == dateType || t == numberType || vocabulary[t] != nil || t.Kind() == reflect.Bool || t.Kind() == reflect.Int:
		if n.Kind == yaml.ScalarNode && n.Tag == "!!str" && n.Value != "" {
			n.Tag = "" // any reading will do: the type knows
		}
	case t.Kind() == reflect.Struct && n.Kind == yaml.MappingNode:
		orderFields(n, shapes[t])
	case t.Kind() == reflect.Slice:
		if n.Kind == yaml.ScalarNode && !isNull(n) && t.Elem().Kind() == reflect.String {
			only := *n
			*n = yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Style: yaml.FlowStyle, Content: []*yaml.Node{&only}, Line: n.Line, Column: n.Column}
		}
		if n.Kind == yaml.SequenceNode {
			for _, c := range n.Content {
				normalize(c, t.Elem())
			}
		}
	case t.Kind() == reflect.Map && n.Kind == yaml.MappingNode:
		for k := 1; k < len(n.Content); k += 2 {
			normalize(n.Content[k], t.Elem())
		}
	}
}

// orderFields sorts the pairs of a mapping by the type's fields.
func orderFields(n *yaml.Node, s *shape) {
	type pair struct {
		rank       int
		key, value *yaml.Node
	}
	var pairs []pair
	for k := 0; k+1 < len(n.Content); k += 2 {
		p := pair{len(s.fields), n.Content[k], n.Content[k+1]}
		if rank, ok := s.byName[p.key.Value]; ok {
			p.rank = rank
			normalize(p.value, s.fields[rank].typ)
		}
		pairs = append(pairs, p)
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return a.rank - b.rank })
	n.Content = n.Content[:0]
	for _, p := range pairs {
		n.Content = append(n.Content, p.key, p.value)
	}
}

// replaceFile writes a file whole or not at all: beside the old one, then in its
// place.
func replaceFile(path string, data []byte) (err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	mode := os.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	temp, err := os.CreateTemp(filepath.Dir(path), ".parley-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			temp.Close()
			os.Remove(temp.Name())
		}
	}()
	if _, err := temp.Write(data); err != nil {
		return err
	}
	if err := temp.Chmod(mode); err != nil {
		return err
	}
	if err := temp.Sync(); err != nil {
		return err
	}
	if err := temp.Close(); err != nil {
		return err
	}
	return os.Rename(temp.Name(), path)
}
