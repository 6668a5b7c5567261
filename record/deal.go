package record

import "github.com/parley-desk/parley/record/token"

// A sift tells whether a verb at i, which may tell of a meeting, does: met Holt,
// sat down with, spoke by phone; not met the deadline, talked of.
type sift = func(w *work, s token.Range, i int) bool

// sifts are the verbs that may tell of a meeting, each with what sifts it.
var sifts = byVerb(map[string]sift{
	"meet":               (*work).met,
	"confer huddle":      func(*work, token.Range, int) bool { return true },
	"sit":                (*work).sat,
	"sign":               (*work).signed,
	"initial":            (*work).initialled,
	"speak talk consult": (*work).talked,
	"negotiate haggle bargain wrangle argue work toil labour labor pore plod wade quarrel spar deliberate chat eat drink": (*work).bargained,
	"welcome":                           func(w *work, s token.Range, i int) bool { return w.personIs(s, i+1) && w.timed(i, s.End) },
	"see":                               (*work).saw,
	"receive":                           (*work).received,
	"host phone telephone ring":         (*work).reached,
	"call dial":                         (*work).called,
	"visit":                             func(w *work, s token.Range, i int) bool { return w.personIs(s, i+1) },
	"summon":                            func(w *work, s token.Range, i int) bool { return w.objectIs(s, i+1) },
	"drop stop bump cross":              (*work).cameUpon,
	"gather assemble convene reconvene": (*work).gathered,
	"resume":                            (*work).resumed,
	"part adjourn rise":                 (*work).parted,
	"return":                            (*work).returned,
	"stay":                              (*work).stayed,
	"spend":                             (*work).spentWith,
	"closet lock shut hole":             (*work).shutIn,
	"bring put":                         (*work).broughtTogether,
	"exchange swap":                     (*work).swapped,
	"shake":                             (*work).shookHands,
	"face":                              (*work).facedEachOther,
	"dine lunch breakfast share":        (*work).ate,
	"walk":                              (*work).walked,
	"fly drive ride travel":             (*work).wentTogether,
	"shuttle go run carry move relay ferry pass convey": (*work).shuttled,
})

func byVerb(lists map[string]sift) map[string]sift {
	out := map[string]sift{}
	for verbs, f := range lists {
		for verb := range set(verbs) {
			out[verb] = f
		}
	}
	return out
}

// deals tells whether the verb at i tells of a meeting.
func (w *work) deals(s token.Range, i int) bool {
	f := sifts[w.Tokens[i].Lemma]
	return f != nil && f(w, s, i)
}

// saw tells whether somebody was seen, and not only on a screen: she saw Holt;
// not “saw them”, which may be things.
func (w *work) saw(s token.Range, i int) bool {
	return w.normIn(s, i+1) != "them" && w.objectIs(s, i+1) && !w.near(i, "i", "we") && !w.onlySeen(s, i)
}

// received tells whether somebody received another, or “was received in Orrin on
// Monday by Holt”.
func (w *work) received(s token.Range, i int) bool {
	if i == s.First || w.Tokens[i-1].Tag != token.AUX {
		return w.objectIs(s, i+1)
	}
	for j := i + 1; j < min(s.End, i+9) && !w.verbal(j); j++ {
		if w.Tokens[j].Norm == "by" {
			return w.objectIs(s, j+1)
		}
	}
	return false
}

// cameUpon tells whether one dropped in, or stopped by, on another, or ran into him.
func (w *work) cameUpon(s token.Range, i int) bool {
	switch l, next := w.Tokens[i].Lemma, w.normIn(s, i+1); l {
	case "run", "bump":
		return next == "into" && (w.personIs(s, i+2) || w.eachOther(s, i+2))
	case "cross":
		return next == "paths" && w.severalIn(s)
	default:
		return (next == "in" || next == "by") && w.normIn(s, i+2) == "on" && w.personIs(s, i+3)
	}
}

// eachOther tells whether two did to each other what the verb before i says.
func (w *work) eachOther(s token.Range, i int) bool {
	n := w.normIn(s, i)
	return (n == "each" || n == "one") && (w.normIn(s, i+1) == "other" || w.normIn(s, i+1) == "another")
}

// gathered tells whether those who gathered are people of both sides.
func (w *work) gathered(s token.Range, i int) bool {
	return w.severalIn(s) && (w.timed(s.First, s.End) || w.lasting(s)) && !w.crowd(s, i) ||
		w.near(i, "delegations", "negotiators", "ministers", "envoys", "sides", "teams", "leaders", "parties", "talks") ||
		w.Tokens[i].Lemma == "reconvene" && w.timed(i, s.End) && !w.bodyMet(s, i)
}

// shutIn tells whether somebody was closeted with somebody for a time.
func (w *work) shutIn(s token.Range, i int) bool {
	return w.Tokens[i].Tag == token.PART && w.lasting(s) && (w.withSomebody(s, i) || w.oneBefore(s, i) && w.severalIn(s) || w.sidesBefore(s, i))
}

func (w *work) shookHands(s token.Range, i int) bool {
	return w.normIn(s, i+1) == "hands" && w.near(i, "with", "and")
}

// facedEachOther tells whether two faced each other across a table.
func (w *work) facedEachOther(s token.Range, i int) bool {
	return w.eachOther(s, i+1) && w.severalIn(s) && w.near(i+2, "across", "at", "over")
}

// ate tells whether both sides shared a meal.
func (w *work) ate(s token.Range, i int) bool {
	next := w.normIn(s, i+1)
	if w.Tokens[i].Lemma == "share" {
		return w.severalIn(s) && (w.near(i, "table", "meal", "lunch", "dinner", "car", "taxi", "bench") || w.normIn(s, i+2) == "table")
	}
	return next == "with" || next == "between" && w.severalIn(s) || w.together(s, i)
}

func (w *work) walked(s token.Range, i int) bool {
	next := w.normIn(s, i+1)
	return w.walkedTogether(s, i) || next == "with" || next == "between" && w.severalIn(s) || w.together(s, i)
}

func (w *work) wentTogether(s token.Range, i int) bool {
	return w.normIn(s, i+1) == "together" && w.severalBefore(s, i)
}

// together tells whether what was done was done together.
func (w *work) together(s token.Range, i int) bool {
	for j := i + 1; j < min(s.End, i+8); j++ {
		if w.Tokens[j].Norm == "together" {
			return true
		}
	}
	return false
}
