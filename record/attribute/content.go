package attribute

import (
	"github.com/parley-desk/parley/record/linear"
	"github.com/parley-desk/parley/record/token"
)

// A core is the stretch of a sentence that a cue and its source cover; the
// content lies to its left, to its right, or both.
type core struct {
	first, end int
	order      uint64 // 0 no source, 1 source first, 2 cue first
}

func coreOf(g *trigger, src token.Range) core {
	c := core{g.first, g.end, 0}
	switch {
	case src.First >= src.End:
	case src.First < g.first:
		c.first, c.order = src.First, 1
	default:
		c.end, c.order = src.End, 2
	}
	return c
}

// shape is what a piece of content looks like; a pair of shapes, left and
// right of the core, is weighed as such.
type shape uint8

const (
	absent shape = iota
	plain
	quoted
	clause // starts with that, whether, to …
)

// mark tells whether token i is a comma, stop or the like that content sheds
// at its edges.
func (v *view) mark(i int) bool {
	t := &v.Tokens[i]
	return t.Kind == token.Punct && t.Norm != "…" && t.Norm != "..." && t.Norm != "$" && t.Norm != "£" && t.Norm != "€" && t.Norm != "(" && t.Norm != "["
}

// shed takes such marks off the end of a span, unless a quotation closes there.
func (v *view) shed(r token.Range) token.Range {
	for r.End > r.First && v.mark(r.End-1) && v.Tokens[r.End-1].Quote < 0 {
		r.End--
	}
	for r.First < r.End && v.mark(r.First) {
		r.First++
	}
	return r
}

func (v *view) shapeOf(r token.Range) shape {
	if r.First >= r.End {
		return absent
	}
	t := &v.Tokens[r.First]
	switch {
	case t.Open && v.Quotes[t.Quote].End >= r.End-1:
		return quoted
	case t.Tag == token.COMP || t.Tag == token.TO || t.Tag == token.WH || t.Norm == "that" || t.Norm == "if":
		return clause
	}
	return plain
}

// lefts lists the spans before a core that may be content; the first is empty.
func (v *view) lefts(g *trigger, c core) []token.Range {
	out := []token.Range{{}}
	s := g.sent
	if g.sort == colonCue {
		return out
	}
	ends := [2]int{c.first, -1}
	// After a quotation the content ends with it, whatever stands between.
	for j := c.first - 1; j >= s.First && j > c.first-14; j-- {
		if v.Tokens[j].Close && v.Tokens[j].Depth == v.Tokens[g.at].Depth+1 {
			if j+1 < c.first && !(j+2 == c.first && v.mark(j+1)) {
				ends[1] = j + 1
			}
			break
		}
	}
	for _, end := range ends {
		if end <= s.First {
			if end == s.First && end > v.Paragraphs[v.Tokens[g.at].Para].First && v.Tokens[end-1].Close { // “…?” She asked.
				r := v.Quotes[v.Tokens[end-1].Quote]
				out = append(out, token.Range{First: r.First, End: end})
			}
			continue
		}
		if v.Tokens[end-1].Tag == token.COMP { // said that | Vale wrote it
			continue
		}
		n := len(out)
		cand := func(i int) {
			if r := v.shed(token.Range{First: i, End: end}); r.First < r.End && (len(out) == n || out[len(out)-1] != r) {
				out = append(out, r)
			}
		}
		passive := v.Tokens[g.at].Tag == token.PART || g.sort == nounCue
		for i := end - 1; i > s.First && i > end-60 && len(out)-n < 14; i-- {
			p := &v.Tokens[i-1]
			if v.Tokens[i].Open || p.Kind == token.Punct && p.Norm != "." && p.Norm != "-" || p.Tag == token.CONJ || v.Tokens[i].Tag == token.COMP ||
				v.Tokens[i].Tag == token.WH || passive && v.at[i] >= 0 && v.chunks[v.at[i]].first == i {
				cand(i)
			}
		}
		cand(s.First)
		// Sentences before, where a quotation runs on from them.
		last := end - 1
		for last > s.First && v.mark(last) && v.Tokens[last].Quote < 0 {
			last--
		}
		if q := v.Tokens[last].Quote; q >= 0 && v.Quotes[q].First < s.First {
			cand(v.Quotes[q].First)
		}
	}
	return out
}

// leftFeatures describes a span before a core as content.
func (v *view) leftFeatures(g *trigger, c core, r token.Range, f linear.Features) linear.Features {
	s, cue := g.sent, &v.Tokens[g.at]
	lex, lemma, form := v.lexical(g), v.lemmaHash(g), uint64(cue.Tag)
	gapSym := v.symAt(s, c.first-1)
	if r.First >= r.End {
		f.Add(201, lex, c.order)
		f.Add(202, lemma, c.order)
		f.Add(203, gapSym, c.order)
		f.Add(204, form, c.order, lex)
		f.Add(205, linear.Bit(c.first == s.First), c.order)
		f.Add(206, v.symAt(s, c.end), c.order, lex)
		f.Add(207, gapSym, v.symAt(s, c.first-2), c.order)
		return f
	}
	startSym, prev := v.sym[r.First], v.symAt(s, r.First-1)
	sh := uint64(v.shapeOf(r))
	verbs := v.finites(r, 3)
	cut := linear.Bit(v.cuts(r))
	atStart := uint64(0)
	switch {
	case r.First < s.First:
		atStart = 2
	case r.First == s.First:
		atStart = 1
	}
	gap := linear.Bucket(c.first - r.End)
	length := linear.Bucket(r.End - r.First)
	endQuote := linear.Bit(v.Tokens[r.End-1].Close)
	after := v.symAt(s, r.End)
	f.Add(210, sh, c.order, lex)
	f.Add(211, sh, c.order, form, after)
	f.Add(212, atStart, c.order, sh)
	f.Add(213, prev, startSym)
	f.Add(214, prev, sh, c.order)
	f.Add(215, cut, sh)
	f.Add(216, gap, sh, c.order)
	f.Add(217, endQuote, gapSym, c.order)
	f.Add(218, lemma, c.order)
	f.Add(219, lemma, c.order, sh)
	f.Add(220, linear.Bucket(verbs), sh, c.order)
	f.Add(221, length, sh)
	f.Add(222, atStart, after, c.order)
	f.Add(223, prev, c.order)
	f.Add(224, startSym, c.order)
	f.Add(225, after, c.order, lex)
	f.Add(226, atStart, endQuote, sh, c.order)
	f.Add(227, v.symAt(s, c.end), c.order, sh)
	f.Add(228, atStart, lex, c.order)
	f.Add(229, linear.Bucket(verbs), after, c.order, atStart)
	f.Add(230, form, atStart, c.order)
	return f
}

// cuts tells whether a span breaks a quotation: starts or ends inside one that
// reaches beyond it.
func (v *view) cuts(r token.Range) bool {
	if q := v.Tokens[r.First].Quote; q >= 0 && v.Quotes[q].First < r.First && v.Quotes[q].End <= r.End {
		return true
	}
	q := v.Tokens[r.End-1].Quote
	return q >= 0 && v.Quotes[q].End > r.End && v.Quotes[q].First >= r.First
}

// rights lists the spans after a core that may be content: the starts and, for
// all of them, the ends.
func (v *view) rights(g *trigger, c core) (starts, ends []int) {
	s := g.sent
	para := v.Paragraphs[v.Tokens[g.at].Para]
	if g.sort == colonCue {
		return []int{g.end}, []int{para.End}
	}
	depth := v.Tokens[g.at].Depth
	for i := c.end; i < s.End && i < c.end+26 && len(starts) < 10; i++ {
		t := &v.Tokens[i]
		first := i == c.end
		switch {
		case v.mark(i) || t.Close:
			if t.Close && depth > 0 {
				i = s.End
			}
			continue
		case t.Open:
			starts = append(starts, i)
			if depth == 0 && !first {
				i = s.End // beyond a quotation nothing starts
			}
			continue
		case first, t.Tag == token.COMP, t.Tag == token.TO, t.Tag == token.WH && t.Norm != "who" && t.Norm != "which" && t.Norm != "whose", t.Norm == "that":
			starts = append(starts, i)
		case i < c.end+12 && (v.at[i] >= 0 && v.chunks[v.at[i]].first == i || t.Tag == token.ING || v.mark(i-1) || v.Tokens[i-1].Tag == token.ADV):
			starts = append(starts, i)
		}
	}
	if len(starts) == 0 {
		return nil, nil
	}
	end := s.End
	if q := v.Tokens[g.at].Quote; depth > 0 && q >= 0 { // content of a cue within a quotation ends with it
		end = min(end, max(v.Quotes[q].End-1, c.end))
	}
	for i := starts[0] + 1; i < end && len(ends) < 18 && i < starts[0]+90; i++ {
		t, p := &v.Tokens[i], &v.Tokens[i-1]
		switch {
		case t.Kind == token.Punct && t.Norm != "-" && t.Norm != "/" && t.Norm != "$" && t.Norm != "." && !p.Close,
			t.Tag == token.CONJ && !v.mark(i-1), p.Close && p.Depth == depth+1,
			t.Tag == token.COMP && (t.Norm == "as" || t.Norm == "after" || t.Norm == "while" || t.Norm == "although" || t.Norm == "though" || t.Norm == "before" || t.Norm == "when"),
			t.Norm == "in" || t.Norm == "on" || t.Norm == "during":
			ends = append(ends, i)
		}
	}
	ends = append(ends, end)
	// A quotation that runs on over further sentences.
	for _, i := range starts {
		if t := &v.Tokens[i]; t.Open && depth == 0 && v.Quotes[t.Quote].End > s.End {
			ends = append(ends, v.Quotes[t.Quote].End)
		}
	}
	return starts, ends
}

func (v *view) startFeatures(g *trigger, c core, i int, f linear.Features) linear.Features {
	s, cue := g.sent, &v.Tokens[g.at]
	lex, lemma, form := v.lexical(g), v.lemmaHash(g), uint64(cue.Tag)
	gap := linear.Bucket(i - c.end)
	startSym, prev := v.sym[i], v.symAt(s, i-1)
	chunks, hasClause := 0, uint64(0)
	for j := c.end; j < i; j++ {
		if v.at[j] >= 0 && v.chunks[v.at[j]].first == j {
			chunks++
		}
	}
	for j := i + 1; j < s.End && j < i+12; j++ {
		if n := v.norm(j); n == "that" || v.Tokens[j].Open {
			hasClause = 1 + linear.Bit(v.Tokens[j].Open)
			break
		}
	}
	f.Add(301, gap, startSym)
	f.Add(302, gap, startSym, lex)
	f.Add(303, gap, lemma)
	f.Add(304, startSym, prev)
	f.Add(305, gap, prev)
	f.Add(306, linear.Bucket(chunks), startSym)
	f.Add(307, linear.Bucket(chunks), startSym, lemma)
	f.Add(308, lemma, startSym)
	f.Add(309, gap, hasClause, v.tag[i])
	f.Add(310, gap, hasClause, lemma)
	f.Add(311, gap, c.order, form)
	f.Add(312, startSym, v.symAt(s, i+1), gap)
	f.Add(313, v.symAt(s, c.end), gap, lex)
	f.Add(314, c.order, lex, startSym)
	f.Add(315, linear.Bit(i == c.end), hasClause, lex)
	commas := 0
	for j := c.end; j < i; j++ {
		if v.norm(j) == "," {
			commas++
		}
	}
	f.Add(316, uint64(g.sort), linear.Bit(c.first == s.First), prev, linear.Bucket(commas))
	f.Add(317, c.order, linear.Bucket(commas), linear.Bucket(chunks), lex)
	return f
}

func (v *view) endFeatures(g *trigger, c core, i int, f linear.Features) linear.Features {
	s := g.sent
	lex, lemma := v.lexical(g), v.lemmaHash(g)
	where := uint64(0)
	switch {
	case i == s.End:
		where = 1
	case i > s.End:
		where = 2
	}
	prev, next := v.symAt(s, i-1), v.symAt(s, i)
	next2 := v.symAt(s, i+1)
	verbs := uint64(0) // does a clause follow?
	for j := i; j < s.End && j < i+10; j++ {
		if finite(&v.Tokens[j]) {
			verbs = 1
			if v.Tokens[j].Is(token.Speech) {
				verbs = 2
			}
			break
		}
	}
	commasBefore := 0
	for j := c.end; j < i && j < s.End; j++ {
		if v.norm(j) == "," {
			commasBefore++
		}
	}
	order := linear.Mix(c.order, linear.Bit(c.first == s.First))
	f.Add(401, where, order)
	f.Add(402, where, next, order)
	f.Add(403, next, next2)
	f.Add(404, next, next2, verbs)
	f.Add(405, prev, next)
	f.Add(406, where, lex)
	f.Add(407, next, lex)
	f.Add(408, where, lemma)
	f.Add(409, next, verbs, linear.Bucket(commasBefore))
	f.Add(410, linear.Bucket(i-c.end), where)
	f.Add(411, linear.Bucket(i-c.end), next)
	f.Add(412, v.tagAt(s, i+1), next, verbs)
	f.Add(413, next, next2, order)
	f.Add(414, where, v.symAt(s, s.End-1), v.symAt(s, s.End-2))
	return f
}

// pairFeatures describes a start and an end together.
func (v *view) pairFeatures(g *trigger, c core, r token.Range, f linear.Features) linear.Features {
	lex := v.lexical(g)
	sh := uint64(v.shapeOf(r))
	verbs := v.finites(token.Range{First: r.First, End: min(r.End, r.First+40)}, 2)
	whole := linear.Bit(v.Tokens[r.First].Open && v.Quotes[v.Tokens[r.First].Quote].End == r.End)
	next := v.symAt(g.sent, r.End)
	f.Add(501, sh, whole, linear.Bit(v.cuts(r)))
	f.Add(502, sh, linear.Bucket(verbs), lex)
	f.Add(503, sh, linear.Bucket(r.End-r.First))
	f.Add(504, sh, whole, next, linear.Bit(r.End >= g.sent.End))
	f.Add(505, v.sym[r.First], linear.Bucket(verbs), linear.Bit(r.End >= g.sent.End))
	f.Add(506, sh, next, linear.Bucket(verbs))
	f.Add(507, v.lemmaHash(g), linear.Bucket(verbs))
	return f
}

// emptyRight describes the choice of no content after the core.
func (v *view) emptyRight(g *trigger, c core, f linear.Features) linear.Features {
	s := g.sent
	lex := v.lexical(g)
	f.Add(521, lex, c.order)
	f.Add(522, v.lemmaHash(g), c.order)
	f.Add(523, v.symAt(s, c.end), c.order)
	f.Add(524, v.symAt(s, c.end), v.symAt(s, c.end+1), c.order)
	f.Add(525, linear.Bit(c.end >= s.End-1), c.order)
	f.Add(526, v.symAt(s, c.first-1), c.order, lex)
	f.Add(527, uint64(v.Tokens[g.at].Tag), c.order, v.symAt(s, c.end))
	return f
}

// joinFeatures weighs how the pieces on both sides go together.
func (v *view) joinFeatures(g *trigger, c core, left, right shape, f linear.Features) linear.Features {
	both := uint64(left)<<4 | uint64(right)
	lex := v.lexical(g)
	f.Add(601, both, c.order)
	f.Add(602, both, lex)
	f.Add(603, both, v.lemmaHash(g))
	f.Add(604, both, c.order, v.symAt(g.sent, c.first-1))
	f.Add(605, both, c.order, v.symAt(g.sent, c.end))
	f.Add(606, both, linear.Bit(v.Tokens[g.at].Depth > 0))
	f.Add(607, both, c.order, lex, uint64(v.Tokens[g.at].Tag))
	return f
}
