package record

import "github.com/parley-desk/parley/record/token"

// calls are words of a conversation over a line.
var calls = set("phone telephone telephoned phoned video videoconference phone-call")

// lines are the verbs of calling somebody.
var lines = set("phone telephone ring call")

// lineVerbs tell of a call where the sentence speaks of a line.
var lineVerbs = set("consult reach brief inform update congratulate tell thank warn assure ask urge press implore beg remind advise sound contact raise hear")

// callTold sifts the noun: a phone call, a call of 70 minutes, a call with Holt;
// not a roll call, nor one on which reporters were told.
func (w *work) callTold(s token.Range, i int) bool {
	for j := max(s.First, i-5); j < i; j++ {
		switch w.Tokens[j].Norm {
		case "reporters", "journalists", "roll":
			return false
		}
	}
	if w.strangers(s, i) {
		return false
	}
	return w.near(i, "returned", "took", "answered") && w.severalIn(s) || w.normIn(s, i+1) == "on" && w.timed(i, s.End) && (w.normIn(s, i-2) == "in" && w.severalIn(s) || w.near(i, "paid", "pay", "paying") && w.personIs(s, i+2)) ||
		!w.near(i, "reporters", "journalists") && w.near(i, "phone", "telephone", "video", "minute", "minutes", "hour", "conference", "took", "lasted") ||
		w.minutesBefore(i) || w.normIn(s, i+1) == "with" || (w.normIn(s, i+1) == "between" || w.normIn(s, i+1) == "to") && w.severalIn(s) && (w.lasting(s) || w.timed(s.First, s.End)) || w.normIn(s, i+2) == "of" && w.lasting(s)
}

// onTheLine tells whether what was done to somebody was done from afar: reached
// Holt by radio, briefed him by telephone; or “then came the telephones. Dure
// reached Holt”.
func (w *work) onTheLine(s token.Range, i int) bool {
	for j := i + 1; j+1 < s.End; j++ {
		if n := w.Tokens[j+1].Norm; (w.Tokens[j].Norm == "by" || w.Tokens[j].Norm == "over") && (calls[n] || n == "radio" || n == "satellite") {
			return true
		}
	}
	if w.Tokens[i].Lemma != "reach" {
		return false
	}
	if k := w.Tokens[i].Sent; k > 0 && w.Tokens[w.Sentences[k-1].First].Para == w.Tokens[i].Para && w.lineIn(w.Sentences[k-1]) {
		return true
	}
	return w.lineIn(s)
}

// onThePhone tells whether two were on the phone: was on the line with Holt, the
// leaders were on the phone on Monday.
func (w *work) onThePhone(s token.Range, i int) bool {
	if w.normIn(s, i-1) != "the" || w.normIn(s, i-2) != "on" || w.near(i, "reporters", "journalists") {
		return false
	}
	for j := i - 3; j >= s.First && j > i-8; j-- {
		if w.verbal(j) || w.Tokens[j].Tag == token.AUX {
			return hangs[w.Tokens[j].Lemma] && (w.severalBefore(s, i) || w.withSomebody(s, i) || w.normIn(s, i+1) == "together" || w.objectIs(s, j+1))
		}
	}
	return false
}

// hangs are the verbs of those who are on the phone.
var hangs = set("be get stay hang remain come spend have speak talk keep")

// lineIn tells whether a sentence speaks of a telephone or a screen.
func (w *work) lineIn(s token.Range) bool {
	for i := s.First; i < s.End; i++ {
		if calls[w.Tokens[i].Norm] || calls[w.Tokens[i].Lemma] {
			return true
		}
	}
	return false
}

// calledUp tells a telephone call from name-calling by what follows the person.
func (w *work) calledUp(s token.Range, i int) bool {
	j := i + 1
	for j < s.End && (w.Tokens[j].Tag == token.NAME || w.Tokens[j].Tag == token.DET || w.Tokens[j].Tag == token.POSS || w.Tokens[j].Is(token.Title) || w.Tokens[j].Tag == token.PRON) {
		j++
	}
	if j >= s.End {
		return j > i+1
	}
	t := &w.Tokens[j]
	return t.Tag == token.PREP && t.Norm != "as" || t.Norm == "before" || t.Norm == "after" || t.Tag == token.TO || t.Is(token.Weekday) || t.Norm == "." || t.Norm == "yesterday" || t.Norm == "again" || t.Norm == "twice"
}

// called tells a call and a visit from a name called and a call to do something.
func (w *work) called(s token.Range, i int) bool {
	switch w.normIn(s, i+1) {
	case "back":
		return w.timed(s.First, s.End)
	case "on":
		return w.objectIs(s, i+2) && w.timed(i, s.End) && !w.toDo(s, i+2)
	}
	return w.objectIs(s, i+1) && w.calledUp(s, i)
}

// reached tells whether somebody was rung, or rang back.
func (w *work) reached(s token.Range, i int) bool {
	return w.objectIs(s, i+1) || w.normIn(s, i+1) == "back"
}

// toDo tells whether an infinitive follows soon.
func (w *work) toDo(s token.Range, j int) bool {
	for ; j+1 < s.End; j++ {
		if w.Tokens[j].Norm == "to" && w.Tokens[j+1].Tag == token.VERB {
			return true
		}
	}
	return false
}
