package pareto

import (
	"errors"
	"math/big"
	"math/bits"
	"time"
)

// grain says, party by party, which amounts count as the same. It thins lists
// without a line of new logic: candidates are ranked by cells instead of by
// amounts, and everything after the ranks is as before.
//
//	amount  ───┬──┬──┬──┬───────┬───────┬───────┬──▶
//	rank       9  8  7  6   5       4       3
//	        compared exactly │ one rank for each cell
//	                         from
//
// What is dropped is then dominated by something kept, but for less than the
// side of a cell for each party. From is where a party is sure of its no-deal
// value, however the package is completed: below it amounts are compared
// exactly, so what stands for a dropped package is itself possible.
type grain []cell

type cell struct {
	from uint64 // first words below this are compared exactly
	side uint64 // from there on, first words in the same cell of this side are the same
}

func (g grain) same(k int, a, b uint64) bool {
	c := g[k]
	if c.side == 0 || a < c.from || b < c.from {
		return false
	}
	return (a-c.from)/c.side == (b-c.from)/c.side
}

// ErrLimit says that the limits cannot be kept: the no-deal values bind so
// closely that near packages cannot stand for each other.
var ErrLimit = errors.New("the frontier is too long for the limits, and the no-deal values are too close to approximate it: raise the limits or ask for the solutions alone")

// fewest is the number of points below which no time limit thins a list.
const fewest = 200

// thinner keeps the lists of a walk within its limits.
type thinner struct {
	walk  *walk
	worst [][][]uint64 // the least that each node can still add
	spent []*big.Int   // by party: the sides of all cells used, in units of the first word
	span  []uint64     // by party: the range of its amounts, likewise
	step  int          // the fineness of the next cells
	used  bool

	deadline time.Time
	pace     time.Duration // what a candidate took, times a million
}

func newThinner(w *walk) *thinner {
	th := &thinner{walk: w, span: make([]uint64, w.parties)}
	for range w.parties {
		th.spent = append(th.spent, new(big.Int))
	}
	if w.limits.Time > 0 {
		th.deadline = time.Now().Add(w.limits.Time)
	}
	return th
}

// prepare finds what is needed once thinning begins.
func (th *thinner) prepare() {
	w := th.walk
	th.used, th.worst = true, w.space.worst()
	best := w.space.best()[0][0]
	for k := range th.span {
		th.span[k] = best[k*w.words] - th.worst[0][0][k*w.words]
	}
}

// finest and coarsest are the sides of cells that are tried, as powers of the
// square root of two in parts of a party's range.
const finest, coarsest = -24, 0

// fit thins the lists that reach level t until they are short enough.
func (th *thinner) fit(t int, lists []*list) error {
	limit := th.limit(t)
	if limit == 0 || points(lists) <= limit {
		return nil
	}
	if !th.used {
		th.prepare()
		th.step = finest
	}
	for th.step <= coarsest {
		thinned := make([]*list, len(lists))
		for n, a := range lists {
			thinned[n] = th.thin(a, t, n)
		}
		if points(thinned) <= limit {
			copy(lists, thinned)
			for k := range th.spent {
				th.spent[k].Add(th.spent[k], new(big.Int).SetUint64(th.side(k)))
			}
			if points(thinned) < limit/2 {
				th.step = max(finest, th.step-1) // finer cells may do for the next level
			}
			return nil
		}
		th.step += 1 + min(5, bits.Len(uint(points(thinned)/limit)))
	}
	return ErrLimit
}

// side is the side of party k's cells at the present fineness.
func (th *thinner) side(k int) uint64 {
	side := th.span[k] >> (-th.step / 2)
	if th.step%2 != 0 {
		side -= side >> 2 // about one over the square root of two
	}
	return side + 1
}

// thin drops from a list what others stand for.
func (th *thinner) thin(a *list, t, node int) *list {
	w := th.walk
	w.grain = make(grain, w.parties)
	for k := range w.grain {
		w.grain[k].side = th.side(k)
		if need := w.space.units.need[k]; need != nil {
			if least := th.worst[t][node][k*w.words]; least <= need[0] {
				w.grain[k].from = need[0] - least + 1
			}
		}
	}
	w.keep = nil
	thinned := w.merge([]arrival{{from: a, step: make([]uint64, w.stride)}})
	w.grain = nil
	return thinned
}

// limit is the number of points that level t may start from; 0 is any number.
func (th *thinner) limit(t int) int {
	w := th.walk
	limit := w.limits.Points
	options := len(w.space.problem.Issues[w.space.diagram.order[t]].Options)
	lower := func(n int64) {
		if n = max(n, 1); limit == 0 || n < int64(limit) {
			limit = int(n)
		}
	}
	if w.limits.Memory > 0 {
		row := int64(8*w.stride + 4*w.parties)
		lower(w.limits.Memory / (2 * (int64(options)*(row+8*int64(w.parties)+64) + 2*row)))
	}
	if w.limits.Time > 0 && th.pace > 0 {
		share := time.Until(th.deadline) / time.Duration(len(w.space.diagram.order)-t)
		lower(max(fewest, int64(share)*1_000_000/int64(th.pace)/int64(options)))
	}
	return limit
}

// learn notes how long the candidates of a level took, thinning included.
func (th *thinner) learn(candidates int, took time.Duration) {
	if candidates >= 1000 {
		th.pace = took * 1_000_000 / time.Duration(candidates)
	}
}

// epsilon is the certificate: by party, the sum of all sides, as a value and
// as a part of the party's range.
func (th *thinner) epsilon() (values []*big.Rat, relative []float64) {
	u := th.walk.space.units
	for k, spent := range th.spent {
		epsilon := new(big.Rat).SetInt(new(big.Int).Lsh(spent, uint(64*(u.words-1))))
		values = append(values, epsilon.Mul(epsilon, u.grain[k]))
		parts, _ := new(big.Float).SetInt(spent).Float64()
		relative = append(relative, parts/float64(max(th.span[k], 1)))
	}
	return values, relative
}
