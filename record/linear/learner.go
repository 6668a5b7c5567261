package linear

import (
	"context"
	"math/rand/v2"
	"slices"
)

// A Learner is weights while they are learnt.
type Learner struct {
	w, sum []float32 // weight and, for the average, weight × time
	time   float32
	mask   uint32
}

// NewLearner starts with 2^bits weights of zero.
func NewLearner(bits int) *Learner {
	return &Learner{w: make([]float32, 1<<bits), sum: make([]float32, 1<<bits), time: 1, mask: 1<<bits - 1}
}

// Score is the sum of the features' present weights.
func (l *Learner) Score(f Features) float32 {
	s := float32(0)
	for _, h := range f {
		s += l.w[h&l.mask]
	}
	return s
}

// Class is the score of features as they are seen with one class.
func (l *Learner) Class(f Features, class int) float32 {
	s := float32(0)
	for _, h := range f {
		s += l.w[InClass(h, class)&l.mask]
	}
	return s
}

// Update moves the weight of one feature.
func (l *Learner) Update(h uint32, by float32) {
	l.w[h&l.mask] += by
	l.sum[h&l.mask] += by * l.time
}

// Tick lets time pass: to be called once for every example.
func (l *Learner) Tick() { l.time++ }

// AddAverage adds each weight's average over time to a list of 2^bits.
func (l *Learner) AddAverage(to []float32) {
	for i := range to {
		to[i] += l.w[i] - l.sum[i]/l.time
	}
}

// Practise goes over the lessons epoch by epoch, in orders that hang on the run
// alone. It stops early, with ctx's error, when ctx ends.
func Practise[T any](ctx context.Context, lessons []T, epochs, run int, each func(*T, *rand.Rand)) error {
	lessons = slices.Clone(lessons)
	rng := rand.New(rand.NewPCG(1, uint64(run)))
	for range epochs {
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
