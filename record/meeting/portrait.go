package meeting

import (
	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record/linear"
	"github.com/parley-desk/parley/record/token"
)

// A portrait is what features may say of an account and of the word that would
// tell of it, each trait as one value.
type portrait struct {
	// the word
	verb        bool   // as it is used here
	lemma, form uint64 // form is its part of speech, and whether it is a verb here
	sort        uint64 // sorts of noun and verb
	related     uint64 // which of the words that are known to tell of meetings it is like
	next, prev  uint64 // its neighbours
	depth, kind uint64 // inside how many quotations, in what kind of attribution
	// what governs it, and what it governs
	subject, prep, object, after, with uint64
	aux, governor                      uint64 // auxiliaries; the word before an infinitive
	governs, governed                  uint64 // the class of that word; and with its part of speech
	lead, leadClass                    uint64 // the verb that carries a noun
	follow, hangs                      uint64 // the verb after a noun, the preposition before it
	tense                              uint64
	// what its clause says of a meeting
	parties, people, format  uint64
	when, hours, where, told uint64 // told is all three
	para, clause             uint64 // how early in the report, and in the sentence
}

// nounClasses are the sorts of a word that features tell apart.
const nounClasses = token.ActNoun | token.EventNoun | token.CommunicationNoun | token.CommunicationVerb | token.CognitionVerb |
	token.CueVerb | token.TimeNoun | token.PersonNoun

// portray notes the traits of the word at i.
func (f *finder) portray(c *clause, i int) portrait {
	s, t := f.Sentences[c.sent], &f.Tokens[i]
	verb := f.verbal(i)
	p := portrait{
		verb: verb, lemma: linear.Hash(t.Lemma), form: uint64(t.Tag)<<1 | linear.Bit(verb), sort: uint64(t.Class & nounClasses), related: kin[t.Lemma],
		next: f.symIn(s, i+1), prev: f.symIn(s, i-1), depth: uint64(min(t.Depth, 2)), kind: f.kindAt(i),
		subject: f.subject(s, i), with: f.with(s, i),
		para: uint64(min(c.para, 3)), clause: uint64(min(c.index, 2)),
	}
	if p.related == 0 {
		p.related = kin[t.Norm]
	}
	p.prep, p.object, p.after = f.object(s, i)
	aux, governor, tag := f.governor(s, i)
	p.aux, p.governor = aux, linear.Hash(governor)
	p.governs = governors[governor]
	p.governed = (p.governs+linear.Bit(governor != ""))<<6 | uint64(tag)
	if verb || t.Tag == token.AUX {
		p.tense = f.tense(s, i)
		return p
	}
	lead, follow, hangs := f.carriers(s, i)
	p.lead, p.follow, p.hangs = f.verbAt(lead), f.verbAt(follow), hangs
	if lead >= 0 {
		p.leadClass = governors[f.Tokens[lead].Lemma] + 1
		p.tense = f.tense(s, lead) << 4
	}
	if follow >= 0 {
		p.tense |= f.tense(s, follow) << 8
	}
	return p
}

// note adds the traits of an account.
func (f *finder) note(p *portrait, a *account) {
	p.parties, p.people, p.format = uint64(min(f.sides(a), 4))<<1|linear.Bit(a.sides), uint64(min(len(a.People), 3)), formats[a.Format]
	p.when, p.hours, p.where = f.relation(a), linear.Bit(a.Hours > 0), linear.Bit(a.Site != "")<<1|linear.Bit(a.Place != "")
	p.told = p.when<<3 | p.hours<<2 | p.where
}

// sides counts those on different sides: parties, or, where the case knows none,
// whoever is named.
func (f *finder) sides(a *account) int {
	if len(f.Parties) == 0 {
		return a.named()
	}
	return len(a.Parties)
}

// verbAt is a verb in features, with its form; 0 for none, which is -1.
func (f *finder) verbAt(i int) uint64 {
	if i < 0 {
		return 0
	}
	return linear.Mix(linear.Hash(f.Tokens[i].Lemma), uint64(f.Tokens[i].Tag))
}

// formats are the formats that a clause itself tells.
var formats = map[parley.Format]uint64{parley.FormatPhone: 1, parley.FormatShuttle: 2, parley.FormatProximity: 3}

// relation is how an account's day stands to the day of writing.
func (f *finder) relation(a *account) uint64 {
	switch d := a.Date; {
	case d.IsZero():
		return 0
	case d.Day == 0:
		return 1
	case f.Days.Written.Day == 0:
		return 2
	case d == f.Days.Written:
		return 3
	case d.First().Sub(f.Days.Written.First()).Hours() > 120*24:
		return 7
	case f.Days.Written.First().Before(d.First()):
		return 4
	case f.Days.Written.First().Sub(d.First()).Hours() > 8*24:
		return 5
	}
	return 6
}

// kinds are the kinds of attribution in features.
var kinds = map[parley.Kind]uint64{parley.KindSpeech: 1, parley.KindPosition: 2, parley.KindExpectation: 3, parley.KindOther: 4, parley.KindPost: 5}

// kindAt is the kind of the last attribution in whose content token i stands.
func (f *finder) kindAt(i int) uint64 {
	kind := uint64(0)
	here := f.saidIn(f.Tokens[i].Para)
	for k := range here {
		if here[k].holds(f.Tokens[i].Start) {
			kind = kinds[here[k].Kind]
		}
	}
	return kind
}
