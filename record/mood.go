package record

import "github.com/parley-desk/parley/record/token"

// mood is how a sentence puts an encounter.
type mood uint8

const (
	held   mood = iota
	ahead       // set for a day to come
	unreal      // refused, proposed, wished for, supposed, or a habit
)

// unmet are the verbs and nouns whose meeting did not take place, as far as
// the sentence tells: they refused to meet, proposed a summit.
var unmet = set(`refuse decline propose offer seek request ask demand want reject cancel postpone suggest urge skip boycott avoid invite
	deny hope wish prefer threaten consider rule call-off delay oppose insist push press appeal favour favor explore discuss contemplate
	proposal offer request demand invitation refusal idea possibility prospect chance readiness willingness hopes calls lack absence
	suspend freeze halt pause ready willing reluctant unwilling prepared possible eager open unable able fail try attempt need allow let happy glad delighted pleased
	beg plead implore entreat crave dream`)

// settled are the words that put a meeting in the future as a matter of fact.
var settled = set(`will due scheduled set plan planned agree agreed expect expected intend next tomorrow upcoming shall decide decided
	arrange arranged fix fixed coming slated`)

// starts are the verbs whose present tense is said of what is to come.
var starts = set("resume reconvene")

// verbal tells a verb, “meet” after a name too, which is a noun only after what
// describes it: a track meet; and not the noun of “their first meeting”.
func (w *work) verbal(i int) bool {
	switch t := &w.Tokens[i]; t.Tag {
	case token.PAST, token.VERB, token.PART:
		return true
	case token.ING:
		return i < 2 || w.Tokens[i-1].Tag != token.POSS && w.Tokens[i-2].Tag != token.POSS && w.Tokens[i-2].Tag != token.DET
	default:
		return t.Norm == "met" || t.Norm == "meet" && i > 0 && w.Tokens[i-1].Tag == token.NAME
	}
}

// moodOf reads how the clause around the trigger at puts the encounter.
func (w *work) moodOf(s token.Range, at int) mood {
	switch {
	case w.took(s, at):
		return held
	case w.Tokens[at].Norm == "back":
		return w.backMood(s, at)
	}
	noun := (w.Tokens[at].Tag == token.NOUN || w.Tokens[at].Tag == token.NAME || w.Tokens[at].Tag == token.ING) && !w.verbal(at)
	m := held
	for i := at + 1; i < min(s.End, at+6); i++ {
		if w.habit(s, i) {
			return unreal
		}
	}
	verbs := 0
	if at > s.First && w.Tokens[at-1].Norm == "to" { // will travel to meet Holt
		verbs = -2
	}
	for i := at - 1; i >= s.First && i > at-12; i-- {
		t := &w.Tokens[i]
		n := t.Norm
		switch {
		case n == ";" || n == ":" || t.Open || t.Close:
			return m
		case t.Norm == "off" && i > s.First && w.Tokens[i-1].Lemma == "call", n == "nobody", n == "none", n == "supposed":
			return unreal
		case n == "to" && i+2 <= at && w.Tokens[i+1].Norm == "have" && (w.verbal(i+2) || w.Tokens[i+2].Tag == token.AUX): // were to have met
			return unreal
		case n == "if" || n == "unless" || n == "whether" || n == "without" || n == "nor" || n == "never" || n == "no" && at-i < 4:
			return unreal
		case (t.Tag == token.NOT || n == "not") && verbs == 0:
			return unreal
		case !noun && verbs == 0 && (n == "do" || n == "does"): // only then do they meet
			return unreal
		case at-i < 4 && (w.habit(s, i) || noun && (n == "every" || n == "each")):
			return unreal
		case verbs > 1:
			continue
		case n == "would" && verbs <= 1 && w.fixed(s, i):
			m = ahead
		case t.Tag == token.MODAL && verbs <= 1 && n != "will" && n != "shall" && n != "'ll" && n != "can":
			return unreal
		case (n == "invitation" || n == "offer" || n == "proposal") && w.accepted(s, i):
			return ahead
		case t.Lemma == "invite" && w.acceptedNext(i):
			return ahead
		case t.Lemma == "break" && w.normIn(s, i+1) == "off":
			return unreal
		case (unmet[t.Lemma] || unmet[n]) && t.Tag != token.NOUN && during[w.normIn(s, i+1)]: // refused at a meeting
		case unmet[t.Lemma] || unmet[n], t.Lemma == "call" && w.normIn(s, i+1) == "for", (t.Lemma == "put" || t.Lemma == "call") && w.normIn(s, i+1) == "off", n == "away":
			return unreal
		case t.Tag == token.PAST && starts[t.Lemma]: // resumed talks
		case settled[t.Lemma] || settled[n] || starts[t.Lemma] || n == "'ll":
			m = ahead
		case t.Tag == token.VERB && journeys[t.Lemma] && t.Norm != t.Lemma && w.timed(i, s.End): // flies to Orm on Friday to see Holt
			return ahead
		case noun && verbs == 0 && at-i < 6 && lightVerbs[t.Lemma] && w.again(s, i): // go into a round on Friday
			m = ahead
		case t.Tag == token.ING && journeys[t.Lemma] && i > s.First && (w.Tokens[i-1].Norm == "is" || w.Tokens[i-1].Norm == "are"): // is flying in for talks on Friday
			return ahead
		case n == "to" && i > s.First && w.Tokens[i-1].Is(token.Aux) && w.Tokens[i-1].Lemma == "be" && at-i < 5: // are to meet
			m = ahead
		case n == "after" || n == "following" || n == "during":
			return m
		}
		if (t.Tag == token.PAST || t.Tag == token.VERB) && (i == s.First || w.Tokens[i-1].Norm != "to") {
			verbs++
			if !noun || !lightVerbs[t.Lemma] {
				verbs++
			}
		}
	}
	if !noun && verbs == 0 && m == held && w.again(s, at) {
		m = ahead // the boards meet again on 9 February
	}
	if noun && w.fellThrough(s, at) {
		return unreal
	}
	if noun && w.supposed(s, at) {
		return unreal
	}
	for i := at + 1; noun && i < min(s.End, at+9); i++ {
		t := &w.Tokens[i]
		switch n := t.Norm; {
		case n == "will" || n == "resume" || n == "resumes" || n == "due" || n == "tomorrow" || t.Tag == token.PART && appointed[t.Lemma]:
			m = ahead
		case n == "would" && w.fixed(s, at):
			m = ahead
		case n == "would" || n == "could" || n == "might":
			return unreal
		case t.Tag == token.PAST:
			return m
		}
	}
	return m
}

// supposed tells whether talks, named before, hang on a condition: talks can
// begin on Friday if the road is open.
func (w *work) supposed(s token.Range, at int) bool {
	modal := false
	for i := at + 1; i < s.End; i++ {
		t := &w.Tokens[i]
		modal = modal || t.Tag == token.MODAL && i < at+6
		if modal && (t.Norm == "if" || t.Norm == "unless" || t.Norm == "provided") {
			return true
		}
	}
	return false
}

// accepted tells whether the noun at i is what somebody accepted.
func (w *work) accepted(s token.Range, i int) bool {
	for j := i - 1; j >= s.First && j > i-4; j-- {
		if w.Tokens[j].Lemma == "accept" {
			return true
		}
	}
	return false
}

// acceptedNext tells whether the sentence after the invitation at i accepts it.
func (w *work) acceptedNext(i int) bool {
	k := w.Tokens[i].Sent + 1
	if k >= len(w.Sentences) || w.Tokens[w.Sentences[k].First].Para != w.Tokens[i].Para {
		return false
	}
	s := w.Sentences[k]
	for j := s.First; j+1 < s.End && j < s.First+12; j++ {
		if w.Tokens[j].Norm == "accepted" {
			return w.Tokens[j+1].Norm != "that"
		}
		if n := w.Tokens[j]; n.Tag == token.NOT {
			return false
		}
	}
	return false
}

// fixed tells whether a sentence gives a day after the word at and supposes
// nothing: the session would be held on 19 May, the paper said.
func (w *work) fixed(s token.Range, at int) bool {
	for i := s.First; i < s.End; i++ {
		switch w.Tokens[i].Norm {
		case "if", "unless", "provided", "like", "rather", "prefer", "have", "love":
			return false
		}
	}
	return w.timed(at, s.End)
}

// took tells whether a past tense says that the encounter took place: they
// met, whatever else was planned.
func (w *work) took(s token.Range, at int) bool {
	t := &w.Tokens[at]
	if t.Tag != token.PAST && t.Norm != "met" {
		return false
	}
	for i := at - 1; i >= s.First && i > at-9; i-- {
		p := &w.Tokens[i]
		switch {
		case p.Norm == "," && i < at-3:
			return true
		case p.Norm == "if" || p.Norm == "unless" || p.Norm == "nobody" || p.Norm == "none" || p.Norm == "neither" || p.Norm == "no" || p.Norm == "never",
			i > at-4 && (p.Tag == token.AUX || p.Tag == token.MODAL || p.Tag == token.NOT || p.Norm == "to"):
			return false
		}
	}
	for i := at + 1; i < min(s.End, at+6); i++ {
		if w.habit(s, i) {
			return false
		}
	}
	return true
}

// habit tells whether the word at i makes a habit of a deed: often, each week,
// four times; not each delegation, nor four times at the Hotel Aurora.
func (w *work) habit(s token.Range, i int) bool {
	t := &w.Tokens[i]
	if t.Norm == "each" || t.Norm == "every" {
		return i+1 < len(w.Tokens) && w.Tokens[i+1].Is(token.TimeNoun|token.Weekday)
	}
	if t.Norm == "times" {
		var e account
		w.whereabouts(&e, token.Range{First: i, End: s.End})
		return e.Site == ""
	}
	return habits[t.Norm]
}

// fellThrough tells whether a meeting, named before, was called off: a meeting
// that was to have opened on Friday; talks planned for May were cancelled.
func (w *work) fellThrough(s token.Range, at int) bool {
	for i := at + 1; i+1 < min(s.End, at+20); i++ {
		a, b := &w.Tokens[i], w.Tokens[i+1].Norm
		if a.Lemma == "take" && b == "place" && w.denied(i) {
			return true
		}
		if (a.Lemma == "call" || a.Lemma == "put" || a.Lemma == "be") && b == "off" || a.Norm == "to" && b == "have" || a.Norm == "fell" && b == "through" || a.Lemma == "cancel" || a.Lemma == "postpone" {
			return true
		}
		if a.Norm == ";" {
			return false
		}
	}
	return false
}

// denied tells whether “not” or “never” stands before the verb at i.
func (w *work) denied(i int) bool {
	for j := max(0, i-2); j < i; j++ {
		if t := &w.Tokens[j]; t.Tag == token.NOT || t.Norm == "not" || t.Norm == "never" {
			return true
		}
	}
	return false
}

// appointed are the participles of a day that has been given to a meeting.
var appointed = set("schedule plan set fix arrange slate expect pencil timetable book appoint")

// during are the words between what was done and the meeting it was done at.
var during = set("at in during over")

// again tells whether a present tense is said of a day to come.
func (w *work) again(s token.Range, at int) bool {
	if t := &w.Tokens[at]; t.Tag != token.VERB && t.Norm != "meet" || t.Norm == "met" {
		return false
	}
	switch before := w.Tokens[max(at-1, s.First)]; before.Tag {
	case token.TO, token.MODAL, token.NOT, token.AUX:
		return false
	}
	next := w.normIn(s, at+1)
	return next == "again" || next == "on" || next == "in" || w.timed(at, s.End) || at < s.First+8 && w.timed(s.First, at)
}

// journeys lead to meetings.
var journeys = set("fly travel go head come visit return leave")

// lightVerbs carry a noun that tells of the deed: held talks, had a meeting.
var lightVerbs = set(`hold have attend begin start open end close conclude leave join resume continue take last meet sit be do
	collapse break stall enter place host chair convene wrap lead go`)
