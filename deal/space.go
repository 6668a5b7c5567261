package deal

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/pareto"
)

// Options say what to suppose and how far to go. The zero value supposes
// nothing and reads the unknown as open.
type Options struct {
	Unknown Unknown
	Assume  []Assumption
	// Drop makes unknown what it names: patterns over PARTY.ISSUE.ALTERNATIVE,
	// link.ID and PARTY.no_deal, in which * stands for any run of characters.
	Drop   []string
	Limits pareto.Limits
	List   int // how many points of a long frontier to list, and the best for each party; 0 means all

	Size  int // the largest blocker or opening looked for; 0 means 12
	Count int // how many of each; 0 means 24

	From  string // the draft that moves start from; "" means the newest
	Draws int    // how many draws robustness takes; 0 means none
	Seed  uint64
	// Progress, where set, is told how many draws of how many are done.
	Progress func(done, of int)
}

// Space is the deal space of a case: its packages, what bars them, and what
// they are worth. It is immutable.
type Space struct {
	Case parley.Case // as supposed
	Bars []Bar       // everything that rules packages out

	agenda    agenda
	positions parley.Positions
	sources   parley.Sources
	parties   []parley.Party // those whose consent is needed
	tastes    []taste
	pareto    *pareto.Space
	notes     []string
	plain     bool // made from a plain scenario: numbers, and nobody's stances
}

// New works out what rules packages out and what they are worth. The case is
// taken as it is given, on its day.
func New(c parley.Case, o Options) (*Space, error) {
	c, err := o.suppose(c)
	if err != nil {
		return nil, err
	}
	s := &Space{Case: c, agenda: newAgenda(c), positions: c.Positions(), sources: c.Sources(), parties: c.Signatories()}
	if len(s.agenda.issues) == 0 {
		return nil, fmt.Errorf("the agenda has no issue with alternatives: there is nothing to choose, and so no package")
	}
	if len(s.parties) == 0 {
		return nil, fmt.Errorf("the case names nobody whose consent the deal needs: list them under required in case.yaml, or give parties the role party")
	}
	s.Bars = s.bars(o)
	problem := &pareto.Problem{}
	for _, i := range s.agenda.issues {
		problem.Issues = append(problem.Issues, pareto.Issue{Name: i.ID, Options: alternatives(i)})
	}
	for _, p := range s.parties {
		problem.Parties = append(problem.Parties, s.worth(p))
	}
	problem.Rules = s.rules(func(Bar) bool { return true })
	s.pareto, err = pareto.New(problem)
	if err != nil {
		return nil, err
	}
	return s, nil
}

// worth turns a party's taste and no-deal value into exact numbers.
func (s *Space) worth(p parley.Party) pareto.Party {
	// Stances are in no order on disk; the later number must stand.
	stances := slices.Clone(s.Case.Stances)
	slices.SortStableFunc(stances, func(a, b parley.Stance) int { return a.Date.Compare(b.Date) })
	t, notes := newTaste(s.agenda, stances, s.positions, p.ID)
	s.tastes, s.notes = append(s.tastes, t), append(s.notes, notes...)
	party := pareto.Party{Name: p.ID, Value: t.central()}
	noDeal, from, known := s.Case.NoDeal(p.ID)
	switch {
	case !known:
	case t.numbers == nil:
		s.notes = append(s.notes, fmt.Sprintf("%s has a no-deal value of %s but not a number for every alternative and issue, so nothing can be compared with it; it rules nothing out here", p.ID, noDeal))
	default:
		party.NoDeal = rational(noDeal)
		s.Bars = append(s.Bars, Bar{
			Kind: BarNoDeal, Party: p.ID, Words: fmt.Sprintf("%s takes nothing worth less than %s, what no deal is worth to it", p.Name, noDeal),
			Date: from.Date.String(), Grade: from.Grade, Evidence: s.sources.Of(from.Evidence, from.Grade), party: len(s.tastes) - 1,
		})
	}
	return party
}

// rules are what the bars chosen forbid; a rule's id is its bar's place.
func (s *Space) rules(chosen func(Bar) bool) []pareto.Rule {
	var all []pareto.Rule
	for k, b := range s.Bars {
		if !chosen(b) {
			continue
		}
		for _, r := range b.forbids {
			r.ID = k
			all = append(all, r)
		}
	}
	return all
}

// Counts are how many packages there are.
type Counts struct {
	Total    *big.Int // every combination of alternatives
	Possible *big.Int // ruled out by nobody
	Secured  *big.Int // possible, and accepted or better by every required party on every issue, on evidence
}

// Count counts packages exactly. No-deal values rule out by worth and are not
// counted here.
func (s *Space) Count() (Counts, error) {
	n := Counts{Total: s.pareto.Total(), Possible: s.pareto.Count()}
	problem := *s.pareto.Problem()
	problem.Rules = slices.Clone(problem.Rules)
	for _, p := range s.parties {
		for _, i := range s.agenda.issues {
			position := s.positions.Of(p.ID, i.ID)
			var agreed []string
			for id, held := range position.Held {
				if held.Attitude.Agrees() && len(held.Stance.Evidence) > 0 {
					agreed = append(agreed, id)
				}
			}
			if len(agreed) == 0 {
				n.Secured = new(big.Int)
				return n, nil
			}
			others, _ := s.agenda.choice(i.ID, agreed, true)
			problem.Rules = append(problem.Rules, together(others))
		}
	}
	secured, err := pareto.New(&problem)
	if err != nil {
		return n, err
	}
	n.Secured = secured.Count()
	return n, nil
}

// named turns a package of places into one of ids.
func (s *Space) named(p pareto.Package) parley.Package {
	if p == nil {
		return nil
	}
	out := parley.Package{}
	for i, k := range p {
		out[s.agenda.issues[i].ID] = s.agenda.issues[i].Alternatives[k].ID
	}
	return out
}
