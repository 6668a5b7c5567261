package attribute

import (
	"cmp"
	"context"
	"math/rand/v2"

	"github.com/parley-desk/parley/record/linear"
	"github.com/parley-desk/parley/record/token"
)

// Gold is an attribution that a person marked.
type Gold struct {
	Source, Cue, Content []token.Span
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
	Drop     float64 // share of cues learnt without their words and readings; default 0.15
	Margin   float32 // demanded between the right reading and others; default 150
	Foreign  bool    // learn the other corpora's conventions, not our own
}

func (o Options) withDefaults() Options {
	o.Language = cmp.Or(o.Language, "en")
	o.Epochs = cmp.Or(o.Epochs, 10)
	o.Runs = cmp.Or(o.Runs, 12)
	o.Bits = cmp.Or(o.Bits, 19)
	o.Drop = cmp.Or(o.Drop, 0.15)
	o.Margin = cmp.Or(o.Margin, 150)
	return o
}

// domain is the table of the corpora whose conventions are learnt.
func (o Options) domain() int {
	if o.Foreign {
		return 2
	}
	return 1
}

// learner learns three tables: one that all corpora share, one for our own and
// one for the others. A feature's weight in a corpus is the sum of the shared
// one and the corpus's; the shipped weight is the sum for ours.
type learner struct {
	tables [3]*linear.Learner
	domain int
}

func newLearner(bits int) *learner {
	l := &learner{}
	for i := range l.tables {
		l.tables[i] = linear.NewLearner(bits)
	}
	return l
}

// Score sums the weights of features in the corpus of l.domain.
func (l *learner) Score(f linear.Features) float32 {
	return l.tables[0].Score(f) + l.tables[l.domain].Score(f)
}

// Classes does so for each class.
func (l *learner) Classes(f linear.Features, out []float32) {
	for k := range out {
		out[k] = l.tables[0].Class(f, k) + l.tables[l.domain].Class(f, k)
	}
}

func (l *learner) update(h uint32, by float32) {
	l.tables[0].Update(h, by)
	l.tables[l.domain].Update(h, by)
}

func (l *learner) tick() {
	for _, t := range l.tables {
		t.Tick()
	}
}

// addAverage adds the averaged weights of a domain to sum.
func (l *learner) addAverage(sum []float32, domain int) {
	l.tables[0].AddAverage(sum)
	l.tables[domain].AddAverage(sum)
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
func learnLinks(ctx context.Context, lessons []lesson, o Options, runs int) (linear.Table, error) {
	sum := make([]float32, 1<<o.Bits)
	for run := range runs {
		link := newLearner(o.Bits)
		err := linear.Practise(ctx, lessons, o.Epochs, run, func(l *lesson, _ *rand.Rand) {
			link.domain, l.d.scorer = l.domain, link
			for i := range l.goals {
				if l.goals[i].link {
					link.learnLink(l.d, &l.goals[i], o.Margin)
				}
			}
		})
		if err != nil {
			return linear.Table{}, err
		}
		link.addAverage(sum, o.domain())
	}
	return linear.Round(sum), nil
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
func learnCues(ctx context.Context, lessons []lesson, o Options) (linear.Table, error) {
	sum := make([]float32, 1<<o.Bits)
	for run := range o.Runs {
		cue := newLearner(o.Bits)
		err := linear.Practise(ctx, lessons, o.Epochs, run, func(l *lesson, rng *rand.Rand) {
			cue.domain = l.domain
			for i := range l.goals {
				cue.learnCue(l.d.view, &l.goals[i], o, rng)
			}
		})
		if err != nil {
			return linear.Table{}, err
		}
		cue.addAverage(sum, o.domain())
	}
	return linear.Round(sum), nil
}

func (l *learner) learnCue(v *view, g *goal, o Options, rng *rand.Rand) {
	f, lexical := v.cueFeatures(&g.trigger, nil)
	if rng.Float64() < o.Drop {
		f = f[:lexical]
	} else {
		f = v.readingFeatures(&g.trigger, g.reading, f)
	}
	var s [len(cueKinds)]float32
	l.Classes(f, s[:])
	for k := range s {
		if k != g.kind {
			s[k] += o.Margin
		}
	}
	if k := argmax(s[:]); k != g.kind {
		for _, h := range f {
			l.update(linear.InClass(h, g.kind), 1)
			l.update(linear.InClass(h, k), -1)
		}
	}
	l.tick()
}

func (l *learner) learnLink(d *reader, g *goal, margin float32) {
	g.lines.margin = margin
	got := d.best(&g.trigger, &g.lines)
	want := g.choice
	if got.source != want.source || got.left != want.left || got.right != want.right {
		d.allFeatures(&g.trigger, want, func(f linear.Features) {
			for _, h := range f {
				l.update(h, 1)
			}
		})
		d.allFeatures(&g.trigger, got, func(f linear.Features) {
			for _, h := range f {
				l.update(h, -1)
			}
		})
	}
	l.tick()
}
