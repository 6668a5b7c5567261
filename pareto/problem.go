package pareto

import (
	"fmt"
	"math/big"
	"slices"
)

// MaxParties is the greatest number of parties whose values the engine weighs at once.
const MaxParties = 8

// Problem is everything the engine knows: what can be chosen, what each
// choice is worth to whom, and which choices may not stand together.
type Problem struct {
	Issues  []Issue
	Parties []Party
	Rules   []Rule
}

// Issue is one matter to settle, by exactly one of its options.
type Issue struct {
	Name    string
	Options []string
}

// Party values a package as the sum, over all issues, of the value of the
// option chosen.
type Party struct {
	Name string

	// Value[i][o] is the worth of option o of issue i, in the party's own
	// units. Numbers are exact; parse them with big.Rat.SetString from their
	// decimal text, so that 0.1 is one tenth.
	Value [][]*big.Rat

	// NoDeal is what the party has without an agreement: a package below it is
	// not possible. Nil means that the party rules nothing out by value.
	NoDeal *big.Rat
}

// Rule forbids one combination: a package breaks it when, on every issue that
// the rule names, the package's choice is among the options named there.
//
// This one shape says all that is needed. To refuse an option is to forbid it
// alone; to demand one is to forbid the issue's others; "a on issue i only if
// issue j is settled in S" forbids {i: a, j: all but S}. A rule that names no
// issue forbids everything.
type Rule struct {
	ID      int // the caller's name for the rule; several rules may share one
	Forbids []Choice
}

// Choice is a set of options of one issue.
type Choice struct {
	Issue   int
	Options []int
}

// Package is one option for every issue, by position.
type Package []int

// Compare orders packages lexicographically: the first issue in which they
// differ decides, and the option listed earlier comes first. It is the last
// tie-break of every answer in this package.
func (a Package) Compare(b Package) int { return slices.Compare(a, b) }

// Allows reports whether the package breaks none of the rules.
func (p *Problem) Allows(pkg Package) bool {
	return !slices.ContainsFunc(p.Rules, func(r Rule) bool { return r.Forbid(pkg) })
}

// Forbid reports whether the package holds the rule's whole combination.
func (r Rule) Forbid(pkg Package) bool {
	for _, c := range r.Forbids {
		if !slices.Contains(c.Options, pkg[c.Issue]) {
			return false
		}
	}
	return true
}

// Check finds the first thing that makes the problem meaningless: an issue
// without options, a value that is missing, a rule about an unknown option.
func (p *Problem) Check() error {
	for i, issue := range p.Issues {
		if len(issue.Options) == 0 {
			return fmt.Errorf("issue %s has no options: give it at least one", label(issue.Name, i))
		}
	}
	if len(p.Parties) > MaxParties {
		return fmt.Errorf("%d parties: at most %d can be weighed at once", len(p.Parties), MaxParties)
	}
	for k := range p.Parties {
		if err := p.checkParty(k); err != nil {
			return err
		}
	}
	for k, r := range p.Rules {
		if err := p.checkRule(r); err != nil {
			return fmt.Errorf("rule %d (id %d): %w", k+1, r.ID, err)
		}
	}
	return nil
}

func (p *Problem) checkParty(k int) error {
	party := &p.Parties[k]
	who := label(party.Name, k)
	if len(party.Value) != len(p.Issues) {
		return fmt.Errorf("party %s values %d issues: expected %d", who, len(party.Value), len(p.Issues))
	}
	for i, values := range party.Value {
		where := label(p.Issues[i].Name, i)
		if want := len(p.Issues[i].Options); len(values) != want {
			return fmt.Errorf("party %s has %d values on issue %s: expected one for each of its %d options", who, len(values), where, want)
		}
		if o := slices.Index(values, nil); o >= 0 {
			return fmt.Errorf("party %s has no value for option %d of issue %s", who, o+1, where)
		}
	}
	return nil
}

func (p *Problem) checkRule(r Rule) error {
	named := map[int]bool{}
	for _, c := range r.Forbids {
		if c.Issue < 0 || c.Issue >= len(p.Issues) {
			return fmt.Errorf("names issue %d: issues are numbered 0 to %d", c.Issue, len(p.Issues)-1)
		}
		if named[c.Issue] {
			return fmt.Errorf("names issue %s twice: join the two sets of options", label(p.Issues[c.Issue].Name, c.Issue))
		}
		named[c.Issue] = true
		for _, o := range c.Options {
			if o < 0 || o >= len(p.Issues[c.Issue].Options) {
				return fmt.Errorf("names option %d of issue %s: its options are numbered 0 to %d",
					o, label(p.Issues[c.Issue].Name, c.Issue), len(p.Issues[c.Issue].Options)-1)
			}
		}
	}
	return nil
}

// label names a thing in a message by its name, or by its position where it has none.
func label(name string, i int) string {
	if name == "" {
		return fmt.Sprintf("number %d", i+1)
	}
	return fmt.Sprintf("%q", name)
}
