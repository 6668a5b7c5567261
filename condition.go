package parley

import (
	"maps"
	"slices"
)

// ConditionKind is how a stance depends on another issue.
type ConditionKind string

// The kinds of condition.
const (
	OnlyIf    ConditionKind = "only if"    // holds when the other issue is settled so
	OnlyAfter ConditionKind = "only after" // an order in time
	Unless    ConditionKind = "unless"     // holds when the other issue is not settled so
)

// Condition is one dependence of a stance: the party agrees to any of the
// alternatives For of Issue only if (after, unless) issue On is settled as one
// of Settled. Empty For means whatever alternative, empty Settled settled in
// whatever way. A stance that names several issues states one condition for each.
type Condition struct {
	Kind    ConditionKind
	Party   string
	Issue   string
	For     []string
	On      string
	Settled []string
	Stance  Stance // the stance that states it, with its evidence
}

// Conditions are the stance's dependences, by kind and then by the id of the
// issue depended on.
func (s Stance) Conditions() []Condition {
	var governed []string
	s.Each(func(id string, a Attitude) {
		if a != Refuses && a != Unknown {
			governed = append(governed, id)
		}
	})
	var all []Condition
	for _, group := range []struct {
		kind   ConditionKind
		choice Choice
	}{{OnlyIf, s.OnlyIf}, {OnlyAfter, s.OnlyAfter}, {Unless, s.Unless}} {
		for _, on := range slices.Sorted(maps.Keys(group.choice)) {
			all = append(all, Condition{
				Kind: group.kind, Party: s.Party, Issue: s.Issue, For: governed,
				On: on, Settled: group.choice[on], Stance: s,
			})
		}
	}
	return all
}
