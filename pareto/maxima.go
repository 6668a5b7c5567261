package pareto

import "slices"

// maxima finds the vectors that no other vector dominates. It is given ranks
// (0 is best), one slice for each coordinate after the first; the vectors are
// all different and in lexicographic order, so that only an earlier one can
// dominate a later one, and the first coordinate need not be looked at again.
//
//	1 coordinate    the first vector alone
//	2 coordinates   a staircase: keep what is better than all before
//	3 coordinates   the same staircase, kept in a tree of minima
//	4 and more      solve both halves, and let what is left of the earlier half
//	                filter what is left of the later one
//
// The filter compares two sets in the coordinates that remain. Three of them
// are a sweep along the first with a tree of minima over the others; more are
// split at the middle of the first (Kung, Luccio & Preparata 1975): n vectors
// of d coordinates take about n·(log n)^(d-2) steps.
type maxima struct {
	rank [][]int32 // rank[c][v], c from the second coordinate on
	flat []int32   // the same ranks, vector by vector
	lost []bool    // lost[v]: v is dominated
	tree minTree
	keys []uint64
	stop func() bool // where set and true, give up: what is marked then means nothing
}

// find marks what is dominated among n vectors.
func (m *maxima) find(n int) []bool {
	m.lost = make([]bool, n)
	switch len(m.rank) {
	case 0:
		for v := 1; v < n; v++ {
			m.lost[v] = true
		}
	case 1:
		m.stairs(m.rank[0])
	case 2:
		m.tree.grow(n)
		x, y := m.rank[0], m.rank[1]
		for v := range n {
			if m.tree.min(x[v]) <= y[v] {
				m.lost[v] = true
			} else {
				m.tree.put(x[v], y[v])
			}
		}
	default:
		m.tree.grow(n)
		m.lay(n)
		m.halves(0, n)
	}
	return m.lost
}

func (m *maxima) stairs(rank []int32) {
	best := none
	for v, r := range rank {
		if r >= best {
			m.lost[v] = true
		} else {
			best = r
		}
	}
}

// few is the number of vectors, or of pairs of them, that are compared one by
// one rather than divided further.
const few = 24

// often is the number of vectors above which each division asks whether to stop.
const often = 2000

// halves settles the vectors from lo to hi among themselves.
func (m *maxima) halves(lo, hi int) {
	if hi-lo <= few {
		for v := lo + 1; v < hi; v++ {
			for w := lo; w < v && !m.lost[v]; w++ {
				m.lost[v] = !m.lost[w] && m.covers(w, v, 0)
			}
		}
		return
	}
	if hi-lo > often && m.stop != nil && m.stop() {
		return
	}
	mid := (lo + hi) / 2
	m.halves(lo, mid)
	m.halves(mid, hi)
	m.filter(m.left(lo, mid), m.left(mid, hi), 0)
}

// left lists the vectors from lo to hi that are not dominated so far.
func (m *maxima) left(lo, hi int) []int32 {
	var ids []int32
	for v := lo; v < hi; v++ {
		if !m.lost[v] {
			ids = append(ids, int32(v))
		}
	}
	return ids
}

// filter marks what some vector of a covers in b, from coordinate c on.
func (m *maxima) filter(a, b []int32, c int) {
	switch {
	case len(a) == 0 || len(b) == 0:
	case len(a)*len(b) <= few*few || len(a) == 1:
		for _, v := range b {
			for k := 0; k < len(a) && !m.lost[v]; k++ {
				m.lost[v] = m.covers(int(a[k]), int(v), c)
			}
		}
	case len(m.rank)-c <= 3:
		m.sweep(a, b, c)
	default:
		m.split(a, b, c)
	}
}

// split divides both sets at a middle rank of coordinate c. What is better in
// a covers what is worse in b as far as c goes; what is worse in a can cover
// nothing better in b.
func (m *maxima) split(a, b []int32, c int) {
	rank := m.rank[c]
	keys := m.keys[:0]
	for _, v := range a {
		keys = append(keys, uint64(rank[v]))
	}
	slices.Sort(keys)
	m.keys = keys
	if keys[0] == keys[len(keys)-1] {
		m.filter(a, m.from(b, c, int32(keys[0])), c+1)
		return
	}
	at := int32(keys[len(keys)/2])
	if at == int32(keys[0]) {
		at++
	}
	better := func(v int32) bool { return rank[v] < at }
	a1, a2 := part(a, better)
	b1, b2 := part(b, better)
	m.filter(a1, b1, c)
	m.filter(a1, b2, c+1)
	m.filter(a2, m.remaining(b2), c)
}

// part splits ids in two by a test, keeping their order.
func part(ids []int32, test func(int32) bool) (yes, no []int32) {
	for _, v := range ids {
		if test(v) {
			yes = append(yes, v)
		} else {
			no = append(no, v)
		}
	}
	return yes, no
}

func (m *maxima) from(ids []int32, c int, rank int32) []int32 {
	yes, _ := part(ids, func(v int32) bool { return m.rank[c][v] >= rank })
	return yes
}

func (m *maxima) remaining(ids []int32) []int32 {
	yes, _ := part(ids, func(v int32) bool { return !m.lost[v] })
	return yes
}

// sweep filters b by a in three coordinates or fewer: it goes along the first,
// putting what it meets of a into the tree and asking for what it meets of b.
func (m *maxima) sweep(a, b []int32, c int) {
	along := m.rank[c]
	x, y := m.rank[len(m.rank)-2], m.rank[len(m.rank)-1]
	keys := m.keys[:0]
	for _, v := range a {
		keys = append(keys, uint64(along[v])<<32|uint64(v))
	}
	for _, v := range b {
		keys = append(keys, uint64(along[v])<<32|1<<31|uint64(v))
	}
	slices.Sort(keys)
	m.keys = keys
	for _, key := range keys {
		v := int32(key & (1<<31 - 1))
		switch asks := key>>31&1 == 1; {
		case !asks:
			m.tree.put(x[v], y[v])
		case !m.lost[v]:
			m.lost[v] = m.tree.min(x[v]) <= y[v]
		}
	}
	for _, v := range a {
		m.tree.take(x[v])
	}
}

// lay writes the ranks vector by vector, for covers to read in one go.
func (m *maxima) lay(n int) {
	d := len(m.rank)
	m.flat = make([]int32, n*d)
	for c, rank := range m.rank {
		for v, r := range rank {
			m.flat[v*d+c] = r
		}
	}
}

// covers reports whether w is at least as good as v from coordinate c on.
func (m *maxima) covers(w, v, c int) bool {
	d := len(m.rank)
	x, y := m.flat[w*d+c:(w+1)*d], m.flat[v*d+c:(v+1)*d]
	for k, r := range x {
		if r > y[k] {
			return false
		}
	}
	return true
}

// minTree answers "the least value put at or before this place" (Fenwick 1994).
type minTree []int32

const none = int32(1<<31 - 1)

// grow makes an empty tree of n places.
func (t *minTree) grow(n int) {
	if cap(*t) < n+1 {
		*t = make(minTree, n+1)
	}
	*t = (*t)[:n+1]
	for i := range *t {
		(*t)[i] = none
	}
}

func (t minTree) put(place, value int32) {
	for i := int(place) + 1; i < len(t); i += i & -i {
		if value < t[i] {
			t[i] = value
		}
	}
}

func (t minTree) min(place int32) int32 {
	least := none
	for i := int(place) + 1; i > 0; i &= i - 1 {
		if t[i] < least {
			least = t[i]
		}
	}
	return least
}

// take empties every place that a put at this place may have filled.
func (t minTree) take(place int32) {
	for i := int(place) + 1; i < len(t); i += i & -i {
		t[i] = none
	}
}
