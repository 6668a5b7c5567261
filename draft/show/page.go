package show

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parley-desk/parley/cite"
	"github.com/parley-desk/parley/page"
)

// Page is the text for people: what paper it is, how many brackets are live,
// then the points.
func (t Text) Page() *page.Page {
	p := &page.Page{Title: strings.TrimSpace(t.ID + " " + t.Title)}
	if len(t.Package) > 0 {
		p.Title += ", with a package put into it"
		p.Add(page.Paragraph{Words: page.In(page.Wary, fmt.Sprintf("Not the draft as written, and nobody's proposal: %s put into it. Remarks say where the draft had other words or none.", are(len(t.Package), "choice")))})
	}
	p.Add(page.Paragraph{Words: cite.On(p, page.Words(t.about()), t.Evidence)})
	if t.Note != "" {
		p.Add(page.Paragraph{Words: page.In(page.Faint, strings.Join(strings.Fields(t.Note), " "))})
	}
	if len(t.Disputed) > 0 {
		p.Add(page.Paragraph{Words: cite.On(p, page.In(page.Wary, "What it is or whose it is, is disputed"), t.Disputed)})
	}
	remarks(p, t.Remarks)
	if len(t.Preamble) > 0 {
		p.Section("preamble", "Preamble")
		p.Add(blocks(lay(t.Preamble))...)
	}
	if len(t.Points) > 0 {
		p.Section("points", "Points")
	}
	for _, point := range t.Points {
		p.Add(page.Heading{Level: 2, Words: point.heading()})
		p.Add(blocks(lay(point.Text))...)
		remarks(p, point.Remarks)
	}
	return p
}

func remarks(p *page.Page, all []string) {
	var items []page.Line
	for _, r := range all {
		items = append(items, page.In(page.Wary, r+"."))
	}
	if len(items) > 0 {
		p.Add(page.List{Items: items})
	}
}

// about says what kind of paper the text is, and what matters most of it: how
// many points there are, and whether they are clean.
func (t Text) about() string {
	parts := []string{}
	if len(t.Package) > 0 {
		parts = append(parts, "made from a draft")
	}
	for _, part := range []string{t.Standing, t.Date} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if len(t.Authors) > 0 {
		parts = append(parts, "by "+strings.Join(t.Authors, ", "))
	}
	if len(t.Follows) > 0 {
		parts = append(parts, "follows "+strings.Join(t.Follows, ", "))
	}
	switch {
	case len(t.Points) == 0 && len(t.Preamble) == 0 && t.Stated > 0:
		parts = append(parts, fmt.Sprintf("said to have %s; the text itself is not known", page.Count(t.Stated, "point")))
	case len(t.Points) == 0 && len(t.Preamble) == 0:
		parts = append(parts, "the text itself is not known")
	case t.Brackets == 0:
		parts = append(parts, page.Count(len(t.Points), "point"), "clean: no brackets")
	default:
		parts = append(parts, page.Count(len(t.Points), "point"), page.Count(t.Brackets, "live bracket"))
	}
	return sentence(strings.Join(parts, "; "))
}

// sentence starts words with a capital and ends them with a stop.
func sentence(words string) string {
	first, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[size:] + "."
}

// heading is a point's title as it is shown: "6. Army · army: no-cap".
func (p Point) heading() page.Line {
	title := p.Title
	if p.Number != "" {
		title = strings.TrimSpace(p.Number + ". " + title)
	}
	if title == "" {
		title = "Unnumbered point"
	}
	l := page.In(page.Strong, title)
	switch {
	case p.Issue != "" && p.Alternative != "":
		l = append(l, page.Span{Words: " · " + p.Issue + ": " + p.Alternative, Tone: page.Faint})
	case p.Issue != "":
		l = append(l, page.Span{Words: " · " + p.Issue, Tone: page.Faint})
	}
	return l
}

// lay sets text out with its brackets: "[limited to 600,000 — US, RU;
// cap-600k] or [no limit — UA]".
func lay(text []Run) page.Line {
	var l page.Line
	for _, run := range text {
		if run.Bracket == nil {
			l = append(l, page.Span{Words: run.Words})
			continue
		}
		for k, v := range run.Bracket {
			if k > 0 {
				l = append(l, page.Span{Words: " or ", Tone: page.Wary})
			}
			l = append(l, page.Span{Words: "[", Tone: page.Wary})
			l = append(l, lay(v.Text)...)
			if who := v.backing(len(run.Bracket) == 1); who != "" {
				l = append(l, page.Span{Words: " — " + who, Tone: page.Open})
			}
			l = append(l, page.Span{Words: "]", Tone: page.Wary})
		}
	}
	return l
}

// backing says who backs a wording and what it stands for; of a lone one, that
// it is to be kept or deleted.
func (v Variant) backing(lone bool) string {
	var parts []string
	if len(v.Backers) > 0 {
		parts = append(parts, strings.Join(v.Backers, ", "))
	}
	if v.Alternative != "" {
		parts = append(parts, v.Alternative)
	}
	if lone && v.Alternative == "" {
		parts = append(parts, "keep or delete")
	}
	return strings.Join(parts, "; ")
}

var (
	// breaks end a paragraph of Markdown: a blank line, or a line that starts an
	// item of a list.
	breaks = regexp.MustCompile(`\n[ \t]*\n\s*|\n\s*(?:(?:[-*+]|\d+[.)]) )`)
	bullet = regexp.MustCompile(`^[-*+] `)
	link   = regexp.MustCompile(`\[([^\[\]]+)\]\((https?://[^\s()]+)\)`)
)

// blocks cuts a line where the Markdown of the draft starts a new paragraph or
// an item of a list.
func blocks(l page.Line) []page.Block {
	var all []page.Block
	var open page.Line
	shut := func() {
		if words := strings.TrimSpace(open.Plain()); words == "" {
			open = nil
			return
		}
		open[0].Words = strings.TrimLeft(open[0].Words, " \n\t")
		if bullet.MatchString(open[0].Words) {
			open[0].Words = open[0].Words[2:]
			all = addItem(all, open)
		} else {
			all = append(all, page.Paragraph{Words: open})
		}
		open = nil
	}
	for _, s := range l {
		for at := breaks.FindStringIndex(s.Words); at != nil; at = breaks.FindStringIndex(s.Words) {
			open = append(open, linked(page.Span{Words: s.Words[:at[0]], Tone: s.Tone})...)
			shut()
			s.Words = strings.TrimLeft(s.Words[at[0]:], " \n\t")
		}
		open = append(open, linked(s)...)
	}
	shut()
	return all
}

// addItem adds an item to the list that ends the blocks, or to a new one.
func addItem(all []page.Block, item page.Line) []page.Block {
	if n := len(all); n > 0 {
		if list, ok := all[n-1].(page.List); ok {
			list.Items = append(list.Items, item)
			all[n-1] = list
			return all
		}
	}
	return append(all, page.List{Items: []page.Line{item}})
}

// linked turns the Markdown links among the words into links of the page; words
// struck or added stay as they are written.
func linked(s page.Span) page.Line {
	var l page.Line
	if s.Tone == page.Struck || s.Tone == page.Added {
		return page.Line{s}
	}
	for m := link.FindStringSubmatchIndex(s.Words); m != nil; m = link.FindStringSubmatchIndex(s.Words) {
		l = append(l, page.Span{Words: s.Words[:m[0]], Tone: s.Tone}, page.Span{Words: s.Words[m[2]:m[3]], Tone: s.Tone, Link: s.Words[m[4]:m[5]]})
		s.Words = s.Words[m[1]:]
	}
	return append(l, s)
}

// are says that a number of things are so: 1 choice is, 2 choices are.
func are(n int, thing string) string {
	if n == 1 {
		return page.Count(n, thing) + " is"
	}
	return page.Count(n, thing) + " are"
}
