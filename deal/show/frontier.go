package show

import (
	"fmt"
	"math"

	"github.com/parley-desk/parley/page"
)

// frontier tells the trade-off in words and a table of its corners, then
// draws it.
func (w writer) frontier() {
	f := w.Frontier
	if f == nil || f.Size == 0 {
		return
	}
	w.Section("frontier", "The frontier: packages in which nobody can gain without another losing")
	words := fmt.Sprintf("%s, exact: no other possible package is better for anybody without being worse for somebody.", page.Count(f.Size, "value vector"))
	if !f.Exact {
		words = fmt.Sprintf("%s. The budget ended before all were found; every possible package is within these distances of a listed one: %s.", page.Count(f.Size, "value vector"), page.And(f.Epsilon))
	}
	if f.Listed < f.Size {
		words += fmt.Sprintf(" %d of them are listed and drawn, evenly chosen, with the best for each party.", f.Listed)
	}
	w.Add(page.Paragraph{Words: page.Words(words)})
	corners := page.Table{Caption: "The best of the frontier for each party, and what it leaves the others", Head: []page.Line{page.Words("best for")}}
	for _, p := range w.Deals.Parties {
		corners.Head = append(corners.Head, page.Words(p+" gets"))
	}
	lows, highs := w.ranges()
	for k, p := range w.Deals.Parties {
		best := 0
		for j, point := range f.Points {
			if point.Floats()[k] > f.Points[best].Floats()[k] {
				best = j
			}
		}
		row := []page.Line{page.In(page.Strong, p)}
		for n, v := range f.Points[best].Floats() {
			row = append(row, page.Words(percent(along(v, lows[n], highs[n]))))
		}
		corners.Rows = append(corners.Rows, row)
	}
	if len(w.Deals.Parties) < 2 {
		w.Add(corners)
		return
	}
	moved := w.moved(lows, highs)
	legend := "Each value is shown on the way from the party's least (0 %) to its most (100 %) on the frontier."
	if len(moved) < len(w.Deals.Parties) {
		legend += " Parties to which all of it is worth the same are not drawn."
	}
	figure := page.Figure{Title: "The frontier, drawn", Words: []page.Block{page.Paragraph{Words: page.In(page.Faint, legend)}, corners}}
	if len(moved) > 1 {
		figure.SVG = w.plot(moved, lows, highs)
	}
	w.Add(figure)
}

// ranges are the least and the greatest value of each party on the frontier.
func (w writer) ranges() (lows, highs []float64) {
	for range w.Deals.Parties {
		lows, highs = append(lows, math.Inf(1)), append(highs, math.Inf(-1))
	}
	for _, p := range w.Frontier.Points {
		for k, v := range p.Floats() {
			lows[k], highs[k] = min(lows[k], v), max(highs[k], v)
		}
	}
	return lows, highs
}

// moved are the parties to which the points of the frontier differ in value.
func (w writer) moved(lows, highs []float64) []int {
	var all []int
	for k := range lows {
		if highs[k] > lows[k] {
			all = append(all, k)
		}
	}
	return all
}

func along(v, low, high float64) float64 {
	if high <= low {
		return 1
	}
	return (v - low) / (high - low)
}
