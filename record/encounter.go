package record

import (
	"slices"
	"strings"

	"github.com/parley-desk/parley/record/token"
)

// Words that tell of an encounter. The sure ones need no further sign; talks
// and sessions want a day, a length or a house beside them.
var (
	sureNouns  = set("meeting summit encounter tête-à-tête videoconference get-together")
	faintNouns = set("talks session negotiations consultations discussions deliberations plenary sitting")
	meetVerbs  = set(`meet confer huddle convene reconvene host receive welcome sit see speak talk gather assemble shake dine lunch breakfast
		phone telephone ring call walk shuttle sign go run carry move share bring return resume
		stay exchange swap put spend negotiate haggle bargain wrangle argue discuss raise visit drop stop summon closet lock shut hole
		face initial fly drive ride travel relay ferry pass convey`)
	// whom one meets without dealing with the other side
	outsiders = set(`reporters journalists press families relatives residents voters supporters students workers lawmakers deputies party
		cabinet advisers aides staff commanders farmers donors veterans survivors parents fans activists crowds crowd editors bankers`)
	accords = set(`accord agreement deal treaty pact truce protocol ceasefire cease-fire memorandum text declaration act settlement armistice`)
)

// notMeetings are words that make another thing of a session or a conference.
var notMeetings = set(`news press parliament parliamentary senate house congress committee council cabinet caucus court assembly chamber
	budget training question hearing jury board party debate town tribunal legislature legislative knesset duma commons plenary-vote
	editorial staff strategy campaign prayer union general annual special shareholders crowded public bargaining-unit`)

// habits are words that tell of what happens again and again.
var habits = set("times often regularly weekly daily monthly usually sometimes always every each occasionally frequently routinely never")

// encounter tells whether token i is a word that tells of an encounter, and
// whether it does so by itself.
func (w *work) encounter(s token.Range, i int) (sure, ok bool) {
	t := &w.Tokens[i]
	switch verb := t.Tag == token.PAST || t.Tag == token.VERB || t.Tag == token.ING || t.Tag == token.PART || t.Norm == "met"; {
	case verb && meetVerbs[t.Lemma] && w.meets(s, i), verb && lineVerbs[t.Lemma] && w.objectIs(s, i+1) && w.onTheLine(s, i):
		return true, true
	case i == s.First+1 && w.oneOfThem(s, i):
		return true, true
	case t.Norm == "back" && w.comesBack(s, i), t.Lemma == "be" && w.inOneRoom(s, i):
		return true, true
	case t.Cap && i > s.First: // Summit Online, the Peace Conference
		return false, false
	}
	return w.meetingNoun(s, i)
}

// meetingNoun sifts nouns: talks, a 50-minute call, three days of meetings;
// not a committee's session, a news conference, a series of calls.
func (w *work) meetingNoun(s token.Range, i int) (sure, ok bool) {
	t := &w.Tokens[i]
	n := t.Norm
	for j := max(s.First, i-3); j < i; j++ {
		if notMeetings[w.Tokens[j].Norm] {
			return false, false
		}
	}
	switch n {
	case "call":
		return true, w.callTold(s, i)
	case "round":
		of := w.normIn(s, i+1) == "of"
		return false, (w.near(i, "talks", "negotiations", "consultations") || !of && w.near(i, "next", "another", "second", "third", "fourth", "fifth", "new", "final")) && !w.near(i, "election", "voting", "primary")
	case "face":
		return true, w.normIn(s, i+1) == "to" && w.normIn(s, i+2) == "face" && w.severalIn(s)
	case "face-to-face":
		return true, w.severalIn(s) && w.near(i, "came", "come", "sat", "talked", "spoke")
	case "conference":
		if w.normIn(s, i-1) == "video" {
			return true, w.severalIn(s)
		}
		return false, w.near(i, "peace") || w.normIn(s, i+1) == "in"
	case "audience":
		return true, (w.normIn(s, i+1) == "with" || w.normIn(s, i+1) == "by" || w.near(i, "granted")) && w.severalIn(s) && w.objectIs(s, i+2)
	case "visit":
		return true, w.normIn(s, i+1) == "to" && w.near(i, "paid", "paying", "pay") && w.personIs(s, i+2)
	case "tea", "coffee", "drinks":
		return true, (w.normIn(s, i+1) == "with" && w.objectIs(s, i+2) || w.normIn(s, i-1) == "over" && w.severalIn(s) || w.near(i, "drank", "took", "had") && w.severalBefore(s, i)) && (w.timed(s.First, s.End) || w.lasting(s))
	case "signing":
		return false, w.normIn(s, i+1) == "of" && w.severalIn(s) && (accords[w.normIn(s, i+2)] || accords[w.normIn(s, i+3)])
	case "lunch", "dinner", "breakfast", "supper", "luncheon", "walk", "gathering", "conversation":
		if p := w.normIn(s, i-2); w.normIn(s, i-1) == "a" && (p == "over" || p == "during" || n == "walk" && p == "for") {
			return true, w.severalIn(s) && w.timed(s.First, s.End)
		}
		switch w.normIn(s, i-1) {
		case "by", "before", "after", "until", "since": // a time of day
			return false, false
		case "to":
			return true, w.hadTo(s, i)
		}
		return true, w.lasting(s) || w.normIn(s, i+1) == "with" || i > s.First && w.near(i, "held", "had", "began", "lasted", "telephone", "phone", "over", "both")
	case "bilateral", "trilateral":
		return true, w.normIn(s, i+1) == "with"
	case "meetings":
		return true, w.daysOf(s, i) || w.normIn(s, i+1) == "with" && w.timed(s.First, s.End) && w.near(i, "separate", "back-to-back", "held", "had", "two")
	case "sit-down":
		return true, i+1 >= s.End || w.Tokens[i+1].Tag != token.NOUN // no strike
	case "place": // the last one took place in May
		return false, i > s.First && w.Tokens[i-1].Lemma == "take" && w.near(i-1, "recent", "latest", "last", "next", "one", "it") && !w.near(i-1, "election", "vote", "elections")
	}
	if sureNouns[n] {
		return true, true
	}
	return w.daysOf(s, i), faintNouns[n] && (t.Tag == token.NOUN || t.Tag == token.ING || t.Tag == token.VERB || t.Tag == token.NAME)
}

// normIn is the word at i, or "" outside the range.
func (w *work) normIn(s token.Range, i int) string {
	if i < s.First || i >= s.End {
		return ""
	}
	return w.Tokens[i].Norm
}

// minutesBefore finds “a 50-minute call”.
func (w *work) minutesBefore(i int) bool {
	for j := max(0, i-3); j < i; j++ {
		if n := w.Tokens[j].Norm; strings.HasSuffix(n, "-minute") || strings.HasSuffix(n, "-hour") {
			return true
		}
	}
	return false
}

// daysOf finds “five hours of talks”, “three days of meetings”.
func (w *work) daysOf(s token.Range, i int) bool {
	for j := i - 1; j > s.First && j > i-4; j-- {
		if w.Tokens[j].Norm == "of" {
			n := w.Tokens[j-1].Norm
			return n == "hours" || n == "days" || n == "day" || n == "hour"
		}
	}
	return false
}

// lasting tells whether the sentence says how long something took.
func (w *work) lasting(s token.Range) bool {
	h, _ := w.hoursIn(s)
	return h > 0
}

// near tells whether one of the words stands within three tokens of i.
func (w *work) near(i int, words ...string) bool {
	for j := max(0, i-3); j < min(len(w.Tokens), i+4); j++ {
		if j != i && slices.Contains(words, w.Tokens[j].Norm) {
			return true
		}
	}
	return false
}

// meets sifts verbs: met Holt, sat down with, spoke by phone; not met the
// deadline, talked of.
func (w *work) meets(s token.Range, i int) bool {
	next := w.normIn(s, i+1)
	switch w.Tokens[i].Lemma {
	case "meet":
		return !nobody[next] && !w.metThing(s, i) && !w.debating(s) && !w.metOutsiders(s, i) && !w.bodyMet(s, i)
	case "sit":
		if w.apart(s, i) {
			return true
		}
		at := i
		if next == "down" {
			at = i + 1
			next = w.normIn(s, i+2)
		}
		return w.severalIn(s) && w.sitsAt(s, at) && (w.severalBefore(s, i) || w.normIn(s, i-1) == "they" || w.withSomebody(s, i) || w.lasting(s)) && !w.bodyMet(s, i) || w.near(i, "across", "opposite", "facing") || next == "with" && !w.near(i, "interview", "reporters") || next == "together" || next == "again" ||
			next == "for" && w.near(i, "talks") || w.lasting(s) && (next == "in" || next == "for")
	case "sign":
		return w.severalIn(s) && (next == "in" && !w.timed(i, min(i+3, s.End)) && atoi(w.normIn(s, i+2)) == 0 || next == "at" || w.accordAt(s, i+1)) && w.Tokens[i].Tag != token.ING
	case "initial":
		return w.severalIn(s) && w.accordAt(s, i+1)
	case "bring":
		return (w.together(s, i) || w.atOneTable(s, i)) && w.severalIn(s)
	case "resume":
		return (next == "on" || next == "in" || next == "at" || next == "tomorrow") && w.severalBefore(s, i) && w.timed(i, s.End)
	case "stay":
		return w.stayed(s, i)
	case "put":
		return w.atOneTable(s, i) || next == "up" && w.objectIs(s, i+2) && w.normIn(s, i-1) != "to"
	case "spend":
		return w.spentWith(s, i)
	case "exchange", "swap":
		return w.swapped(s, i)
	case "return":
		return next == "to" && w.timed(s.First, s.End) && (w.sidesBefore(s, i) || w.severalBefore(s, i) && w.normIn(s, i+3) == "table")
	case "shake":
		return next == "hands" && w.near(i, "with", "and")
	case "speak", "talk":
		return w.talked(s, i)
	case "negotiate", "haggle", "bargain", "wrangle", "argue":
		return w.bargained(s, i)
	case "discuss", "raise":
		return w.raisedWith(s, i)
	case "visit":
		return w.personIs(s, i+1)
	case "summon":
		return w.objectIs(s, i+1)
	case "drop", "stop":
		return (next == "in" || next == "by") && w.normIn(s, i+2) == "on" && w.personIs(s, i+3)
	case "closet", "lock", "shut", "hole":
		return w.Tokens[i].Tag == token.PART && w.lasting(s) && (w.withSomebody(s, i) || w.oneBefore(s, i) && w.severalIn(s) || w.sidesBefore(s, i))
	case "face":
		return next == "each" && w.severalIn(s) && w.near(i+2, "across", "at", "over")
	case "fly", "drive", "ride", "travel":
		return next == "together" && w.severalBefore(s, i)
	case "see":
		return w.objectIs(s, i+1) && !w.near(i, "i", "we") && !w.onlySeen(s, i)
	case "receive", "welcome":
		if next == "by" && i > s.First && w.Tokens[i-1].Tag == token.AUX { // will be received by Varkov
			return w.objectIs(s, i+2)
		}
		return w.objectIs(s, i+1) && w.Tokens[i].Lemma == "receive"
	case "host", "phone", "telephone", "ring":
		return w.objectIs(s, i+1) || next == "back"
	case "call":
		if next == "back" {
			return w.timed(s.First, s.End)
		}
		if next == "on" { // a visit, unless it calls on somebody to do something
			return w.objectIs(s, i+2) && w.timed(i, s.End) && !w.toDo(s, i+2)
		}
		return w.objectIs(s, i+1) && w.calledUp(s, i)
	case "gather", "assemble", "convene", "reconvene":
		return w.severalIn(s) && (w.timed(s.First, s.End) || w.lasting(s)) && !w.crowd(s, i) || w.near(i, "delegations", "negotiators", "ministers", "envoys", "sides", "teams", "leaders", "parties", "talks") || w.Tokens[i].Lemma == "reconvene" && w.timed(i, s.End) && !w.bodyMet(s, i)
	case "dine", "lunch", "breakfast", "walk":
		return w.Tokens[i].Lemma == "walk" && w.walkedTogether(s, i) || next == "with" || next == "between" && w.severalIn(s) || w.together(s, i)
	case "shuttle", "go", "run", "carry", "move", "relay", "ferry", "pass", "convey":
		if w.Tokens[i].Lemma == "go" && (next == "over" || next == "through") {
			return w.lasting(s) && w.severalBefore(s, i)
		}
		return w.wentBetween(s, i) && w.severalIn(s) && w.somebodyBefore(s, i) || next == "back" && w.normIn(s, i+3) == "forth" && w.severalIn(s)
	case "share":
		return w.severalIn(s) && (w.near(i, "table", "meal", "lunch", "dinner") || w.normIn(s, i+2) == "table")
	}
	return true
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

// accordAt tells whether an accord is named at j that was signed somewhere, or
// on a day.
func (w *work) accordAt(s token.Range, j int) bool {
	for ; j < s.End; j++ {
		if t := &w.Tokens[j]; accords[t.Norm] {
			var e account
			w.whereabouts(&e, s)
			return e.Place != "" || e.Site != "" || w.timed(s.First, s.End)
		} else if t.Tag != token.DET && t.Tag != token.ADJ && t.Tag != token.NOUN && t.Tag != token.NAME && t.Tag != token.NUM && t.Tag != token.POSS {
			return false
		}
	}
	return false
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

// toDo tells whether an infinitive follows soon.
func (w *work) toDo(s token.Range, j int) bool {
	for ; j+1 < s.End; j++ {
		if w.Tokens[j].Norm == "to" && w.Tokens[j+1].Tag == token.VERB {
			return true
		}
	}
	return false
}

// sitsAt tells whether a place or a day follows at once: sat at Kor, sat on Friday.
func (w *work) sitsAt(s token.Range, i int) bool {
	if w.normIn(s, i-1) == "who" {
		return false
	}
	n := w.normIn(s, i+1)
	return n == "at" || n == "in" || n == "under" || n == "on" || n == "inside"
}

// debating tells whether a sentence is about a debate before an audience.
func (w *work) debating(s token.Range) bool {
	for i := s.First; i < s.End; i++ {
		switch w.Tokens[i].Norm {
		case "debate", "debates", "final", "semifinal", "semi-final", "playoff", "cup", "championship": // or a match
			return true
		}
	}
	return false
}

// sides are words for people of more than one party.
var sides = set("delegations negotiators ministers sides teams leaders envoys presidents officers both they parties")

// sidesAt tells whether the word at i stands for people of more than one party:
// the delegations, the two.
func (w *work) sidesAt(i int) bool {
	t := &w.Tokens[i]
	if t.Norm == "two" && i > 0 && w.Tokens[i-1].Norm == "the" && i+1 < len(w.Tokens) {
		next := w.Tokens[i+1].Tag
		return next == token.AUX || next == token.MODAL || next == token.PAST || next == token.VERB
	}
	return sides[t.Norm]
}

// nobody are the words for those who met no one.
var nobody = set("nobody none no neither anyone anybody")

// severalIn tells whether a sentence speaks of people of more than one party.
func (w *work) severalIn(s token.Range) bool {
	var t account
	for i := s.First; i < s.End; i++ {
		if w.sidesAt(i) {
			return true
		}
		if m, ok := w.named(i); ok && m.outlet == "" {
			w.attend(&t, m.identity)
		}
	}
	return len(t.Parties)+len(t.Names) > 1
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

// objectIs tells whether somebody is named at j, over a title or an article.
func (w *work) objectIs(s token.Range, j int) bool {
	for k := j; k < min(s.End, j+5); k++ {
		if m, ok := w.named(k); ok && (m.figure > 0 || m.party != "") {
			return w.himself(m)
		}
		t := &w.Tokens[k]
		switch t.Norm {
		case "both":
			return w.normIn(s, k+1) != "of"
		case "her":
			if t.Tag == token.POSS && w.nounAt(k+1) {
				continue // her mother, her counterpart
			}
			return true
		case "him", "them", "delegations", "negotiators", "leaders", "ministers", "sides", "counterpart", "envoy", "each":
			return true
		}
		if k > j && t.Is(token.Title) && t.Tag == token.NOUN && w.Tokens[j].Norm == "the" { // the colonel
			return true
		}
		if t.Tag != token.DET && t.Tag != token.POSS && t.Tag != token.ADJ && t.Tag != token.NUM && t.Tag != token.NOUN && t.Tag != token.NAME {
			return false
		}
	}
	return false
}
