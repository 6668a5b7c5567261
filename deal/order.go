package deal

import (
	"cmp"
	"math/big"
	"math/rand/v2"
	"slices"
)

// praised is how many classes of attitude say that the party wants the
// alternative rather than others: demands and prefers. To prefer something is
// to prefer it to what one has not spoken of, so these lie above the unknown;
// where accepted, resisted and refused alternatives lie beside the unknown,
// nobody has said.
const praised = 2

// order is what is known of how a party ranks some places (alternatives, or
// issues): class 0 is best, -1 is unknown. Classes below praised also rank
// above the unknown.
type order struct {
	class   []int
	praised int
}

// split sorts the places into those that rank above all others, best first,
// the other known ones, best first, and the unknown.
func (o order) split() (above, known, unknown []int) {
	for place, c := range o.class {
		switch {
		case c < 0:
			unknown = append(unknown, place)
		case c < o.praised:
			above = append(above, place)
		default:
			known = append(known, place)
		}
	}
	best := func(a, b int) int { return o.class[a] - o.class[b] }
	slices.SortStableFunc(above, best)
	slices.SortStableFunc(known, best)
	return above, known, unknown
}

// centroid is the mean of everything that agrees with the order, when
// statistic(k, n) is the mean of the k-th greatest of n. Places of one class
// share the mean of theirs.
//
// The places above all others have the greatest statistics. What remains falls
// to known and unknown places alike: an unknown one has the mean of the rest,
// and the j-th of m known ones lies, in the mean, j/(m+1) of the way down it.
func centroid(o order, statistic func(k, n int) *big.Rat) []*big.Rat {
	n := len(o.class)
	above, known, unknown := o.split()
	out := make([]*big.Rat, n)
	top := make([]*big.Rat, len(above))
	for k := range top {
		top[k] = statistic(k+1, n)
	}
	o.share(above, top, out)
	rest := make([]*big.Rat, 0, n-len(above))
	for k := len(above) + 1; k <= n; k++ {
		rest = append(rest, statistic(k, n))
	}
	o.share(known, thin(rest, len(known)), out)
	for _, place := range unknown {
		out[place] = mean(rest)
	}
	return out
}

// thin gives the means of the j-th greatest of m taken at random from the
// rest, which is in falling order: the hypergeometric mean over which ones
// are taken.
func thin(rest []*big.Rat, m int) []*big.Rat {
	out := make([]*big.Rat, m)
	n := int64(len(rest))
	all := new(big.Int).Binomial(n, int64(m))
	for j := range out {
		out[j] = new(big.Rat)
		for k := range rest {
			// The chance that the j-th greatest taken is the k-th of the rest.
			ways := new(big.Int).Binomial(int64(k), int64(j))
			ways.Mul(ways, new(big.Int).Binomial(n-int64(k)-1, int64(m-j-1)))
			out[j].Add(out[j], new(big.Rat).Mul(rest[k], new(big.Rat).SetFrac(ways, all)))
		}
	}
	return out
}

// share deals statistics out to places in their order, the mean of its run to
// each class.
func (o order) share(places []int, statistics, out []*big.Rat) {
	for from := 0; from < len(places); {
		until := from
		for until < len(places) && o.class[places[until]] == o.class[places[from]] {
			until++
		}
		for _, place := range places[from:until] {
			out[place] = mean(statistics[from:until])
		}
		from = until
	}
}

func mean(all []*big.Rat) *big.Rat {
	sum := new(big.Rat)
	for _, v := range all {
		sum.Add(sum, v)
	}
	return sum.Quo(sum, new(big.Rat).SetInt64(int64(len(all))))
}

// draw gives every place a number so that all agrees with the order, uniformly
// over everything that does. Independent draws are sorted; the greatest go to
// the places above all others; the rest is shuffled, the unknown take theirs
// from it, and the known what is left, sorted again. Within a class the dealing
// is shuffled.
func (o order) draw(r *rand.Rand, next func() float64) []float64 {
	draws := make([]float64, len(o.class))
	for k := range draws {
		draws[k] = next()
	}
	falling := func(a, b float64) int { return cmp.Compare(b, a) }
	slices.SortFunc(draws, falling)
	above, known, unknown := o.split()
	out := make([]float64, len(o.class))
	o.deal(above, draws[:len(above)], out, r)
	rest := draws[len(above):]
	r.Shuffle(len(rest), func(a, b int) { rest[a], rest[b] = rest[b], rest[a] })
	for k, place := range unknown {
		out[place] = rest[k]
	}
	rest = rest[len(unknown):]
	slices.SortFunc(rest, falling)
	o.deal(known, rest, out, r)
	return out
}

// deal gives falling draws to places in their order, shuffled within a class.
func (o order) deal(places []int, draws, out []float64, r *rand.Rand) {
	for from := 0; from < len(places); {
		until := from
		for until < len(places) && o.class[places[until]] == o.class[places[from]] {
			until++
		}
		run := draws[from:until]
		r.Shuffle(len(run), func(a, b int) { run[a], run[b] = run[b], run[a] })
		from = until
	}
	for k, place := range places {
		out[place] = draws[k]
	}
}
