package main

import (
	"fmt"
	"math"
	"os"

	"github.com/parley-desk/parley/pareto"
	"golang.org/x/term"
)

// ticker writes one line over and over on a terminal, to tell how far long
// work is. Where nobody watches it writes nothing.
type ticker struct {
	terminal *os.File // nil where nobody watches
	last     string
}

func (d desk) ticker() *ticker {
	f, ok := d.err.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return &ticker{}
	}
	return &ticker{terminal: f}
}

// tell replaces the line.
func (t *ticker) tell(format string, args ...any) {
	line := fmt.Sprintf(format, args...)
	if t.terminal == nil || line == t.last {
		return
	}
	t.last = line
	fmt.Fprint(t.terminal, "\r\x1b[K"+line)
}

// clear takes the line away.
func (t *ticker) clear() {
	if t.terminal != nil && t.last != "" {
		fmt.Fprint(t.terminal, "\r\x1b[K")
	}
}

// draws tells how many draws are taken.
func (t *ticker) draws(done, of int) { t.tell("draws: %d %% of %d", 100*done/max(of, 1), of) }

// search tells how far a search is, and, once it has found something, how much
// better the best can still be.
func (t *ticker) search(p pareto.Progress) {
	gap := ""
	if !math.IsInf(p.Best, 0) && !math.IsInf(p.Bound, 0) && p.Bound > p.Best {
		gap = fmt.Sprintf(", best %.6g, bound %.6g", p.Best, p.Bound)
	}
	t.tell("%s: issue %d of %d, %d partial packages%s", p.Step, p.Done, p.Issues, p.Points, gap)
}
