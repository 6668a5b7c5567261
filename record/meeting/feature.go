package meeting

import (
	"github.com/parley-desk/parley/record/linear"
	"github.com/parley-desk/parley/record/token"
)

// Templates of features are numbered; a number must not be used twice.

// meets are the features of a meeting, in whatever mood.
func (p *portrait) meets() linear.Features {
	x := make(linear.Features, 0, 160)
	// the word and its kin
	x.Add(1, p.lemma, p.form)
	x.Add(2, p.lemma, p.next)
	x.Add(3, p.lemma, p.prev)
	x.Add(4, p.lemma, p.prep, p.object)
	x.Add(5, p.lemma, p.prep)
	x.Add(17, p.lemma, p.object, p.after)
	x.Add(6, p.lemma, p.subject)
	x.Add(7, p.lemma, p.parties)
	x.Add(8, p.lemma, p.when)
	x.Add(9, p.lemma, p.told)
	x.Add(10, p.lemma, p.with)
	x.Add(11, p.lemma, p.aux)
	x.Add(12, p.lemma, p.lead)
	x.Add(13, p.lemma, p.follow)
	x.Add(14, p.lemma, p.hours)
	x.Add(15, p.lemma, p.parties, p.when)
	x.Add(16, p.lemma, p.hangs)
	if p.related > 0 {
		x.Add(20, p.related, p.form)
		x.Add(21, p.related, p.parties)
		x.Add(22, p.related, p.when, p.form)
		x.Add(23, p.related, p.told)
		x.Add(24, p.related, p.prep, p.object)
		x.Add(25, p.related, p.subject)
		x.Add(26, p.related, p.prep, p.object, p.parties)
		x.Add(27, p.related, p.with)
		x.Add(28, p.related, p.aux)
		x.Add(29, p.related, p.governed, p.aux)
		x.Add(30, p.related, p.leadClass, p.hangs)
		x.Add(31, p.related, p.follow)
		x.Add(32, p.related, p.depth, p.kind)
		x.Add(33, p.related, p.parties, p.when, p.hours)
		x.Add(34, p.related, p.format)
	}
	// what is told of the meeting
	x.Add(40, p.parties)
	x.Add(41, p.parties, p.when)
	x.Add(42, p.parties, p.told)
	x.Add(43, p.people, p.parties)
	x.Add(44, p.when, p.form)
	x.Add(45, p.told)
	x.Add(46, p.hours, p.parties, p.form)
	x.Add(47, p.format, p.parties, p.form)
	x.Add(48, p.format, p.when)
	x.Add(49, p.form, p.where)
	x.Add(50, p.para, p.parties, p.when)
	x.Add(51, p.clause)
	// the words about it
	x.Add(60, p.form)
	x.Add(61, p.form, p.sort)
	x.Add(62, p.form, p.prep, p.object)
	x.Add(59, p.form, p.prep, p.object, p.after)
	x.Add(63, p.form, p.prep, p.object, p.subject)
	x.Add(64, p.form, p.prep, p.object, p.when)
	x.Add(65, p.form, p.prep, p.object, p.hours)
	x.Add(66, p.form, p.subject)
	x.Add(67, p.form, p.subject, p.told)
	x.Add(68, p.form, p.subject, p.parties, p.when)
	x.Add(69, p.form, p.with)
	x.Add(70, p.form, p.with, p.when)
	x.Add(71, p.form, p.with, p.hours)
	x.Add(72, p.form, p.aux)
	x.Add(73, p.governor)
	x.Add(74, p.aux, p.governor)
	x.Add(75, p.form, p.aux, p.when)
	x.Add(76, p.governed, p.form)
	x.Add(77, p.governed, p.when, p.aux)
	x.Add(78, p.lead)
	x.Add(79, p.lead, p.hangs)
	x.Add(80, p.leadClass, p.hangs, p.when)
	x.Add(81, p.follow)
	x.Add(82, p.hangs, p.form, p.sort)
	x.Add(83, p.hangs, p.when, p.form)
	x.Add(84, p.form, p.next)
	x.Add(85, p.form, p.prev)
	x.Add(86, p.form, p.next, p.prev)
	x.Add(87, p.depth, p.kind)
	x.Add(88, p.depth, p.form, p.when)
	x.Add(89, p.kind, p.when, p.parties)
	x.Add(94, p.tense)
	x.Add(95, p.tense, p.when)
	x.Add(96, p.tense, p.related)
	x.Add(97, p.tense, p.governed)
	x.Add(98, p.tense, p.hangs, p.leadClass)
	return x
}

// turns are the features of the mood.
func (p *portrait) turns() linear.Features {
	x := make(linear.Features, 0, 40)
	x.Add(200, p.tense)
	x.Add(201, p.tense, p.when)
	x.Add(202, p.tense, p.related)
	x.Add(203, p.tense, p.governed)
	x.Add(204, p.tense, p.hangs, p.leadClass)
	x.Add(205, p.tense, p.format)
	x.Add(206, p.when)
	x.Add(207, p.aux)
	x.Add(208, p.aux, p.when)
	x.Add(209, p.governed, p.aux)
	x.Add(210, p.governor, p.governed)
	x.Add(211, p.lead)
	x.Add(212, p.lead, p.hangs)
	x.Add(213, p.follow)
	x.Add(214, p.next, p.form)
	x.Add(215, p.prev, p.form)
	x.Add(216, p.hangs, p.tense)
	x.Add(217, p.form)
	x.Add(218, p.hours)
	x.Add(219, p.depth, p.tense)
	x.Add(220, p.kind, p.tense)
	return x
}

// describe gives a telling its features: its portrait's, and those of the words
// about it, first the ones that turn it (if, not, every), then any.
func (f *finder) describe(c *clause, t *telling, p portrait) {
	f.note(&p, &t.account)
	t.meets, t.turns = p.meets(), p.turns()
	for j := max(c.First, t.at-12); j < min(c.End, t.at+12); j++ {
		k, after := &f.Tokens[j], linear.Bit(j > t.at)
		for _, flag := range flags[k.Norm] {
			t.turns.Add(221, flag, after)
			if j != t.at {
				t.meets.Add(90, flag, after)
				t.meets.Add(91, flag, after, p.form)
				t.meets.Add(92, flag, p.parties)
			}
		}
		if j != t.at && j > t.at-6 && j < t.at+6 && k.Kind == token.Word && k.Tag != token.NAME {
			t.meets.Add(93, linear.Hash(k.Lemma), after)
		}
	}
}
