package casefolder

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// remark is a comment, or a blank line, of a YAML text. Lines and columns count
// from 1, columns in characters.
type remark struct {
	line, column int
	text         string // from # to the end of the line; "" for a blank line
	alone        bool   // whether nothing else stands on the line, but perhaps dashes
	flow         bool   // whether it stands between [ and ] or { and }
}

// remarks finds the comments of a text whose nodes are known. A # begins one at
// the start of a line or behind white space, except in quotation marks and in
// block scalars; where those begin, the nodes tell.
func remarks(text []byte, root *yaml.Node) []remark {
	r := remarkReader{starts: map[[2]int]opening{}}
	r.learn(root, 0)
	for _, line := range strings.Split(string(text), "\n") {
		r.lines = append(r.lines, []rune(strings.TrimSuffix(line, "\r")))
	}
	for r.line = 0; r.line < len(r.lines); r.line++ {
		r.readLine()
	}
	return r.found
}

// opening is where a scalar begins that can hold a # of its own, or a flow list.
type opening struct {
	style  yaml.Style
	indent int // of the block around it, in columns
}

type remarkReader struct {
	starts map[[2]int]opening // by line and column
	lines  [][]rune
	line   int  // from 0
	quote  rune // the mark that will end the quotation we are in, or 0
	depth  int  // how many [ and { are open
	found  []remark
}

// learn notes where quotations, block scalars and flow lists begin.
func (r *remarkReader) learn(n *yaml.Node, indent int) {
	if n == nil {
		return
	}
	const telling = yaml.SingleQuotedStyle | yaml.DoubleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle | yaml.FlowStyle
	if n.Style&telling != 0 {
		r.starts[[2]int{n.Line, n.Column}] = opening{n.Style, indent}
	}
	if n.Kind != yaml.ScalarNode && n.Style&yaml.FlowStyle == 0 {
		indent = n.Column - 1
	}
	for _, c := range n.Content {
		r.learn(c, indent)
	}
}

func (r *remarkReader) readLine() {
	line := r.lines[r.line]
	if r.quote == 0 && strings.TrimSpace(string(line)) == "" {
		if r.depth == 0 {
			r.found = append(r.found, remark{line: r.line + 1, alone: true})
		}
		return
	}
	for k := 0; k < len(line); k++ {
		c := line[k]
		if r.quote != 0 {
			k += r.inQuote(line, k)
			continue
		}
		if c == '#' && (k == 0 || line[k-1] == ' ' || line[k-1] == '\t') {
			r.remark(line, k)
			return
		}
		s, ok := r.starts[[2]int{r.line + 1, k + 1}]
		switch {
		case (c == ']' || c == '}') && r.depth > 0:
			r.depth--
		case !ok:
		case s.style&yaml.FlowStyle != 0:
			r.depth++
		case s.style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0:
			r.quote = c
		default:
			r.blockScalar(line, k, s.indent)
			return
		}
	}
}

// inQuote looks at one character of a quotation, and says how many more to skip.
func (r *remarkReader) inQuote(line []rune, k int) (skip int) {
	switch {
	case r.quote == '"' && line[k] == '\\':
		return 1
	case line[k] == r.quote && r.quote == '\'' && k+1 < len(line) && line[k+1] == '\'':
		return 1
	case line[k] == r.quote:
		r.quote = 0
	}
	return 0
}

func (r *remarkReader) remark(line []rune, k int) {
	// Behind a mere dash a comment stands above the item as if alone.
	before := strings.Trim(string(line[:k]), "- \t")
	r.found = append(r.found, remark{
		line: r.line + 1, column: k + 1, text: strings.TrimRight(string(line[k:]), " \t"),
		alone: before == "", flow: r.depth > 0,
	})
}

// blockScalar passes over the lines of a scalar that begins with | or >, after
// the comment that its first line may have.
func (r *remarkReader) blockScalar(line []rune, k, parent int) {
	content := -1
	for ; k < len(line); k++ {
		if line[k] >= '1' && line[k] <= '9' {
			content = parent + int(line[k]-'0')
		}
		if line[k] == '#' && (line[k-1] == ' ' || line[k-1] == '\t') {
			r.remark(line, k)
			break
		}
	}
	for r.line+1 < len(r.lines) {
		next := string(r.lines[r.line+1])
		if strings.TrimSpace(next) != "" {
			indent := len(next) - len(strings.TrimLeft(next, " "))
			if content < 0 {
				content = max(indent, parent+1)
			}
			if indent < content && (indent > 0 || content > 0) {
				return
			}
		} else if content >= 0 && r.endsHere(content) {
			return
		}
		r.line++
	}
}

// endsHere reports whether only blank lines stand between here and what follows
// the scalar: they separate, and are no part of it.
func (r *remarkReader) endsHere(content int) bool {
	for _, l := range r.lines[r.line+1:] {
		if text := string(l); strings.TrimSpace(text) != "" {
			return len(text)-len(strings.TrimLeft(text, " ")) < content
		}
	}
	return true
}

// entry is a key with its value, or an item of a list: what a comment belongs to.
type entry struct {
	carrier *yaml.Node // the key, or the item
	line    int
	column  int
	flow    bool
	blocks  []*yaml.Node // the blocks that it stands in, outermost first
}

// attach puts every comment and blank line where it belongs in the nodes: above
// the entry that follows (HeadComment), beside the entry that it stands behind
// (LineComment), or at the end of the block whose indentation it has
// (FootComment). Lines are separated by newlines, and a blank line is an empty
// one. What the library found itself is dropped.
func attach(root *yaml.Node, found []remark) {
	a := attacher{root: root, blank: -1}
	a.list(root, nil, false)
	for _, r := range found {
		for a.next < len(a.entries) && a.entries[a.next].line <= r.line {
			a.flushBlank(a.next)
			a.next++
		}
		switch {
		case r.text == "":
			a.blank = a.next
		case r.alone && !a.behindEmpty(r):
			a.alone(r)
		default:
			a.beside(r)
		}
	}
	a.flushBlank(a.blank)
	a.splitHead()
}

type attacher struct {
	root    *yaml.Node
	entries []entry
	next    int // the first entry below the remark at hand
	blank   int // the entry above which a blank line waits; -1 for none
}

// list flattens the nodes into entries, in the order of the text.
func (a *attacher) list(n *yaml.Node, blocks []*yaml.Node, flow bool) {
	n.HeadComment, n.LineComment, n.FootComment = "", "", ""
	if n.Kind == yaml.ScalarNode {
		return
	}
	flow = flow || n.Style&yaml.FlowStyle != 0
	if !flow {
		blocks = append(blocks[:len(blocks):len(blocks)], n)
	}
	for k, c := range n.Content {
		if n.Kind == yaml.SequenceNode || k%2 == 0 {
			a.entries = append(a.entries, entry{c, c.Line, n.Column, flow, blocks})
		}
		a.list(c, blocks, flow)
	}
}

// add appends a comment to what a node has, with the blank line that waits.
func (a *attacher) add(to *string, text string) {
	if a.blank >= 0 {
		a.blank = -1
		*to += "\n"
	}
	*to += text + "\n"
}

// flushBlank leaves a waiting blank line above its entry.
func (a *attacher) flushBlank(above int) {
	if a.blank == above && above >= 0 && above < len(a.entries) {
		a.entries[above].carrier.HeadComment += "\n"
		a.blank = -1
	}
}

// behindEmpty reports whether a comment stands behind the dash of an empty item.
func (a *attacher) behindEmpty(r remark) bool {
	if a.next == 0 {
		return false
	}
	last := a.entries[a.next-1]
	return last.line == r.line && last.carrier.Kind == yaml.ScalarNode && last.carrier.Value == ""
}

func (a *attacher) alone(r remark) {
	column, head := 0, (*string)(nil)
	if a.next < len(a.entries) {
		column, head = a.entries[a.next].column, &a.entries[a.next].carrier.HeadComment
	}
	if head == nil || strings.TrimSpace(*head) == "" {
		if block := a.blockAt(r.column, column); block != nil {
			a.add(&block.FootComment, r.text)
			return
		}
	}
	switch {
	case len(a.entries) == 0:
		head = &a.root.HeadComment
	case head == nil:
		head = &a.root.FootComment
	}
	a.add(head, r.text)
}

// blockAt is the innermost block around the entry above whose indentation lies
// between that of the entry below and that of the comment.
func (a *attacher) blockAt(column, below int) *yaml.Node {
	if a.next == 0 {
		return nil
	}
	blocks := a.entries[a.next-1].blocks
	for k := len(blocks) - 1; k >= 0; k-- {
		if blocks[k].Column <= column && blocks[k].Column > below {
			return blocks[k]
		}
	}
	return nil
}

// beside attaches a comment to the entry that it stands behind: within a flow
// list to the item, otherwise to the innermost entry of a block.
func (a *attacher) beside(r remark) {
	for k := a.next - 1; k >= 0; k-- {
		e := a.entries[k]
		if e.flow && !r.flow {
			continue
		}
		if e.carrier.LineComment != "" || e.line != r.line && !r.flow && e.carrier.Kind != yaml.ScalarNode {
			e.carrier.HeadComment += r.text + "\n"
			return
		}
		e.carrier.LineComment = r.text
		return
	}
	a.root.HeadComment += r.text + "\n"
}

// splitHead gives the root what heads the whole file: the comment of the first
// entry down to its last blank line, and the line that names a schema.
func (a *attacher) splitHead() {
	if a.root.Kind != yaml.MappingNode || len(a.entries) == 0 {
		return
	}
	first := a.entries[0].carrier
	head := strings.TrimLeft(first.HeadComment, "\n")
	cut := 0
	if strings.HasPrefix(head, "# yaml-language-server:") {
		cut = strings.Index(head, "\n") + 1
	}
	if k := strings.LastIndex(head, "\n\n"); k >= 0 {
		cut = k + 2
	} else if strings.HasPrefix(head[cut:], "\n") {
		cut++
	}
	a.root.HeadComment += head[:cut]
	first.HeadComment = head[cut:]
}
