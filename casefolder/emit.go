package casefolder

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// lineWidth is the widest line that canonical form writes, where words allow.
const lineWidth = 100

// emit writes nodes in canonical form: two spaces of indentation, lists of words
// on one line where they fit, long texts folded, quotation marks only where they
// are needed, comments where attach put them.
//
// The library's own emitter moves comments and cannot keep a short list on one
// line within a block; this one needs to write only what a case folder holds.
// Anchors, aliases, tags and compound keys are none of that: see plain.
func emit(root *yaml.Node) []byte {
	w := &emitter{}
	w.lines(root.HeadComment, 0)
	switch {
	case root.Kind == yaml.ScalarNode:
		w.scalar(root, 0, 0, "")
	case len(root.Content) == 0:
		w.WriteString(flow(root) + "\n")
		w.lines(root.FootComment, 0)
	default:
		w.block(root, 0, false)
	}
	return []byte(strings.TrimLeft(w.String(), "\n"))
}

// plain reports whether nodes hold nothing that emit cannot write.
func plain(n *yaml.Node) bool {
	if n.Anchor != "" || n.Kind == yaml.AliasNode || n.Style&yaml.TaggedStyle != 0 {
		return false
	}
	for k, c := range n.Content {
		if !plain(c) || n.Kind == yaml.MappingNode && k%2 == 0 && c.Kind != yaml.ScalarNode {
			return false
		}
	}
	return true
}

type emitter struct{ strings.Builder }

// lines writes comment lines at an indentation.
func (w *emitter) lines(comment string, indent int) {
	for _, line := range strings.SplitAfter(comment, "\n") {
		if strings.TrimSpace(line) != "" {
			w.indent(indent)
		}
		w.WriteString(line)
	}
}

func (w *emitter) indent(n int) { w.WriteString(strings.Repeat(" ", n)) }

// block writes the entries of a list or of fields. With begun, the first goes on
// in the line that is begun, behind the dash of the item it belongs to.
func (w *emitter) block(n *yaml.Node, indent int, begun bool) {
	step := 1
	if n.Kind == yaml.MappingNode {
		step = 2
	}
	for k := 0; k+step <= len(n.Content); k += step {
		carrier := n.Content[k]
		if !begun || k > 0 {
			w.lines(heads(carrier, n.Kind == yaml.SequenceNode), indent)
			w.indent(indent)
		}
		if n.Kind == yaml.SequenceNode {
			w.item(carrier, indent)
		} else {
			w.pair(carrier, n.Content[k+1], indent)
		}
	}
	w.lines(n.FootComment, indent)
}

// heads is what stands above an entry. An item that is a block itself begins on
// the line of its dash, so what stands above its first entry goes above the dash.
func heads(n *yaml.Node, isItem bool) string {
	all := n.HeadComment
	if !isItem || !isBlock(n, lineWidth) {
		return all
	}
	if n.LineComment != "" {
		all += n.LineComment + "\n"
	}
	inner := heads(n.Content[0], n.Kind == yaml.SequenceNode)
	for _, line := range strings.SplitAfter(inner, "\n") {
		if strings.TrimSpace(line) != "" {
			all += line
		}
	}
	return all
}

func (w *emitter) item(n *yaml.Node, indent int) {
	w.WriteString("-")
	room := lineWidth - indent - 2
	if isBlock(n, room) {
		w.WriteString(" ")
		w.block(n, indent+2, true)
		return
	}
	w.value(n, indent, room, n.LineComment)
}

func (w *emitter) pair(key, value *yaml.Node, indent int) {
	name := inline(key, false)
	w.WriteString(name + ":")
	room := lineWidth - indent - utf8.RuneCountInString(name) - 2
	if isBlock(value, room) {
		w.beside(key.LineComment)
		w.block(value, indent+2, false)
		return
	}
	w.value(value, indent, room, key.LineComment)
}

// beside ends a line with its comment.
func (w *emitter) beside(comment string) {
	if comment != "" {
		w.WriteString(" " + comment)
	}
	w.WriteString("\n")
}

// value writes what is no block, behind a key or a dash.
func (w *emitter) value(n *yaml.Node, indent, room int, comment string) {
	if n.Kind != yaml.ScalarNode {
		w.WriteString(" " + flow(n))
		w.beside(comment)
		return
	}
	w.scalar(n, indent, room, comment)
}

// isBlock reports whether a list or fields must be written as a block: because
// it has comments within, does not fit in the room, or was written as one (but
// for lists of words, which go on one line).
func isBlock(n *yaml.Node, room int) bool {
	if n.Kind == yaml.ScalarNode || len(n.Content) == 0 {
		return false
	}
	if n.FootComment != "" || commented(n) {
		return true
	}
	if n.Style&yaml.FlowStyle == 0 && !isWords(n) {
		return true
	}
	return utf8.RuneCountInString(flow(n)) > room
}

// commented reports whether anything within a node has a comment.
func commented(n *yaml.Node) bool {
	for _, c := range n.Content {
		if strings.TrimSpace(c.HeadComment+c.LineComment+c.FootComment) != "" || commented(c) {
			return true
		}
	}
	return false
}

// isWords reports whether a node is a list of scalars.
func isWords(n *yaml.Node) bool {
	for _, c := range n.Content {
		if c.Kind != yaml.ScalarNode {
			return false
		}
	}
	return n.Kind == yaml.SequenceNode
}

// flow writes a node on one line: [a, b], {a: b}.
func flow(n *yaml.Node) string {
	var parts []string
	switch n.Kind {
	case yaml.SequenceNode:
		for _, c := range n.Content {
			parts = append(parts, flow(c))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case yaml.MappingNode:
		for k := 0; k+1 < len(n.Content); k += 2 {
			parts = append(parts, strings.TrimSuffix(inline(n.Content[k], true)+": "+flow(n.Content[k+1]), " "))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	return inline(n, true)
}

// inline writes a scalar on one line.
func inline(n *yaml.Node, inFlow bool) string {
	switch {
	case n.Tag == "!!null" && inFlow:
		return "null"
	case n.Tag != "" && n.Tag != "!!str":
		return n.Value // a number, a date: its own plain words
	case !writesPlain(n.Value, inFlow):
		return quote(n.Value)
	case n.Tag == "!!str" && n.Style != 0 && looksOtherwise.MatchString(n.Value):
		return quote(n.Value)
	}
	return n.Value
}

// quote writes a double-quoted scalar; the escapes of Go are among those of YAML.
func quote(s string) string { return strconv.Quote(s) }

// looksOtherwise matches text that a YAML reader could take for a number, a
// date, a truth value or nothing. Text that stood without quotation marks was
// read as text, and stays as it is.
var looksOtherwise = regexp.MustCompile(`(?i)^([-+.]?[0-9][-0-9a-fxo_.:+tz ]*|[-+]?\.(inf|nan)|~|null|true|false|yes|no|on|off|y|n|<<|=)$`)

// writesPlain reports whether a text can stand without quotation marks.
func writesPlain(s string, inFlow bool) bool {
	if s == "" || s != strings.TrimSpace(s) || strings.HasSuffix(s, ":") || strings.Contains(s, ": ") || strings.Contains(s, " #") {
		return false
	}
	if strings.ContainsRune("-?:,[]{}#&*!|>'\"%@`.", rune(s[0])) && !signed.MatchString(s) {
		return false
	}
	if inFlow && strings.ContainsAny(s, ",[]{}:?") && !innerColons.MatchString(s) {
		return false
	}
	return printable(s)
}

var (
	// signed matches a negative number.
	signed = regexp.MustCompile(`^-[0-9.]+$`)
	// innerColons matches a text whose only marks are colons between characters,
	// as in an address.
	innerColons = regexp.MustCompile(`^[^,\[\]{}:?]+(:[^,\[\]{}:?\s]+)*$`)
)

func printable(s string) bool {
	for _, r := range s {
		if !unicode.IsPrint(r) {
			return false
		}
	}
	return true
}

// scalar writes a scalar behind a key or a dash, over several lines where it is
// long or has several.
func (w *emitter) scalar(n *yaml.Node, indent, room int, comment string) {
	one := inline(n, false)
	if n.Tag == "!!null" && n.Value == "" {
		w.beside(comment)
		return
	}
	long := utf8.RuneCountInString(one) > room
	header, lines := "", []string(nil)
	if isText := n.Tag == "" || n.Tag == "!!str"; isText && (long || strings.Contains(n.Value, "\n")) {
		header, lines = paragraphs(n.Value, lineWidth-indent-2)
	}
	if header == "" {
		w.WriteString(" " + one)
		w.beside(comment)
		return
	}
	w.WriteString(" " + header)
	w.beside(comment)
	for _, line := range lines {
		if line != "" {
			w.indent(indent + 2)
		}
		w.WriteString(line + "\n")
	}
}

// paragraphs writes a text as a block scalar: folded where a line is too long,
// literally otherwise. The header is "" where neither can hold the text.
func paragraphs(s string, width int) (header string, lines []string) {
	body, ended := strings.CutSuffix(s, "\n")
	chomp := "-"
	if ended {
		chomp = ""
	}
	if body == "" || strings.HasPrefix(body, "\n") || strings.HasSuffix(body, "\n") {
		return "", nil
	}
	folds := true
	long := false
	texts := strings.Split(body, "\n")
	for _, t := range texts {
		if strings.HasPrefix(t, " ") || strings.TrimRight(t, " \t") != t || !printable(t) {
			return "", nil
		}
		folds = folds && strings.Join(strings.Fields(t), " ") == t
		long = long || utf8.RuneCountInString(t) > width
	}
	switch {
	case len(texts) == 1 && !ended && !folds:
		return "", nil // one line, and not to be broken
	case !long || !folds:
		return "|" + chomp, texts
	}
	for k, t := range texts {
		if k > 0 {
			lines = append(lines, "")
		}
		if t != "" {
			lines = append(lines, wrap(t, width)...)
		}
	}
	return ">" + chomp, lines
}

// wrap cuts a text into lines at its spaces.
func wrap(s string, width int) (lines []string) {
	line, used := "", 0
	for _, word := range strings.Fields(s) {
		size := utf8.RuneCountInString(word)
		if line != "" && used+1+size > width {
			lines = append(lines, line)
			line, used = word, size
			continue
		}
		if line != "" {
			line, used = line+" ", used+1
		}
		line, used = line+word, used+size
	}
	return append(lines, line)
}
