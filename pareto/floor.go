package pareto

// floors says, node by node, how much a partial package must already be worth
// to each party for some completion to reach every no-deal value.
//
// A party's best completion from a node is a longest path to the end of the
// diagram, party by party; what it leaves short of the no-deal value is the
// floor. A partial package below a floor cannot be saved.
type floors struct {
	words int
	least [][][]uint64 // least[t][node]: parties × words
}

// best returns, for each node and party, the greatest amount that the issues
// still to decide can add.
func (s *Space) best() [][][]uint64 {
	return s.extreme(func(a, b []uint64) bool { return lessWords(b, a) })
}

// worst is the least amount that they can add.
func (s *Space) worst() [][][]uint64 { return s.extreme(lessWords) }

// extreme finds, for each node and party, the path to the end whose amount is
// before all others.
func (s *Space) extreme(before func(a, b []uint64) bool) [][][]uint64 {
	d, u := s.diagram, s.units
	width := u.parties * u.words
	out := make([][][]uint64, len(d.levels))
	out[len(d.order)] = [][]uint64{make([]uint64, width)}
	sum := make([]uint64, u.words)
	for t := len(d.order) - 1; t >= 0; t-- {
		for _, nd := range d.levels[t] {
			found := make([]uint64, width)
			for k := 0; k < width; k += u.words {
				first := true
				for o, child := range nd {
					if child == forbidden {
						continue
					}
					copy(sum, out[t+1][child][k:k+u.words])
					addWords(sum, u.step[d.order[t]][o*width+k:o*width+k+u.words])
					if first || before(sum, found[k:k+u.words]) {
						copy(found[k:], sum)
						first = false
					}
				}
			}
			out[t] = append(out[t], found)
		}
	}
	return out
}

// floors computes what each node asks of each party's amount.
func (s *Space) floors() *floors {
	u := s.units
	f := &floors{words: u.words}
	for _, level := range s.best() {
		var least [][]uint64
		for _, reach := range level {
			row := make([]uint64, len(reach))
			for k, need := range u.need {
				at := k * u.words
				if need != nil && lessWords(reach[at:at+u.words], need) {
					copy(row[at:], need)
					subWords(row[at:at+u.words], reach[at:at+u.words])
				}
			}
			least = append(least, row)
		}
		f.least = append(f.least, least)
	}
	return f
}

// keep returns the test that a row at the node must pass.
func (f *floors) keep(t, n int) func(row []uint64) bool {
	least := f.least[t][n]
	return func(row []uint64) bool {
		for k := 0; k < len(least); k += f.words {
			if lessWords(row[k:k+f.words], least[k:k+f.words]) {
				return false
			}
		}
		return true
	}
}

// hopeless reports whether nothing is possible at first sight: the rules leave
// no package, or some party's no-deal value is above every package there is.
func (s *Space) hopeless() bool {
	if s.diagram.empty() {
		return true
	}
	for _, b := range s.units.beyond {
		if b {
			return true
		}
	}
	return false
}
