package draft

import (
	"fmt"
	"io"
	"strings"

	"github.com/parley-desk/parley"
)

// Render writes a draft for reading: what paper it is, how many brackets are
// live, then the text, each bracket with its variants, who backs them, and the
// alternatives that they stand for.
func Render(w io.Writer, d parley.Draft, o Options) error {
	return render(w, o, "draft", func(p pen) {
		p.heading(1, caption(d))
		p.paragraph(span{plainRole, standing(d)})
		if d.Note != "" {
			p.note(d.Note)
		}
		for _, e := range d.Disputed {
			p.note("Disputed: " + dispute(e))
		}
		if len(d.Preamble) > 0 {
			p.paragraph(spans(d.Preamble, o.Format)...)
		}
		for _, n := range o.Notes[-1] {
			p.note(n)
		}
		for k, point := range d.Points {
			p.heading(2, title(point))
			if len(point.Body) > 0 {
				p.paragraph(spans(point.Body, o.Format)...)
			}
			for _, n := range o.Notes[k] {
				p.note(n)
			}
		}
	})
}

// standing says first what matters most of a draft: how many points, and
// whether it is clean.
func standing(d parley.Draft) string {
	points := fmt.Sprintf("%d points", len(d.Points))
	switch {
	case len(d.Points) == 1:
		points = "1 point"
	case len(d.Points) == 0 && d.Stated > 0:
		return fmt.Sprintf("Said to have %d points; the text itself is not known.", d.Stated)
	case len(d.Points) == 0 && len(d.Preamble) == 0:
		return "The text itself is not known."
	}
	switch n := d.Brackets(); n {
	case 0:
		return points + ", clean: no brackets."
	case 1:
		return points + ", 1 live bracket."
	default:
		return fmt.Sprintf("%s, %d live brackets.", points, n)
	}
}

// dispute tells a claim against a draft's authorship; only words quoted stand
// in quotation marks.
func dispute(e parley.Evidence) string {
	s := e.Says
	if e.Quote != "" {
		s = "“" + e.Quote + "”"
	}
	if e.By != "" {
		s = e.By + ": " + s
	}
	if e.Report != "" {
		s += " (" + e.Report + ")"
	}
	return s
}

// title is a point's heading as it is shown: "6. Army (army, stands for no-cap)".
func title(p parley.Point) string {
	s := p.Title
	if p.Number != "" {
		s = strings.TrimSpace(p.Number + ". " + s)
	}
	var about []string
	if p.Issue != "" {
		about = append(about, p.Issue)
	}
	if p.Alternative != "" {
		about = append(about, "stands for "+p.Alternative)
	}
	if len(about) > 0 {
		s = strings.TrimSpace(s + " (" + strings.Join(about, ", ") + ")")
	}
	if s == "" {
		return "(unnumbered point)"
	}
	return s
}

// spans lays out text: "[limited to 600,000 — US, RU; cap-600k] or [no limit —
// UA]". Words that are brackets in themselves stay escaped where they are
// Markdown.
func spans(t parley.Text, m Medium) []span {
	var all []span
	for _, f := range t {
		if f.Bracket == nil {
			words := f.Words
			if m == Markdown {
				words = FormatText(parley.Text{f})
			}
			all = append(all, span{plainRole, words})
			continue
		}
		for k, v := range f.Bracket.Variants {
			if k > 0 {
				all = append(all, span{plainRole, " "}, span{markRole, "or"}, span{plainRole, " "})
			}
			all = append(all, span{markRole, "["})
			all = append(all, spans(v.Text, m)...)
			if who := backing(v, len(f.Bracket.Variants) == 1); who != "" {
				all = append(all, span{backerRole, " — " + who})
			}
			all = append(all, span{markRole, "]"})
		}
	}
	return all
}

// backing says who backs a variant and what it stands for; of a lone one, that
// it is to be kept or deleted.
func backing(v parley.Variant, lone bool) string {
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
