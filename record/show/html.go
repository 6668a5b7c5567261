package show

import (
	"bufio"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"github.com/parley-desk/parley/record"
)

//go:embed show.css
var style string

//go:embed show.html
var layout string

// HTML writes one page that needs nothing besides itself: no script, nothing
// fetched. Every number in the text is a link to its statement below and back,
// so the keyboard reaches all of them; marks differ in more than colour.
func HTML(w io.Writer) Writer {
	t := template.Must(template.New("").Parse(layout))
	return &html{w: bufio.NewWriter(w), layout: t}
}

type html struct {
	w       *bufio.Writer
	layout  *template.Template
	written int
	carriers
}

func (h *html) Write(d *record.Document) error {
	if err := h.head(title(d)); err != nil {
		return err
	}
	h.written++
	h.add(d)
	if err := h.layout.ExecuteTemplate(h.w, "report", h.section(d)); err != nil {
		return err
	}
	return h.w.Flush()
}

func (h *html) Close() error {
	if err := h.head("Reports"); err != nil {
		return err
	}
	err := h.layout.ExecuteTemplate(h.w, "foot", struct {
		Carried []carried
		Note    string
	}{h.found(), h.note()})
	if err != nil {
		return err
	}
	return h.w.Flush()
}

// head opens the page, once; its title is the first report's.
func (h *html) head(title string) error {
	if h.written > 0 {
		return nil
	}
	return h.layout.ExecuteTemplate(h.w, "head", struct {
		Title string
		Style template.CSS
	}{title, template.CSS(style)})
}

// section is a report as the template sees it. Anchors of the k-th report on
// the page begin with its Key.
type section struct {
	Key, Title, Origin, Note, Tally string
	Paragraphs                      [][]stretch
	Statements                      []statement
	Meetings, People                []string
}

// stretch is a piece of text with the numbers that open before it.
type stretch struct {
	Words, Class, Title string
	Numbers             []number
}

type number struct {
	N     int
	First bool // where the statement's number stands first in the text
}

type statement struct {
	N                                            int
	Who, How, Through, Holds, About, When, Words string
}

func (h *html) section(d *record.Document) section {
	s := section{Key: fmt.Sprintf("r%d", h.written), Title: title(d), Origin: origin(d), Note: d.Note, Tally: tally(d)}
	if d.Note != "" {
		return s
	}
	seen := make([]bool, len(d.Attributions)+1)
	for _, pieces := range paragraphs(d.Text, marks(d)) {
		var p []stretch
		for _, piece := range pieces {
			p = append(p, stretched(d, piece, seen))
		}
		s.Paragraphs = append(s.Paragraphs, p)
	}
	for k := range d.Attributions {
		a := &d.Attributions[k]
		s.Statements = append(s.Statements, statement{
			N: k + 1, Who: who(d, a), How: how(a), Through: through(a), Holds: holds(a), About: about(a), When: when(d, a), Words: d.Words(a.Content),
		})
	}
	for k := range d.Meetings {
		s.Meetings = append(s.Meetings, meeting(d, &d.Meetings[k]))
	}
	for k := range d.People {
		s.People = append(s.People, person(&d.People[k]))
	}
	return s
}

// stretched gives a piece its classes, its title and the numbers before it.
func stretched(d *record.Document, p piece, seen []bool) stretch {
	s := stretch{Words: p.words}
	for _, m := range p.opens {
		if m.role == cue {
			continue // its source or content has the number
		}
		s.Numbers = append(s.Numbers, number{m.number, !seen[m.number]})
		seen[m.number] = true
	}
	var classes, titles []string
	for _, m := range p.under {
		a := &d.Attributions[m.number-1]
		if !slices.Contains(classes, m.role.String()) {
			classes = append(classes, m.role.String())
		}
		titles = append(titles, fmt.Sprintf("%d, %s: %s (%s)", m.number, m.role, who(d, a), how(a)))
	}
	s.Class, s.Title = strings.Join(classes, " "), strings.Join(titles, "; ")
	return s
}
