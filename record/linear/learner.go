package linear

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

// Weight is the present weight of one feature.
func (l *Learner) Weight(h uint32) float32 { return l.w[h&l.mask] }

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
