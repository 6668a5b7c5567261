package record

import "github.com/parley-desk/parley/record/token"

// comesBack tells whether people are back, or due back, at a table on a day:
// the delegations are due back in Orrin on Monday, the ministers go back to the
// hotel on 9 May, Holt expects to be back on Friday.
func (w *work) comesBack(s token.Range, i int) bool {
	switch w.normIn(s, i+1) {
	case "in", "at", "on", "around", "here", "to":
	default:
		return false
	}
	p := &w.Tokens[max(i-1, s.First)]
	switch {
	case p.Norm == "due" || p.Norm == "expected" || p.Lemma == "be":
	case p.Norm == "go" || p.Norm == "went" || p.Norm == "come":
	default:
		return false
	}
	return w.timed(s.First, s.End) && (w.sidesBefore(s, i) || p.Norm == "be" && w.oneBefore(s, i))
}

// sidesBefore tells whether both sides are spoken of before token i, by words
// for them or by name.
func (w *work) sidesBefore(s token.Range, i int) bool {
	for j := s.First; j < i; j++ {
		if w.sidesAt(j) {
			return true
		}
	}
	return false
}

// severalBefore tells whether both sides are what the verb at i is said of.
func (w *work) severalBefore(s token.Range, i int) bool {
	return w.sidesBefore(s, i) || w.severalIn(token.Range{First: s.First, End: i})
}

// oneBefore tells whether somebody of one side, or “we”, stands before token i.
func (w *work) oneBefore(s token.Range, i int) bool {
	for j := i - 1; j >= s.First && j > i-6; j-- {
		if m, ok := w.named(j); ok && m.figure > 0 && m.party != "" || w.Tokens[j].Norm == "we" {
			return true
		}
	}
	return false
}

// backMood reads whether those who come back are still to come: “are back on
// Friday”, “are supposed to be back”; not “were supposed to be back”.
func (w *work) backMood(s token.Range, at int) mood {
	for i := at - 1; i >= s.First && i > at-8; i-- {
		switch w.Tokens[i].Norm {
		case "not", "n't", "if", "would", "never", "refuse", "refused":
			return unreal
		case "was", "were":
			if i < at-1 {
				return unreal // were to be back
			}
			return held
		case "went", "came":
			return held
		}
	}
	return ahead
}

// resumed tells whether both sides resume on a day.
func (w *work) resumed(s token.Range, i int) bool {
	next := w.normIn(s, i+1)
	return (next == "on" || next == "in" || next == "at" || next == "tomorrow") && w.severalBefore(s, i) && w.timed(i, s.End)
}

// parted tells whether both sides rose from their table on a day, or after hours.
func (w *work) parted(s token.Range, i int) bool {
	for j := i + 1; j < s.End; j++ {
		if faintNouns[w.Tokens[j].Norm] { // after a night of talks
			return false
		}
	}
	return w.severalBefore(s, i) && !w.bodyMet(s, i) && (w.timed(s.First, s.End) || w.lasting(s)) && (w.Tokens[i].Lemma != "rise" || w.near(i+2, "table"))
}

// returned tells whether both sides return to a place, or to the table, on a day.
func (w *work) returned(s token.Range, i int) bool {
	return w.normIn(s, i+1) == "to" && w.timed(s.First, s.End) && (w.sidesBefore(s, i) || w.severalBefore(s, i) && w.normIn(s, i+3) == "table")
}
