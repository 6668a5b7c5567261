package meeting

import (
	"cmp"
	"context"
	"math/rand/v2"
	"slices"

	"github.com/parley-desk/parley/record/linear"
	"github.com/parley-desk/parley/record/score"
)

// A Lesson is a report with the meetings that a person listed. The list does
// not say which words told of them.
type Lesson struct {
	Scene  *Scene
	Marked []score.Meeting
}

// Options of [Train]; the zero value trains as the shipped weights were.
type Options struct {
	Language string // default en
	Made     string
	Epochs   int // default 10
	Runs     int // runs in different orders whose weights are averaged; default 12
	Bits     int // the table has 2^Bits weights; default 18
}

func (o Options) withDefaults() Options {
	o.Language = cmp.Or(o.Language, "en")
	o.Epochs = cmp.Or(o.Epochs, 10)
	o.Runs = cmp.Or(o.Runs, 12)
	o.Bits = cmp.Or(o.Bits, 18)
	return o
}

const (
	// margin is by how much more a marked meeting's telling must score, and a
	// false one less, than is enough.
	margin = 100
	// likely is how much a word that is known to tell of meetings is preferred,
	// among those that may have told of a marked one, before weights are learnt;
	// and dating how much one that comes with the meeting's day is.
	likely, dating = 80, 30
)

// Train learns a model by the averaged perceptron with a hidden choice: which
// clause and word told of a marked meeting is the one that the weights so far
// prefer, among those whose account agrees with it. It stops early, with ctx's
// error, when ctx ends.
func Train(ctx context.Context, lessons []Lesson, o Options) (*Model, error) {
	o = o.withDefaults()
	var pupils []*pupil
	for _, l := range lessons {
		pupils = append(pupils, newPupil(l))
	}
	sum := make([]float32, 1<<o.Bits)
	for run := range o.Runs {
		l := learner{linear.NewLearner(o.Bits)}
		if err := linear.Practise(ctx, pupils, o.Epochs, run, func(p **pupil, _ *rand.Rand) { l.learn(*p) }); err != nil {
			return nil, err
		}
		l.AddAverage(sum)
	}
	for i := range sum {
		sum[i] /= float32(o.Runs)
	}
	return &Model{Language: o.Language, Made: o.Made, tell: linear.Round(sum)}, nil
}

// A pupil is a lesson prepared for learning.
type pupil struct {
	*finder
	marked  []score.Meeting
	clauses []*clause
	may     [][]place // for each marked meeting, what may have told of it
}

// A place is a telling of a clause.
type place struct{ clause, tell int }

func newPupil(l Lesson) *pupil {
	p := &pupil{finder: newFinder(l.Scene), marked: l.Marked, may: make([][]place, len(l.Marked))}
	for si := range l.Scene.Sentences {
		p.clauses = append(p.clauses, p.finder.clauses(si)...)
	}
	for k, c := range p.clauses {
		for x := range c.tells {
			for g := range l.Marked {
				if !c.tells[x].unreal && p.agrees(&l.Marked[g], &c.tells[x]) {
					p.may[g] = append(p.may[g], place{k, x})
				}
			}
		}
	}
	return p
}

// agrees tells whether what a clause says by itself may be of a marked meeting.
func (p *pupil) agrees(g *score.Meeting, t *telling) bool {
	m := t.Measured()
	day := p.Days.Written.String()
	if len(g.When) == len(day) && p.Days.Written.Day > 0 && g.When != day && (g.When > day) != t.ahead {
		return false // held before the report, and told as still to come, or the other way round
	}
	switch {
	case g.When != "" && m.When != "":
		return score.SameDay(g.When, m.When) && (len(m.Parties) == 0 || sharing(m.Parties, g.Parties) > 0)
	case len(m.Parties) > 1:
		return score.SameMeeting(g, &m)
	}
	return score.SamePlace(g, &m)
}

// learner learns from tellings.
type learner struct{ *linear.Learner }

func (l learner) move(t *telling, by float32) {
	for _, h := range t.meets {
		l.Update(h, by)
	}
	for _, h := range t.turns {
		l.Update(linear.InClass(h, t.mood()), by)
	}
}

// learn reads a report, takes the weights down for meetings that are none, and
// up for what may have told of those that it missed.
func (l learner) learn(p *pupil) {
	chosen := make([]*telling, len(p.clauses))
	var all []*account
	var from [][]int // the clauses that told of each
	scores := make([]float32, len(p.clauses))
	for k, c := range p.clauses {
		t, s := best(l, c)
		if t == nil || s < -margin {
			continue
		}
		chosen[k], scores[k] = t, s
		var places []int
		all, places = p.tell(all, c, t)
		for len(from) < len(all) {
			from = append(from, nil)
		}
		for _, at := range places {
			from[at] = append(from[at], k)
		}
	}
	p.blame(l, all, from, chosen)
	for g := range p.marked {
		if !p.toldOf(g, chosen, scores) {
			p.teach(l, g, chosen)
		}
		p.teachMood(l, g, chosen)
	}
	l.Tick()
}

// blame takes down what told of meetings that are not marked, but nothing that
// agrees with a marked one: it was only not seen to be of the same.
func (p *pupil) blame(l learner, all []*account, from [][]int, chosen []*telling) {
	meetings, place := p.meetings(all)
	found := make([]score.Meeting, len(meetings))
	for j := range meetings {
		found[j] = meetings[j].Measured()
	}
	for j, g := range score.PairMeetings(p.marked, found) {
		if g >= 0 {
			continue
		}
		for _, k := range from[place[j]] {
			if !slices.ContainsFunc(p.marked, func(g score.Meeting) bool { return p.agrees(&g, chosen[k]) }) {
				l.move(chosen[k], -1)
			}
		}
	}
}

// toldOf tells whether something that may have told of a marked meeting was
// chosen, with some certainty.
func (p *pupil) toldOf(g int, chosen []*telling, scores []float32) bool {
	return slices.ContainsFunc(p.may[g], func(m place) bool {
		return chosen[m.clause] == &p.clauses[m.clause].tells[m.tell] && scores[m.clause] > margin
	})
}

// teachMood teaches the mood: where a clause told of a marked meeting without its
// day, and tells the day under the other mood, that is the better one.
func (p *pupil) teachMood(l learner, g int, chosen []*telling) {
	for _, m := range p.may[g] {
		t, c := &p.clauses[m.clause].tells[m.tell], chosen[m.clause]
		if c != nil && c.at == t.at && c.ahead != t.ahead && c.Date.IsZero() && !t.Date.IsZero() {
			l.move(t, 1)
			l.move(c, -1)
		}
	}
}

// teach takes up what may have told of a marked meeting: the telling that
// scores best, and in its clause down what was chosen under the other mood.
func (p *pupil) teach(l learner, g int, chosen []*telling) {
	var top *telling
	var at int
	var high float32
	for _, m := range p.may[g] {
		t := &p.clauses[m.clause].tells[m.tell]
		s := weigh(l, t)
		if w := &p.Tokens[t.at]; kin[w.Lemma] > 0 || kin[w.Norm] > 0 {
			s += likely
		}
		if t.Date.Day > 0 && p.marked[g].When != "" {
			s += dating
		}
		if top == nil || s > high {
			top, high, at = t, s, m.clause
		}
	}
	if top == nil {
		return
	}
	l.move(top, 1)
	if c := chosen[at]; c != nil && c != top && c.ahead != top.ahead {
		l.move(c, -1)
	}
}
