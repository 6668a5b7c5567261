package record

import (
	"strings"

	"github.com/parley-desk/parley/record/token"
)

// venue are the words before a place that is no party to what happens in it.
var venue = set("in at near outside inside")

// attendance notes who was there, as the part s of a sentence says it.
func (w *work) attendance(t *account, s token.Range) {
	speaker := w.tellerOf(t.at)
	for i := w.attendFrom(s, t.at); i < s.End; i++ {
		if i >= speaker.First && i < speaker.End {
			i = speaker.End - 1
			continue
		}
		k := &w.Tokens[i]
		m, ok := w.named(i)
		switch {
		case i > s.First && venue[w.Tokens[i-1].Norm] && (k.Is(token.Country|token.Capital) || ok && m.figure == 0 && m.party != ""): // met in Moscow
		case !ok:
			w.described(t, s, i)
		case m.outlet == "" && (m.End >= len(w.Tokens) || w.Tokens[m.End].Norm != ":"):
			if w.employs(m) {
				m.figure = 0
			}
			w.attend(t, m.identity)
		}
		if ok {
			i = m.End - 1
		}
	}
	for i := s.First; i < s.End && len(t.Parties)+len(t.Names) < 2; i++ { // met his counterpart, if nothing else tells
		if w.Tokens[i].Tag == token.POSS && w.Tokens[i].Norm != "its" {
			w.attend(t, w.meant(i))
		}
	}
	w.attend(t, w.poster(t.at))
	if len(t.Parties)+len(t.Names) < 2 && speaker.First < speaker.End && w.ownDeed(s) { // “We met Vale on Friday,” said Holt.
		for _, m := range w.mentionsIn(speaker) {
			if m.outlet == "" {
				w.attend(t, m.identity)
			}
		}
	}
}

// described notes somebody whom a sentence does not name: rang the colonel, met him.
func (w *work) described(t *account, s token.Range, i int) {
	k := &w.Tokens[i]
	switch names := sameNames()[k.Norm]; {
	case k.Is(token.Title) && k.Tag == token.NOUN && w.normIn(s, i+1) != "of":
		for j := i - 1; j >= s.First && j > i-4; j-- {
			if w.Tokens[j].Norm == "the" { // the colonel, the farm minister
				w.attend(t, w.byTitle(token.Range{First: j + 1, End: i + 1}, ""))
			}
			if w.Tokens[j].Tag != token.NOUN && w.Tokens[j].Tag != token.ADJ {
				break
			}
		}
	case k.Tag == token.PRON && k.Norm != "it":
		w.attend(t, w.meant(i))
	case k.Norm == "it" && w.normIn(s, i+1) != "was" && w.normIn(s, i+1) != "is": // “it was Dure who” is nobody
		w.attend(t, w.meant(i))
	case names != nil && k.Is(token.Country|token.Demonym|token.Capital) && len(w.known.parties) == 0:
		addTo(&t.Names, capitalise(names[0]))
	}
}

// meant is whom the pronoun at i stands for.
func (w *work) meant(i int) identity {
	for j := w.Sentences[w.Tokens[i].Sent].First; j < i; j++ { // one person throughout a sentence
		if w.Tokens[j].Norm == w.Tokens[i].Norm && w.Tokens[j].Depth == w.Tokens[i].Depth {
			i = j
		}
	}
	id := w.pronoun(&found{}, i)
	if id.figure > 0 || id.party != "" {
		return id
	}
	return identity{}
}

// employs tells whether somebody is named only as the one whom another serves:
// Dure’s spokesman.
func (w *work) employs(m mention) bool {
	if m.figure == 0 || m.End >= len(w.Tokens) || !w.possessive(m.End) {
		return false
	}
	for i := m.End + 1; i < len(w.Tokens) && i < m.End+6; i++ {
		switch t := &w.Tokens[i]; {
		case t.Tag == token.NOUN && t.Is(token.Title|token.PersonNoun):
			return true
		case t.Tag != token.NOUN && t.Tag != token.ADJ:
			return false
		}
	}
	return false
}

// ownDeed tells whether a sentence is told in the first person.
func (w *work) ownDeed(s token.Range) bool {
	for i := s.First; i < s.End; i++ {
		switch w.Tokens[i].Norm {
		case "i", "we", "me", "us", "my", "our":
			return true
		}
	}
	return false
}

// tellerOf is the source of the attribution that the token at is told in, if
// the source stands outside: who only tells of a meeting need not have been there.
func (w *work) tellerOf(at int) token.Range {
	start := w.Tokens[at].Start
	here := w.foundIn(w.Tokens[at].Para)
	for i := range here {
		f := &here[i]
		if f.src.First < f.src.End && f.at >= 0 && w.Tokens[f.at].Sent == w.Tokens[at].Sent && w.inContent(f, start) {
			return f.src
		}
	}
	return token.Range{}
}

// attendFrom is where a sentence starts to tell who came: from its start, or,
// where the meeting hangs on a preposition (to build on Sunday's talks with
// Vale), from the meeting on.
func (w *work) attendFrom(s token.Range, at int) int {
	if w.Tokens[at].Tag != token.NOUN {
		return s.First
	}
	for i := at - 1; i >= s.First && i >= at-5; i-- {
		switch w.Tokens[i].Norm {
		case "upon", "on", "about", "from", "by", "before":
			return at
		case "of", "after", "in", "during", "for", "at", "held", "had", "hold":
			return s.First
		}
	}
	return s.First
}

func (w *work) attend(t *account, id identity) {
	if id.figure > 0 {
		f := &w.cast.figures[id.figure-1]
		if f.ID != "" {
			addTo(&t.People, f.ID)
		} else if f.Party == "" && (f.gender != anyGender || len(w.known.parties) == 0) && strings.ToUpper(f.Name) != f.Name { // no dateline, nor the Corn Exchange
			addTo(&t.Names, f.Name)
		}
		if id.party == "" {
			id.party = f.Party
		}
	}
	addTo(&t.Parties, id.party)
}

func capitalise(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}
