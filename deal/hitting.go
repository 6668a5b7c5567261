package deal

import (
	"cmp"
	"container/heap"
	"context"
	"encoding/binary"
	"slices"
)

// minimal goes through the minimal hitting sets of a family of sets that is
// not written down but asked for: miss returns a set of the family that h does
// not hit, or false when h hits them all. The smallest come first, those of
// one size in lexicographic order. It stops when yield says so, when sets
// would be larger than size, or when the context ends.
//
// The sets in the family must be minimal themselves. This is Reiter's
// hitting-set tree (1987), searched best first: a set that still misses k
// disjoint members of the family needs at least k more, so the search goes
// straight down where the family is made of independent parts.
func minimal(ctx context.Context, size int, miss func(h []int) ([]int, bool), yield func([]int) bool) (complete bool, err error) {
	var known [][]int // of the family, as far as asked for
	var found [][]int
	seen := map[string]bool{}
	open := &nodes{{}}
	for open.Len() > 0 {
		if err := ctx.Err(); err != nil {
			return false, err
		}
		n := heap.Pop(open).(node)
		if slices.ContainsFunc(found, func(f []int) bool { return subset(f, n.set) }) {
			continue
		}
		missed := missing(known, n.set)
		if least := len(n.set) + disjoint(missed); least > n.least {
			// The family has grown since this set was filed.
			n.least = least
			heap.Push(open, n)
			continue
		}
		if n.least > size {
			return false, nil
		}
		var next []int
		if len(missed) > 0 {
			next = slices.MinFunc(missed, func(a, b []int) int { return cmp.Compare(len(a), len(b)) })
		} else {
			set, misses := miss(n.set)
			if !misses {
				found = append(found, n.set)
				if !yield(n.set) {
					return false, nil
				}
				continue
			}
			known = append(known, set)
			next = set
		}
		for _, e := range next {
			child := insert(n.set, e)
			if seen[key(child)] {
				continue
			}
			seen[key(child)] = true
			heap.Push(open, node{set: child, least: len(child) + disjoint(missing(known, child))})
		}
	}
	return true, nil
}

// node is a partial hitting set and the least size that any hitting set above
// it can have.
type node struct {
	set   []int
	least int
}

type nodes []node

func (q nodes) Len() int { return len(q) }
func (q nodes) Less(a, b int) bool {
	return cmp.Or(
		cmp.Compare(q[a].least, q[b].least),
		cmp.Compare(len(q[b].set), len(q[a].set)), // deeper first: closer to an answer
		slices.Compare(q[a].set, q[b].set),
	) < 0
}
func (q nodes) Swap(a, b int) { q[a], q[b] = q[b], q[a] }
func (q *nodes) Push(x any)   { *q = append(*q, x.(node)) }
func (q *nodes) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}

// missing are the sets that h does not hit.
func missing(family [][]int, h []int) [][]int {
	var out [][]int
	for _, s := range family {
		if !overlap(s, h) {
			out = append(out, s)
		}
	}
	return out
}

// disjoint counts sets that share no element, chosen greedily: a hitting set
// needs one element for each.
func disjoint(family [][]int) int {
	used := map[int]bool{}
	n := 0
	for _, s := range family {
		if slices.ContainsFunc(s, func(e int) bool { return used[e] }) {
			continue
		}
		n++
		for _, e := range s {
			used[e] = true
		}
	}
	return n
}

// The sets below are sorted.

func overlap(a, b []int) bool {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			return true
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return false
}

func subset(a, b []int) bool {
	j := 0
	for _, e := range a {
		for j < len(b) && b[j] < e {
			j++
		}
		if j == len(b) || b[j] != e {
			return false
		}
	}
	return true
}

func insert(set []int, e int) []int {
	at, present := slices.BinarySearch(set, e)
	if present {
		return set
	}
	return slices.Insert(slices.Clone(set), at, e)
}

// key is the set as a map's key.
func key(set []int) string {
	var b []byte
	for _, e := range set {
		b = binary.AppendUvarint(b, uint64(e))
	}
	return string(b)
}
