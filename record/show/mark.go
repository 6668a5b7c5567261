package show

import (
	"cmp"
	"slices"

	"github.com/parley-desk/parley/record"
	"github.com/parley-desk/parley/record/token"
)

// role is what a marked stretch is to its statement.
type role int

const (
	content role = iota
	source
	cue
)

// String is the role's word, which is its class in HTML too.
func (r role) String() string { return [...]string{"content", "source", "cue"}[r] }

// mark is a stretch of a report that belongs to a statement.
type mark struct {
	record.Span
	role   role
	number int // of the statement, from 1; 0 for none
}

// marks lists the stretches of every statement: in the order of the text, and
// where several start together the longest first.
func marks(d *record.Document) []mark {
	var all []mark
	for k := range d.Attributions {
		all = append(all, marksOf(&d.Attributions[k], k+1)...)
	}
	sortMarks(all)
	return all
}

func marksOf(a *record.Attribution, number int) []mark {
	var all []mark
	for r, spans := range [...][]record.Span{content: a.Content, source: a.Source, cue: a.Cue} {
		for _, s := range spans {
			all = append(all, mark{s, role(r), number})
		}
	}
	return all
}

func sortMarks(all []mark) {
	slices.SortStableFunc(all, func(a, b mark) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
}

// piece is a stretch of a paragraph in which no mark begins or ends.
type piece struct {
	words  string
	under  []mark // the marks that it lies in, outermost first
	opens  []mark // those of them that begin with it
	closes []mark // those of them that end with it, innermost first
}

// paragraphs cuts a text into paragraphs, and each of them where marks begin
// and end. A mark that goes on in the next paragraph begins anew there.
func paragraphs(text string, all []mark) [][]piece {
	t := token.Read(text)
	var out [][]piece
	for _, p := range t.Paragraphs {
		from, to := t.Tokens[p.First].Start, t.Tokens[p.End-1].End
		for len(all) > 0 && all[0].End <= from {
			all = all[1:]
		}
		out = append(out, pieces(text, from, to, all))
	}
	return out
}

// pieces cuts one paragraph. What it is given of marks starts with those that
// may lie in it.
func pieces(text string, from, to int, all []mark) []piece {
	var here []mark
	edges := []int{from, to}
	for _, m := range all {
		if m.Start >= to {
			break
		}
		m.Start, m.End = max(m.Start, from), min(m.End, to)
		if m.Start < m.End {
			here = append(here, m)
			edges = append(edges, m.Start, m.End)
		}
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	var out []piece
	for k := 1; k < len(edges); k++ {
		a, b := edges[k-1], edges[k]
		p := piece{words: text[a:b]}
		for _, m := range here {
			if m.Start > a || m.End < b {
				continue
			}
			p.under = append(p.under, m)
			if m.Start == a {
				p.opens = append(p.opens, m)
			}
			if m.End == b {
				p.closes = append([]mark{m}, p.closes...)
			}
		}
		out = append(out, p)
	}
	return out
}
