package pareto

import (
	"context"
	"time"
)

// walk carries lists of partial packages through the diagram, level by level.
type walk struct {
	merger
	space  *Space
	limits Limits
	floors *floors
	met    int                                       // how many candidates the last level had
	cuts   func(t, node int) func(row []uint64) bool // a further test for rows that reach a node, or nil
	trim   func(t int, lists []*list)                // what is done to the lists that reach a level, or nil
	tell   func(p *Progress)                         // what completes a report, or nil
	thin   *thinner                                  // what keeps the lists within the limits, or nil
}

func (s *Space) newWalk(limits Limits) *walk {
	w := &walk{space: s, limits: limits, floors: s.floors()}
	w.layout = newLayout(s.problem, s.units)
	return w
}

// run returns the list at the end of the diagram.
func (w *walk) run(ctx context.Context) (*list, error) {
	d := w.space.diagram
	if w.space.hopeless() {
		return &list{order: make([][]int32, w.parties)}, nil
	}
	w.stop = func() bool { return ctx.Err() != nil }
	lists := []*list{w.origin()}
	for t := range d.order {
		start := time.Now()
		if w.thin != nil {
			if err := w.thin.fit(t, lists); err != nil {
				return nil, err
			}
		}
		lists = w.level(t, lists)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if w.thin != nil {
			w.thin.learn(w.met, time.Since(start))
		}
		if w.trim != nil {
			w.trim(t+1, lists)
		}
		w.report(t+1, lists)
	}
	return lists[0], nil
}

// level decides one issue: from the lists of a level to those of the next.
func (w *walk) level(t int, lists []*list) []*list {
	d := w.space.diagram
	issue := d.order[t]
	arrivals := make([][]arrival, len(d.levels[t+1]))
	for n, nd := range d.levels[t] {
		for o, child := range nd {
			if child != forbidden && lists[n].n > 0 {
				arrivals[child] = append(arrivals[child], arrival{from: lists[n], step: w.step(w.space.units, issue, o)})
			}
		}
	}
	next := make([]*list, len(arrivals))
	w.met = 0
	for n := range arrivals {
		w.keep = w.test(t+1, n)
		next[n] = w.merge(arrivals[n])
		w.met += w.n
	}
	return next
}

func (w *walk) report(done int, lists []*list) {
	if w.limits.Progress == nil {
		return
	}
	p := Progress{Step: "frontier", Done: done, Issues: len(w.space.diagram.order), Points: points(lists)}
	if w.tell != nil {
		w.tell(&p)
	}
	w.limits.Progress(p)
}

// test is what a row that reaches a node must pass.
func (w *walk) test(t, n int) func(row []uint64) bool {
	floor := w.floors.keep(t, n)
	if w.cuts == nil {
		return floor
	}
	cut := w.cuts(t, n)
	return func(row []uint64) bool { return floor(row) && cut(row) }
}
