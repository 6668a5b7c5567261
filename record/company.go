package record

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record/token"
)

// complete finds out who met where the sentence leaves it open: those whom the
// sentences just before name, those of the meeting told of just before or of
// the one at the same house, else the two parties the report is about.
func (w *work) complete(t *account, all []*account, main []string) {
	inner := len(t.People) > 1 && len(t.Parties) == 1 && !t.sides // what happened inside one party
	t.both = len(t.Parties)+len(t.Names) >= 2 || inner
	if t.both {
		return
	}
	if w.strangers(w.Sentences[w.Tokens[t.at].Sent], t.at) {
		return
	}
	if t.guests && len(t.Parties) == 1 { // Hauge received both delegations
		for _, p := range main {
			if len(t.Parties) < 3 {
				addTo(&t.Parties, p)
			}
		}
		t.both = true
		return
	}
	if t.sides && len(main) > 1 && len(t.Parties) == 1 && len(t.People) == 0 && !slices.Contains(main[:2], t.Parties[0]) {
		t.Parties, t.People = nil, nil // the villagers, while “the two teams” walked
	}
	if o := w.takenUp(t, all); o != nil {
		t.company(o)
		t.both = true
		return
	}
	if o := w.lately(t); o != nil {
		t.company(o)
		t.both = true
		if n := len(all); n > 0 && all[n-1].Format == parley.FormatPhone && all[n-1].para == t.para && !t.told() { // they talked, once one had rung the other
			t.Format = parley.FormatPhone
		}
		return
	}
	for i := len(all) - 1; i >= 0 && all[i].para >= t.para-1; i-- {
		if o := all[i]; len(o.Parties) >= 2 && (len(t.Parties) == 0 || slices.Contains(o.Parties, t.Parties[0])) {
			t.company(o)
			return
		}
	}
	if o := sameHouse(t, all); o != nil {
		t.company(o)
		return
	}
	need := 2
	if t.Format == parley.FormatShuttle || t.Format == parley.FormatProximity {
		need = 3 // who went between, and the two
	}
	for _, p := range main {
		if len(t.Parties)+len(t.Names) >= need {
			break
		}
		addTo(&t.Parties, p)
	}
}

// takenUp is the account of the meeting that talks of nobody in particular take
// up again: Talks are to resume on Monday.
func (w *work) takenUp(t *account, all []*account) *account {
	if len(t.Parties) > 0 {
		return nil
	}
	s := w.Sentences[w.Tokens[t.at].Sent]
	for i := t.at; i < min(s.End, t.at+6); i++ {
		switch w.Tokens[i].Lemma {
		case "resume", "reconvene", "continue", "restart":
			for k := len(all) - 1; k >= 0; k-- {
				if o := all[k]; len(o.Parties) > 1 && !o.future {
					return o
				}
			}
		}
	}
	return nil
}

// strangers tells whether it was with somebody of no party that one dealt: had
// dinner with a banker, a call with donors.
func (w *work) strangers(s token.Range, at int) bool {
	for i := at + 1; i < min(s.End, at+9); i++ {
		if w.Tokens[i].Norm != "with" || w.objectIs(s, i+1) {
			continue
		}
		for j := i + 1; j < min(s.End, i+6); j++ {
			switch t := &w.Tokens[j]; {
			case sides[t.Norm] || t.Norm == "other":
				return false
			case t.Tag == token.NOUN && (outsiders[t.Norm] || t.Is(token.PersonNoun|token.Title)):
				return w.Tokens[i+1].Norm != "the" && w.Tokens[i+1].Tag != token.POSS && !(w.normIn(s, j+1) == "of" && w.normIn(s, j+2) == "the")
			case t.Tag != token.DET && t.Tag != token.ADJ && t.Tag != token.NUM && t.Tag != token.NOUN:
				return false
			}
		}
	}
	return false
}

// company takes over who was there from another account.
func (t *account) company(o *account) {
	t.Parties = slices.Clone(o.Parties)
	for _, p := range o.People {
		addTo(&t.People, p)
	}
}

// sameHouse is the account that told of a meeting at the same house before: who
// are to return to the manor are those who met there.
func sameHouse(t *account, all []*account) *account {
	for i := len(all) - 1; i >= 0 && t.Site != ""; i-- {
		if o := all[i]; o.Site == t.Site && len(o.Parties) > 1 && (len(t.Parties) == 0 || slices.Contains(o.Parties, t.Parties[0])) {
			return o
		}
	}
	return nil
}

// longSentence is how many tokens a sentence has that tells nobody who “they” are.
const longSentence = 120

// lately is who was named last, if it was people of two parties or three, in
// the sentences just before: “they talked” of those two, “the two teams” of theirs.
func (w *work) lately(t *account) *account {
	if !t.sides && t.Format != parley.FormatPhone {
		return nil
	}
	here := w.Tokens[t.at].Sent
	for k := here - 1; k >= max(0, here-2); k-- {
		s := w.Sentences[k]
		if w.Tokens[s.First].Para < t.para-1 || w.roles[w.Tokens[s.First].Para] != body || s.End-s.First > longSentence {
			break
		}
		o := account{at: s.First}
		w.attendance(&o, s)
		if n := len(o.Parties); n > 1 && n < 4 && (len(t.Parties) == 0 || slices.Contains(o.Parties, t.Parties[0])) {
			return &o
		}
	}
	return nil
}

// mainParties are the parties that the report is about, those first that its
// sentences name together most often, then those who stand between them. Whom
// only a transcript's labels name comes last.
func (w *work) mainParties() []string {
	count := map[string]int{}
	last, sent := "", -1
	for _, m := range w.cast.mentions {
		switch {
		case m.party == "":
			continue
		case w.labels(m):
			count[m.party] += 0 // known of, no more
			continue
		case m.figure == 0: // the party itself, not one of its people
			count[m.party] += 4
		default:
			count[m.party]++
		}
		if now := w.Tokens[m.First].Sent; now == sent && last != m.party {
			count[m.party] += 4
			count[last] += 4
		} else {
			sent = now
		}
		last = m.party
	}
	aside := map[string]int{}
	for _, p := range w.known.parties {
		if standsBetween(p.Name) {
			aside[p.ID] = 1
		}
	}
	ids := slices.Collect(maps.Keys(count))
	slices.SortFunc(ids, func(a, b string) int { return cmp.Or(aside[a]-aside[b], count[b]-count[a], cmp.Compare(a, b)) })
	return ids
}

// brokers are words of the names of those who stand between the sides or watch them.
var brokers = set(`mediator mediators mediation monitor monitors monitoring observer observers inspectorate inspectors mission panel secretariat
	guarantors facilitators broker brokers`)

// standsBetween tells a party by its name that mediates or watches: talks that
// name nobody are the sides’ own.
func standsBetween(name string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(name)), func(s string) bool { return brokers[s] })
}

// labels tells whether a mention stands before the colon that opens a
// paragraph, as who speaks in a transcript: the anchor's is no party to the talks.
func (w *work) labels(m mention) bool {
	p := w.Paragraphs[w.Tokens[m.First].Para]
	for i := m.First; i < p.End && i < p.First+9; i++ {
		if w.Tokens[i].Norm == ":" {
			return true
		}
	}
	return false
}
