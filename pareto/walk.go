package pareto

import "context"

// walk carries lists of partial packages through the diagram, level by level.
type walk struct {
	merger
	space  *Space
	limits Limits
	floors *floors
	freer  [][][]bool
}

// comparable is the most nodes of a level between which dominance is looked for.
const comparable = 256

func (s *Space) newWalk(limits Limits) *walk {
	w := &walk{space: s, limits: limits, floors: s.floors(), freer: s.diagram.freer(comparable)}
	w.layout = newLayout(s.problem, s.units)
	return w
}

// run returns the list at the end of the diagram.
func (w *walk) run(ctx context.Context) (*list, error) {
	d := w.space.diagram
	if d.empty() || w.space.hopeless() {
		return &list{order: make([][]int32, w.parties)}, nil
	}
	lists := []*list{w.origin()}
	for t := range d.order {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		lists = w.level(t, lists)
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
	for n := range arrivals {
		w.keep = w.floors.keep(t+1, n)
		next[n] = w.merge(arrivals[n])
	}
	return next
}

func (w *walk) report(done int, lists []*list) {
	if w.limits.Progress == nil {
		return
	}
	p := Progress{Done: done, Issues: len(w.space.diagram.order)}
	for _, a := range lists {
		p.Points += a.n
	}
	w.limits.Progress(p)
}
