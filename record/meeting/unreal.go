package meeting

import (
	"github.com/parley-desk/parley/record/linear"
	"github.com/parley-desk/parley/record/token"
)

// unreal tells whether the words about the one at i say in so many words that
// no meeting took place or is set: it is denied, refused, called off, wished
// for, made to hang on a condition, or a habit; or that the word tells of
// something else. A clause whose best word is such a one tells of none.
func (f *finder) unreal(c *clause, i int, p *portrait) bool {
	s := f.Sentences[c.sent]
	if f.habit(s, i) || p.verb && f.otherwise(s, i, p) {
		return true
	}
	if p.verb || f.Tokens[i].Tag == token.AUX {
		return p.tense == negated || p.governs == unmet || (p.tense == would || p.tense == future) && f.hangs(s)
	}
	return f.unheld(s, i)
}

// otherwise tells whether a verb tells of something else: met the deadline, met
// reporters, received Holt’s note, called him a liar, called for talks; or of
// what one body did by itself: the cabinet met.
func (f *finder) otherwise(s token.Range, i int, p *portrait) bool {
	thing := p.prep == symNone && (p.object == symThing || p.object == symDeed || p.object == symOutsider)
	alone := p.subject == symBody && p.with == symNone
	switch f.Tokens[i].Lemma {
	case "meet":
		return thing && !oneToOne[f.NormIn(s, i+1)] || f.NormIn(s, i+1) == "the" && f.NormIn(s, i+2) == "deadline" || alone && p.object != symPerson && p.object != symParty
	case "receive", "see", "host", "visit", "welcome":
		return thing
	case "sit":
		return alone
	case "call":
		return p.prep == linear.Hash("for") || f.NormIn(s, i+1) == "off" || p.prep == symNone && (p.after == linear.Hash("a") || p.after == linear.Hash("an") || p.after == linear.Hash("the"))
	}
	return false
}

// oneToOne are nouns for how people met, not for what.
var oneToOne = token.Set("one-on-one face-to-face tête-à-tête head-to-head eye-to-eye")

// hangs tells whether a sentence states a condition.
func (f *finder) hangs(s token.Range) bool {
	for i := s.First; i < s.End; i++ {
		switch f.Tokens[i].Norm {
		case "if", "unless", "provided":
			return true
		}
	}
	return false
}

// habit tells whether a deed is one of many: met four times, meet every Monday.
func (f *finder) habit(s token.Range, i int) bool {
	for j := i + 1; j < min(s.End, i+5); j++ {
		switch n := f.Tokens[j].Norm; n {
		case "often", "regularly", "sometimes", "usually", "occasionally", "frequently", "routinely", "weekly", "monthly", "daily":
			return true
		case "every", "each":
			return j+1 < s.End && f.Tokens[j+1].Is(token.TimeNoun|token.Weekday)
		case "times":
			return !f.dayIn(j, s.End)
		}
	}
	return false
}

// unheld tells whether a meeting, as a noun, is what somebody refused, proposed
// or called off, or one that came to nothing.
func (f *finder) unheld(s token.Range, i int) bool {
	for j := i - 1; j >= s.First && j > i-6; j-- {
		t := &f.Tokens[j]
		if t.Norm == "away" || t.Norm == "every" {
			return true
		}
		if t.Norm == "off" && j > s.First {
			switch f.Tokens[j-1].Lemma {
			case "call", "put", "break":
				return true
			}
		}
		if isVerb(t) {
			return governors[t.Lemma] == unmet || t.Lemma == "call" && f.NormIn(s, j+1) == "for"
		}
	}
	for j := i + 1; j+1 < min(s.End, i+16); j++ {
		a, b := &f.Tokens[j], f.Tokens[j+1].Norm
		switch {
		case (a.Lemma == "call" || a.Lemma == "put" || a.Lemma == "be") && b == "off", a.Norm == "fell" && b == "through":
			return true
		case a.Lemma == "cancel" || a.Lemma == "postpone" || a.Norm == "never" && (b == "took" || b == "happened"):
			return true
		case a.Norm == ";":
			return false
		}
	}
	return false
}
