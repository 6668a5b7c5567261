package parley

import (
	"slices"
)

// Position is where one party stands on one issue: for every alternative the
// attitude in force, with the stance that put it there, and beside it what
// others claim.
type Position struct {
	Party string
	Issue string
	// Held is the attitude in force by alternative; an alternative that is
	// missing is unknown.
	Held map[string]Held
	// Priority is the latest one stated; PriorityFrom is the stance that states it.
	Priority     Priority
	PriorityFrom Stance
	// History is every stance of the party's own, oldest first, those
	// superseded too.
	History []Stance
	// Claims are the stances that others claim for the party, oldest first.
	Claims []Stance
}

// Held is an attitude in force and the stance it rests on.
type Held struct {
	Attitude Attitude
	Stance   Stance
}

// On is the attitude in force to one alternative.
func (p Position) On(alternative string) Attitude { return p.Held[alternative].Attitude }

// Conditions are the conditions in force: those of every stance that still
// holds for at least one alternative, narrowed to the alternatives for which
// it does. A condition stated without any alternative holds until a later
// stance of the party speaks of the issue.
func (p Position) Conditions() []Condition {
	var all []Condition
	for k, s := range p.History {
		for _, c := range s.Conditions() {
			if len(c.For) == 0 {
				if k == len(p.History)-1 {
					all = append(all, c)
				}
				continue
			}
			c.For = slices.DeleteFunc(slices.Clone(c.For), func(alternative string) bool {
				return p.Held[alternative].Stance.ID != s.ID
			})
			if len(c.For) > 0 {
				all = append(all, c)
			}
		}
	}
	return all
}

// Positions are the positions of every party on every issue that anybody has
// taken a stance on.
type Positions map[positionKey]Position

type positionKey struct{ party, issue string }

// Of is one party's position on one issue; everything in it is unknown where
// no stance was recorded.
func (ps Positions) Of(party, issue string) Position {
	p, ok := ps[positionKey{party, issue}]
	if !ok {
		return Position{Party: party, Issue: issue}
	}
	return p
}

// Positions works out which stances are in force: per party, issue and
// alternative the latest, and of one date the one recorded later. What another
// actor claims never supersedes the party's own word. The time taken is linear
// in the number of stances, but for sorting them.
//
// The stances need ids that differ, as a loaded case has them.
func (c Case) Positions() Positions {
	stances := slices.Clone(c.Stances)
	slices.SortStableFunc(stances, func(a, b Stance) int { return a.Date.Compare(b.Date) })
	ps := Positions{}
	for _, s := range stances {
		if s.Issue == "" {
			continue
		}
		key := positionKey{s.Party, s.Issue}
		p, ok := ps[key]
		if !ok {
			p = Position{Party: s.Party, Issue: s.Issue, Held: map[string]Held{}}
		}
		if s.Claim() {
			p.Claims = append(p.Claims, s)
			ps[key] = p
			continue
		}
		p.History = append(p.History, s)
		s.Each(func(alternative string, a Attitude) { p.Held[alternative] = Held{a, s} })
		if s.Priority != PriorityUnknown {
			p.Priority, p.PriorityFrom = s.Priority, s
		}
		ps[key] = p
	}
	return ps
}
