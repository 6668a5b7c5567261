package pareto

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

func TestOracleIsWhatListingFinds(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := problems(shape{issues: 5, options: 3, parties: 4, rules: 8}).Draw(rt, "problem")
		o, err := NewOracle(p)
		if err != nil {
			rt.Fatal(err)
		}
		for range 4 { // the same oracle, asked again, must have forgotten
			rules := rapid.SliceOfN(rapid.Bool(), len(p.Rules), len(p.Rules)).Draw(rt, "rules")
			noDeal := rapid.SliceOfN(rapid.Bool(), len(p.Parties), len(p.Parties)).Draw(rt, "noDeal")
			sub := only(p, rules, noDeal)
			want := len(listAll(sub).possible) > 0
			pkg, got, err := o.Find(context.Background(), rules, noDeal)
			if err != nil || got != want {
				rt.Fatalf("found %v, error %v; want %v", got, err, want)
			}
			if o.visits > 0 { // the search was begun: the other way must agree
				if hard, found, err := o.hard(context.Background()); err != nil || found != want {
					rt.Fatalf("the hard way: %v, found %v, error %v; want %v", hard, found, err, want)
				}
			}
			if got && !contains(listAll(sub).possible, pkg) {
				rt.Fatalf("%v is not possible", pkg)
			}
		}
	})
}

// only is the problem with some of its rules and no-deal values.
func only(p *Problem, rules, noDeal []bool) *Problem {
	sub := &Problem{Issues: p.Issues}
	for r, rule := range p.Rules {
		if rules[r] {
			sub.Rules = append(sub.Rules, rule)
		}
	}
	for k, party := range p.Parties {
		if !noDeal[k] {
			party.NoDeal = nil
		}
		sub.Parties = append(sub.Parties, party)
	}
	return sub
}

func contains(list []Package, pkg Package) bool {
	for _, other := range list {
		if other.Compare(pkg) == 0 {
			return true
		}
	}
	return false
}

// BenchmarkOracle asks about random subsets of 60 conditions.
func BenchmarkOracle(b *testing.B) {
	for _, parties := range []int{0, 3} {
		b.Run(fmt.Sprintf("28x3x%d", parties), func(b *testing.B) {
			p := withConditions(family("rand").problem(7, 28, 3, parties), 60, 5)
			for k := range p.Parties {
				p.Parties[k].NoDeal = decimal(0.34)
			}
			o, err := NewOracle(p)
			if err != nil {
				b.Fatal(err)
			}
			r := rand.New(rand.NewPCG(1, 2))
			rules := make([]bool, len(p.Rules))
			for b.Loop() {
				for k := range rules {
					rules[k] = r.IntN(2) == 0
				}
				if _, _, err := o.Find(context.Background(), rules, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
