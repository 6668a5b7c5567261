package attribute

import "github.com/parley-desk/parley/record/token"

// readingFeatures describes the best reading of a trigger for the cue tagger.
// What a verb would attribute to whom tells much of whether it attributes at
// all: “a proposed tariff” has no source at hand, “the firm named a head” no
// clause for content.
func (v *view) readingFeatures(g *trigger, ch choice, f features) features {
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
		gap, verbs = bucket(to-from), bucket(n)
		if to-from <= 2 {
			between = 7
			for i := from; i < to; i++ {
				between = mix(between, v.sym[i])
			}
		}
	}
	source := mix(mix(c.order, gap), verbs)
	startSym, rightGap, clauses, length, toEnd := uint64(0), uint64(0), uint64(0), uint64(0), uint64(0)
	r := ch.right
	if r.First >= r.End {
		r = ch.left
	} else {
		rightGap = bucket(r.First - c.end)
	}
	if r.First < r.End {
		startSym, length, toEnd = v.sym[r.First], bucket(r.End-r.First), bit(r.End >= s.End-1)
		clauses = uint64(v.finites(r, 2))
	}
	content := mix(mix(shapes, clauses), rightGap)
	f.add(50, headSym, source)
	f.add(51, headSym, source, lex)
	f.add(52, source, lex)
	f.add(53, source, form)
	f.add(54, between, lex)
	f.add(55, between, form, headSym)
	f.add(56, firstSym, source)
	f.add(57, content, lex)
	f.add(58, content, form)
	f.add(59, startSym, content)
	f.add(60, startSym, rightGap, lex)
	f.add(61, shapes, length, toEnd)
	f.add(62, content, headSym)
	f.add(63, content, source)
	f.add(64, depth, headSym, content)
	f.add(65, depth, source, shapes)
	f.add(66, clauses, lex, form)
	f.add(67, shapes, lex, depth)
	f.add(70, lemma, content)
	f.add(71, lemma, source)
	f.add(72, lemma, startSym)
	f.add(73, lemma, headSym)
	f.add(74, lemma, shapes, clauses)
	return f
}
