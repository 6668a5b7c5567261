package attribute

import (
	"github.com/parley-desk/parley/record/linear"
	"github.com/parley-desk/parley/record/token"
)

// cueKinds are the classes of a trigger; kind 0 is no cue.
var cueKinds = [...]string{"", "speech", "position", "expectation", "other"}

const speechKind = 1

// lemmaHash names a trigger in features: a cue of the lexicon by its lemma.
func (v *view) lemmaHash(g *trigger) uint64 {
	t := &v.Tokens[g.at]
	switch g.sort {
	case colonCue:
		return 11
	case accordingCue:
		return 12
	case nounCue, adjCue:
		return linear.Hash(t.Lemma)
	}
	if t.Is(token.CueVerb) {
		return linear.Hash(t.Lemma)
	}
	return 13
}

// lexical is the sorts of cue that the lexicon knows a trigger as.
func (v *view) lexical(g *trigger) uint64 {
	t := &v.Tokens[g.at]
	return uint64(g.sort)<<8 | linear.Bit(t.Is(token.Speech)) | linear.Bit(t.Is(token.Position))<<1 | linear.Bit(t.Is(token.Expectation))<<2 |
		linear.Bit(t.Is(token.Other))<<3 | linear.Bit(t.Is(token.CommunicationVerb))<<4 | linear.Bit(t.Is(token.CognitionVerb))<<5
}

// subject finds the head of the nearest noun phrase before the cue, over
// adverbs and a parenthesis, or -1.
func (v *view) subject(g *trigger) int {
	for i := g.first - 1; i >= g.sent.First; i-- {
		t := &v.Tokens[i]
		switch {
		case v.at[i] >= 0:
			return v.chunks[v.at[i]].head
		case t.Tag == token.ADV || t.Norm == "," || t.Norm == "who" || t.Tag == token.CONJ:
		default:
			return -1
		}
	}
	return -1
}

// cueFeatures describes a trigger for the cue tagger. Features from lexicalAt
// on name the word itself; training leaves some of them out now and then so
// that the others learn to do without.
func (v *view) cueFeatures(g *trigger, f linear.Features) (_ linear.Features, lexicalAt int) {
	s, i := g.sent, g.at
	t := &v.Tokens[i]
	lex := v.lexical(g)
	form := uint64(t.Tag)<<4 | uint64(t.Form)
	next, prev := v.symAt(s, g.end), v.symAt(s, g.first-1)
	subj, subjSym := v.subject(g), uint64(0)
	if subj >= 0 {
		subjSym = v.sym[subj]
	}
	quoteBefore, quoteAfter := linear.Bit(false), linear.Bit(false)
	inner, outer := uint64(0), uint64(0) // the mark inside the quotation before, the one ahead of the quotation after
	for j := g.first - 1; j >= s.First && j > g.first-8; j-- {
		if v.Tokens[j].Close {
			quoteBefore = 1 + linear.Bit(g.first-j > 3)
			inner = v.symAt(s, j-1)
			break
		}
	}
	for j := g.end; j < s.End && j < g.end+8; j++ {
		if v.Tokens[j].Open {
			quoteAfter = 1 + linear.Bit(j-g.end > 2)
			outer = v.symAt(s, j-1)
			break
		}
	}
	if quoteAfter == 0 && v.leadsIn(s) {
		quoteAfter = 3
	}
	quotes := quoteBefore*4 + quoteAfter
	depth := uint64(min(t.Depth, 2))
	thatAhead := uint64(0)
	for j := g.end; j < s.End && j < g.end+6; j++ {
		if n := v.norm(j); n == "that" || n == "whether" || n == "if" {
			thatAhead = 1 + uint64(min(j-g.end, 2))
			break
		}
	}
	aux := uint64(0)
	if g.first < g.at {
		aux = v.sym[g.first]
	}
	last := linear.Bit(g.end >= s.End || g.end == s.End-1)
	f.Add(1, lex)
	f.Add(2, lex, form)
	f.Add(3, lex, next)
	f.Add(4, lex, prev)
	f.Add(5, lex, subjSym)
	f.Add(6, lex, quotes, depth)
	f.Add(7, lex, thatAhead)
	f.Add(8, form, next)
	f.Add(9, form, prev)
	f.Add(10, next, prev)
	f.Add(11, lex, aux)
	f.Add(12, lex, depth)
	f.Add(13, lex, v.symAt(s, g.end+1), next)
	f.Add(14, subjSym, form)
	f.Add(15, quotes, form, subjSym)
	f.Add(16, lex, last, quotes)
	f.Add(17, lex, linear.Bit(g.first == s.First), form)
	f.Add(18, v.tagAt(s, g.end), v.tagAt(s, g.end+1), lex)
	f.Add(19, v.tagAt(s, g.first-1), v.tagAt(s, g.first-2), lex)
	f.Add(20, thatAhead, form)
	f.Add(21, inner, outer, depth)
	f.Add(22, inner, outer, depth, form, linear.Bit(subj >= 0))
	f.Add(23, depth, subjSym, form)
	f.Add(24, depth, subjSym, lex)
	f.Add(25, depth, next, lex)
	f.Add(26, depth, subjSym, next, lex)
	f.Add(27, depth, linear.Bit(subj >= 0 && v.Tokens[subj].Tag == token.PRON), form, aux)

	// What opens the clause, and whether it asks: “if I say”, “did you think?”
	opener := uint64(0)
	if subj >= 0 {
		opener = v.symAt(s, v.chunks[v.at[subj]].first-1)
	}
	asks := uint64(0)
	for j := s.End - 1; j >= s.First && j >= s.End-2; j-- {
		asks |= linear.Bit(v.norm(j) == "?")
	}
	f.Add(28, depth, opener, lex)
	f.Add(29, depth, opener, subjSym)
	f.Add(41, depth, asks, subjSym, lex)

	lexicalAt = len(f)
	if l := v.lemmaHash(g); l > 0 {
		f.Add(30, l)
		f.Add(31, l, form)
		f.Add(32, l, next)
		f.Add(33, l, prev)
		f.Add(34, l, quotes)
		f.Add(35, l, thatAhead)
		f.Add(36, l, depth)
		f.Add(37, l, subjSym)
		f.Add(38, l, aux)
		f.Add(39, l, v.tagAt(s, g.end))
		f.Add(40, l, depth, next)
		f.Add(42, l, depth, subjSym)
		f.Add(43, l, depth, aux)
		f.Add(44, l, depth, opener)
	}
	return f, lexicalAt
}
