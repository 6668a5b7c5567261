package brief

import (
	"fmt"
	"slices"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/deadlock"
)

// Deadlock is a circular precondition: each step waits for the next, and the
// last for the first. No concession on one side breaks it.
type Deadlock struct {
	Issues []string `json:"issues"` // in the order of the steps
	Words  string   `json:"words"`  // guarantees → territory → guarantees
	Steps  []Step   `json:"steps"`
}

// Step is one condition of a circle.
type Step struct {
	Party        string          `json:"party"`
	Issue        string          `json:"issue"`
	Alternatives []string        `json:"alternatives,omitempty"` // what the condition holds for; empty for all
	Kind         string          `json:"kind"`                   // only if, only after, unless
	On           string          `json:"on"`
	Settled      []string        `json:"settled,omitempty"` // how the other issue must be settled, or for unless must not
	Words        string          `json:"words"`
	Evidence     []parley.Source `json:"evidence,omitempty"`
}

// deadlocks tells the cycles found, those that run through the same issues as
// one: whoever breaks the circle must deal with all who hold it.
func (d *desk) deadlocks(cycles []deadlock.Cycle) []Deadlock {
	all := []Deadlock{}
	at := map[string]int{}
	for _, cycle := range cycles {
		issues := turned(cycle)
		words := circle(issues)
		k, met := at[words]
		if !met {
			k = len(all)
			at[words] = k
			all = append(all, Deadlock{Issues: issues, Words: words, Steps: []Step{}})
		}
		for _, c := range cycle {
			step := Step{
				Party: c.Party, Issue: c.Issue, Alternatives: c.For, Kind: string(c.Kind), On: c.On, Settled: c.Settled,
				Words: fmt.Sprintf("%s, on %s: %s", d.Actor(c.Party), c.Issue, d.conditionWords(c)), Evidence: d.Of(c.Stance.Evidence, c.Stance.Grade),
			}
			if !slices.ContainsFunc(all[k].Steps, func(s Step) bool { return s.Words == step.Words }) {
				all[k].Steps = append(all[k].Steps, step)
			}
		}
		slices.SortStableFunc(all[k].Steps, func(a, b Step) int {
			return slices.Index(issues, a.Issue) - slices.Index(issues, b.Issue)
		})
	}
	return all
}

// turned are the issues of a cycle from the alphabetically first one on.
func turned(cycle deadlock.Cycle) []string {
	issues := cycle.Issues()
	first := slices.Index(issues, slices.Min(issues))
	return append(slices.Clone(issues[first:]), issues[:first]...)
}

// circle writes the issues of a cycle as one: guarantees → territory → guarantees.
func circle(issues []string) string {
	words := ""
	for _, id := range issues {
		words += id + " → "
	}
	if len(issues) > 0 {
		words += issues[0]
	}
	return words
}
