package record

import (
	"cmp"

	"github.com/parley-desk/parley/record/token"
)

// series are nouns for several meetings; those after the first are told of by
// their number alone.
var series = set("rounds meetings sessions summits calls encounters talks conversations round meeting session summit call encounter conversation")

// oneOfThem tells whether the sentence s starts with one of the meetings that
// the sentence before spoke of: The first, in Orrin in January, failed.
func (w *work) oneOfThem(s token.Range, i int) bool {
	k := w.Tokens[i].Sent - 1
	if w.Tokens[s.First].Norm != "the" || !counted[w.Tokens[i].Norm] || w.normIn(s, i+1) != "," || k < 0 || !w.timed(i, min(s.End, i+9)) {
		return false
	}
	for b := max(0, k-1); k >= b; k-- {
		before := w.Sentences[k]
		if w.Tokens[before.First].Para != w.Tokens[i].Para {
			return false
		}
		for j := before.First; j < before.End; j++ {
			if series[w.Tokens[j].Norm] {
				return true
			}
		}
	}
	return false
}

// looksBack tells whether the sentence s only says of what the one before told
// that it was a meeting: It was their first meeting since May.
func (w *work) looksBack(s token.Range, at int) bool {
	k := w.Tokens[at].Sent
	if k == 0 || at > s.First+9 || w.Tokens[w.Sentences[k-1].First].Para != w.Tokens[at].Para {
		return false
	}
	first := w.Tokens[s.First].Norm
	return (first == "it" || first == "that" || first == "this") && (series[w.Tokens[at].Norm] || w.verbal(at)) && w.near(at, "first", "second", "third", "fourth", "fifth", "last", "only")
}

// fillFrom takes what t leaves open from the sentence before.
func (w *work) fillFrom(t *account, before token.Range) {
	o := account{at: before.First, future: t.future}
	w.fill(&o, before)
	t.Date, t.Place, t.Site = cmp.Or(t.Date, o.Date), cmp.Or(t.Place, o.Place), cmp.Or(t.Site, o.Site)
	if len(t.Parties)+len(t.Names) < 2 {
		t.Parties, t.People, t.Names, t.sides = o.Parties, o.People, o.Names, t.sides || o.sides
	}
}

// counted are the words for one of a series.
var counted = set("first second third fourth fifth last latest next previous")
