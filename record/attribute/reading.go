package attribute

import (
	"github.com/parley-desk/parley/record/linear"
	"github.com/parley-desk/parley/record/token"
)

// readingFeatures describes the best reading of a trigger for the cue tagger.
// What a verb would attribute to whom tells much of whether it attributes at
// all: “a proposed tariff” has no source at hand, “the firm named a head” no
// clause for content.
func (v *view) readingFeatures(g *trigger, ch choice, f linear.Features) linear.Features {
	s := g.sent
	lex, lemma := v.lexical(g), v.lemmaHash(g)
	form := uint64(v.Tokens[g.at].Tag)
	depth := uint64(min(v.Tokens[g.at].Depth, 2))
	c := coreOf(g, ch.source)
	left, right := uint64(v.shapeOf(ch.left)), uint64(v.shapeOf(ch.right))
	shapes := left<<4 | right

	headSym, firstSym, gap, verbs, between := uint64(0), uint64(0), uint64(0), uint64(0), uint64(0)
	if src := ch.source; src.First < src.End {
		head := src.First
		if at := v.at[src.First]; at >= 0 {
			head = v.chunks[at].head
		}
		headSym, firstSym = v.sym[head], v.sym[src.First]
		from, to := src.End, g.first
		if c.order == 2 {
			from, to = g.end, src.First
		}
		n := 0
		for i := from; i < to; i++ {
			if finite(&v.Tokens[i]) || v.Tokens[i].Tag == token.PART || v.Tokens[i].Tag == token.ING {
				n++
			}
		}
		gap, verbs = linear.Bucket(to-from), linear.Bucket(n)
		if to-from <= 2 {
			between = 7
			for i := from; i < to; i++ {
				between = linear.Mix(between, v.sym[i])
			}
		}
	}
	source := linear.Mix(linear.Mix(c.order, gap), verbs)
	startSym, rightGap, clauses, length, toEnd := uint64(0), uint64(0), uint64(0), uint64(0), uint64(0)
	r := ch.right
	if r.First >= r.End {
		r = ch.left
	} else {
		rightGap = linear.Bucket(r.First - c.end)
	}
	if r.First < r.End {
		startSym, length, toEnd = v.sym[r.First], linear.Bucket(r.End-r.First), linear.Bit(r.End >= s.End-1)
		clauses = uint64(v.finites(r, 2))
	}
	content := linear.Mix(linear.Mix(shapes, clauses), rightGap)
	f.Add(50, headSym, source)
	f.Add(51, headSym, source, lex)
	f.Add(52, source, lex)
	f.Add(53, source, form)
	f.Add(54, between, lex)
	f.Add(55, between, form, headSym)
	f.Add(56, firstSym, source)
	f.Add(57, content, lex)
	f.Add(58, content, form)
	f.Add(59, startSym, content)
	f.Add(60, startSym, rightGap, lex)
	f.Add(61, shapes, length, toEnd)
	f.Add(62, content, headSym)
	f.Add(63, content, source)
	f.Add(64, depth, headSym, content)
	f.Add(65, depth, source, shapes)
	f.Add(66, clauses, lex, form)
	f.Add(67, shapes, lex, depth)
	f.Add(70, lemma, content)
	f.Add(71, lemma, source)
	f.Add(72, lemma, startSym)
	f.Add(73, lemma, headSym)
	f.Add(74, lemma, shapes, clauses)
	return f
}
