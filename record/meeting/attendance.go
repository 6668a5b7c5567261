package meeting

import (
	"slices"

	"github.com/parley-desk/parley/record/token"
)

// venue are the words before a place that is no party to what happens in it.
var venue = token.Set("in at near outside inside")

// attendance notes who was there, as the words in r say it.
func (f *finder) attendance(t *account, r token.Range) {
	speaker := f.teller(t.at)
	for i := f.attendFrom(r, t.at); i < r.End; i++ {
		if i >= speaker.First && i < speaker.End {
			i = speaker.End - 1
			continue
		}
		k := &f.Tokens[i]
		m, ok := f.named(i)
		switch {
		case i > r.First && venue[f.Tokens[i-1].Norm] && (k.Is(token.Country|token.Capital) || ok && !m.one() && m.Party != ""): // met in Moscow
		case !ok:
			f.described(t, r, i)
		case !m.Outlet && (m.End >= len(f.Tokens) || f.Tokens[m.End].Norm != ":"):
			who := m.Who
			if f.employs(m) {
				who.Person, who.Name = "", ""
			}
			t.attend(who)
		}
		if ok {
			i = m.End - 1
		}
	}
	for i := r.First; i < r.End && t.named() < 2; i++ { // met his counterpart, if nothing else tells
		if f.Tokens[i].Tag == token.POSS && f.Tokens[i].Norm != "its" {
			t.attend(f.pronoun(i))
		}
	}
	t.attend(f.Cast.Poster(t.at))
	if t.named() < 2 && speaker.First < speaker.End && f.ownDeed(r) { // “We met Vale on Friday,” said Holt.
		for i := speaker.First; i < speaker.End; i++ {
			if m, ok := f.named(i); ok && !m.Outlet {
				t.attend(m.Who)
			}
		}
	}
}

// described notes somebody whom a clause does not name: rang the colonel, met him.
func (f *finder) described(t *account, r token.Range, i int) {
	k := &f.Tokens[i]
	switch {
	case k.Is(token.Title) && k.Tag == token.NOUN && f.NormIn(r, i+1) != "of":
		for j := i - 1; j >= r.First && j > i-4; j-- {
			if f.Tokens[j].Norm == "the" { // the colonel, the farm minister
				t.attend(f.Cast.Titled(token.Range{First: j + 1, End: i + 1}))
			}
			if f.Tokens[j].Tag != token.NOUN && f.Tokens[j].Tag != token.ADJ {
				break
			}
		}
	case k.Tag == token.PRON && k.Norm != "it":
		t.attend(f.pronoun(i))
	case k.Norm == "it" && f.NormIn(r, i+1) != "was" && f.NormIn(r, i+1) != "is": // “it was Dure who” is nobody
		t.attend(f.pronoun(i))
	}
}

// pronoun is whom the pronoun at i stands for: one person throughout a sentence.
func (f *finder) pronoun(i int) Who {
	if who, known := f.meant[i]; known {
		return who
	}
	first := i
	for j := i - 1; j >= f.Sentences[f.Tokens[i].Sent].First && j > i-longSentence; j-- {
		if f.Tokens[j].Norm == f.Tokens[i].Norm && f.Tokens[j].Depth == f.Tokens[i].Depth {
			first = j
			break
		}
	}
	var who Who
	if first < i {
		who = f.pronoun(first)
	} else {
		who = f.Cast.Pronoun(i)
	}
	f.meant[i] = who
	return who
}

// employs tells whether somebody is named only as the one whom another serves:
// Dure’s spokesman.
func (f *finder) employs(m Mention) bool {
	if !m.one() || m.End >= len(f.Tokens) || !f.Possessive(m.End) {
		return false
	}
	for i := m.End + 1; i < len(f.Tokens) && i < m.End+6; i++ {
		switch t := &f.Tokens[i]; {
		case t.Tag == token.NOUN && t.Is(token.Title|token.PersonNoun):
			return true
		case t.Tag != token.NOUN && t.Tag != token.ADJ:
			return false
		}
	}
	return false
}

// ownDeed tells whether words are told in the first person.
func (f *finder) ownDeed(r token.Range) bool {
	for i := r.First; i < r.End; i++ {
		switch f.Tokens[i].Norm {
		case "i", "we", "me", "us", "my", "our":
			return true
		}
	}
	return false
}

// teller is the source of the attribution that the token at is told in, if the
// source stands outside: who only tells of a meeting need not have been there.
func (f *finder) teller(at int) token.Range {
	start := f.Tokens[at].Start
	here := f.saidIn(f.Tokens[at].Para)
	for i := range here {
		s := &here[i]
		if s.Source.First < s.Source.End && s.Cue >= 0 && f.Tokens[s.Cue].Sent == f.Tokens[at].Sent && s.holds(start) {
			return s.Source
		}
	}
	return token.Range{}
}

// attendFrom is where a clause starts to tell who came: from its start, or,
// where the meeting hangs on a preposition (to build on Sunday's talks with
// Vale), from the meeting on.
func (f *finder) attendFrom(r token.Range, at int) int {
	if f.Tokens[at].Tag != token.NOUN || f.overALine(r, at, at) { // she was on the telephone with Vale
		return r.First
	}
	for i := at - 1; i >= r.First && i >= at-5; i-- {
		switch f.Tokens[i].Norm {
		case "upon", "on", "about", "from", "by", "before":
			return at
		case "of", "after", "in", "during", "for", "at", "held", "had", "hold":
			return r.First
		}
	}
	return r.First
}

func (t *account) attend(w Who) {
	addTo(&t.People, w.Person)
	if w.Party == "" {
		addTo(&t.Names, w.Name)
	}
	addTo(&t.Parties, w.Party)
}

func addTo(list *[]string, s string) {
	if s != "" && !slices.Contains(*list, s) {
		*list = append(*list, s)
	}
}
