package main

import (
	"fmt"
	"os"

	"golang.org/x/term"
)

// progress tells on a terminal how far long work is, on one line that it
// clears at the end. Where nobody watches it says nothing.
func (d desk) progress(what string) func(done, of int) {
	f, ok := d.err.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	last := -1
	return func(done, of int) {
		percent := 100 * done / max(of, 1)
		if percent == last {
			return
		}
		last = percent
		fmt.Fprintf(f, "\r%s: %d %% of %d", what, percent, of)
		if done >= of {
			fmt.Fprint(f, "\r\x1b[K")
		}
	}
}
