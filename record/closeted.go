package record

import "github.com/parley-desk/parley/record/token"

// closeted finds a meeting that no word names: two delegations kept in a house
// for hours, five hours that somebody spent with somebody.
func (w *work) closeted(s token.Range) int {
	var t account
	w.whereabouts(&t, s)
	if h, _ := w.hoursIn(s); w.debating(s) || h == 0 && !(w.spentDays(s) && w.severalIn(s)) && !w.allNight(s) && !w.alone(s) {
		return -1
	}
	several, at := w.severalIn(s), -1
	for i := s.First; i < s.End; i++ {
		n := w.Tokens[i].Norm
		m, ok := w.named(i)
		switch {
		case n == "together" && several, n == "with" && w.spent(s, i) && w.objectIs(s, i+1) && w.several(s, i):
			return i
		case at < 0 && (sides[n] && (n != "they" || i == s.First) || ok && (m.figure > 0 && (several || w.several(s, i) || w.after(s, i)) || m.figure == 0 && m.party != "" && w.keptThere(s))):
			at = i
		}
	}
	if t.Site == "" && !w.jointly(s) && !w.closedDoors(s) {
		return -1
	}
	return at
}

// after tells whether the person named at i did something “after six hours” of it.
func (w *work) after(s token.Range, i int) bool {
	for j := i + 1; j+2 < s.End && j < i+9; j++ {
		if w.Tokens[j].Norm == "after" {
			h, _ := w.hoursIn(token.Range{First: j, End: min(s.End, j+5)})
			return h > 0
		}
	}
	return false
}

// keptThere tells whether parties as such were kept somewhere, as no border or
// power plant of theirs is.
func (w *work) keptThere(s token.Range) bool {
	for i := s.First; i < s.End; i++ {
		switch w.Tokens[i].Lemma {
		case "keep", "hold", "spend", "sit", "lock", "let":
			return true
		}
	}
	return w.closedDoors(s) || w.jointly(s) || w.allNight(s)
}

// closedDoors finds hours that both sides were behind closed doors.
func (w *work) closedDoors(s token.Range) bool {
	for i := s.First + 1; i < s.End; i++ {
		if w.Tokens[i].Norm == "doors" && w.Tokens[i-1].Norm == "closed" {
			return w.severalIn(s)
		}
	}
	return false
}

// alone finds two sides whom somebody left alone: the two leaders are alone in
// the lighthouse.
func (w *work) alone(s token.Range) bool {
	for i := s.First + 1; i < s.End; i++ {
		for j := i - 1; w.Tokens[i].Norm == "alone" && j >= s.First && j > i-9; j-- {
			if sides[w.Tokens[j].Norm] {
				return true
			}
		}
	}
	return false
}

// jointly finds hours that “the two leaders had just spent”, or needed.
func (w *work) jointly(s token.Range) bool {
	for i := s.First; i < s.End; i++ {
		if w.Tokens[i].Lemma == "need" && w.severalBefore(s, i) {
			return true
		}
		for j := i - 1; w.Tokens[i].Lemma == "spend" && j >= s.First && j > i-5; j-- {
			if sides[w.Tokens[j].Norm] {
				return true
			}
		}
	}
	return false
}

// spent tells whether time was spent before i.
func (w *work) spent(s token.Range, i int) bool {
	for j := i - 1; j >= s.First && j > i-12; j-- {
		if w.Tokens[j].Lemma == "spend" || w.Tokens[j].Norm == "hours" && j > i-3 {
			return true
		}
	}
	return false
}

// allNight finds sides that “worked through the night”.
func (w *work) allNight(s token.Range) bool {
	for i := s.First; i+2 < s.End; i++ {
		if n := w.Tokens[i].Norm; (n == "through" || n == "throughout") && (w.Tokens[i+1].Norm == "the" || w.Tokens[i+1].Is(token.Weekday)) && (w.Tokens[i+2].Norm == "night" || w.Tokens[i+2].Norm == "day") {
			return w.severalIn(s)
		}
		if n := w.Tokens[i].Norm; n == "until" && w.Tokens[i].Tag != token.VERB && late[w.Tokens[i+1].Norm] && i > s.First && (w.Tokens[i-1].Lemma == "work" || w.Tokens[i-1].Lemma == "sit" || w.Tokens[i-1].Lemma == "talk") {
			return w.severalBefore(s, i)
		}
	}
	return false
}

// late are the hours until which only negotiators work.
var late = set("midnight dawn sunrise daybreak late")

// spentDays finds “will spend two days at the Agency’s headquarters” and “spent
// Tuesday evening with Holt”.
func (w *work) spentDays(s token.Range) bool {
	for i := s.First; i+2 < s.End; i++ {
		if w.Tokens[i].Lemma != "spend" {
			continue
		}
		for j := i + 1; j < min(s.End, i+5); j++ {
			switch t := &w.Tokens[j]; t.Norm {
			case "days", "day", "morning", "afternoon", "evening", "night", "weekend":
				return true
			default:
				if t.Is(token.Weekday) {
					return true
				}
			}
		}
	}
	return false
}
