package pareto

// maxima finds the vectors that no other vector dominates. It is given ranks
// (0 is best), one slice for each coordinate after the first; the vectors are
// all different and in lexicographic order, so that only an earlier one can
// dominate a later one, and the first coordinate need not be looked at again.
//
//	1 coordinate    the first vector alone
//	2 coordinates   a staircase: keep what is better than all before
//	3 coordinates   the same staircase, kept in a tree of minima
//	4 and more      divide, solve both halves, and let the better half filter
//	                the worse; the filter divides along the next coordinate
//	                until three are left (Kung, Luccio & Preparata 1975)
type maxima struct {
	rank [][]int32 // rank[c][v], c from the second coordinate on
	tree minTree
	lost []bool // lost[v]: v is dominated
	buf  []int32
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
		best := int32(1<<31 - 1)
		for v, r := range m.rank[0] {
			if r >= best {
				m.lost[v] = true
			} else {
				best = r
			}
		}
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
		m.naive(0, n)
	}
	return m.lost
}

func (m *maxima) naive(lo, hi int) {
	for v := lo; v < hi; v++ {
		for w := lo; w < v && !m.lost[v]; w++ {
			m.lost[v] = !m.lost[w] && m.covers(w, v)
		}
	}
}

// covers reports whether w is at least as good as v in every coordinate after the first.
func (m *maxima) covers(w, v int) bool {
	for _, r := range m.rank {
		if r[w] > r[v] {
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
