package pareto

import (
	"context"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"
)

// family makes random problems of one kind:
//
//	rand  every value independent
//	opp   parties strongly opposed, so that frontiers are long
//	grid  weights in thousandths and values in hundredths: ties abound
type family string

func (f family) problem(seed uint64, issues, options, parties int) *Problem {
	r := rand.New(rand.NewPCG(seed, 0))
	p := &Problem{}
	for i := range issues {
		p.Issues = append(p.Issues, Issue{Name: fmt.Sprintf("i%02d", i+1), Options: make([]string, options)})
	}
	base := table(issues, options, func() float64 { return r.Float64() })
	for k := range parties {
		party := Party{Name: fmt.Sprintf("P%d", k+1)}
		for i := range issues {
			weight := 0.05 + r.Float64()
			row := make([]*big.Rat, options)
			for o := range row {
				v := r.Float64()
				switch f {
				case "opp":
					side := base[i][o]
					if k%2 == 1 {
						side = 1 - side
					}
					v = side + 0.15*(r.Float64()-0.5)
					if k >= 2 {
						v += 0.35 * r.Float64()
					}
				case "grid":
					row[o] = big.NewRat(int64(weight*1000/float64(issues))*int64(v*101), 100_000)
					continue
				}
				row[o] = decimal(v)
				row[o].Mul(row[o], decimal(weight/float64(issues)))
			}
			party.Value = append(party.Value, row)
		}
		p.Parties = append(p.Parties, party)
	}
	return p
}

func table(rows, columns int, cell func() float64) [][]float64 {
	t := make([][]float64, rows)
	for i := range t {
		for range columns {
			t[i] = append(t[i], cell())
		}
	}
	return t
}

// decimal reads a float64 as the shortest decimal that names it, as files do.
func decimal(v float64) *big.Rat {
	d, _ := new(big.Rat).SetString(fmt.Sprint(v))
	return d
}

// condition ties issues at random: "option a of i only if j is settled within a set".
func condition(r *rand.Rand, p *Problem, id int) Rule {
	i, j := r.IntN(len(p.Issues)), r.IntN(len(p.Issues)-1)
	if j >= i {
		j++
	}
	n := len(p.Issues[j].Options)
	var but []int
	for o := range n {
		if r.IntN(n) > 0 {
			but = append(but, o)
		}
	}
	return Rule{ID: id, Forbids: []Choice{{i, []int{r.IntN(len(p.Issues[i].Options))}}, {j, but}}}
}

func withConditions(p *Problem, n int, seed uint64) *Problem {
	r := rand.New(rand.NewPCG(seed, 1))
	for id := range n {
		p.Rules = append(p.Rules, condition(r, p, id))
	}
	return p
}

func benchFrontier(b *testing.B, p *Problem) {
	b.ReportAllocs()
	for b.Loop() {
		s, err := New(p)
		if err != nil {
			b.Fatal(err)
		}
		f, err := s.Frontier(context.Background(), Limits{})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(f.Len()), "vectors")
	}
}

// BenchmarkFrontier times whole frontiers, compiling included.
func BenchmarkFrontier(b *testing.B) {
	for _, c := range []struct{ issues, options, parties int }{
		{6, 10, 3}, {28, 3, 2}, {28, 3, 3}, {28, 3, 4}, {60, 5, 2},
	} {
		for _, f := range []family{"rand", "opp", "grid"} {
			if c.parties == 4 && f == "opp" {
				continue // the frontier itself is too long to list
			}
			b.Run(fmt.Sprintf("%s/%dx%dx%d", f, c.issues, c.options, c.parties), func(b *testing.B) {
				benchFrontier(b, f.problem(7, c.issues, c.options, c.parties))
			})
		}
	}
}

// BenchmarkGrowth grows one thing at a time from 16 issues × 3 options × 3 parties.
func BenchmarkGrowth(b *testing.B) {
	for _, c := range []struct {
		name                     string
		issues, options, parties int
	}{
		{"issues=8", 8, 3, 3},
		{"issues=16", 16, 3, 3},
		{"issues=32", 32, 3, 3},
		{"issues=64", 64, 3, 3},
		{"options=2", 16, 2, 3},
		{"options=4", 16, 4, 3},
		{"options=8", 16, 8, 3},
		{"options=16", 16, 16, 3},
		{"parties=1", 16, 3, 1},
		{"parties=2", 16, 3, 2},
		{"parties=4", 16, 3, 4},
		{"parties=5", 16, 3, 5},
		{"parties=6", 16, 3, 6},
	} {
		b.Run(c.name, func(b *testing.B) {
			benchFrontier(b, family("rand").problem(7, c.issues, c.options, c.parties))
		})
	}
}

// BenchmarkThinning times a frontier of 28×3×6, far too long to list, in
// 20,000 points, and reports the certificate.
func BenchmarkThinning(b *testing.B) {
	s := mustNew(b, family("rand").problem(7, 28, 3, 6))
	for b.Loop() {
		f, err := s.Frontier(context.Background(), Limits{Points: 20_000})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(f.Relative[0], "epsilon/range")
	}
}

// BenchmarkConditions times the frontier of 28×3×3 under more and more conditions.
func BenchmarkConditions(b *testing.B) {
	for _, n := range []int{0, 10, 20, 40} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			benchFrontier(b, withConditions(family("rand").problem(7, 28, 3, 3), n, 5))
		})
	}
}

// BenchmarkSolve times the four solutions without the frontier.
func BenchmarkSolve(b *testing.B) {
	for _, parties := range []int{3, 4, 5, 6, 8} {
		for _, f := range []family{"rand", "opp", "grid"} {
			if parties > 6 && f == "opp" {
				continue // takes minutes: such a search wants a time limit
			}
			b.Run(fmt.Sprintf("%s/28x3x%d", f, parties), func(b *testing.B) {
				s := mustNew(b, f.problem(7, 28, 3, parties))
				for b.Loop() {
					for _, kind := range Kinds {
						if _, err := s.Solve(context.Background(), kind, Limits{}); err != nil {
							b.Fatal(err)
						}
					}
				}
			})
		}
	}
}
