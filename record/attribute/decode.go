package attribute

import (
	"slices"

	"github.com/parley-desk/parley/record/linear"
	"github.com/parley-desk/parley/record/token"
)

// A scorer sums the weights of features. A trained model's is a table; in
// training it is several.
type scorer interface {
	Score(f linear.Features) float32
}

// choice is one reading of a cue: its source and its content on either side.
type choice struct {
	source      token.Range
	left, right token.Range
	score       float32
}

// topSources is how many sources are tried with every content.
const topSources = 8

// reader holds the buffers that reading a text reuses.
type reader struct {
	*view
	scorer
	buf linear.Features
}

func (d *reader) one(f linear.Features) float32 {
	d.buf = f[:0]
	return d.scorer.Score(f)
}

type scored struct {
	r token.Range
	s float32
}

// sides is what the neighbourhood of one core offers, best of each shape.
type sides struct {
	left, right [4]scored
}

// best reads a cue: of all sources and contents, the pair that scores highest.
// penalty, if not nil, is added to each part; training uses it to demand a margin.
func (d *reader) best(g *trigger, p *penalties) choice {
	cands := d.sources(g)
	sources := make([]scored, len(cands))
	for i, r := range cands {
		sources[i] = scored{r, d.one(d.sourceFeatures(g, r, d.buf[:0])) + p.source(r)}
	}
	slices.SortStableFunc(sources, func(a, b scored) int {
		switch {
		case a.s > b.s:
			return -1
		case a.s < b.s:
			return 1
		}
		return 0
	})
	if len(sources) > topSources {
		sources = sources[:topSources]
	}
	known := map[core]*sides{}
	var best choice
	first := true
	for _, src := range sources {
		c := coreOf(g, src.r)
		sd := known[c]
		if sd == nil {
			sd = d.sidesOf(g, c, p)
			known[c] = sd
		}
		for l := range sd.left {
			for r := range sd.right {
				if sd.left[l].s <= none || sd.right[r].s <= none || l == 0 && r == 0 {
					continue
				}
				sc := src.s + sd.left[l].s + sd.right[r].s + d.one(d.joinFeatures(g, c, shape(l), shape(r), d.buf[:0]))
				if first || sc > best.score {
					best = choice{src.r, sd.left[l].r, sd.right[r].r, sc}
					first = false
				}
			}
		}
	}
	return best
}

// none marks a shape that is not to be had.
const none = float32(-1e30)

func (d *reader) sidesOf(g *trigger, c core, p *penalties) *sides {
	sd := &sides{}
	for i := range sd.left {
		sd.left[i].s, sd.right[i].s = none, none
	}
	for _, r := range d.lefts(g, c) {
		s := d.one(d.leftFeatures(g, c, r, d.buf[:0])) + p.left(r)
		if b := &sd.left[d.shapeOf(r)]; s > b.s {
			*b = scored{r, s}
		}
	}
	sd.right[0] = scored{token.Range{}, d.one(d.emptyRight(g, c, d.buf[:0])) + p.right(token.Range{})}
	starts, ends := d.rights(g, c)
	endScores := make([]float32, len(ends))
	for i, e := range ends {
		endScores[i] = d.one(d.endFeatures(g, c, e, d.buf[:0]))
	}
	for _, a := range starts {
		sa := d.one(d.startFeatures(g, c, a, d.buf[:0]))
		for i, e := range ends {
			r, ok := d.rightSpan(g, a, e)
			if !ok {
				continue
			}
			s := sa + endScores[i] + d.one(d.pairFeatures(g, c, r, d.buf[:0])) + p.right(r)
			if b := &sd.right[d.shapeOf(r)]; s > b.s {
				*b = scored{r, s}
			}
		}
	}
	return sd
}

// rightSpan joins a start and an end where they make a span.
func (v *view) rightSpan(g *trigger, a, e int) (token.Range, bool) {
	if a >= e || e > g.sent.End && !v.Tokens[a].Open && g.sort != colonCue {
		return token.Range{}, false
	}
	r := token.Range{First: a, End: e}
	if g.sort != colonCue {
		r = v.shed(r)
	}
	return r, r.First < r.End && r.First == a
}

// allFeatures lists every feature of a reading, for training.
func (d *reader) allFeatures(g *trigger, ch choice, add func(linear.Features)) {
	c := coreOf(g, ch.source)
	add(d.sourceFeatures(g, ch.source, nil))
	add(d.leftFeatures(g, c, ch.left, nil))
	if ch.right.First >= ch.right.End {
		add(d.emptyRight(g, c, nil))
	} else {
		add(d.startFeatures(g, c, ch.right.First, nil))
		_, ends := d.rights(g, c)
		for _, e := range ends {
			if r, ok := d.rightSpan(g, ch.right.First, e); ok && r == ch.right {
				add(d.endFeatures(g, c, e, nil))
				break
			}
		}
		add(d.pairFeatures(g, c, ch.right, nil))
	}
	add(d.joinFeatures(g, c, d.shapeOf(ch.left), d.shapeOf(ch.right), nil))
}
