package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/parley-desk/parley/record"
	"github.com/parley-desk/parley/record/attribute"
	"github.com/parley-desk/parley/record/corpus"
	"github.com/parley-desk/parley/record/meeting"
	"github.com/parley-desk/parley/record/score"
)

// ownMeasures are the lines of the tables for our own reports.
var ownMeasures = []string{
	"source/overlap", "cue/overlap", "content/overlap",
	"attribution/content-found", "attribution/linked", "attribution/all-exact",
	"speech/linked", "position/linked", "expectation/linked", "other/linked", "post/linked",
	"linked/direct", "direct/quotation", "direct/within", "linked/mixed", "linked/indirect", "kind", "speaker", "chain", "meetings",
}

// readAll reads our own reports, knowing of each the parties and people of its
// header, as a case would, and counts. Nil models mean the shipped weights.
func readAll(ctx context.Context, w io.Writer, reports []*corpus.Report, a *attribute.Model, m *meeting.Model, misses bool) ([]score.Counts, error) {
	var parts []score.Counts
	for _, r := range reports {
		doc, err := read(ctx, r, a, m)
		if err != nil {
			return nil, err
		}
		parts = append(parts, compare(w, r, doc, misses))
	}
	return parts, nil
}

// crossRead reads each quarter of the reports by weights learnt from the rest.
func crossRead(ctx context.Context, w io.Writer, reports []*corpus.Report, misses bool) ([]score.Counts, error) {
	const n = 4
	parts := make([][]score.Counts, n)
	told := make([]bytes.Buffer, n) // each fold's misses
	err := inFolds(n, func(k int) error {
		var test []*corpus.Report
		var rest []*corpus.Report
		var examples []attribute.Example
		for i, r := range reports {
			if i%n == k {
				test = append(test, r)
			} else {
				rest = append(rest, r)
				examples = append(examples, r.Example(true))
			}
		}
		a, err := attribute.Train(ctx, examples, attribute.Options{})
		if err != nil {
			return err
		}
		lessons, err := corpus.Lessons(ctx, rest, a)
		if err != nil {
			return err
		}
		m, err := meeting.Train(ctx, lessons, meeting.Options{})
		if err != nil {
			return err
		}
		parts[k], err = readAll(ctx, &told[k], test, a, m, misses)
		return err
	})
	for k := range told {
		told[k].WriteTo(w)
	}
	return slices.Concat(parts...), err
}

func read(ctx context.Context, r *corpus.Report, a *attribute.Model, m *meeting.Model) (*record.Document, error) {
	reader, err := r.Reader(a, m)
	if err != nil {
		return nil, err
	}
	src, err := r.Source()
	if err != nil {
		return nil, err
	}
	return reader.Read(ctx, src)
}

func goldOf(r *corpus.Report) (out []score.Attribution) {
	for _, a := range r.Attributions {
		out = append(out, score.Attribution{Source: a.Source, Cue: a.Cue, Content: a.Content})
	}
	return out
}

func foundOf(d *record.Document) (out []score.Attribution) {
	for _, a := range d.Attributions {
		out = append(out, score.Attribution{Source: a.Source, Cue: a.Cue, Content: a.Content})
	}
	return out
}

// compare counts every measure over one report.
func compare(w io.Writer, r *corpus.Report, d *record.Document, misses bool) score.Counts {
	gold, found := goldOf(r), foundOf(d)
	c := score.Document(r.Text, gold, found)
	pairs := score.Pairs(r.Text, gold, found)
	mateOfFound := map[int]score.Pair{}
	for _, p := range pairs {
		mateOfFound[p.Found] = p
	}
	add := func(name string, x score.Count) { c.Add(score.Counts{name: x}) }
	// By kind of cue: what was found is counted as what it is marked as, or,
	// where nothing is marked, as what the reader says it is.
	for i := range r.Attributions {
		add(r.Attributions[i].Kind+"/linked", score.Count{Marked: 1})
	}
	for j := range found {
		kind := string(d.Attributions[j].Kind)
		p, paired := mateOfFound[j]
		if paired {
			kind = r.Attributions[p.Gold].Kind
		}
		x := score.Count{Found: 1}
		if paired && p.Linked {
			x.Right, x.RightFound = 1, 1
		}
		add(kind+"/linked", x)
	}
	for _, p := range pairs {
		if !p.Content {
			continue
		}
		g, f := &r.Attributions[p.Gold], &d.Attributions[p.Found]
		one := func(name string, right bool) {
			x := score.Count{Found: 1, Marked: 1}
			if right {
				x.Right, x.RightFound = 1, 1
			} else if misses && name != "kind" {
				fmt.Fprintf(w, "%s %s: [%s] %s: want %v %v anon %v %d via %v outlet %q; got %+v %+v\n", r.Name, name, words(r, g.Source), words(r, g.Cue),
					g.Who, g.Party, g.Anonymous, g.Count, g.Via, g.Outlet, f.Speaker, f.Chain)
			}
			add(name, x)
		}
		one("kind", g.Kind == string(f.Kind))
		if len(g.Who) > 0 {
			one("speaker", slices.Contains(g.Who, f.Speaker.Person))
		}
		if p.Linked {
			one("chain", sameChain(g, f))
		}
	}
	c.Add(directCounts(r.Text, gold, found, pairs))
	c.Add(meetingCounts(w, r, d, misses))
	if misses {
		printMisses(w, r, d, pairs)
	}
	return c
}

// sameChain demands that who is unnamed, how many, and every outlet between
// agree, and the outlet that speaks where it is a named medium.
func sameChain(g *corpus.Attribution, f *record.Attribution) bool {
	if g.Anonymous != f.Chain.Anonymous || g.Count != f.Chain.Count || len(g.Via) != len(f.Chain.Via) {
		return false
	}
	for i := range g.Via {
		if outletKey(g.Via[i]) != outletKey(f.Chain.Via[i]) {
			return false
		}
	}
	named := g.Outlet != "" && strings.ToLower(g.Outlet) != g.Outlet
	if named {
		return f.Chain.Outlet != ""
	}
	return true
}

func outletKey(s string) string {
	return strings.TrimPrefix(strings.ToLower(strings.Trim(s, `"“”‘’ `)), "the ")
}

func words(r *corpus.Report, spans []corpus.Span) string {
	var out []string
	for _, s := range spans {
		out = append(out, r.Text[s.Start:s.End])
	}
	return strings.Join(out, " … ")
}

func printMisses(w io.Writer, r *corpus.Report, d *record.Document, pairs []score.Pair) {
	seenG, seenF := map[int]bool{}, map[int]bool{}
	for _, p := range pairs {
		seenG[p.Gold], seenF[p.Found] = true, true
		if !p.Linked {
			g, f := &r.Attributions[p.Gold], &d.Attributions[p.Found]
			fmt.Fprintf(w, "%s LINK %s\n   want [%s] %s: %s\n   got  [%s] %s: %s\n", r.Name, g.Kind, words(r, g.Source), words(r, g.Cue), words(r, g.Content),
				d.Words(f.Source), d.Words(f.Cue), d.Words(f.Content))
		}
	}
	for i := range r.Attributions {
		if g := &r.Attributions[i]; !seenG[i] {
			fmt.Fprintf(w, "%s MISS %s [%s] %s: %s\n", r.Name, g.Kind, words(r, g.Source), words(r, g.Cue), words(r, g.Content))
		}
	}
	for j := range d.Attributions {
		if f := &d.Attributions[j]; !seenF[j] {
			fmt.Fprintf(w, "%s EXTRA %s [%s] %s: %s\n", r.Name, f.Kind, d.Words(f.Source), d.Words(f.Cue), d.Words(f.Content))
		}
	}
}

// inOrder goes over sets by name.
func inOrder(sets map[string][]*corpus.Report) iter.Seq2[string, []*corpus.Report] {
	return func(yield func(string, []*corpus.Report) bool) {
		for _, name := range slices.Sorted(maps.Keys(sets)) {
			if !yield(name, sets[name]) {
				return
			}
		}
	}
}

// folds trains and tests on one foreign set by document.
func folds(ctx context.Context, w io.Writer, own []*corpus.Report, sets map[string][]*corpus.Report, name string, misses bool) ([]score.Counts, error) {
	const n = 4
	var base []attribute.Example
	for _, r := range own {
		base = append(base, r.Example(true))
	}
	for other, reports := range inOrder(sets) { // the other genres of the corpus share its conventions
		if other != name {
			for _, r := range reports {
				base = append(base, r.Example(false))
			}
		}
	}
	parts := make([]score.Counts, len(sets[name]))
	told := make([]bytes.Buffer, n) // each fold's misses
	err := inFolds(n, func(k int) error {
		return fold(ctx, &told[k], base, sets[name], k, n, parts, misses)
	})
	for k := range told {
		told[k].WriteTo(w)
	}
	return parts, err
}

// inFolds does the work of n folds side by side.
func inFolds(n int, work func(k int) error) error {
	errs := make([]error, n)
	var all sync.WaitGroup
	for k := range n {
		all.Go(func() { errs[k] = work(k) })
	}
	all.Wait()
	return errors.Join(errs...)
}

// fold learns from the reports of a set but every n-th from k, and reads those.
func fold(ctx context.Context, w io.Writer, base []attribute.Example, set []*corpus.Report, k, n int, parts []score.Counts, misses bool) error {
	examples := slices.Clone(base)
	for i, r := range set {
		if i%n != k {
			examples = append(examples, r.Example(false))
		}
	}
	m, err := attribute.Train(ctx, examples, attribute.Options{Foreign: true})
	if err != nil {
		return err
	}
	reader, err := record.NewReader(record.Options{Model: m, Bare: true})
	if err != nil {
		return err
	}
	for i := k; i < len(set); i += n {
		r := set[i]
		doc, err := reader.Read(ctx, record.Source{ID: r.Name, Text: r.Text})
		if err != nil {
			return err
		}
		parts[i] = score.Document(r.Text, goldOf(r), foundOf(doc))
		if misses {
			printMisses(w, r, doc, score.Pairs(r.Text, goldOf(r), foundOf(doc)))
		}
	}
	return nil
}
