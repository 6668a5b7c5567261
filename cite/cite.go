// Package cite turns evidence into the notes of a page, so that a brief, a
// blocker and an answer all lead to their words in the same way.
package cite

import (
	"strings"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/page"
)

// Note is the source as a page shows it: who to whom, the words, through which
// outlets, when, how close. Quotation marks stand around the words themselves
// only, never around a paraphrase.
func Note(s parley.Source) page.Note {
	key := strings.Join([]string{s.Report, s.Quote, s.Says, s.By, s.Date}, "\x00")
	return page.Note{Key: key, Words: Words(s), Link: s.Link}
}

// Words is the note's line.
func Words(s parley.Source) page.Line {
	var l page.Line
	add := func(tone page.Tone, words string) { l = append(l, page.Span{Words: words, Tone: tone}) }
	if s.By != "" {
		add(page.Strong, s.By)
		if s.To != "" {
			add(page.Plain, " to "+s.To)
		}
		add(page.Plain, ": ")
	}
	switch {
	case s.Quote != "":
		add(page.Plain, "“"+s.Quote+"”")
	case s.Says != "":
		add(page.Plain, s.Says)
	default:
		add(page.Faint, "(no words on record)")
	}
	var where []string
	if len(s.Via) > 0 {
		where = append(where, "via "+strings.Join(s.Via, " → "))
	}
	if s.Date != "" {
		where = append(where, s.Date)
	}
	if s.Grade != "" {
		where = append(where, "grade\u00a0"+string(s.Grade))
	}
	if s.Room != "" {
		where = append(where, "told in confidence: "+string(s.Room))
	}
	if len(where) > 0 {
		add(page.Faint, " — "+strings.Join(where, ", "))
	}
	return l
}

// On ends a line in citations of its sources.
func On(p *page.Page, l page.Line, sources []parley.Source) page.Line {
	l = append(page.Line{}, l...)
	for _, s := range sources {
		l = append(l, p.Cite(Note(s)))
	}
	return l
}
