package meeting

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/parley-desk/parley"
)

// complete finds out who met where the sentence leaves it open: those whom the
// sentences just before name, those of the meeting told of just before or of
// the one at the same house, else the two parties the report is about.
func (f *finder) complete(t *account, all []*account) {
	inner := len(t.People) > 1 && len(t.Parties) == 1 && !t.sides // what happened inside one party
	t.both = t.named() >= 2 || inner
	if t.both {
		return
	}
	if t.guests && len(t.Parties) == 1 { // Hauge received both delegations
		for _, p := range f.main {
			if len(t.Parties) < 3 {
				addTo(&t.Parties, p)
			}
		}
		t.both = true
		return
	}
	if t.sides && len(f.main) > 1 && len(t.Parties) == 1 && len(t.People) == 0 && !slices.Contains(f.main[:2], t.Parties[0]) {
		t.Parties, t.People = nil, nil // the villagers, while “the two teams” walked
	}
	if o := f.takenUp(t, all); o != nil {
		t.company(o)
		t.both = true
		return
	}
	if o := f.lately(t); o != nil {
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
	for _, p := range f.main {
		if t.named() >= need {
			break
		}
		addTo(&t.Parties, p)
	}
}

// takenUp is the account of the meeting that talks of nobody in particular take
// up again: Talks are to resume on Monday.
func (f *finder) takenUp(t *account, all []*account) *account {
	if len(t.Parties) > 0 {
		return nil
	}
	s := f.Sentences[f.Tokens[t.at].Sent]
	for i := t.at; i < min(s.End, t.at+6); i++ {
		switch f.Tokens[i].Lemma {
		case "resume", "reconvene", "continue", "restart":
			for k := len(all) - 1; k >= 0; k-- {
				if o := all[k]; len(o.Parties) > 1 && !o.ahead {
					return o
				}
			}
		}
	}
	return nil
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
func (f *finder) lately(t *account) *account {
	if !t.sides && t.Format != parley.FormatPhone {
		return nil
	}
	here := f.Tokens[t.at].Sent
	for k := here - 1; k >= max(0, here-2); k-- {
		s := f.Sentences[k]
		if f.Tokens[s.First].Para < t.para-1 || !f.Cast.Told(k) || s.End-s.First > longSentence {
			break
		}
		o := account{at: s.First}
		f.attendance(&o, s)
		if n := len(o.Parties); n > 1 && n < 4 && (len(t.Parties) == 0 || slices.Contains(o.Parties, t.Parties[0])) {
			return &o
		}
	}
	return nil
}

// mainParties are the parties that the report is about, those first that its
// sentences name together most often, then those who stand between them. Whom
// only a transcript's labels name comes last.
func (f *finder) mainParties() []string {
	count := map[string]int{}
	last, sent := "", -1
	for _, m := range f.Mentions {
		switch {
		case m.Party == "":
			continue
		case f.labels(m):
			count[m.Party] += 0 // known of, no more
			continue
		case !m.one(): // the party itself, not one of its people
			count[m.Party] += 4
		default:
			count[m.Party]++
		}
		if now := f.Tokens[m.First].Sent; now == sent && last != m.Party {
			count[m.Party] += 4
			count[last] += 4
		} else {
			sent = now
		}
		last = m.Party
	}
	aside := map[string]int{}
	for _, p := range f.Parties {
		if standsBetween(p.Name) {
			aside[p.ID] = 1
		}
	}
	ids := slices.Collect(maps.Keys(count))
	slices.SortFunc(ids, func(a, b string) int { return cmp.Or(aside[a]-aside[b], count[b]-count[a], cmp.Compare(a, b)) })
	return ids
}

// standsBetween tells a party by its name that mediates or watches: talks that
// name nobody are the sides’ own.
func standsBetween(name string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(name)), func(s string) bool { return brokers[s] })
}

// labels tells whether a mention stands before the colon that opens a
// paragraph, as who speaks in a transcript: the anchor's is no party to the talks.
func (f *finder) labels(m Mention) bool {
	p := f.Paragraphs[f.Tokens[m.First].Para]
	for i := m.First; i < p.End && i < p.First+9; i++ {
		if f.Tokens[i].Norm == ":" {
			return true
		}
	}
	return false
}
