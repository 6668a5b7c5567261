package interchange

import (
	"fmt"
	"math/big"

	"github.com/parley-desk/parley/pareto"
)

// Scenario is a negotiation in numbers.
type Scenario struct {
	Name    string
	Issues  []pareto.Issue
	Parties []Party
}

// Party values a package as the sum over issues of weight × value, of the
// option chosen.
type Party struct {
	Name   string
	Weight []*big.Rat   // by issue
	Value  [][]*big.Rat // by issue and option, before Per

	// Per is what the values of each issue are divided by, and is positive: in
	// GENIUS' files the greatest of them. Nil divides nothing.
	Per []*big.Rat

	// NoDeal is what the party has without an agreement; nil where nobody has
	// said.
	NoDeal *big.Rat

	// Bid is the package that stands for no deal, where the party says it so
	// (GeniusWeb); NoDeal is then its worth.
	Bid pareto.Package
}

// Worth is weight × value of one option of one issue, exactly.
func (p *Party) Worth(issue, option int) *big.Rat {
	v := new(big.Rat).Mul(p.Weight[issue], p.Value[issue][option])
	if p.Per != nil {
		v.Quo(v, p.Per[issue])
	}
	return v
}

// worthOf is the worth of a package.
func (p *Party) worthOf(pkg pareto.Package) *big.Rat {
	sum := new(big.Rat)
	for i, o := range pkg {
		sum.Add(sum, p.Worth(i, o))
	}
	return sum
}

// Problem is the scenario as the exact engine takes it.
func (s *Scenario) Problem() (*pareto.Problem, error) {
	if err := s.Check(); err != nil {
		return nil, err
	}
	p := &pareto.Problem{Issues: s.Issues}
	for k := range s.Parties {
		from := &s.Parties[k]
		party := pareto.Party{Name: from.Name, NoDeal: from.NoDeal}
		for i, issue := range s.Issues {
			row := make([]*big.Rat, len(issue.Options))
			for o := range row {
				row[o] = from.Worth(i, o)
			}
			party.Value = append(party.Value, row)
		}
		p.Parties = append(p.Parties, party)
	}
	return p, p.Check()
}

// Check finds the first thing that makes the scenario meaningless: a name that
// is missing or stands twice, a number that is missing.
func (s *Scenario) Check() error {
	if len(s.Issues) == 0 {
		return fmt.Errorf("the scenario has no issues")
	}
	if len(s.Parties) == 0 {
		return fmt.Errorf("the scenario has no parties: expected the values of at least one")
	}
	var names []string
	for _, issue := range s.Issues {
		names = append(names, issue.Name)
		if len(issue.Options) == 0 {
			return fmt.Errorf("issue %q has no options", issue.Name)
		}
		if err := distinct(fmt.Sprintf("option of issue %q", issue.Name), issue.Options); err != nil {
			return err
		}
	}
	if err := distinct("issue", names); err != nil {
		return err
	}
	names = nil
	for k := range s.Parties {
		names = append(names, s.Parties[k].Name)
		if err := s.checkParty(&s.Parties[k]); err != nil {
			return fmt.Errorf("party %q: %w", s.Parties[k].Name, err)
		}
	}
	return distinct("party", names)
}

func (s *Scenario) checkParty(p *Party) error {
	if len(p.Weight) != len(s.Issues) || len(p.Value) != len(s.Issues) || p.Per != nil && len(p.Per) != len(s.Issues) {
		return fmt.Errorf("expected a weight and values for each of the %d issues", len(s.Issues))
	}
	for i, issue := range s.Issues {
		if p.Weight[i] == nil {
			return fmt.Errorf("no weight for issue %q", issue.Name)
		}
		if p.Per != nil && (p.Per[i] == nil || p.Per[i].Sign() <= 0) {
			return fmt.Errorf("the values of issue %q are divided by something that is not positive", issue.Name)
		}
		if len(p.Value[i]) != len(issue.Options) {
			return fmt.Errorf("%d values for issue %q: expected one for each of its %d options", len(p.Value[i]), issue.Name, len(issue.Options))
		}
		for o, v := range p.Value[i] {
			if v == nil {
				return fmt.Errorf("no value for option %q of issue %q", issue.Options[o], issue.Name)
			}
		}
	}
	return s.checkBid(p)
}

func (s *Scenario) checkBid(p *Party) error {
	if p.Bid == nil {
		return nil
	}
	if len(p.Bid) != len(s.Issues) {
		return fmt.Errorf("the bid that stands for no deal settles %d of %d issues", len(p.Bid), len(s.Issues))
	}
	for i, o := range p.Bid {
		if o < 0 || o >= len(s.Issues[i].Options) {
			return fmt.Errorf("the bid that stands for no deal has an unknown option of issue %q", s.Issues[i].Name)
		}
	}
	if p.NoDeal == nil || p.NoDeal.Cmp(p.worthOf(p.Bid)) != 0 {
		return fmt.Errorf("the no-deal value is not what the bid that stands for it is worth")
	}
	return nil
}

// distinct refuses names that are empty or stand twice.
func distinct(what string, names []string) error {
	seen := map[string]bool{}
	for k, name := range names {
		if name == "" {
			return fmt.Errorf("%s %d has no name", what, k+1)
		}
		if seen[name] {
			return fmt.Errorf("the %s %q stands twice", what, name)
		}
		seen[name] = true
	}
	return nil
}
