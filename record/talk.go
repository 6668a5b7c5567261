package record

import "github.com/parley-desk/parley/record/token"

// talked sifts speaking and talking: spoke with Holt, to Holt by phone, talked
// for an hour; not spoke of peace, to the press.
func (w *work) talked(s token.Range, i int) bool {
	next := w.normIn(s, i+1)
	switch {
	case w.lasting(s) && w.severalIn(s), w.near(i, "phone", "telephone", "video", "separately", "privately"):
		return true
	case (next == "with" || next == "again") && w.objectIs(s, i+2):
		return true
	case next == "to":
		return w.personIs(s, i+2) && (w.onTheLine(s, i) || w.timed(i, s.End))
	case w.Tokens[i].Lemma == "talk" && (next == "in" || next == "at") && w.severalBefore(s, i):
		return w.timed(i, s.End)
	}
	return w.spokeTogether(s, i)
}

// bargained tells whether two sides haggled on an occasion: with somebody on a
// day, for hours, until dawn, through the night.
func (w *work) bargained(s token.Range, i int) bool {
	long := w.lasting(s) || w.allNight(s) || w.normIn(s, i+1) == "until"
	if w.normIn(s, i+1) == "with" {
		return w.objectIs(s, i+2) && (long || w.timed(i, s.End))
	}
	return long && w.severalBefore(s, i)
}

// personIs tells whether a person, not only a party, is named at j.
func (w *work) personIs(s token.Range, j int) bool {
	for k := j; k < min(s.End, j+6); k++ {
		if m, ok := w.named(k); ok && (m.figure > 0 || m.outlet != "") {
			return m.outlet == "" && w.himself(m)
		}
		if t := &w.Tokens[k]; t.Tag != token.DET && t.Tag != token.ADJ && t.Tag != token.NOUN && t.Tag != token.NAME && !w.possessive(k) {
			return false
		}
	}
	return false
}

// himself tells whether a mention means whom it names or his people, and not a
// thing of his: Vale’s envoy, not Vale’s letter.
func (w *work) himself(m mention) bool {
	if m.End >= len(w.Tokens) || !w.possessive(m.End) {
		return true
	}
	for i := m.End + 1; i < len(w.Tokens) && i < m.End+6; i++ {
		switch t := &w.Tokens[i]; {
		case outsiders[t.Norm]:
			return false
		case t.Tag == token.NAME || t.Is(token.Title|token.PersonNoun|token.GroupNoun):
			return true
		case t.Tag != token.NOUN && t.Tag != token.ADJ:
			return false
		}
	}
	return false
}

// withSomebody tells whether somebody is named after “with” or “opposite”.
func (w *work) withSomebody(s token.Range, i int) bool {
	for j := i + 1; j < s.End; j++ {
		switch w.Tokens[j].Norm {
		case "with", "opposite", "beside", "facing":
			if w.objectIs(s, j+1) {
				return true
			}
		}
	}
	return false
}

// onlySeen tells whether somebody was only seen on a screen, or as something.
func (w *work) onlySeen(s token.Range, i int) bool {
	for j := i + 1; j < min(s.End, i+9); j++ {
		switch w.Tokens[j].Norm {
		case "as", "television", "tv", "screen", "video":
			return true
		}
	}
	return false
}

// inOneRoom tells whether both sides were in the same room on a day.
func (w *work) inOneRoom(s token.Range, i int) bool {
	return w.normIn(s, i+1) == "in" && (w.normIn(s, i+2) == "one" || w.normIn(s, i+3) == "same") && (w.normIn(s, i+3) == "room" || w.normIn(s, i+4) == "room") && (w.Tokens[i].Norm == "was" || w.Tokens[i].Norm == "were") &&
		w.severalBefore(s, i) && w.timed(s.First, s.End)
}

// crowd tells whether those who gathered are no negotiators.
func (w *work) crowd(s token.Range, i int) bool {
	for j := max(s.First, i-6); j < min(s.End, i+6); j++ {
		if outsiders[w.Tokens[j].Norm] || w.Tokens[j].Norm == "troops" || w.Tokens[j].Norm == "evidence" {
			return true
		}
	}
	return false
}

// spokeTogether finds the plain “Dure and Holt had spoken on Monday”.
func (w *work) spokeTogether(s token.Range, i int) bool {
	switch w.normIn(s, i+1) {
	case "on", "for", "late", "early", "again", "twice", "briefly", "privately", "overnight", "yesterday", "":
	default:
		if i+1 < s.End && w.Tokens[i+1].Kind == token.Word {
			return false
		}
	}
	joined := false
	for j := i - 1; j >= s.First && j > i-9; j-- {
		joined = joined || w.Tokens[j].Norm == "and"
	}
	return (joined || w.sidesBefore(s, i)) && w.severalIn(s) && w.timed(i, s.End)
}
