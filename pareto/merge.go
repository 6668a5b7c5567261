package pareto

import "slices"

// arrival is a list that reaches a node by way of one option.
type arrival struct {
	from *list
	step []uint64 // the row that the option adds
}

// merger joins the arrivals at one node into the node's list. It keeps its
// buffers from one merge to the next.
//
// Extending every row of a list by the same step keeps each party's order from
// best to worst, so the candidates' order for a party is a merge of sorted
// runs, not a sort. From it every candidate gets a rank for that party: equal
// exactly when the amounts are equal, smaller exactly when the amount is
// greater. All that follows compares small integers, and is exact because the
// ranks are.
type merger struct {
	*layout
	keep  func(row []uint64) bool // whether a candidate may still matter; nil keeps all
	grain grain                   // how far apart amounts may lie and still share a rank
	stop  func() bool             // whether to give up; nil never does

	n     int       // candidates
	rows  []uint64  // their rows
	run   []int     // where each run starts, and the end
	order [][]int32 // for each party, the candidates from best to worst
	rank  [][]int32 // for each party, the candidates' ranks
	top   []uint64  // the first word of one party's amounts
	spare []int32
	name  []int32 // the row that each candidate becomes in the list, or -1
}

// merge returns the undominated candidates of all arrivals. Equal vectors
// become one row, with the lexicographically first package and the sum of the counts.
func (m *merger) merge(arrivals []arrival) *list {
	m.generate(arrivals)
	for k := range m.parties {
		m.sort(k)
	}
	order := m.lexicographic()
	distinct := m.join(order)
	return m.survivors(distinct, m.undominated(distinct))
}

// generate writes the candidates and each run's orders.
func (m *merger) generate(arrivals []arrival) {
	total := 0
	for _, a := range arrivals {
		total += a.from.n
	}
	m.rows = slices.Grow(m.rows[:0], total*m.stride)[:total*m.stride]
	m.run = append(m.run[:0], 0)
	if m.order == nil {
		m.order, m.rank = make([][]int32, m.parties), make([][]int32, m.parties)
	}
	for k := range m.parties {
		m.order[k] = m.order[k][:0]
	}
	m.n = 0
	for _, a := range arrivals {
		m.arrive(a)
	}
}

// arrive adds one run of candidates.
func (m *merger) arrive(a arrival) {
	name := slices.Grow(m.spare[:0], a.from.n)[:a.from.n] // the candidate that each row becomes, or -1
	for i := range name {
		dst := m.rows[m.n*m.stride : (m.n+1)*m.stride]
		m.extend(dst, a.from.row(m.layout, i), a.step)
		if name[i] = -1; m.keep == nil || m.keep(dst) {
			name[i] = int32(m.n)
			m.n++
		}
	}
	for k, order := range a.from.order {
		for _, i := range order {
			if name[i] >= 0 {
				m.order[k] = append(m.order[k], name[i])
			}
		}
	}
	m.spare = name
	m.run = append(m.run, m.n)
}

// sort merges the runs into party k's order and gives out its ranks.
func (m *merger) sort(k int) {
	at := k * m.words
	m.top = slices.Grow(m.top[:0], m.n)[:m.n]
	for i := range m.top {
		m.top[i] = m.rows[i*m.stride+at]
	}
	runs := slices.Clone(m.run)
	from, to := m.order[k], slices.Grow(m.spare[:0], m.n)[:m.n]
	for len(runs) > 2 {
		kept := runs[:1]
		for r := 0; r+1 < len(runs); r += 2 {
			a, b := runs[r], runs[r+1]
			c := b
			if r+2 < len(runs) {
				c = runs[r+2]
			}
			m.mergeRuns(to[a:c], from[a:b], from[b:c], at)
			kept = append(kept, c)
		}
		runs = kept
		from, to = to, from
	}
	m.order[k], m.spare = from, to
	m.giveRanks(k, at)
}

// mergeRuns merges two runs that are sorted from best to worst.
func (m *merger) mergeRuns(dst, a, b []int32, at int) {
	for d := range dst {
		switch {
		case len(a) == 0:
			copy(dst[d:], b)
			return
		case len(b) == 0:
			copy(dst[d:], a)
			return
		case m.top[b[0]] > m.top[a[0]] || m.top[b[0]] == m.top[a[0]] && m.lessRest(a[0], b[0], at):
			dst[d], b = b[0], b[1:]
		default:
			dst[d], a = a[0], a[1:]
		}
	}
}

// lessRest reports whether amount a is less than b after the first word, which is equal.
func (m *merger) lessRest(a, b int32, at int) bool {
	if m.words == 1 {
		return false
	}
	x, y := int(a)*m.stride+at, int(b)*m.stride+at
	return lessWords(m.rows[x+1:x+m.words], m.rows[y+1:y+m.words])
}

func (m *merger) giveRanks(k, at int) {
	m.rank[k] = slices.Grow(m.rank[k][:0], m.n)[:m.n]
	rank := int32(-1)
	for j, i := range m.order[k] {
		if j == 0 || !m.sameRank(k, m.order[k][j-1], i, at) {
			rank++
		}
		m.rank[k][i] = rank
	}
}

// sameRank reports whether two candidates, adjacent in party k's order, share a rank.
func (m *merger) sameRank(k int, a, b int32, at int) bool {
	if m.top[a] == m.top[b] && !m.lessRest(b, a, at) {
		return true
	}
	return m.grain != nil && m.grain.same(k, m.top[a], m.top[b])
}

// lexicographic orders the candidates by their ranks: the first party's first.
func (m *merger) lexicographic() []int32 {
	order := m.order[0]
	compare := func(a, b int32) int {
		for _, rank := range m.rank[1:] {
			if rank[a] != rank[b] {
				return int(rank[a] - rank[b])
			}
		}
		return 0
	}
	sorted := slices.Clone(order)
	for lo := 0; lo < len(sorted); {
		hi := lo + 1
		for hi < len(sorted) && m.rank[0][sorted[hi]] == m.rank[0][sorted[lo]] {
			hi++
		}
		if hi-lo > 1 {
			slices.SortStableFunc(sorted[lo:hi], compare)
		}
		lo = hi
	}
	return sorted
}

// join makes one row of all candidates with equal ranks and returns one of
// each group, in the same order.
func (m *merger) join(order []int32) []int32 {
	distinct := make([]int32, 0, len(order))
	for j, i := range order {
		if j == 0 || !m.equalRanks(order[j-1], i) {
			distinct = append(distinct, i)
			continue
		}
		last := len(distinct) - 1
		distinct[last] = m.add(distinct[last], i)
	}
	return distinct
}

func (m *merger) equalRanks(a, b int32) bool {
	for _, rank := range m.rank {
		if rank[a] != rank[b] {
			return false
		}
	}
	return true
}

// add joins two candidates of equal ranks and returns which of them stands
// for both. Only under a grain can their amounts differ: then the greater one
// stands, by the first party's amount first.
func (m *merger) add(a, b int32) int32 {
	x, y := m.rows[int(a)*m.stride:int(a+1)*m.stride], m.rows[int(b)*m.stride:int(b+1)*m.stride]
	switch c := slices.Compare(y[:m.pack], x[:m.pack]); {
	case c > 0:
		return b
	case c < 0:
		return a
	}
	addWords(x[m.count:], y[m.count:])
	if slices.Compare(y[m.pack:m.count], x[m.pack:m.count]) < 0 {
		copy(x[m.pack:m.count], y[m.pack:])
	}
	return a
}

// undominated marks which of the distinct vectors are dominated.
func (m *merger) undominated(distinct []int32) []bool {
	x := maxima{stop: m.stop}
	for _, rank := range m.rank[1:] {
		own := make([]int32, len(distinct))
		for v, i := range distinct {
			own[v] = rank[i]
		}
		x.rank = append(x.rank, own)
	}
	return x.find(len(distinct))
}

// survivors makes the list of what is left, in lexicographic order of values.
func (m *merger) survivors(distinct []int32, lost []bool) *list {
	m.name = slices.Grow(m.name[:0], m.n)[:m.n]
	name := m.name
	for i := range name {
		name[i] = -1
	}
	out := &list{order: make([][]int32, m.parties)}
	for v, i := range distinct {
		if !lost[v] {
			name[i] = int32(out.n)
			out.n++
		}
	}
	out.rows = make([]uint64, 0, out.n*m.stride)
	for v, i := range distinct {
		if !lost[v] {
			out.rows = append(out.rows, m.rows[int(i)*m.stride:int(i+1)*m.stride]...)
		}
	}
	for k := range out.order {
		out.order[k] = make([]int32, 0, out.n)
		for _, i := range m.order[k] {
			if name[i] >= 0 {
				out.order[k] = append(out.order[k], name[i])
			}
		}
	}
	return out
}
