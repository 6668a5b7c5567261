package pareto

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestFrontierIsWhatListingFinds(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := problems(shape{issues: 5, options: 4, parties: 6, rules: 5}).Draw(rt, "problem")
		s := mustNew(t, p)
		all := listAll(p)
		if got := s.Count().Int64(); got != int64(len(all.allowed)) {
			rt.Fatalf("%d packages allowed, want %d", got, len(all.allowed))
		}
		f, err := s.Frontier(context.Background(), Limits{})
		if err != nil {
			rt.Fatal(err)
		}
		want := all.frontier()
		if !f.Exact || f.Len() != len(want) {
			rt.Fatalf("exact %v, %d vectors, want %d", f.Exact, f.Len(), len(want))
		}
		for i, w := range want {
			got := f.At(i)
			if keyOf(got.Values) != keyOf(w.Values) || got.Package.Compare(w.Package) != 0 || got.Shared.Cmp(w.Shared) != 0 {
				rt.Fatalf("vector %d: %v %v ×%v, want %v %v ×%v", i, got.Values, got.Package, got.Shared, w.Values, w.Package, w.Shared)
			}
		}
	})
}

// The sizes of the frontiers of the public scenario files (see
// shared/bench in the project's notes), each counted by two other programs.
var knownSizes = []struct {
	name string
	size int
}{
	{"rand-p2-28x3", 125},
	{"opp-p2-28x3", 512},
	{"rand-p3-16x3", 734},
	{"rand-p3-20x3", 2590},
	{"rand-p3-28x3", 4005},
	{"opp-p3-28x3", 13665},
	{"grid-p3-28x3", 3081}, // counted in doubles there are 3085: four exist only through rounding
	{"rand-p3-1e6", 380},
	{"opp-p3-1e6", 2203},
	{"rand-p4-28x3", 65070},
}

func TestKnownFrontierSizes(t *testing.T) {
	dir := os.Getenv("PARLEY_SCENARIOS")
	if dir == "" {
		t.Skip("set PARLEY_SCENARIOS to the folder of the scenario files")
	}
	for _, want := range knownSizes {
		file, err := os.Open(filepath.Join(dir, want.name+".json"))
		if err != nil {
			t.Fatal(err)
		}
		p, err := ReadScenario(file)
		file.Close()
		if err != nil {
			t.Fatal(err)
		}
		s, err := New(p)
		if err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		f, err := s.Frontier(context.Background(), Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if f.Len() != want.size {
			t.Errorf("%s: %d vectors, want %d", want.name, f.Len(), want.size)
		}
		t.Logf("%s: %d vectors in %v", want.name, f.Len(), time.Since(start))
		for _, kind := range Kinds {
			listed, err1 := f.Solve(kind)
			direct, err2 := s.Solve(context.Background(), kind, Limits{})
			if err1 != nil || err2 != nil {
				t.Fatal(err1, err2)
			}
			if listed.Package.Compare(direct.Package) != 0 {
				t.Errorf("%s: %v is %v from the frontier and %v directly", want.name, kind, listed.Package, direct.Package)
			}
		}
	}
}

// A frontier under a limit is a promise: whatever is possible is within
// Epsilon of something listed, and all that is listed is possible.
func TestThinnedFrontierKeepsItsPromise(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := problems(shape{issues: 5, options: 4, parties: 4, rules: 3}).Draw(rt, "problem")
		limit := rapid.IntRange(1, 20).Draw(rt, "limit")
		all := listAll(p)
		f, err := mustNew(t, p).Frontier(context.Background(), Limits{Points: limit})
		if errors.Is(err, ErrLimit) {
			return
		}
		if err != nil {
			rt.Fatal(err)
		}
		possible := map[string]bool{}
		for _, pkg := range all.possible {
			possible[fmt.Sprint(pkg)] = true
			if !within(f, all.values(pkg)) {
				rt.Errorf("nothing listed is within %v of %v", f.Epsilon, all.values(pkg))
			}
		}
		for point := range f.All() {
			if !possible[fmt.Sprint(point.Package)] {
				rt.Errorf("%v is listed and not possible", point.Package)
			}
		}
		if f.Exact != (sumOf(f.Epsilon).Sign() == 0) {
			rt.Errorf("exact %v with epsilon %v", f.Exact, f.Epsilon)
		}
	})
}

// within reports whether some listed vector plus epsilon is at least these values.
func within(f *Frontier, values []*big.Rat) bool {
	for p := range f.All() {
		for k := range p.Values {
			p.Values[k].Add(p.Values[k], f.Epsilon[k])
		}
		if atLeast(p.Values, values) {
			return true
		}
	}
	return false
}

func sumOf(values []*big.Rat) *big.Rat {
	total := new(big.Rat)
	for _, v := range values {
		total.Add(total, v)
	}
	return total
}
