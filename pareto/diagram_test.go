package pareto

import (
	"errors"
	"fmt"
	"math/big"
	"testing"
)

// different asks n issues of n options each to be settled all differently.
func different(n int) *Problem {
	p := &Problem{}
	for i := range n {
		p.Issues = append(p.Issues, Issue{Name: fmt.Sprintf("i%d", i), Options: make([]string, n)})
		for j := range i {
			for o := range n {
				p.Rules = append(p.Rules, Rule{ID: 100*j + i, Forbids: []Choice{{j, []int{o}}, {i, []int{o}}}})
			}
		}
	}
	return p
}

func TestCountIsExactHoweverLarge(t *testing.T) {
	free := func(issues, options int) *Problem {
		p := &Problem{}
		for range issues {
			p.Issues = append(p.Issues, Issue{Options: make([]string, options)})
		}
		return p
	}
	tied := free(60, 5)
	for i := 1; i < 60; i++ { // no two neighbours both at their first option
		tied.Rules = append(tied.Rules, Rule{Forbids: []Choice{{i - 1, []int{0}}, {i, []int{0}}}})
	}
	forbidden := free(3, 3)
	forbidden.Rules = []Rule{{}}
	for _, c := range []struct {
		name string
		p    *Problem
		want string
	}{
		{"no issues", free(0, 0), "1"},
		{"28 × 3", free(28, 3), "22876792454961"},
		{"60 × 5", free(60, 5), "867361737988403547205962240695953369140625"},
		{"60 × 5, neighbours tied", tied, neighbours(60).String()},
		{"10 × 10, all different", different(10), "3628800"},
		{"a rule that names no issue", forbidden, "0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := mustNew(t, c.p).Count().String(); got != c.want {
				t.Errorf("%s packages, want %s", got, c.want)
			}
		})
	}
}

// neighbours counts rows of n choices out of five in which no two first
// options stand side by side, by the recurrence.
func neighbours(n int) *big.Int {
	first, other := big.NewInt(1), big.NewInt(4)
	for range n - 1 {
		all := new(big.Int).Add(first, other)
		first, other = other, all.Mul(all, big.NewInt(4))
	}
	return first.Add(first, other)
}

func TestTanglesAreNamed(t *testing.T) {
	if testing.Short() {
		t.Skip("a tangle takes seconds to find")
	}
	_, err := New(different(20))
	var tangled *TangledError
	if !errors.As(err, &tangled) {
		t.Fatalf("error %v, want a tangle", err)
	}
	if len(tangled.Issues) == 0 || len(tangled.Rules) == 0 {
		t.Errorf("the tangle names issues %v and rules %v", tangled.Issues, tangled.Rules)
	}
}
