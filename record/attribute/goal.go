package attribute

import (
	"slices"

	"github.com/parley-desk/parley/record/token"
)

// goal is a trigger of an example with what it should be.
type goal struct {
	trigger
	reading choice // by weights that did not see the example
	kind    int
	link    bool // the right reading is among the candidates
	choice  choice
	lines   penalties
}

// goals finds the trigger and the reading that stand for each marked
// attribution, and names the other triggers no cue.
func (d *reader) goals(gold []Gold) []goal {
	var out []goal
	at := map[int]int{} // trigger's token → index in out
	for _, g := range d.triggers() {
		at[g.at] = len(out)
		out = append(out, goal{trigger: g})
	}
	for i := range gold {
		k := slices.Index(cueKinds[:], gold[i].Kind)
		if k < 1 {
			k = 1
		}
		best, rank := -1, 0
		for _, tok := range d.tokens(gold[i].Cue) {
			if j, ok := at[tok]; ok {
				r := 1
				if t := &d.Tokens[tok]; t.Is(token.CueVerb) || out[j].sort != verbCue {
					r = 2
				}
				if r >= rank && out[j].kind == 0 {
					best, rank = j, r
				}
			}
		}
		if best < 0 {
			continue
		}
		g := &out[best]
		g.kind = k
		g.choice, g.link = d.goal(&g.trigger, &gold[i])
		g.lines = penalties{src: g.choice.source, lf: g.choice.left, rt: g.choice.right}
	}
	return out
}

// tokens lists the tokens that spans touch.
func (v *view) tokens(spans []token.Span) []int {
	var out []int
	for _, s := range spans {
		i, _ := slices.BinarySearchFunc(v.Tokens, s.Start, func(t token.Token, at int) int { return t.End - at - 1 })
		for ; i < len(v.Tokens) && v.Tokens[i].Start < s.End; i++ {
			out = append(out, i)
		}
	}
	return out
}

// hull is the range from the first to the last token that keep takes.
func hull(toks []int, keep func(int) bool) token.Range {
	r := token.Range{}
	for _, i := range toks {
		if keep(i) {
			if r.First >= r.End {
				r.First = i
			}
			r.End = i + 1
		}
	}
	return r
}

// goal finds the candidates nearest to what is marked. It fails where they
// share less than a third.
func (d *reader) goal(g *trigger, gold *Gold) (choice, bool) {
	const least = 0.34
	var ch choice
	var ok float32 = 1
	nearest := func(cands []token.Range, want token.Range) token.Range {
		var best token.Range
		top := float32(-1)
		for _, r := range cands {
			if o := overlap(r, want); o > top {
				best, top = r, o
			}
		}
		ok = min(ok, top)
		return best
	}
	src := hull(d.tokens(gold.Source), func(int) bool { return true })
	ch.source = nearest(d.sources(g), d.shed(src))
	c := coreOf(g, ch.source)
	content := d.tokens(gold.Content)
	right := hull(content, func(i int) bool {
		return i >= c.end && (i < g.sent.End || g.sort == colonCue || d.Tokens[i].Quote >= 0 && d.Quotes[d.Tokens[i].Quote].First < g.sent.End)
	})
	left := hull(content, func(i int) bool { return i < c.first })
	ch.left = nearest(d.lefts(g, c), d.shed(left))
	var spans []token.Range
	starts, ends := d.rights(g, c)
	for _, a := range starts {
		for _, e := range ends {
			if r, ok := d.rightSpan(g, a, e); ok {
				spans = append(spans, r)
			}
		}
	}
	if g.sort != colonCue {
		right = d.shed(right)
	}
	ch.right = nearest(append(spans, token.Range{}), right)
	empty := ch.left.First >= ch.left.End && ch.right.First >= ch.right.End
	return ch, ok >= least && !empty
}

// penalties makes wrong spans look better in training, by how wrong they are,
// so that the right reading must win by a margin.
type penalties struct {
	margin      float32
	src, lf, rt token.Range
}

func (p *penalties) source(r token.Range) float32 {
	return p.cost(r, func() token.Range { return p.src })
}

func (p *penalties) left(r token.Range) float32 { return p.cost(r, func() token.Range { return p.lf }) }

func (p *penalties) right(r token.Range) float32 {
	return p.cost(r, func() token.Range { return p.rt })
}

func (p *penalties) cost(r token.Range, want func() token.Range) float32 {
	if p == nil {
		return 0
	}
	return p.margin * (1 - overlap(r, want()))
}

// overlap is the Jaccard index of two ranges; two empty ones are alike.
func overlap(a, b token.Range) float32 {
	la, lb := max(0, a.End-a.First), max(0, b.End-b.First)
	if la == 0 && lb == 0 {
		return 1
	}
	both := max(0, min(a.End, b.End)-max(a.First, b.First))
	if both == 0 {
		return 0
	}
	return float32(both) / float32(la+lb-both)
}
