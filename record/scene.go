package record

import (
	"strings"

	"github.com/parley-desk/parley/record/day"
	"github.com/parley-desk/parley/record/meeting"
	"github.com/parley-desk/parley/record/token"
)

// scene is the report as the finder of meetings needs to know it.
func (w *work) scene() *meeting.Scene {
	s := &meeting.Scene{Text: w.Text, Days: w.days(), Home: w.dateline(), Cast: castOf{w}}
	for _, p := range w.known.parties {
		s.Parties = append(s.Parties, meeting.Party{ID: p.ID, Name: p.Name})
	}
	for i := range w.found {
		f := &w.found[i]
		s.Said = append(s.Said, meeting.Said{First: f.first, Cue: f.at, Source: f.src, Content: f.content, Kind: f.kind})
	}
	for i := 0; i < len(w.Tokens); i++ {
		if m, ok := w.named(i); ok {
			s.Mentions = append(s.Mentions, meeting.Mention{Range: m.Range, Who: w.who(m.identity)})
			i = m.End - 1
		} else if who := w.country(i); who.Name != "" {
			s.Mentions = append(s.Mentions, meeting.Mention{Range: token.Range{First: i, End: i + 1}, Who: who})
		}
	}
	return s
}

// who is an identity in the words of the finder of meetings. A name that is
// neither man nor woman is nobody who meets: the Corn Exchange, GENEVA.
func (w *work) who(id identity) meeting.Who {
	who := meeting.Who{Party: id.party, Outlet: id.outlet != ""}
	if id.figure == 0 {
		return who
	}
	f := &w.cast.figures[id.figure-1]
	if who.Party == "" {
		who.Party = f.Party
	}
	switch {
	case f.ID != "":
		who.Person = f.ID
	case f.Party == "" && (f.gender != anyGender || len(w.known.parties) == 0) && strings.ToUpper(f.Name) != f.Name:
		who.Name = f.Name
	default:
		who.Other = true
	}
	return who
}

// country is the country that a word stands for where the case knows no parties.
func (w *work) country(i int) meeting.Who {
	t := &w.Tokens[i]
	if len(w.known.parties) > 0 || !t.Is(token.Country|token.Demonym|token.Capital) {
		return meeting.Who{}
	}
	if names := sameNames()[t.Norm]; names != nil {
		return meeting.Who{Name: titleCase(names[0])}
	}
	if t.Is(token.Country) && t.Cap {
		return meeting.Who{Name: w.Src[t.Start:t.End]}
	}
	return meeting.Who{}
}

// castOf tells the finder of meetings whom words mean.
type castOf struct{ *work }

// Told tells whether a sentence is the report's own, or of a post that tells
// what its writer did: Spoke with Holt.
func (c castOf) Told(sentence int) bool {
	s := c.Sentences[sentence]
	first := &c.Tokens[s.First]
	if !c.inPost(first.Start) {
		return c.roles[first.Para] == body
	}
	return c.poster(s.First).party != "" && (first.Tag == token.PAST || first.Norm == "just" || c.firstPersonIn(s))
}

// Pronoun is the person or the party that a pronoun means.
func (c castOf) Pronoun(i int) meeting.Who {
	if id := c.pronoun(&found{}, i); id.figure > 0 || id.party != "" {
		return c.who(id)
	}
	return meeting.Who{}
}

// Titled is whom a title means.
func (c castOf) Titled(r token.Range) meeting.Who { return c.who(c.byTitle(r, "")) }

// Poster is the writer of the post around a token.
func (c castOf) Poster(i int) meeting.Who { return c.who(c.poster(i)) }

// firstPersonIn tells whether words are told in the first person.
func (w *work) firstPersonIn(s token.Range) bool {
	for i := s.First; i < s.End; i++ {
		if firstPerson[w.Tokens[i].Norm] {
			return true
		}
	}
	return false
}

// days reads the days that the report names.
func (w *work) days() day.Reader {
	return day.Reader{Text: w.Text, Written: w.doc.Date, Paper: func(i int) bool {
		m, ok := w.named(i)
		return !ok || m.outlet != ""
	}}
}
