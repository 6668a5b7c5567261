// Command check reads annotated reports and says, with file, line and column,
// what is wrong with them:
//
//	go run ./record/corpus/check record/corpus/*.report
//
// With -show it prints each attribution's words as a reader of the file would
// see them, so that a misplaced brace catches the eye.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/parley-desk/parley/record/corpus"
)

func main() {
	show := flag.Bool("show", false, "print every attribution's words")
	flag.Parse()
	if bad := check(os.Stdout, flag.Args(), *show); bad > 0 {
		fmt.Fprintf(os.Stderr, "%d of %d files need mending\n", bad, flag.NArg())
		os.Exit(1)
	}
}

// check returns the number of files with problems.
func check(w io.Writer, files []string, show bool) (bad int) {
	reports, attributions, meetings := 0, 0, 0
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err == nil {
			var r *corpus.Report
			if r, err = corpus.Parse(file, src); err == nil {
				reports++
				attributions += len(r.Attributions)
				meetings += len(r.Meetings)
				if show {
					print(w, r)
				}
				continue
			}
		}
		bad++
		fmt.Fprintln(w, err)
	}
	fmt.Fprintf(w, "%d reports in order: %d attributions, %d meetings\n", reports, attributions, meetings)
	return bad
}

func print(w io.Writer, r *corpus.Report) {
	fmt.Fprintf(w, "%s: %s\n", r.Name, r.Header.Title)
	for _, a := range r.Attributions {
		fmt.Fprintf(w, "  %2d %-11s [%s] %s: %s\n", a.Number, a.Kind, words(r, a.Source), words(r, a.Cue), words(r, a.Content))
	}
}

func words(r *corpus.Report, spans []corpus.Span) string {
	var out []string
	for _, s := range spans {
		out = append(out, r.Text[s.Start:s.End])
	}
	return strings.Join(out, " … ")
}
