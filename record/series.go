package record

import "github.com/parley-desk/parley/record/token"

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

// counted are the words for one of a series.
var counted = set("first second third fourth fifth last latest next previous")
