package attribute

import (
	"context"
	"math/rand/v2"
	"slices"

	"github.com/parley-desk/parley/record/token"
)

// A Span is a half-open range of bytes.
type Span struct{ Start, End int }

// Gold is an attribution that a person marked.
type Gold struct {
	Source, Cue, Content []Span
	Kind                 string
}

// An Example is a text with what a person marked in it. Own tells whether it
// follows our guide; other corpora have conventions of their own, and what
// they alone teach stays out of the shipped weights.
type Example struct {
	Text *token.Text
	Gold []Gold
	Own  bool
}

// Options of [Train]; the zero value trains as the shipped weights were.
type Options struct {
	Language string // default en
	Made     string
	Epochs   int     // default 10
	Runs     int     // runs in different orders whose weights are averaged; default 12
	Bits     int     // tables have 2^Bits weights; default 19
	Drop     float64 // share of lexical cue features left out; default 0.15
	Margin   float32 // demanded between the right reading and others; default 150
	Foreign  bool    // learn the other corpora's conventions, not our own
}

func (o Options) withDefaults() Options {
	if o.Language == "" {
		o.Language = "en"
	}
	if o.Epochs == 0 {
		o.Epochs = 10
	}
	if o.Runs == 0 {
		o.Runs = 12
	}
	if o.Bits == 0 {
		o.Bits = 19
	}
	if o.Drop == 0 {
		o.Drop = 0.15
	}
	if o.Margin == 0 {
		o.Margin = 150
	}
	return o
}

// domain is the table of the corpora whose conventions are learnt.
func (o Options) domain() int {
	if o.Foreign {
		return 2
	}
	return 1
}

// learner is an averaged perceptron over three tables: one that all corpora
// share, one for our own and one for the others. A feature's weight in a
// corpus is the sum of the shared one and the corpus's; the shipped weight is
// the sum for ours.
type learner struct {
	w, sum [3][]float32 // weight and, for the average, weight × time
	domain int
	time   float32
	mask   uint32
}

func newLearner(bits int) *learner {
	l := &learner{mask: 1<<bits - 1, time: 1}
	for i := range l.w {
		l.w[i] = make([]float32, 1<<bits)
		l.sum[i] = make([]float32, 1<<bits)
	}
	return l
}

func (l *learner) score(f features) float32 {
	s := float32(0)
	for _, h := range f {
		s += l.w[0][h&l.mask] + l.w[l.domain][h&l.mask]
	}
	return s
}

func (l *learner) kinds(f features) (out [len(cueKinds)]float32) {
	for _, h := range f {
		for k := range out {
			i := kindHash(h, k) & l.mask
			out[k] += l.w[0][i] + l.w[l.domain][i]
		}
	}
	return out
}

func (l *learner) update(h uint32, by float32) {
	for _, d := range []int{0, l.domain} {
		l.w[d][h&l.mask] += by
		l.sum[d][h&l.mask] += by * l.time
	}
}

// addAverage adds the averaged weights of a domain to sum.
func (l *learner) addAverage(sum []float32, domain int) {
	for i := range sum {
		sum[i] += l.w[0][i] + l.w[domain][i] - (l.sum[0][i]+l.sum[domain][i])/l.time
	}
}

// round packs weights into 16 bits each.
func round(weights []float32) table {
	top := float32(1e-9)
	for _, a := range weights {
		top = max(top, a, -a)
	}
	t := table{w: make([]int16, len(weights)), scale: top / 8191}
	for i, a := range weights {
		t.w[i] = int16(a / t.scale)
	}
	return t
}

// goal is a trigger of an example with what it should be.
type goal struct {
	trigger
	reading choice // by weights that did not see the example
	kind    int
	link    bool // the right reading is among the candidates
	choice  choice
	lines   penalties
}

// lesson is an example prepared for learning.
type lesson struct {
	d      *reader
	goals  []goal
	domain int
}

// Train learns a model. It stops early, with ctx's error, when ctx ends.
func Train(ctx context.Context, examples []Example, o Options) (*Model, error) {
	o = o.withDefaults()
	var lessons []lesson
	for _, e := range examples {
		d := &reader{view: newView(e.Text)}
		l := lesson{d, d.goals(e.Gold), 2}
		if e.Own {
			l.domain = 1
		}
		lessons = append(lessons, l)
	}
	link, err := learnLinks(ctx, lessons, o, o.Runs)
	if err != nil {
		return nil, err
	}
	if err := foresee(ctx, lessons, o); err != nil {
		return nil, err
	}
	cue, err := learnCues(ctx, lessons, o)
	if err != nil {
		return nil, err
	}
	return &Model{Language: o.Language, Made: o.Made, cue: cue, link: link}, nil
}

// learnLinks learns to read a cue, and averages the weights of several runs.
func learnLinks(ctx context.Context, lessons []lesson, o Options, runs int) (table, error) {
	sum := make([]float32, 1<<o.Bits)
	for run := range runs {
		link := newLearner(o.Bits)
		err := practise(ctx, lessons, o, run, func(l *lesson, _ *rand.Rand) {
			link.domain, l.d.scorer = l.domain, link
			for i := range l.goals {
				if l.goals[i].link {
					link.learnLink(l.d, &l.goals[i], o.Margin)
				}
			}
		})
		if err != nil {
			return table{}, err
		}
		link.addAverage(sum, o.domain())
	}
	return round(sum), nil
}

// foresee gives every goal the reading that weights find which learnt from the
// other lessons: that is how the cue tagger will see the goals of a new text.
func foresee(ctx context.Context, lessons []lesson, o Options) error {
	const folds = 5
	for k := range folds {
		var others []lesson
		for i := range lessons {
			if i%folds != k {
				others = append(others, lessons[i])
			}
		}
		link, err := learnLinks(ctx, others, o, 1)
		if err != nil {
			return err
		}
		for i := k; i < len(lessons); i += folds {
			l := &lessons[i]
			l.d.scorer = &link
			for j := range l.goals {
				l.goals[j].reading = l.d.best(&l.goals[j].trigger, nil)
			}
		}
	}
	return nil
}

// learnCues learns to tell cues by the words about them and their readings.
func learnCues(ctx context.Context, lessons []lesson, o Options) (table, error) {
	sum := make([]float32, 1<<o.Bits)
	for run := range o.Runs {
		cue := newLearner(o.Bits)
		err := practise(ctx, lessons, o, run, func(l *lesson, rng *rand.Rand) {
			cue.domain = l.domain
			for i := range l.goals {
				cue.learnCue(l.d.view, &l.goals[i], o, rng)
			}
		})
		if err != nil {
			return table{}, err
		}
		cue.addAverage(sum, o.domain())
	}
	return round(sum), nil
}

// practise goes over the lessons epoch by epoch, in orders of the run's own.
func practise(ctx context.Context, lessons []lesson, o Options, run int, each func(*lesson, *rand.Rand)) error {
	lessons = slices.Clone(lessons)
	rng := rand.New(rand.NewPCG(1, uint64(run)))
	for range o.Epochs {
		if err := ctx.Err(); err != nil {
			return err
		}
		rng.Shuffle(len(lessons), func(i, j int) { lessons[i], lessons[j] = lessons[j], lessons[i] })
		for i := range lessons {
			each(&lessons[i], rng)
		}
	}
	return nil
}

func (l *learner) learnCue(v *view, g *goal, o Options, rng *rand.Rand) {
	f, lexical := v.cueFeatures(&g.trigger, nil)
	if rng.Float64() < o.Drop {
		f = f[:lexical]
	} else {
		f = v.readingFeatures(&g.trigger, g.reading, f)
	}
	s := l.kinds(f)
	for k := range s {
		if k != g.kind {
			s[k] += o.Margin
		}
	}
	if k := argmax(s[:]); k != g.kind {
		for _, h := range f {
			l.update(kindHash(h, g.kind), 1)
			l.update(kindHash(h, k), -1)
		}
	}
	l.time++
}

func (l *learner) learnLink(d *reader, g *goal, margin float32) {
	g.lines.margin = margin
	got := d.best(&g.trigger, &g.lines)
	want := g.choice
	if got.source != want.source || got.left != want.left || got.right != want.right {
		d.allFeatures(&g.trigger, want, func(f features) {
			for _, h := range f {
				l.update(h, 1)
			}
		})
		d.allFeatures(&g.trigger, got, func(f features) {
			for _, h := range f {
				l.update(h, -1)
			}
		})
	}
	l.time++
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
func (v *view) tokens(spans []Span) []int {
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
