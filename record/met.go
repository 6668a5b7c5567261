package record

import "github.com/parley-desk/parley/record/token"

// met tells whether it is people of another side who were met, and not a deadline,
// reporters or an opponent in a debate.
func (w *work) met(s token.Range, i int) bool {
	return !nobody[w.normIn(s, i+1)] && !w.metThing(s, i) && !w.debating(s) && !w.metOutsiders(s, i) && !w.bodyMet(s, i)
}

// oneToOne are nouns for how people met, not for what.
var oneToOne = set("one-on-one face-to-face tête-à-tête head-to-head eye-to-eye")

// metThing tells whether what was met is a deadline or a demand rather than people.
func (w *work) metThing(s token.Range, i int) bool {
	j := i + 1
	for j < s.End && (w.Tokens[j].Tag == token.DET || w.Tokens[j].Tag == token.POSS || w.Tokens[j].Tag == token.ADJ || w.Tokens[j].Tag == token.NUM) {
		j++
	}
	if j >= s.End || w.Tokens[j].Tag != token.NOUN || oneToOne[w.Tokens[j].Norm] {
		return false
	}
	if n := w.Tokens[j].Norm; n == "deadline" || sides[n] {
		return n == "deadline"
	}
	for k := j; k < s.End && (w.Tokens[k].Tag == token.NOUN || w.Tokens[k].Tag == token.NAME); k++ {
		if t := &w.Tokens[k]; t.Is(token.Title|token.PersonNoun|token.Demonym|token.GroupNoun|token.TimeNoun|token.Weekday) || t.Tag == token.NAME {
			return false
		}
	}
	return true
}

// metOutsiders tells whether those met are of no side: met reporters, met the
// families of prisoners.
func (w *work) metOutsiders(s token.Range, i int) bool {
	for j := i + 1; j < min(s.End, i+6); j++ {
		t := &w.Tokens[j]
		if outsiders[t.Norm] {
			return true
		}
		if t.Tag != token.DET && t.Tag != token.ADJ && t.Tag != token.POSS && t.Tag != token.NUM && t.Norm != "with" {
			return false
		}
	}
	return false
}

// bodyMet tells whether a cabinet, a parliament or the like sat by itself.
func (w *work) bodyMet(s token.Range, i int) bool {
	for j := i - 1; j >= s.First && j > i-4; j-- {
		t := &w.Tokens[j]
		if t.Tag == token.NOUN || t.Tag == token.NAME {
			return notMeetings[t.Norm] && !w.near(j, "joint", "mixed", "chiefs", "chief")
		}
		if t.Tag != token.AUX && t.Tag != token.ADV && t.Tag != token.MODAL {
			return false
		}
	}
	return false
}

// ofOneBody tells whether the meeting at i is one of a council or a parliament:
// the council voted at its first meeting, lawmakers return for a session.
func (w *work) ofOneBody(s token.Range, i int) bool {
	if w.severalIn(s) {
		return false
	}
	for j := s.First; j < s.End; j++ {
		if members[w.Tokens[j].Norm] {
			return true
		}
	}
	return false
}

// members are words for those who sit in one body, and for what they do there.
var members = set(`lawmakers legislators senators deputies councillors councilors councilmen aldermen trustees shareholders board council
	parliament legislature senate assembly committee voted vote votes quorum gavel agenda adjourned`)

// debating tells whether a sentence is about a debate before an audience, or
// about a match: met for their only debate, in the final.
func (w *work) debating(s token.Range) bool {
	for i := s.First; i < s.End; i++ {
		if !contests[w.Tokens[i].Norm] || w.verbal(i) || i+1 < s.End && w.Tokens[i+1].Tag == token.NOUN { // to debate, a final round
			continue
		}
		for j := i - 1; j >= s.First && j > i-6 && w.Tokens[j].Tag != token.NOUN; j-- {
			if n := w.Tokens[j].Norm; n == "for" || n == "in" || n == "at" || n == "during" || n == "before" || n == "after" {
				return true
			}
		}
	}
	return false
}

// contests are what rivals meet in.
var contests = set("debate debates final semifinal semi-final playoff cup championship match")
