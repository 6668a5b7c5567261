// Package page is how Parley shows what it found: one page of words, tables
// and pictures that a terminal, a Markdown file and a browser can all render.
//
// Whoever computes something (the brief, the deal space) builds a [Page] of
// blocks and says nothing of fonts, columns or escape codes; [Page.Text],
// [Page.Markdown] and [Page.HTML] do the showing. Three habits of the house
// live here, so that no other package has to remember them:
//
//   - Words first. A [Figure] cannot be built without its text equivalent, and
//     the text renderers show that.
//   - Never by colour alone. A [Span] has a [Tone], which colours it where
//     colour is wanted; its words already say the same.
//   - Every conclusion ends in its evidence. [Page.Cite] files a [Note] and
//     returns the span that leads to it: [12] in a terminal, a link elsewhere.
package page

import (
	"strings"
	"unicode"
)

// Page is a titled sequence of blocks with the notes that they cite. The zero
// Page is empty and ready to use.
type Page struct {
	Title  string
	Blocks []Block
	Notes  []Note // in the order of first citation; note k+1 is Notes[k]

	filed map[string]int // by key, the note's number
}

// Block is one of [Heading], [Paragraph], [List], [Table], [Drawing], [Figure].
type Block interface{ block() }

// Heading opens a section. Level 1 is a section of the page, 2 a part of one.
type Heading struct {
	Level int
	Words Line
	ID    string // anchor; "" for none
}

// Paragraph is a line of words that wraps.
type Paragraph struct{ Words Line }

// List is a list of lines.
type List struct{ Items []Line }

// Table has a head and rows of equally many cells.
type Table struct {
	Caption string
	Head    []Line
	Rows    [][]Line
}

// Drawing is a picture made of characters, shown as it is.
type Drawing struct {
	Lines []string
	Alt   string // what it shows, for who cannot see it
}

// Figure is a picture for the browser and its equivalent in words and tables
// for everybody.
type Figure struct {
	Title string
	SVG   string  // a complete svg element; shown in HTML only
	Words []Block // the same in words; shown everywhere
}

func (Heading) block()   {}
func (Paragraph) block() {}
func (List) block()      {}
func (Table) block()     {}
func (Drawing) block()   {}
func (Figure) block()    {}

// Line is a run of spans.
type Line []Span

// Span is words of one tone, or a citation.
type Span struct {
	Words string
	Tone  Tone
	Note  int    // the number of the note cited; 0 for none
	Link  string // where the words lead; "" for nowhere
}

// Tone is what the words mean for a reader in a hurry. Colour follows it, and
// never says more than the words do.
type Tone int

// The tones.
const (
	Plain  Tone = iota
	Strong      // a name, a result
	Faint       // an aside: the unknown, a date, a source
	Keen        // demanded, preferred
	Open        // accepted
	Wary        // resisted, conditional
	Veto        // a red line
	Struck      // words of an earlier text that are gone: [-words-]
	Added       // words of a later text that are new: {+words+}
)

// Note is what a citation leads to.
type Note struct {
	Key   string // what makes it the same note again
	Words Line
	Link  string
}

// Words is a line of one plain span.
func Words(s string) Line { return Line{{Words: s}} }

// In is a line of one span in a tone.
func In(t Tone, s string) Line { return Line{{Words: s, Tone: t}} }

// Join strings lines together, with words between them.
func Join(between string, lines ...Line) Line {
	var joined Line
	for _, l := range lines {
		if len(l) == 0 {
			continue
		}
		if len(joined) > 0 {
			joined = append(joined, Span{Words: between})
		}
		joined = append(joined, l...)
	}
	return joined
}

// Plain is the line's words without tones and citations.
func (l Line) Plain() string {
	var s strings.Builder
	for _, span := range l {
		s.WriteString(span.Words)
	}
	return s.String()
}

// Add appends blocks to the page.
func (p *Page) Add(blocks ...Block) { p.Blocks = append(p.Blocks, blocks...) }

// Section opens a section.
func (p *Page) Section(id, title string) {
	p.Add(Heading{Level: 1, Words: Words(title), ID: id})
}

// Cite returns the citation of a note, and files the note when its key is new.
func (p *Page) Cite(n Note) Span {
	if p.filed == nil {
		p.filed = make(map[string]int)
	}
	number, met := p.filed[n.Key]
	if !met {
		p.Notes = append(p.Notes, n)
		number = len(p.Notes)
		p.filed[n.Key] = number
	}
	return Span{Note: number}
}

// safeLink keeps a case's data from running as script in a reader's browser.
func safeLink(link string) bool {
	if strings.ContainsFunc(link, unprintable) || strings.ContainsAny(link, " <>\"") {
		return false
	}
	return strings.HasPrefix(link, "https://") || strings.HasPrefix(link, "http://") || strings.HasPrefix(link, "#")
}

// oneLine puts words on one line and replaces control characters, so that a
// case's data can neither break a table nor steer the terminal it is shown on.
func oneLine(words string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case unprintable(r):
			return unicode.ReplacementChar
		}
		return r
	}, words)
}

// unprintable are the control characters, and those that turn the direction of
// the text around them.
func unprintable(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }
