package pareto

import (
	"math/big"
	"math/bits"
)

// layout says where things stand in a row. A row is one partial package in
// plain words:
//
//	│ amount of party 0 │ … │ amount of party d-1 │ package, packed │ how many share it │
//
// The packed package has the first issue in its highest bits, so comparing the
// words compares packages lexicographically.
type layout struct {
	parties, words      int
	pack, count, stride int // where the package starts, where the count starts, where the row ends
	place               []place
}

// place is where an issue's choice stands in a packed package.
type place struct {
	word  int
	shift uint
}

func newLayout(p *Problem, u *units) *layout {
	l := &layout{parties: u.parties, words: u.words, pack: u.parties * u.words}
	word, free := 0, uint(64)
	total := big.NewInt(1)
	for _, issue := range p.Issues {
		need := uint(bits.Len(uint(len(issue.Options) - 1)))
		if need > free {
			word, free = word+1, 64
		}
		free -= need
		l.place = append(l.place, place{word, free})
		total.Mul(total, big.NewInt(int64(len(issue.Options))))
	}
	l.count = l.pack + word + 1
	l.stride = l.count + (total.BitLen()+63)/64
	return l
}

// unpack reads the package of a row.
func (l *layout) unpack(row []uint64, p *Problem) Package {
	pkg := make(Package, len(l.place))
	for i, at := range l.place {
		mask := uint64(1)<<bits.Len(uint(len(p.Issues[i].Options)-1)) - 1
		pkg[i] = int(row[l.pack+at.word] >> at.shift & mask)
	}
	return pkg
}

// step is the row that choosing an option adds to a partial package.
func (l *layout) step(u *units, issue, option int) []uint64 {
	row := make([]uint64, l.stride)
	width := l.parties * l.words
	copy(row, u.step[issue][option*width:(option+1)*width])
	at := l.place[issue]
	row[l.pack+at.word] = uint64(option) << at.shift
	return row
}

// extend writes row + step into dst.
func (l *layout) extend(dst, row, step []uint64) {
	copy(dst, row)
	if l.words == 1 {
		for k := range l.parties {
			dst[k] += step[k]
		}
	} else {
		for k := 0; k < l.pack; k += l.words {
			addWords(dst[k:k+l.words], step[k:k+l.words])
		}
	}
	for k := l.pack; k < l.count; k++ {
		dst[k] |= step[k]
	}
}

// list is a set of partial packages that reach one node, none of them worse
// for all than another.
type list struct {
	n     int
	rows  []uint64  // n rows, one after the other
	order [][]int32 // order[party]: the rows from the best for the party to the worst
}

func (a *list) row(l *layout, i int) []uint64 { return a.rows[i*l.stride : (i+1)*l.stride] }

// origin is the list at the root: one empty package, worth nothing yet.
func (l *layout) origin() *list {
	a := &list{n: 1, rows: make([]uint64, l.stride)}
	a.rows[l.stride-1] = 1
	for range l.parties {
		a.order = append(a.order, []int32{0})
	}
	return a
}

// retain keeps the rows that pass the test, in place.
func (a *list) retain(l *layout, keep func(i int) bool) {
	name := make([]int32, a.n)
	n := 0
	for i := range a.n {
		if name[i] = -1; keep(i) {
			name[i] = int32(n)
			copy(a.row(l, n), a.row(l, i))
			n++
		}
	}
	a.n, a.rows = n, a.rows[:n*l.stride]
	for k, order := range a.order {
		kept := order[:0]
		for _, i := range order {
			if name[i] >= 0 {
				kept = append(kept, name[i])
			}
		}
		a.order[k] = kept
	}
}
