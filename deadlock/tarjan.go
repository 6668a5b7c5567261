package deadlock

// components numbers the strongly connected components of a graph: nodes on a
// common cycle get the same number. It is Tarjan's algorithm with a stack of its
// own in place of recursion.
func components(next [][]int) []int {
	t := tarjan{
		next:      next,
		order:     make([]int, len(next)),
		low:       make([]int, len(next)),
		component: make([]int, len(next)),
	}
	for node := range next {
		if t.order[node] == 0 {
			t.visit(node)
		}
	}
	return t.component
}

type tarjan struct {
	next      [][]int
	order     []int // when a node was first met, from 1; 0 means not yet
	low       []int // the earliest node met that it leads back to
	component []int // from 1; 0 while the node's component is still open
	met       int
	closed    int
	open      []int // nodes whose component is still open, in the order met
}

// visit walks depth first from a node; trail is the way there, each step with
// the number of arrows already followed.
func (t *tarjan) visit(start int) {
	type step struct{ node, followed int }
	trail := []step{{node: start}}
	t.meet(start)
	for len(trail) > 0 {
		s := &trail[len(trail)-1]
		if s.followed < len(t.next[s.node]) {
			n := t.next[s.node][s.followed]
			s.followed++
			switch {
			case t.order[n] == 0:
				t.meet(n)
				trail = append(trail, step{node: n})
			case t.component[n] == 0:
				t.low[s.node] = min(t.low[s.node], t.order[n])
			}
			continue
		}
		node := s.node
		trail = trail[:len(trail)-1]
		if len(trail) > 0 {
			before := trail[len(trail)-1].node
			t.low[before] = min(t.low[before], t.low[node])
		}
		if t.low[node] == t.order[node] {
			t.close(node)
		}
	}
}

func (t *tarjan) meet(node int) {
	t.met++
	t.order[node], t.low[node] = t.met, t.met
	t.open = append(t.open, node)
}

// close takes a whole component off the open nodes: all met since its first.
func (t *tarjan) close(first int) {
	t.closed++
	for {
		last := t.open[len(t.open)-1]
		t.open = t.open[:len(t.open)-1]
		t.component[last] = t.closed
		if last == first {
			return
		}
	}
}
