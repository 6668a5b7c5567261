package casefolder

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/draft"
)

// reportDraft passes on what the text's own reader found; its lines count from
// the first after the front matter.
func (one *file) reportDraft(problems []draft.Problem) {
	before := one.src.lineOf(one.src.body)
	for _, p := range problems {
		message := p.Message
		if p.Hint != "" {
			message += ": " + p.Hint
		}
		one.src.reportAt(Position{one.src.name, p.Line + before, p.Column}, Problem{Message: message})
	}
}

// mentionDraft notes the issues, alternatives and backers that a text names.
// Points carry no places, so each id is looked for in the text, onward from the
// one before.
func (one *file) mentionDraft(d parley.Draft) {
	w := finder{file: one, body: one.src.text(), room: string(d.Room)}
	w.text(d.Preamble, "")
	for _, p := range d.Points {
		if p.Issue != "" {
			w.find("#", IssueKind, p.Issue, "")
		}
		if p.Alternative != "" {
			w.find(".", AlternativeKind, p.Alternative, p.Issue)
		}
		w.text(p.Body, p.Issue)
	}
}

// finder looks for ids in a draft's body, never going back.
type finder struct {
	file *file
	body string
	room string
	at   int // how far the search has come, in bytes
}

func (w *finder) text(t parley.Text, issue string) {
	for _, f := range t {
		if f.Bracket == nil {
			continue
		}
		for _, v := range f.Bracket.Variants {
			// An id stands before the words, and so do the backers beside it;
			// backers without an id stand behind.
			if v.Alternative != "" {
				w.find("[", AlternativeKind, v.Alternative, issue)
				w.backers(v.Backers)
				w.text(v.Text, issue)
				continue
			}
			w.text(v.Text, issue)
			w.backers(v.Backers)
		}
	}
}

func (w *finder) backers(ids []string) {
	for _, id := range ids {
		w.find("", PartyKind, id, "")
	}
}

// find notes an id that stands behind a mark, at the first place after the last.
func (w *finder) find(mark string, kind Kind, id, issue string) {
	at := w.at
	for {
		k := strings.Index(w.body[at:], id)
		if k < 0 {
			at = w.at // written in some other way: the place is near
			break
		}
		at += k
		before := strings.TrimRight(w.body[:at], " \t\n")
		if mark == "" || strings.HasSuffix(before, mark) {
			w.at = at + len(id)
			break
		}
		at += len(id)
	}
	src := w.file.src
	offset := src.body + at
	start := bytes.LastIndexByte(src.data[:offset], '\n') + 1
	w.file.found.mentions = append(w.file.found.mentions, mention{
		kind: kind, id: id, issue: issue, room: w.room,
		line: int32(src.lineOf(offset) + 1), column: int32(utf8.RuneCount(src.data[start:offset]) + 1),
	})
}
