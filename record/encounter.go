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
	// whom one meets without dealing with the other side
	outsiders = set(`reporters journalists press families relatives residents voters supporters students workers lawmakers deputies party
		cabinet advisers aides staff commanders farmers donors veterans survivors parents fans activists crowds crowd editors bankers`)
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
	switch verb := w.verbal(i); {
	case verb && w.deals(s, i), verb && lineVerbs[t.Lemma] && (w.objectIs(s, i+1) || w.normIn(s, i+1) == "from" && w.objectIs(s, i+2)) && w.onTheLine(s, i):
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
	for j := i - 1; j >= s.First && j > i-4 && w.Tokens[j].Tag != token.PAST; j-- {
		if notMeetings[w.Tokens[j].Norm] {
			return false, false
		}
	}
	if series[n] && w.ofOneBody(s, i) {
		return false, false
	}
	switch n {
	case "call":
		return true, w.callTold(s, i)
	case "phone", "telephone", "line":
		return true, w.onThePhone(s, i)
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
	case "tea", "coffee", "drink", "drinks", "beer", "beers", "whisky", "whiskey", "wine", "meal", "cup", "bite", "chat":
		return true, w.tookTogether(s, i)
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
	return w.daysOf(s, i), faintNouns[n] && (t.Tag == token.NOUN || t.Tag == token.ING && !w.verbal(i) || t.Tag == token.VERB || t.Tag == token.NAME)
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
		if k > j && t.Is(token.Title) && (t.Tag == token.NOUN || t.Tag == token.NAME) && w.Tokens[j].Norm == "the" { // the colonel, the President of the Republic
			return true
		}
		if t.Tag != token.DET && t.Tag != token.POSS && t.Tag != token.ADJ && t.Tag != token.NUM && t.Tag != token.NOUN && t.Tag != token.NAME {
			return false
		}
	}
	return false
}
