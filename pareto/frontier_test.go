package pareto

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

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
	{"grid-p3-28x3", 3085},
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
	}
}
