package record

import "github.com/parley-desk/parley/record/token"

// between are the verbs for what a mediator does between two rooms.
var between = set("shuttle go run carry move walk relay ferry pass convey")

// apart tells whether a side sat where the other did not, as between whom a
// mediator goes: on the second floor sat the delegation of Vale.
func (w *work) apart(s token.Range, i int) bool {
	return inside[w.Tokens[s.First].Norm] && i < s.First+14 && w.Tokens[i].Tag == token.PAST && w.normIn(s, i-1) != "who" && w.sideIs(s, i+1)
}

// wentBetween tells whether somebody went, or carried papers, between the sides
// themselves, and not between their capitals.
func (w *work) wentBetween(s token.Range, i int) bool {
	j := i + 1
	if w.normIn(s, j) != "between" && w.Tokens[i].Tag == token.PAST { // carried drafts between them
		j++
	}
	if w.normIn(s, j) != "between" {
		return false
	}
	for k := j + 1; k < min(s.End, j+5); k++ {
		switch w.Tokens[k].Norm {
		case "capitals", "governments", "countries", "cities":
			return false
		}
	}
	return true
}

// betweenRooms tells whether it was two rooms that somebody went between: the
// fourth floor and the seventh, the two hotels.
func (w *work) betweenRooms(s token.Range, i int) bool {
	for j := i + 2; j < min(s.End, i+8); j++ {
		if rooms[w.Tokens[j].Norm] {
			return true
		}
	}
	return false
}

// rooms are what the sides sit in while somebody goes between them.
var rooms = set("floor floors room rooms hotels suites villas wings tents buildings houses tables delegations")

// somebodyBefore tells whether a person did what the verb at i tells: trains,
// too, run between two capitals.
func (w *work) somebodyBefore(s token.Range, i int) bool {
	for j := i - 1; j >= s.First && j > i-25; j-- {
		if m, ok := w.named(j); ok && m.figure > 0 {
			return true
		}
		if t := &w.Tokens[j]; t.Is(token.Title) || t.Is(token.PersonNoun) && t.Tag == token.NOUN || t.Tag == token.PRON {
			return true
		}
	}
	return false
}

// sideIs tells whether a party, not one of its people, is named at j.
func (w *work) sideIs(s token.Range, j int) bool {
	for ; j < s.End; j++ {
		if m, ok := w.named(j); ok {
			return m.figure == 0 && m.party != "" && w.himself(m)
		}
		switch t := &w.Tokens[j]; t.Norm {
		case "the", "delegation", "team", "envoys", "of":
		default:
			return false
		}
	}
	return false
}

// shuttled tells whether somebody went between both sides, or both went over
// something for a time.
func (w *work) shuttled(s token.Range, i int) bool {
	next := w.normIn(s, i+1)
	if next == "into" {
		return w.cameUpon(s, i)
	}
	if w.Tokens[i].Lemma == "go" && (next == "over" || next == "through") {
		return w.lasting(s) && w.severalBefore(s, i)
	}
	return w.wentBetween(s, i) && (w.severalIn(s) || w.betweenRooms(s, i)) && w.somebodyBefore(s, i) || next == "back" && w.normIn(s, i+3) == "forth" && w.severalIn(s)
}
