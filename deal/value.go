package deal

import (
	"fmt"
	"maps"
	"math/big"
	"math/rand/v2"
	"slices"

	"github.com/parley-desk/parley"
)

// taste is what is known of one party's values: the order of its attitudes and
// priorities, or its own numbers.
type taste struct {
	party string
	// numbers[i][k] is weight × value of alternative k of issue i, where the
	// party gave every number; nil otherwise.
	numbers [][]*big.Rat
	// rank[i][k] is how the party feels about alternative k of issue i: 0 for
	// demands to 4 for refuses, -1 for unknown.
	rank [][]int
	// fixed[i][k] is a value on the scale from 0 to 1 that the party's numbers
	// for this issue alone give; nil where it gave none.
	fixed [][]*big.Rat
	// priority[i] is 0 for critical to 3 for low, -1 for unknown.
	priority []int
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// taste reads a party's values out of its stances. The notes say what numbers
// could not be used.
func newTaste(a agenda, stances []parley.Stance, positions parley.Positions, party string) (taste, []string) {
	t := taste{party: party}
	values := make([]map[string]parley.Number, len(a.issues))
	weights := make([]parley.Number, len(a.issues))
	for _, s := range stances { // oldest first: the later number stands
		place, ok := a.place[s.Issue]
		if s.Party != party || s.Claim() || !ok {
			continue
		}
		if s.Weight != "" {
			weights[place] = s.Weight
		}
		for id, v := range s.Value {
			if values[place] == nil {
				values[place] = map[string]parley.Number{}
			}
			values[place][id] = v
		}
	}
	complete, some := true, false
	for i, issue := range a.issues {
		p := positions.Of(party, issue.ID)
		ranks := make([]int, len(issue.Alternatives))
		for k, alternative := range issue.Alternatives {
			ranks[k] = slices.Index(parley.Attitudes, p.On(alternative.ID))
		}
		t.rank = append(t.rank, ranks)
		t.priority = append(t.priority, slices.Index(parley.Priorities, p.Priority))
		row := numbers(issue, values[i])
		t.fixed = append(t.fixed, unitScale(row))
		complete = complete && row != nil && rational(weights[i]) != nil
		some = some || len(values[i]) > 0 || weights[i] != ""
		if row != nil && rational(weights[i]) != nil {
			for k := range row {
				row[k] = new(big.Rat).Mul(row[k], rational(weights[i]))
			}
		}
		t.numbers = append(t.numbers, row)
	}
	var notes []string
	if !complete {
		t.numbers = nil
		if some {
			notes = append(notes, fmt.Sprintf("%s gave numbers for some issues only: within an issue they set the values, between issues the order of priorities is used", party))
		}
	}
	return t, notes
}

// numbers are the values of all the issue's alternatives, nil unless each has
// one.
func numbers(i parley.Issue, given map[string]parley.Number) []*big.Rat {
	var row []*big.Rat
	for _, a := range i.Alternatives {
		v := rational(given[a.ID])
		if v == nil {
			return nil
		}
		row = append(row, v)
	}
	return row
}

func rational(n parley.Number) *big.Rat {
	if n == "" {
		return nil
	}
	v, ok := new(big.Rat).SetString(string(n))
	if !ok {
		return nil
	}
	return v
}

// unitScale stretches values onto the scale from 0 to 1; equal values are all
// one half.
func unitScale(row []*big.Rat) []*big.Rat {
	if row == nil {
		return nil
	}
	low, high := row[0], row[0]
	for _, v := range row {
		if v.Cmp(low) < 0 {
			low = v
		}
		if v.Cmp(high) > 0 {
			high = v
		}
	}
	width := new(big.Rat).Sub(high, low)
	out := make([]*big.Rat, len(row))
	for k, v := range row {
		if width.Sign() == 0 {
			out[k] = big.NewRat(1, 2)
			continue
		}
		out[k] = new(big.Rat).Sub(v, low)
		out[k].Quo(out[k], width)
	}
	return out
}

// central is the party's value of every alternative of every issue: its own
// numbers, or the centroid of all values and weights that agree with the
// order it has stated.
//
// Weights are the mean of the simplex in the stated order of priorities, which
// gives the rank-order centroid weights of Barron & Barrett (1996). Values are
// the mean of the unit cube in the stated order of attitudes.
func (t taste) central() [][]*big.Rat {
	if t.numbers != nil {
		return t.numbers
	}
	weights := centroid(order{class: t.priority}, func(k, n int) *big.Rat {
		// The k-th greatest of n parts of a whole, divided at random.
		sum := new(big.Rat)
		for j := k; j <= n; j++ {
			sum.Add(sum, big.NewRat(1, int64(j)))
		}
		return sum.Quo(sum, new(big.Rat).SetInt64(int64(n)))
	})
	out := make([][]*big.Rat, len(t.rank))
	for i, ranks := range t.rank {
		values := t.fixed[i]
		if values == nil {
			values = centroid(order{class: ranks, praised: praised}, func(k, n int) *big.Rat {
				// The k-th greatest of n draws between 0 and 1.
				return big.NewRat(int64(n+1-k), int64(n+1))
			})
		}
		out[i] = make([]*big.Rat, len(values))
		for k, v := range values {
			out[i][k] = new(big.Rat).Mul(weights[i], v)
		}
	}
	return out
}

// draw takes values and weights uniformly from all that agree with the stated
// order (stochastic multicriteria acceptability analysis, Lahdelma et al.
// 1998). Numbers that the party gave stay as they are.
func (t taste) draw(r *rand.Rand) [][]float64 {
	out := make([][]float64, len(t.rank))
	if t.numbers != nil {
		for i, row := range t.numbers {
			out[i] = floats(row)
		}
		return out
	}
	weights := order{class: t.priority}.draw(r, r.ExpFloat64)
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	for i, ranks := range t.rank {
		values := floats(t.fixed[i])
		if values == nil {
			values = order{class: ranks, praised: praised}.draw(r, r.Float64)
		}
		out[i] = make([]float64, len(values))
		for k, v := range values {
			out[i][k] = v * weights[i] / sum
		}
	}
	return out
}

func floats(row []*big.Rat) []float64 {
	if row == nil {
		return nil
	}
	out := make([]float64, len(row))
	for k, v := range row {
		out[k], _ = v.Float64()
	}
	return out
}
