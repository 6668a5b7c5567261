package casefolder

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strconv"

	"github.com/parley-desk/parley"
	"go.yaml.in/yaml/v4"
)

// encode makes nodes of a value: its fields in order, without those that are
// empty. Small things such as evidence go on one line where they fit.
func encode(v reflect.Value) *yaml.Node {
	t := v.Type()
	switch {
	case t == dateType:
		return &yaml.Node{Kind: yaml.ScalarNode, Value: v.Interface().(parley.Date).String()}
	case t == numberType || vocabulary[t] != nil:
		return &yaml.Node{Kind: yaml.ScalarNode, Value: v.String()}
	case t.Kind() == reflect.String:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Style: yaml.DoubleQuotedStyle, Value: v.String()}
	case t.Kind() == reflect.Bool:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: strconv.FormatBool(v.Bool())}
	case t.Kind() == reflect.Int:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!int", Value: strconv.FormatInt(v.Int(), 10)}
	case t.Kind() == reflect.Pointer:
		return encode(v.Elem())
	case t.Kind() == reflect.Slice:
		n := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Style: styleOf(t.Elem())}
		for k := range v.Len() {
			n.Content = append(n.Content, encode(v.Index(k)))
		}
		return n
	case t.Kind() == reflect.Map:
		return encodeMap(v)
	}
	n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Style: styleOf(t)}
	for _, f := range shapes[t].fields {
		if field := v.FieldByIndex(f.index); written(field, f) {
			n.Content = append(n.Content, keyNode(f.name), encode(field))
		}
	}
	return n
}

// styleOf is the flow style for what has no id of its own, and alternatives.
func styleOf(t reflect.Type) yaml.Style {
	if kind, ok := entities[t]; ok && kind != AlternativeKind {
		return 0
	}
	return yaml.FlowStyle
}

func keyNode(name string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Style: yaml.DoubleQuotedStyle, Value: name}
}

func encodeMap(v reflect.Value) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Style: yaml.FlowStyle}
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return cmp.Compare(a.String(), b.String()) })
	for _, key := range keys {
		n.Content = append(n.Content, keyNode(key.String()), encode(v.MapIndex(key)))
	}
	return n
}

// written reports whether a field is written: when it holds something, or is a
// text or a number that the format needs.
func written(v reflect.Value, f field) bool {
	switch {
	case v.Kind() == reflect.Slice || v.Kind() == reflect.Map:
		return v.Len() > 0
	case !v.IsZero():
		return true
	}
	return f.required && f.typ != dateType
}

// merge changes nodes so that they hold a value, where before they held another:
// only what differs is touched, and comments and unknown fields stay.
func merge(n *yaml.Node, before, after reflect.Value) error {
	if reflect.DeepEqual(before.Interface(), after.Interface()) {
		return nil
	}
	t := before.Type()
	switch {
	case t.Kind() == reflect.Pointer && !before.IsNil() && !after.IsNil():
		return merge(n, before.Elem(), after.Elem())
	case t.Kind() == reflect.Struct && t != dateType && n.Kind == yaml.MappingNode:
		return mergeFields(n, before, after)
	case t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Struct && n.Kind == yaml.SequenceNode:
		return mergeList(n, before, after)
	}
	replacement := encode(after)
	replacement.HeadComment, replacement.LineComment = n.HeadComment, n.LineComment
	*n = *replacement
	return nil
}

func mergeFields(n *yaml.Node, before, after reflect.Value) error {
	for _, f := range shapes[before.Type()].fields {
		old, now := before.FieldByIndex(f.index), after.FieldByIndex(f.index)
		if reflect.DeepEqual(old.Interface(), now.Interface()) {
			continue
		}
		k := 0
		for k < len(n.Content) && n.Content[k].Value != f.name {
			k += 2
		}
		switch {
		case k >= len(n.Content):
			if written(now, f) {
				n.Content = append(n.Content, keyNode(f.name), encode(now))
			}
		case !written(now, f):
			n.Content = slices.Delete(n.Content, k, k+2)
		default:
			if err := merge(n.Content[k+1], old, now); err != nil {
				return err
			}
		}
	}
	return nil
}

// mergeList matches the items of two lists, by id where they have one, otherwise
// by what they hold and then by place, so that each item keeps its comments.
func mergeList(n *yaml.Node, before, after reflect.Value) error {
	if len(n.Content) != before.Len() {
		return fmt.Errorf("a list at line %d has items that cannot be read: mend it first", n.Line)
	}
	used := make([]bool, before.Len())
	content := make([]*yaml.Node, after.Len())
	match := func(same func(old, now reflect.Value, j, k int) bool) error {
		for k := range content {
			for j := 0; content[k] == nil && j < len(used); j++ {
				if used[j] || !same(before.Index(j), after.Index(k), j, k) {
					continue
				}
				used[j], content[k] = true, n.Content[j]
				if err := merge(n.Content[j], before.Index(j), after.Index(k)); err != nil {
					return err
				}
			}
		}
		return nil
	}
	id := shapes[before.Type().Elem()].id
	err := match(func(old, now reflect.Value, _, _ int) bool {
		if id != nil {
			return old.FieldByIndex(id).String() == now.FieldByIndex(id).String()
		}
		return reflect.DeepEqual(old.Interface(), now.Interface())
	})
	if err == nil && id == nil {
		err = match(func(_, _ reflect.Value, j, k int) bool { return j == k })
	}
	if err != nil {
		return err
	}
	for k := range content {
		if content[k] == nil {
			content[k] = encode(after.Index(k))
		}
	}
	n.Content = content
	return nil
}
