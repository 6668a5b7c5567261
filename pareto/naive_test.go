package pareto

import (
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// naive answers by listing every package: slow and obviously right.
type naive struct {
	p        *Problem
	allowed  []Package // in lexicographic order
	possible []Package // allowed and at or above every no-deal value
}

func listAll(p *Problem) *naive {
	n := &naive{p: p}
	pkg := make(Package, len(p.Issues))
	var choose func(i int)
	choose = func(i int) {
		if i == len(pkg) {
			n.visit(slices.Clone(pkg))
			return
		}
		for o := range p.Issues[i].Options {
			pkg[i] = o
			choose(i + 1)
		}
	}
	choose(0)
	return n
}

func (n *naive) visit(pkg Package) {
	if !n.p.Allows(pkg) {
		return
	}
	n.allowed = append(n.allowed, pkg)
	for k, v := range n.values(pkg) {
		if nd := n.p.Parties[k].NoDeal; nd != nil && v.Cmp(nd) < 0 {
			return
		}
	}
	n.possible = append(n.possible, pkg)
}

func (n *naive) values(pkg Package) []*big.Rat {
	values := make([]*big.Rat, len(n.p.Parties))
	for k, party := range n.p.Parties {
		values[k] = new(big.Rat)
		for i, o := range pkg {
			values[k].Add(values[k], party.Value[i][o])
		}
	}
	return values
}

// frontier lists the undominated vectors with their first packages and counts.
func (n *naive) frontier() []Point {
	points := map[string]*Point{}
	var order []string
	for _, pkg := range n.possible {
		v := n.values(pkg)
		k := keyOf(v)
		if points[k] == nil {
			points[k] = &Point{Values: v, Package: pkg, Shared: new(big.Int)}
			order = append(order, k)
		}
		points[k].Shared.Add(points[k].Shared, big.NewInt(1))
	}
	var out []Point
	for _, k := range order {
		dominated := slices.ContainsFunc(order, func(other string) bool {
			return other != k && atLeast(points[other].Values, points[k].Values)
		})
		if !dominated {
			out = append(out, *points[k])
		}
	}
	slices.SortFunc(out, func(a, b Point) int {
		for k := range a.Values {
			if c := b.Values[k].Cmp(a.Values[k]); c != 0 {
				return c
			}
		}
		return 0
	})
	return out
}

func keyOf(values []*big.Rat) string {
	s := ""
	for _, v := range values {
		s += v.RatString() + " "
	}
	return s
}

func atLeast(a, b []*big.Rat) bool {
	for k := range a {
		if a[k].Cmp(b[k]) < 0 {
			return false
		}
	}
	return true
}

// number draws a value: often from a few, so that ties abound; sometimes with
// more digits than a float64 or an int64 holds, differing in the last only.
func number() *rapid.Generator[*big.Rat] {
	return rapid.Custom(func(t *rapid.T) *big.Rat {
		few := rapid.Int64Range(-3, 6).Draw(t, "value")
		switch rapid.IntRange(0, 5).Draw(t, "kind") {
		case 0:
			return big.NewRat(few, 10)
		case 1:
			return big.NewRat(few, 3)
		case 2:
			v, _ := new(big.Rat).SetString("0.3000000000000000000000000000000000000000000000001")
			return v.Mul(v, big.NewRat(few, 1))
		default:
			return big.NewRat(few, 1)
		}
	})
}

// shape bounds a random problem.
type shape struct{ issues, options, parties, rules int }

func problems(most shape) *rapid.Generator[*Problem] {
	return rapid.Custom(func(t *rapid.T) *Problem {
		p := &Problem{}
		for range rapid.IntRange(1, most.issues).Draw(t, "issues") {
			n := rapid.IntRange(1, most.options).Draw(t, "options")
			p.Issues = append(p.Issues, Issue{Options: make([]string, n)})
		}
		for range rapid.IntRange(1, most.parties).Draw(t, "parties") {
			p.Parties = append(p.Parties, drawParty(t, p))
		}
		for id := range rapid.IntRange(0, most.rules).Draw(t, "rules") {
			p.Rules = append(p.Rules, drawRule(t, p, id))
		}
		return p
	})
}

func drawParty(t *rapid.T, p *Problem) Party {
	var party Party
	for _, issue := range p.Issues {
		party.Value = append(party.Value, rapid.SliceOfN(number(), len(issue.Options), len(issue.Options)).Draw(t, "values"))
	}
	if rapid.IntRange(0, 2).Draw(t, "has no-deal") == 0 {
		party.NoDeal = new(big.Rat).Mul(number().Draw(t, "no-deal"), big.NewRat(2, 1))
	}
	return party
}

func drawRule(t *rapid.T, p *Problem, id int) Rule {
	r := Rule{ID: id}
	tied := rapid.Permutation(indices(len(p.Issues))).Draw(t, "tied")
	for _, i := range tied[:rapid.IntRange(1, min(3, len(tied))).Draw(t, "arity")] {
		options := rapid.Permutation(indices(len(p.Issues[i].Options))).Draw(t, "options")
		r.Forbids = append(r.Forbids, Choice{i, options[:rapid.IntRange(0, len(options)).Draw(t, "count")]})
	}
	return r
}

func indices(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

func mustNew(t testing.TB, p *Problem) *Space {
	t.Helper()
	s, err := New(p)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
