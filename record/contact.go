package record

import "github.com/parley-desk/parley/record/token"

// contact finds a deed, whatever its verb, that people of two sides did in each
// other's presence on a day, for a time or in a house, or -1: fished with Holt
// on Monday, cornered him in the lobby, came to his office, asked him to his face.
func (w *work) contact(s token.Range) int {
	var e account
	w.whereabouts(&e, s)
	if w.debating(s) || !w.timed(s.First, s.End) && !w.lasting(s) && e.Site == "" {
		return -1
	}
	for i := s.First + 1; i+1 < s.End; i++ {
		if t := &w.Tokens[i]; t.Depth > 0 || !w.verbal(i) && t.Lemma != "be" && t.Lemma != "have" || aloof[t.Lemma] {
			continue
		}
		if (w.besides(s, i) || w.accosted(s, i) || w.cameTo(s, i)) && w.several(s, i) {
			return i
		}
	}
	return -1
}

// aloof are the verbs of what one does to others from afar, or against them.
var aloof = set(`say agree disagree side compete break replace confuse charge associate credit identify align end begin start link appear campaign
	vote clash feud concur live tie settle accuse attack blame criticise criticize denounce mock praise quote arrest jail kill shoot beat defeat
	sentence sue name elect appoint nominate oust succeed follow describe portray picture compare depict ridicule accept reject`)

// besides tells whether the deed at i was done with somebody.
func (w *work) besides(s token.Range, i int) bool {
	for j := i + 1; j < min(s.End, i+12) && !w.verbal(j) && w.Tokens[j].Tag != token.AUX; j++ {
		if w.Tokens[j].Norm == "with" && w.personIs(s, j+1) {
			return true
		}
	}
	return false
}

// accosted tells whether the deed at i was done to somebody where both were: in
// the corridor, in person; or aside.
func (w *work) accosted(s token.Range, i int) bool {
	if !w.personIs(s, i+1) && !(w.normIn(s, i+1) == "out" && w.personIs(s, i+2)) {
		return false
	}
	for j := i + 2; j+1 < s.End && j < i+14 && !w.verbal(j); j++ {
		switch n := w.Tokens[j+1].Norm; w.Tokens[j].Norm {
		case "aside":
			return true
		case "in", "at", "to", "on", "into", "aboard":
			if n == "person" || n == "private" || w.normIn(s, j+2) == "face" || w.siteAfter(s, j) {
				return true
			}
		}
	}
	return false
}

// cameTo tells whether somebody came to where another was at home: to Holt’s
// office, to her house.
func (w *work) cameTo(s token.Range, i int) bool {
	if !comings[w.Tokens[i].Lemma] {
		return false
	}
	for j := i + 1; j+2 < s.End && j < i+6 && !w.verbal(j); j++ {
		switch w.Tokens[j].Norm {
		case "to", "at", "into", "by":
			for k := j + 1; k < min(s.End, j+5); k++ {
				if w.possessive(k) || w.Tokens[k].Tag == token.POSS {
					return w.siteAfter(s, k)
				}
			}
		}
	}
	return false
}

// comings are the verbs of coming to somebody's door.
var comings = set("come go turn show usher drive fly walk call knock arrive visit lead bring take invite summon")

// siteAfter tells whether a house or a room is named right after i.
func (w *work) siteAfter(s token.Range, i int) bool {
	for j := i + 1; j < min(s.End, i+6); j++ {
		switch t := &w.Tokens[j]; {
		case siteNouns[t.Norm] || indoors[t.Norm]:
			return true
		case t.Tag != token.DET && t.Tag != token.POSS && t.Tag != token.ADJ && t.Tag != token.NOUN && t.Tag != token.NAME && !w.possessive(j):
			return false
		}
	}
	return false
}

// indoors are parts of a house where one runs into others.
var indoors = set("lobby corridor hallway stairs staircase doorway elevator lift table bar apartment flat bedside kitchen porch car")
