// Command eval measures the reader of reports and prints the tables of
// docs/reading.md:
//
//	go run ./record/eval [-gum DIR] [-plover FILE] [-develop] [-errors]
//
// On our own reports it reads the third that training never saw. Who works on
// the reader looks at the others instead: -develop reads those, in four folds,
// each by weights that did not see it. On GUM it trains and tests by document
// in four folds, with that corpus's conventions. Ranges are the middle 95 %
// when documents are drawn anew 1,000 times.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"os/signal"

	"github.com/parley-desk/parley/record/corpus"
	"github.com/parley-desk/parley/record/score"
)

func main() {
	log.SetFlags(0)
	own := flag.String("corpus", "record/corpus", "folder of annotated .report files")
	gum := flag.String("gum", "", "folder of GUM's JSONL files; optional")
	plover := flag.String("plover", "", "PLOVER's file of coded sentences; optional")
	errors := flag.Bool("errors", false, "print every miss")
	develop := flag.Bool("develop", false, "read the reports for training in folds, and nothing else")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Stdout, *own, *gum, *plover, *errors, *develop); err != nil {
		log.Fatal("eval: ", err)
	}
}

func run(ctx context.Context, w io.Writer, own, gum, plover string, misses, develop bool) error {
	reports, err := corpus.LoadDir(own)
	if err != nil {
		return err
	}
	var held, trained []*corpus.Report
	for _, r := range reports {
		if corpus.HeldOut(r.Name) {
			held = append(held, r)
		} else {
			trained = append(trained, r)
		}
	}
	if develop {
		parts, err := crossRead(ctx, w, trained, misses)
		if err != nil {
			return err
		}
		printTable(w, fmt.Sprintf("Own reports for training: %d, four folds", len(trained)), parts, ownMeasures)
		return nil
	}
	parts, err := readAll(ctx, w, held, nil, nil, misses)
	if err != nil {
		return err
	}
	printTable(w, fmt.Sprintf("Own reports held out: %d", len(held)), parts, ownMeasures)
	if plover != "" {
		if err := ploverTable(ctx, w, plover, misses); err != nil {
			return err
		}
	}
	if gum == "" {
		return nil
	}
	names, sets, err := corpus.LoadForeign(gum)
	if err != nil {
		return err
	}
	for _, name := range names {
		parts, err := folds(ctx, w, reports, sets, name, misses)
		if err != nil {
			return err
		}
		printTable(w, fmt.Sprintf("GUM, %s: %d documents, four folds", name, len(sets[name])), parts, []string{
			"source/overlap", "cue/overlap", "content/overlap", "attribution/content-found", "attribution/linked", "linked/direct", "linked/mixed", "linked/indirect",
		})
	}
	return nil
}

// printTable prints measures with counts and ranges.
func printTable(w io.Writer, title string, parts []score.Counts, names []string) {
	total := score.Counts{}
	for _, p := range parts {
		total.Add(p)
	}
	fmt.Fprintf(w, "\n%s\n\n%-32s %6s %6s %6s  %-14s %6s %6s\n", title, "measure", "P", "R", "F1", "95 % range", "found", "marked")
	for _, n := range names {
		c := total[n]
		p, r := c.PR()
		lo, hi := score.Range(parts, n, 1000)
		fmt.Fprintf(w, "%-32s %6.1f %6.1f %6.1f  [%4.1f, %5.1f]  %6d %6d\n", n, 100*p, 100*r, 100*c.F1(), 100*lo, 100*hi, c.Found, c.Marked)
	}
}
