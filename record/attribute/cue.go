package attribute

import "github.com/parley-desk/parley/record/token"

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
		return hashString(t.Lemma)
	}
	if t.Is(token.CueVerb) {
		return hashString(t.Lemma)
	}
	return 13
}

// lexical is the sorts of cue that the lexicon knows a trigger as.
func (v *view) lexical(g *trigger) uint64 {
	t := &v.Tokens[g.at]
	return uint64(g.sort)<<8 | bit(t.Is(token.Speech)) | bit(t.Is(token.Position))<<1 | bit(t.Is(token.Expectation))<<2 |
		bit(t.Is(token.Other))<<3 | bit(t.Is(token.CommunicationVerb))<<4 | bit(t.Is(token.CognitionVerb))<<5
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
func (v *view) cueFeatures(g *trigger, f features) (_ features, lexicalAt int) {
	s, i := g.sent, g.at
	t := &v.Tokens[i]
	lex := v.lexical(g)
	form := uint64(t.Tag)<<4 | uint64(t.Form)
	next, prev := v.symAt(s, g.end), v.symAt(s, g.first-1)
	subj, subjSym := v.subject(g), uint64(0)
	if subj >= 0 {
		subjSym = v.sym[subj]
	}
	quoteBefore, quoteAfter := bit(false), bit(false)
	inner, outer := uint64(0), uint64(0) // the mark inside the quotation before, the one ahead of the quotation after
	for j := g.first - 1; j >= s.First && j > g.first-8; j-- {
		if v.Tokens[j].Close {
			quoteBefore = 1 + bit(g.first-j > 3)
			inner = v.symAt(s, j-1)
			break
		}
	}
	for j := g.end; j < s.End && j < g.end+8; j++ {
		if v.Tokens[j].Open {
			quoteAfter = 1 + bit(j-g.end > 2)
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
	last := bit(g.end >= s.End || g.end == s.End-1)
	f.add(1, lex)
	f.add(2, lex, form)
	f.add(3, lex, next)
	f.add(4, lex, prev)
	f.add(5, lex, subjSym)
	f.add(6, lex, quotes, depth)
	f.add(7, lex, thatAhead)
	f.add(8, form, next)
	f.add(9, form, prev)
	f.add(10, next, prev)
	f.add(11, lex, aux)
	f.add(12, lex, depth)
	f.add(13, lex, v.symAt(s, g.end+1), next)
	f.add(14, subjSym, form)
	f.add(15, quotes, form, subjSym)
	f.add(16, lex, last, quotes)
	f.add(17, lex, bit(g.first == s.First), form)
	f.add(18, v.tagAt(s, g.end), v.tagAt(s, g.end+1), lex)
	f.add(19, v.tagAt(s, g.first-1), v.tagAt(s, g.first-2), lex)
	f.add(20, thatAhead, form)
	f.add(21, inner, outer, depth)
	f.add(22, inner, outer, depth, form, bit(subj >= 0))
	f.add(23, depth, subjSym, form)
	f.add(24, depth, subjSym, lex)
	f.add(25, depth, next, lex)
	f.add(26, depth, subjSym, next, lex)
	f.add(27, depth, bit(subj >= 0 && v.Tokens[subj].Tag == token.PRON), form, aux)

	// What opens the clause, and whether it asks: “if I say”, “did you think?”
	opener := uint64(0)
	if subj >= 0 {
		opener = v.symAt(s, v.chunks[v.at[subj]].first-1)
	}
	asks := uint64(0)
	for j := s.End - 1; j >= s.First && j >= s.End-2; j-- {
		asks |= bit(v.norm(j) == "?")
	}
	f.add(28, depth, opener, lex)
	f.add(29, depth, opener, subjSym)
	f.add(41, depth, asks, subjSym, lex)

	lexicalAt = len(f)
	if l := v.lemmaHash(g); l > 0 {
		f.add(30, l)
		f.add(31, l, form)
		f.add(32, l, next)
		f.add(33, l, prev)
		f.add(34, l, quotes)
		f.add(35, l, thatAhead)
		f.add(36, l, depth)
		f.add(37, l, subjSym)
		f.add(38, l, aux)
		f.add(39, l, v.tagAt(s, g.end))
		f.add(40, l, depth, next)
		f.add(42, l, depth, subjSym)
		f.add(43, l, depth, aux)
		f.add(44, l, depth, opener)
	}
	return f, lexicalAt
}
