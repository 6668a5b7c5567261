package show

import (
	"fmt"
	"strings"

	"github.com/parley-desk/parley/draft"
	"github.com/parley-desk/parley/page"
)

// Comparison shows two drafts side by side: the counts first, then every point
// that changed, word by word, then those that were kept.
func Comparison(c draft.Comparison) *page.Page {
	p := &page.Page{Title: c.Before + " → " + c.After}
	_, counts, _ := strings.Cut(c.String(), ": ")
	p.Add(page.Paragraph{Words: page.Words(sentence(counts))})
	p.Add(page.Paragraph{Words: page.Line{
		{Words: "words of " + c.Before + " that are gone", Tone: page.Struck},
		{Words: " and "},
		{Words: "words of " + c.After + " that are new", Tone: page.Added},
		{Words: "; points are matched by the issue that they are about, whatever their numbers.", Tone: page.Faint},
	}})
	var kept []page.Line
	for _, change := range c.Points {
		if plain(change) {
			kept = append(kept, name(change))
			continue
		}
		if len(p.Blocks) == 2 {
			p.Section("changed", "What changed")
		}
		p.Add(page.Heading{Level: 2, Words: append(name(change), page.Span{Words: ": " + fate(change), Tone: tones[change.Fate]})})
		p.Add(blocks(edits(change.Words))...)
		var items []page.Line
		for _, n := range notes(change) {
			items = append(items, page.Words(n))
		}
		if len(items) > 0 {
			p.Add(page.List{Items: items})
		}
	}
	if len(kept) > 0 {
		p.Section("kept", "Kept as it was")
		p.Add(page.List{Items: kept})
	}
	return p
}

var tones = map[draft.Fate]page.Tone{draft.New: page.Keen, draft.Dropped: page.Wary, draft.Reworded: page.Wary}

// plain reports whether there is nothing to tell but that the point was kept.
func plain(c draft.PointChange) bool {
	return c.Fate == draft.Kept && len(notes(c)) == 0 && !c.Moved
}

// name is the point's number and title in the later draft, or else the earlier.
func name(c draft.PointChange) page.Line {
	if c.Preamble {
		return page.In(page.Strong, "Preamble")
	}
	side := c.After
	if side == nil {
		side = c.Before
	}
	return Point{Number: side.Number, Title: side.Title, Issue: c.Issue}.heading()
}

// fate is what became of the point, in words: "reworded, moved from 6".
func fate(c draft.PointChange) string {
	words := string(c.Fate)
	if !c.Moved {
		return words
	}
	switch from, to := c.Before.Number, c.After.Number; {
	case from == "":
		return words + ", now numbered " + to
	case to == "":
		return words + ", no longer numbered " + from
	default:
		return words + ", moved from " + from
	}
}

// notes are what is to be said beside the words.
func notes(c draft.PointChange) []string {
	var all []string
	say := func(format string, args ...any) { all = append(all, fmt.Sprintf(format, args...)) }
	if c.Retitled {
		say("Title: was %s, now %s.", orNone(c.Before.Title), orNone(c.After.Title))
	}
	if c.Before != nil && c.After != nil && c.Before.Alternative != c.After.Alternative {
		say("Stands for: was %s, now %s.", orNone(c.Before.Alternative), orNone(c.After.Alternative))
	}
	for _, b := range c.Bracketed {
		say("Newly bracketed: %s", b)
	}
	for _, s := range c.Settled {
		switch {
		case s.Alternative != "":
			say("Settled on %s (%s): %s", s.Alternative, s.Wording, s.Bracket)
		case s.Wording != "":
			say("Settled on the wording (%s): %s", s.Wording, s.Bracket)
		default:
			say("Settled, and none of its wordings stayed: %s", s.Bracket)
		}
	}
	return all
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

func edits(all []draft.Edit) page.Line {
	tone := map[draft.Op]page.Tone{draft.Same: page.Plain, draft.Struck: page.Struck, draft.Added: page.Added}
	var l page.Line
	for _, e := range all {
		l = append(l, page.Span{Words: e.Words, Tone: tone[e.Op]})
	}
	return l
}
