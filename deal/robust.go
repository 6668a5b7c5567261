package deal

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/pareto"
)

// Robustness is how far the answers rest on what nobody knows.
type Robustness struct {
	Draws int    `json:"draws"` // taken; fewer than asked for when it was stopped
	Asked int    `json:"asked"`
	Seed  uint64 `json:"seed"`
	// Exists is the share of draws in which a package is possible, when a fair
	// coin decides for every unknown attitude whether it is a refusal.
	Exists float64 `json:"deal_exists"`
	// Holds is, for each solution, the share of draws in which nobody's unknown
	// attitude turns out a refusal of it.
	Holds map[string]float64 `json:"solution_holds,omitempty"`
	// Shares is, for each solution and party, the middle nine tenths of its
	// share of the way from the worst package to the best, over values and
	// weights drawn from all that agree with the stated order.
	Shares map[string][]Band `json:"solution_shares,omitempty"`
	// Pivots are the unknowns that matter most, the greatest first.
	Pivots []Pivot `json:"pivots,omitempty"`
}

// Band is a range that holds nine tenths of the draws, and their middle.
type Band struct {
	Party  string  `json:"party"`
	Low    float64 `json:"low"`
	Median float64 `json:"median"`
	High   float64 `json:"high"`
}

// Pivot is an unknown and how much hangs on it.
type Pivot struct {
	Party       string `json:"party"`
	Issue       string `json:"issue"`
	Alternative string `json:"alternative"`
	// Swing is by how much the share of draws with a possible package differs
	// between those in which it is a refusal and the others.
	Swing float64 `json:"swing"`
	// Lost is the share of the possible packages that a refusal would rule out,
	// counted exactly.
	Lost  float64 `json:"packages_lost"`
	Words string  `json:"words"`
}

// unknown is an attitude that nobody has stated, as a place in a package.
type unknown struct{ party, issue, alternative int }

// unknowns are the attitudes that nobody has stated; numbers state them all.
func (s *Space) unknowns() []unknown {
	var all []unknown
	if s.plain {
		return nil
	}
	for p, party := range s.parties {
		for i, issue := range s.agenda.issues {
			for k, a := range issue.Alternatives {
				if s.positions.Of(party.ID, issue.ID).On(a.ID) == parley.Unknown && s.openAlone(i, k) {
					all = append(all, unknown{p, i, k})
				}
			}
		}
	}
	return all
}

// Robust draws what is unknown again and again. Every draw has a random source
// of its own, made from the seed and the draw's number, so that the result is
// the same on any number of cores. When the context ends, the draws taken so
// far are kept, as far as they are the first ones, and no error is returned.
func (s *Space) Robust(ctx context.Context, solutions map[string]pareto.Package, o Options) (*Robustness, error) {
	unknowns := s.unknowns()
	// A draw under way is finished when the work is stopped: the oracle does
	// not hear of it.
	oracle, err := s.oracle(context.WithoutCancel(ctx), unknowns)
	if err != nil {
		return nil, err
	}
	d := &drawing{space: s, unknowns: unknowns, names: sortedKeys(solutions), packages: solutions, oracle: oracle}
	outcomes, err := d.run(ctx, o)
	if err != nil {
		return nil, err
	}
	r := &Robustness{Draws: len(outcomes), Asked: o.Draws, Seed: o.Seed}
	d.summarise(r, outcomes)
	return r, nil
}

// drawing is what every draw needs and none changes.
type drawing struct {
	space    *Space
	unknowns []unknown
	names    []string
	packages map[string]pareto.Package
	oracle   *oracle
}

// outcome is one draw.
type outcome struct {
	refused []bool // by unknown
	exists  bool
	holds   []bool      // by solution
	shares  [][]float64 // by solution, by party
}

// chunk is how many draws a core takes at a time.
const chunk = 64

func (d *drawing) run(ctx context.Context, o Options) ([]outcome, error) {
	outcomes := make([]outcome, o.Draws)
	chunks := (o.Draws + chunk - 1) / chunk
	finished := make([]bool, chunks)
	var next, done atomic.Int64
	var group sync.WaitGroup
	var telling sync.Mutex
	var failed error
	for range min(runtime.GOMAXPROCS(0), max(chunks, 1)) {
		group.Go(func() {
			oracle := d.oracle.clone()
			for ctx.Err() == nil {
				c := int(next.Add(1)) - 1
				if c >= chunks {
					return
				}
				from, until := c*chunk, min((c+1)*chunk, o.Draws)
				for k := from; k < until; k++ {
					outcomes[k] = d.draw(oracle, rand.New(rand.NewPCG(o.Seed, uint64(k))))
				}
				finished[c] = true
				n := done.Add(int64(until - from))
				telling.Lock()
				if o.Progress != nil {
					o.Progress(int(n), o.Draws)
				}
				failed = errors.Join(failed, oracle.err)
				telling.Unlock()
				if oracle.err != nil {
					return
				}
			}
		})
	}
	group.Wait()
	if at := slices.Index(finished, false); at >= 0 {
		outcomes = outcomes[:at*chunk]
	}
	return outcomes, failed
}

func (d *drawing) draw(oracle *oracle, r *rand.Rand) outcome {
	out := outcome{refused: make([]bool, len(d.unknowns)), holds: make([]bool, len(d.names)), shares: make([][]float64, len(d.names))}
	for k := range out.refused {
		out.refused[k] = r.IntN(2) == 0
	}
	out.exists = oracle.leavesBut(out.refused)
	values := make([][][]float64, len(d.space.tastes))
	for p, t := range d.space.tastes {
		values[p] = t.draw(r)
	}
	for k, name := range d.names {
		pkg := d.packages[name]
		out.holds[k] = true
		for n, u := range d.unknowns {
			if out.refused[n] && pkg[u.issue] == u.alternative {
				out.holds[k] = false
			}
		}
		for p := range values {
			out.shares[k] = append(out.shares[k], share(values[p], pkg))
		}
	}
	return out
}

// share is where a package lies between the worst and the best that the
// values know, from 0 to 1.
func share(values [][]float64, pkg pareto.Package) float64 {
	var has, least, most float64
	for i, row := range values {
		has += row[pkg[i]]
		least += slices.Min(row)
		most += slices.Max(row)
	}
	if most == least {
		return 1
	}
	return (has - least) / (most - least)
}

func (d *drawing) summarise(r *Robustness, outcomes []outcome) {
	if len(outcomes) == 0 {
		return
	}
	n := float64(len(outcomes))
	for _, out := range outcomes {
		if out.exists {
			r.Exists += 1 / n
		}
	}
	r.Exists = round(r.Exists)
	r.Holds, r.Shares = map[string]float64{}, map[string][]Band{}
	for k, name := range d.names {
		held := 0
		for _, out := range outcomes {
			if out.holds[k] {
				held++
			}
		}
		r.Holds[name] = round(float64(held) / n)
		for p, party := range d.space.parties {
			at := make([]float64, len(outcomes))
			for j, out := range outcomes {
				at[j] = out.shares[k][p]
			}
			slices.Sort(at)
			quantile := func(q float64) float64 { return round(at[int(q*float64(len(at)-1))]) }
			r.Shares[name] = append(r.Shares[name], Band{party.ID, quantile(0.05), quantile(0.5), quantile(0.95)})
		}
	}
	r.Pivots = d.pivots(outcomes)
}

// pivots ranks the unknowns by swing, then by packages lost.
func (d *drawing) pivots(outcomes []outcome) []Pivot {
	all := make([]Pivot, 0, len(d.unknowns))
	for n, u := range d.unknowns {
		var with, without, existsWith, existsWithout float64
		for _, out := range outcomes {
			if out.refused[n] {
				with++
				existsWith += one(out.exists)
			} else {
				without++
				existsWithout += one(out.exists)
			}
		}
		issue := d.space.agenda.issues[u.issue]
		p := Pivot{Party: d.space.parties[u.party].ID, Issue: issue.ID, Alternative: issue.Alternatives[u.alternative].ID, Lost: round(d.space.lost(u))}
		if with > 0 && without > 0 {
			p.Swing = round(existsWithout/without - existsWith/with)
		}
		p.Words = fmt.Sprintf("whether %s would take %s on %s", d.space.parties[u.party].Name, p.Alternative, p.Issue)
		all = append(all, p)
	}
	slices.SortStableFunc(all, func(a, b Pivot) int {
		return cmp.Or(cmp.Compare(b.Swing, a.Swing), cmp.Compare(b.Lost, a.Lost))
	})
	return all[:min(len(all), 10)]
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// round keeps the digits that the draws can carry, and hides in what order
// they were added.
func round(x float64) float64 { return math.Round(x*1e4) / 1e4 }

// lost is the share of the possible packages that a refusal would rule out,
// counted exactly.
func (s *Space) lost(u unknown) float64 {
	all := s.pareto.Count()
	if all.Sign() == 0 {
		return 0
	}
	problem := *s.pareto.Problem()
	problem.Rules = append(slices.Clone(problem.Rules), refusal(u))
	without, err := pareto.New(&problem)
	if err != nil {
		// A rule on one issue ties nothing together: what compiled before does again.
		return 0
	}
	share, _ := new(big.Rat).SetFrac(without.Count(), all).Float64()
	return 1 - share
}

func refusal(u unknown) pareto.Rule {
	return together(pareto.Choice{Issue: u.issue, Options: []int{u.alternative}})
}
