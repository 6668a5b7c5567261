package page

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/rivo/uniseg"
)

// TextOptions say what a terminal can show. The zero value is 80 columns
// without colour.
type TextOptions struct {
	Width int  // columns; 0 means 80
	Color bool // use ANSI colours
}

// Text writes the page for a terminal.
func (p *Page) Text(w io.Writer, o TextOptions) error {
	if o.Width <= 0 {
		o.Width = 80
	}
	t := &terminal{w: bufio.NewWriter(w), o: o}
	if p.Title != "" {
		t.line(Line{{Words: p.Title, Tone: Strong}}, "", "")
		t.raw(strings.Repeat("═", min(o.Width, uniseg.StringWidth(oneLine(p.Title)))))
	}
	t.blocks(p.Blocks)
	if len(p.Notes) > 0 {
		t.blocks([]Block{Heading{Level: 1, Words: Words("Evidence")}})
		for k, n := range p.Notes {
			mark := fmt.Sprintf("%4s ", fmt.Sprintf("[%d]", k+1))
			words := n.Words
			if n.Link != "" {
				words = append(append(Line{}, words...), Span{Words: " " + n.Link, Tone: Faint})
			}
			t.line(words, mark, strings.Repeat(" ", len(mark)))
		}
	}
	return t.w.Flush()
}

// terminal writes blocks in columns. A bufio.Writer keeps the first error.
type terminal struct {
	w *bufio.Writer
	o TextOptions
}

func (t *terminal) raw(s string) { t.w.WriteString(strings.TrimRight(s, " ") + "\n") }

func (t *terminal) blocks(blocks []Block) {
	for k, b := range blocks {
		switch b := b.(type) {
		case Heading:
			t.raw("")
			if b.Level == 1 {
				words := b.Words.Plain()
				t.line(In(Strong, strings.ToUpper(words)), "", "")
				t.raw(strings.Repeat("─", min(t.o.Width, uniseg.StringWidth(words))))
			} else {
				t.line(b.Words, "", "")
			}
		case Paragraph:
			if k > 0 && hasWords(b) && hasWords(blocks[k-1]) {
				t.raw("")
			}
			t.line(b.Words, "", "")
		case List:
			for _, item := range b.Items {
				t.line(item, "• ", "  ")
			}
		case Table:
			t.table(b)
		case Drawing:
			for _, l := range b.Lines {
				t.raw(oneLine(l))
			}
		case Figure:
			if b.Title != "" {
				t.line(In(Strong, b.Title), "", "")
			}
			t.blocks(b.Words)
		}
	}
}

// hasWords reports whether a block is a paragraph of words, which another is to
// stand apart from; an empty one is a gap already.
func hasWords(b Block) bool {
	p, is := b.(Paragraph)
	return is && strings.TrimSpace(p.Words.Plain()) != ""
}

// line writes a wrapped line, the first row after one indent, the rest after
// another.
func (t *terminal) line(l Line, first, rest string) {
	for k, row := range wrap(l, t.o.Width-uniseg.StringWidth(first)) {
		indent := rest
		if k == 0 {
			indent = first
		}
		t.w.WriteString(indent)
		for _, s := range row {
			t.w.WriteString(t.paint(s))
		}
		t.w.WriteString("\n")
	}
}

var ansi = map[Tone]string{Strong: "1", Faint: "2", Keen: "32", Open: "36", Wary: "33", Veto: "1;31", Struck: "31", Added: "32"}

// paint colours a span. No-break spaces have done their work by then, and go.
func (t *terminal) paint(s Span) string {
	s.Words = strings.ReplaceAll(s.Words, "\u00a0", " ")
	if code := ansi[s.Tone]; t.o.Color && code != "" && strings.TrimSpace(s.Words) != "" {
		return "\x1b[" + code + "m" + s.Words + "\x1b[0m"
	}
	return s.Words
}

// table writes cells in columns. Each column is as wide as its words where all
// fit; otherwise the widest give way, and cells wrap. Where that would squeeze
// the first column, which names the row, rows are stacked instead.
func (t *terminal) table(b Table) {
	rows := b.Rows
	if len(b.Head) > 0 {
		head := make([]Line, len(b.Head))
		for k, cell := range b.Head {
			head[k] = In(Faint, cell.Plain())
		}
		rows = append([][]Line{head}, rows...)
	}
	if len(rows) == 0 {
		return
	}
	if b.Caption != "" {
		t.line(In(Faint, b.Caption), "", "")
	}
	widths, squeezed := columns(rows, t.o.Width)
	if squeezed && len(b.Head) > 0 {
		t.stack(b)
		return
	}
	for _, row := range rows {
		cells := make([][]Line, len(row))
		height := 0
		for k, cell := range row {
			cells[k] = wrap(cell, widths[k])
			height = max(height, len(cells[k]))
		}
		for h := range height {
			line := ""
			for k := range row {
				pad := widths[k] + 2
				if h < len(cells[k]) {
					for _, s := range cells[k][h] {
						line += t.paint(s)
						pad -= uniseg.StringWidth(s.Words)
					}
				}
				line += strings.Repeat(" ", max(pad, 0))
			}
			t.raw(line)
		}
	}
}

// stack writes each row as its first cell, and below it the others with the
// words of the head before them.
func (t *terminal) stack(b Table) {
	for _, row := range b.Rows {
		t.line(row[0], "", "  ")
		var rest []Line
		for k, cell := range row[1:] {
			if len(cell) > 0 {
				rest = append(rest, append(In(Faint, b.Head[k+1].Plain()+":\u00a0"), cell...))
			}
		}
		t.line(Join("; ", rest...), "    ", "    ")
	}
}

// The first column is squeezed when it has neither its own width nor this.
const comfortable = 26

// columns divides the width: of the columns that are wider than their longest
// word, the widest is narrowed, a character at a time, until all fit. It tells
// whether the first column came out too narrow to read, or nothing fits.
func columns(rows [][]Line, width int) (widths []int, squeezed bool) {
	var least []int // by column, the longest word
	for _, row := range rows {
		for k, cell := range row {
			if k == len(widths) {
				widths, least = append(widths, 0), append(least, 0)
			}
			widths[k] = max(widths[k], cellWidth(cell))
			for _, word := range splitWords(spoken(cell)) {
				least[k] = max(least[k], cellWidth(word))
			}
		}
	}
	first := widths[0]
	for {
		total, widest := -2, -1
		for k, w := range widths {
			total += w + 2
			if w > least[k] && (widest < 0 || w > widths[widest]) {
				widest = k
			}
		}
		switch {
		case total <= width:
			return widths, widths[0] < min(first, comfortable)
		case widest < 0:
			return widths, true
		}
		widths[widest]--
	}
}

func cellWidth(l Line) int {
	n := 0
	for _, s := range spoken(l) {
		n += uniseg.StringWidth(s.Words)
	}
	return n
}

// spoken says in words what a line says otherwise: the notes cited, where links
// lead, and what was struck and added, in the signs of word-level diffs.
func spoken(l Line) Line {
	out := make(Line, 0, len(l))
	for _, s := range l {
		switch {
		case s.Note > 0:
			s = Span{Words: fmt.Sprintf("[%d]", s.Note), Tone: Faint}
		case s.Tone == Struck:
			s.Words = between("[-", oneLine(s.Words), "-]")
		case s.Tone == Added:
			s.Words = between("{+", oneLine(s.Words), "+}")
		default:
			s.Words = oneLine(s.Words)
		}
		if safeLink(s.Link) && s.Link[0] != '#' && s.Link != s.Words {
			s.Words += " (" + s.Link + ")"
		}
		out = append(out, s)
	}
	return out
}

// between puts signs around words, inside the spaces around them.
func between(open, words, shut string) string {
	body := strings.TrimSpace(words)
	if body == "" {
		return words
	}
	lead, tail, _ := strings.Cut(words, body)
	return lead + open + body + shut + tail
}

// wrap breaks a line into rows of at most width columns, at spaces where there
// are any. A citation stays with the word before it.
func wrap(l Line, width int) []Line {
	width = max(width, 1)
	var rows []Line
	var row Line
	used := 0
	for _, word := range splitWords(spoken(l)) {
		n := 0
		for _, s := range word {
			n += uniseg.StringWidth(s.Words)
		}
		if used > 0 && used+1+n > width {
			rows = append(rows, row)
			row, used = nil, 0
		}
		if used > 0 {
			tone := Plain
			if row[len(row)-1].Tone == word[0].Tone {
				tone = word[0].Tone
			}
			row = append(row, Span{Words: " ", Tone: tone})
			used++
		}
		row = append(row, word...)
		used += n
	}
	if len(row) > 0 || len(rows) == 0 {
		rows = append(rows, row)
	}
	for k, r := range rows {
		rows[k] = merge(r)
	}
	return rows
}

// splitWords cuts a line at spaces; a word may consist of several spans.
func splitWords(l Line) []Line {
	var words []Line
	open := false // whether the last word may still grow
	for _, s := range l {
		for k, part := range strings.Split(s.Words, " ") {
			if k > 0 {
				open = false
			}
			if part == "" {
				continue
			}
			span := Span{Words: part, Tone: s.Tone}
			if open {
				words[len(words)-1] = append(words[len(words)-1], span)
			} else {
				words = append(words, Line{span})
			}
			open = true
		}
	}
	return words
}

// merge joins neighbouring spans of one tone.
func merge(l Line) Line {
	var out Line
	for _, s := range l {
		if n := len(out); n > 0 && out[n-1].Tone == s.Tone {
			out[n-1].Words += s.Words
			continue
		}
		out = append(out, s)
	}
	return out
}
