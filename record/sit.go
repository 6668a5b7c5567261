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
	case next == "with" && !w.near(i, "interview", "reporters"), next == "together", next == "again", next == "for" && w.near(i, "talks"),
		w.lasting(s) && (next == "in" || next == "for"), w.near(i, "across", "opposite", "facing"):
		return true
	}
	return w.severalIn(s) && w.sitsAt(s, at) && (w.severalBefore(s, i) || w.normIn(s, i-1) == "they" || w.withSomebody(s, i) || w.lasting(s)) && !w.bodyMet(s, i)
}

// sitsAt tells whether a place or a day follows at once: sat at Kor, sat on Friday.
func (w *work) sitsAt(s token.Range, i int) bool {
	if w.normIn(s, i-1) == "who" {
		return false
	}
	n := w.normIn(s, i+1)
	return n == "at" || n == "in" || n == "under" || n == "on" || n == "inside"
}
