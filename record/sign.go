package record

import "github.com/parley-desk/parley/record/token"

// accords are what two sides sign.
var accords = set("accord agreement deal treaty pact truce protocol ceasefire cease-fire memorandum text declaration act settlement armistice")

// signed tells whether both sides signed, somewhere or an accord.
func (w *work) signed(s token.Range, i int) bool {
	next := w.normIn(s, i+1)
	return w.severalIn(s) && (next == "in" && !w.timed(i, min(i+3, s.End)) && atoi(w.normIn(s, i+2)) == 0 || next == "at" || w.accordAt(s, i+1)) && w.Tokens[i].Tag != token.ING
}

func (w *work) initialled(s token.Range, i int) bool {
	return w.severalIn(s) && w.accordAt(s, i+1)
}

// accordAt tells whether an accord is named at j that was signed somewhere, or
// on a day.
func (w *work) accordAt(s token.Range, j int) bool {
	for ; j < s.End; j++ {
		if t := &w.Tokens[j]; accords[t.Norm] {
			var e account
			w.whereabouts(&e, s)
			return e.Place != "" || e.Site != "" || w.timed(s.First, s.End)
		} else if t.Tag != token.DET && t.Tag != token.ADJ && t.Tag != token.NOUN && t.Tag != token.NAME && t.Tag != token.NUM && t.Tag != token.POSS {
			return false
		}
	}
	return false
}
