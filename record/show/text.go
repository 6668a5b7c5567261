package show

import (
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/parley-desk/parley/page"
	"github.com/parley-desk/parley/record"
)

// Text writes for a terminal. Marks can be told apart without colour: what was
// said stands in ⟦1 ⟧, who said it in ⟨1 ⟩, the cue in ‹1 ›; the number leads to
// the table below the report.
func Text(w io.Writer, o page.TextOptions) Writer { return &text{w: w, o: o} }

type text struct {
	w       io.Writer
	o       page.TextOptions
	written int
	carriers
}

func (t *text) Write(d *record.Document) error {
	if t.written++; t.written > 1 {
		if _, err := fmt.Fprintln(t.w); err != nil {
			return err
		}
	}
	t.add(d)
	return pageOf(d).Text(t.w, t.o)
}

func (t *text) Close() error {
	all := t.found()
	if len(all) == 0 {
		return nil
	}
	p := &page.Page{}
	p.Section("carried", "Carried by several reports")
	p.Add(page.Paragraph{Words: page.Words(join(" ", "Copies of one statement confirm it no more often than once.", t.note()))})
	for _, one := range all {
		p.Add(page.Heading{Level: 2, Words: append(page.In(page.Strong, one.Who), page.Span{Words: ": " + one.Words})})
		var items []page.Line
		for _, c := range one.In {
			items = append(items, page.Words(join(" · ", fmt.Sprintf("%s, statement %d", c.Report, c.Number), c.Origin)))
		}
		p.Add(page.List{Items: items})
	}
	return p.Text(t.w, t.o)
}

var brackets = [...]struct{ open, close string }{content: {"⟦", "⟧"}, source: {"⟨", "⟩"}, cue: {"‹", "›"}}

var tones = [...]page.Tone{content: page.Open, source: page.Strong, cue: page.Keen}

// pageOf is a report with what was found in it.
func pageOf(d *record.Document) *page.Page {
	p := &page.Page{Title: title(d)}
	if o := origin(d); o != "" {
		p.Add(page.Paragraph{Words: page.In(page.Faint, o)})
	}
	if d.Note != "" {
		p.Add(page.Paragraph{Words: page.In(page.Wary, "Not read: "+d.Note+".")})
		return p
	}
	p.Add(page.Paragraph{Words: page.Words(tally(d) + " All of it is proposed by a program, for a person to confirm.")})
	p.Section("report", "The report")
	if len(d.Attributions) > 0 {
		p.Add(page.Paragraph{Words: page.In(page.Faint, "⟦1 what was said⟧ ⟨1 by whom⟩ ‹1 the cue›")})
	}
	for _, pieces := range paragraphs(d.Text, marks(d)) {
		p.Add(page.Paragraph{Words: line(pieces)})
	}
	if len(d.Attributions) > 0 {
		p.Section("statements", "Statements")
		p.Add(table(d))
	}
	list(p, "meetings", "Meetings", len(d.Meetings), func(k int) string { return meeting(d, &d.Meetings[k]) })
	list(p, "people", "People", len(d.People), func(k int) string { return person(&d.People[k]) })
	return p
}

// Passage is the part of a report in which one statement stands, with its marks
// and the paragraphs before and after it.
func Passage(report string, a record.Attribution) []page.Block {
	all := marksOf(&a, 0)
	sortMarks(all)
	ps := paragraphs(report, all)
	marked := func(k int) bool {
		return k >= 0 && k < len(ps) && slices.ContainsFunc(ps[k], func(p piece) bool { return len(p.under) > 0 })
	}
	var blocks []page.Block
	for k, p := range ps {
		if marked(k-1) || marked(k) || marked(k+1) {
			blocks = append(blocks, page.Paragraph{Words: line(p)})
		}
	}
	return blocks
}

// line is a paragraph with its marks as brackets.
func line(pieces []piece) page.Line {
	var l page.Line
	for _, p := range pieces {
		tone := page.Plain
		for _, m := range p.opens {
			open := brackets[m.role].open
			if m.number > 0 {
				open += strconv.Itoa(m.number) + "\u00a0"
			}
			l = append(l, page.Span{Words: open, Tone: page.Faint})
		}
		if n := len(p.under); n > 0 {
			tone = tones[p.under[n-1].role]
		}
		l = append(l, page.Span{Words: p.words, Tone: tone})
		for _, m := range p.closes {
			l = append(l, page.Span{Words: brackets[m.role].close, Tone: page.Faint})
		}
	}
	return l
}

// table lists the statements, in the columns that say anything.
func table(d *record.Document) page.Table {
	columns := []struct {
		head string
		cell func(a *record.Attribution) string
	}{
		{"who", func(a *record.Attribution) string { return who(d, a) }},
		{"how", how},
		{"through", func(a *record.Attribution) string { return join("; ", through(a), holds(a)) }},
		{"about", about},
		{"when", func(a *record.Attribution) string { return when(d, a) }},
	}
	t := page.Table{Head: []page.Line{page.Words("no.")}}
	for k := range d.Attributions {
		t.Rows = append(t.Rows, []page.Line{page.In(page.Strong, strconv.Itoa(k+1))})
	}
	for _, c := range columns {
		var cells []page.Line
		said := false
		for k := range d.Attributions {
			words := c.cell(&d.Attributions[k])
			said = said || words != ""
			cells = append(cells, page.Words(words))
		}
		if !said {
			continue
		}
		t.Head = append(t.Head, page.Words(c.head))
		for k, cell := range cells {
			t.Rows[k] = append(t.Rows[k], cell)
		}
	}
	return t
}

// list adds a section where there is anything to list.
func list(p *page.Page, id, heading string, n int, item func(int) string) {
	if n == 0 {
		return
	}
	var items []page.Line
	for k := range n {
		items = append(items, page.Words(item(k)))
	}
	p.Section(id, heading)
	p.Add(page.List{Items: items})
}
