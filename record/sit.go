package record

import "github.com/parley-desk/parley/record/token"

// sat tells whether people sat together, or for a time, as those do who deal
// with one another.
func (w *work) sat(s token.Range, i int) bool {
	if w.apart(s, i) {
		return true
	}
	at := i
	if w.normIn(s, i+1) == "down" {
		at = i + 1
	}
	switch next := w.normIn(s, at+1); {
	case next == "together", next == "again", next == "for" && w.near(i, "talks"), w.near(i, "across", "opposite", "facing"):
		return true
	case next == "with":
		return w.objectIs(s, at+2) || w.severalBefore(s, i) || at > i && !w.near(at, "interview", "reporters")
	}
	before := w.normIn(s, i-1)
	subject := before == "they" || before == "we" || before == "it" || w.severalBefore(s, i) || w.withSomebody(s, i)
	return subject && (w.lasting(s) || w.sitsAt(s, at)) && !w.bodyMet(s, i)
}

// sitsAt tells whether a place or a day follows at once: sat at Kor, sat on Friday.
func (w *work) sitsAt(s token.Range, i int) bool {
	if w.normIn(s, i-1) == "who" {
		return false
	}
	n := w.normIn(s, i+1)
	return n == "at" || n == "in" || n == "under" || n == "on" || n == "inside"
}
