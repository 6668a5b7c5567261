package deal

import (
	"context"
	"reflect"
	"runtime"
	"testing"

	"github.com/parley-desk/parley/pareto"
)

// opened is the dispute with B's refusal of the split taken back: one package
// is left, and some of it nobody has spoken about.
func opened(t *testing.T) *Space {
	t.Helper()
	s, err := New(dispute(), Options{Drop: []string{"B.line.*"}})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestRobustIsTheSameOnAnyNumberOfCores(t *testing.T) {
	s := opened(t)
	plans := map[string]pareto.Package{"nash": {2, 0}}
	o := Options{Draws: 500, Seed: 7}
	before := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(before)
	one, err := s.Robust(context.Background(), plans, o)
	if err != nil {
		t.Fatal(err)
	}
	runtime.GOMAXPROCS(4)
	four, err := s.Robust(context.Background(), plans, o)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(one, four) {
		t.Errorf("on one core\n%+v\non four\n%+v", one, four)
	}
	if one.Exists <= 0 || one.Exists >= 1 {
		t.Errorf("with unknowns on both sides some draws should leave a package and some none: %v", one.Exists)
	}
}

// A run that is stopped keeps the draws taken, and they are the first ones: the
// same as a shorter run's.
func TestRobustKeepsWhatIsDone(t *testing.T) {
	s := opened(t)
	ctx, stop := context.WithCancel(context.Background())
	before := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(before)
	o := Options{Draws: 100 * chunk, Seed: 3, Progress: func(done, of int) {
		if done == 2*chunk {
			stop()
		}
	}}
	r, err := s.Robust(ctx, nil, o)
	if err != nil {
		t.Fatal(err)
	}
	if r.Draws == 0 || r.Draws >= o.Draws || r.Asked != o.Draws {
		t.Fatalf("stopped after two chunks: %d draws of %d", r.Draws, r.Asked)
	}
	short, err := s.Robust(context.Background(), nil, Options{Draws: r.Draws, Seed: 3})
	if err != nil {
		t.Fatal(err)
	}
	if short.Exists != r.Exists || !reflect.DeepEqual(short.Pivots, r.Pivots) {
		t.Error("the draws kept are not those of a shorter run")
	}
}

// The share of packages lost is counted, not drawn.
func TestPivotsCountWhatWouldBeLost(t *testing.T) {
	r, err := opened(t).Robust(context.Background(), nil, Options{Draws: 200, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range r.Pivots {
		// Of three possible packages two have the river, one the split; two have no guard.
		want := map[string]float64{"line.river": 0.6667, "line.split": 0.3333, "guard.none": 0.6667, "guard.joint": 0.3333}[p.Issue+"."+p.Alternative]
		if p.Lost != want {
			t.Errorf("%s: %v of the packages lost, want %v", p.Words, p.Lost, want)
		}
	}
	if len(r.Pivots) == 0 {
		t.Error("there are unknowns, and none is told")
	}
}
