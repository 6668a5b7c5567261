package draft

import (
	"slices"
	"strings"
)

// Drawing draws the graph with the newest draft on top, one line a draft, as
// git draws a history; ascii keeps to characters that every terminal has.
//
//	● T3 merged text
//	├─╮
//	● │ T1 plan
//	│ ● T2 counter-text
//	├─╯
//	● T0 first paper
func (g Graph) Drawing(ascii bool) string {
	p := &pencil{glyphs: glyphs{"●", "│", "├", "┤", "╮", "╯", "─", "┼"}}
	if ascii {
		p.glyphs = glyphs{"*", "|", "|", "|", ".", "'", "-", "+"}
	}
	for _, k := range slices.Backward(order(g)) {
		p.draft(k, caption(g.drafts[k]), g.parents[k])
	}
	return p.String()
}

// order is the graph's own, family after family, so that parallel texts are
// drawn one below the other.
func order(g Graph) []int {
	var all []int
	for _, family := range g.Families() {
		for _, d := range family {
			all = append(all, g.at[d.ID])
		}
	}
	return all
}

type glyphs struct{ node, line, branch, meet, open, close, dash, cross string }

// pencil draws from the top down. A lane is a column and holds the draft that
// its line leads down to; -1 is an empty lane.
type pencil struct {
	strings.Builder
	glyphs
	lanes []int
}

func (p *pencil) draft(k int, caption string, parents []int) {
	lane := p.laneTo(k)
	var ends []int // further lanes that lead here end now
	for other := lane + 1; other < len(p.lanes); other++ {
		if p.lanes[other] == k {
			ends = append(ends, other)
		}
	}
	if len(ends) > 0 {
		p.connect(lane, ends, p.close)
		for _, other := range ends {
			p.lanes[other] = -1
		}
		p.trim()
	}
	p.node(lane, caption)
	if len(parents) == 0 {
		p.lanes[lane] = -1
		p.trim()
		return
	}
	p.lanes[lane] = parents[0]
	var opened []int
	for _, parent := range parents[1:] {
		opened = append(opened, p.newLane(parent, lane))
	}
	if len(opened) > 0 {
		p.connect(lane, opened, p.open)
	}
	p.trim()
}

// laneTo is the first lane that leads to a draft, or a fresh one.
func (p *pencil) laneTo(k int) int {
	if lane := slices.Index(p.lanes, k); lane >= 0 {
		return lane
	}
	return p.newLane(k, -1)
}

// newLane takes the first empty lane to the right of another.
func (p *pencil) newLane(k, after int) int {
	for lane := after + 1; lane < len(p.lanes); lane++ {
		if p.lanes[lane] < 0 {
			p.lanes[lane] = k
			return lane
		}
	}
	p.lanes = append(p.lanes, k)
	return len(p.lanes) - 1
}

func (p *pencil) trim() {
	for len(p.lanes) > 0 && p.lanes[len(p.lanes)-1] < 0 {
		p.lanes = p.lanes[:len(p.lanes)-1]
	}
}

func (p *pencil) node(at int, caption string) {
	for lane, k := range p.lanes {
		switch {
		case lane == at:
			p.WriteString(p.glyphs.node + " ")
		case k >= 0:
			p.WriteString(p.line + " ")
		default:
			p.WriteString("  ")
		}
	}
	p.WriteString(caption + "\n")
}

// connect draws the row that leads from one lane to others on its right, where
// lines open or close.
func (p *pencil) connect(from int, to []int, corner string) {
	last := slices.Max(to)
	var row strings.Builder
	for lane, k := range p.lanes {
		glyph, after := " ", " "
		switch {
		case lane == from:
			glyph = p.branch
		case lane == last:
			glyph = corner
		case lane > from && lane < last && slices.Contains(to, lane):
			glyph = corner
		case lane > from && lane < last && k >= 0:
			glyph = p.cross
		case lane > from && lane < last:
			glyph = p.dash
		case k >= 0:
			glyph = p.line
		}
		if lane >= from && lane < last {
			after = p.dash
		}
		row.WriteString(glyph + after)
	}
	p.WriteString(strings.TrimRight(row.String(), " ") + "\n")
}
