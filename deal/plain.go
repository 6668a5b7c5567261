package deal

import (
	"context"
	"fmt"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/pareto"
)

// Plain works out the deal space of a plain scenario: numbers for everything,
// and no stance of anybody. So nothing in it is a red line and nothing is
// accepted on evidence; what can rule packages out are no-deal values.
func Plain(ctx context.Context, title string, p *pareto.Problem, o Options) (*Deals, error) {
	space, err := pareto.New(p)
	if err != nil {
		return nil, err
	}
	s := &Space{Case: parley.Case{Title: title}, agenda: agenda{place: map[string]int{}}, pareto: space, plain: true}
	for k, i := range p.Issues {
		issue := parley.Issue{ID: i.Name, Title: i.Name}
		for _, name := range i.Options {
			issue.Alternatives = append(issue.Alternatives, parley.Alternative{ID: name, Title: name})
		}
		s.agenda.place[i.Name] = k
		s.agenda.issues = append(s.agenda.issues, issue)
	}
	for k, party := range p.Parties {
		s.parties = append(s.parties, parley.Party{ID: party.Name, Name: party.Name})
		s.tastes = append(s.tastes, taste{party: party.Name, numbers: party.Value, rank: make([][]int, len(p.Issues))})
		if party.NoDeal != nil {
			s.Bars = append(s.Bars, Bar{
				Kind: BarNoDeal, Party: party.Name, party: k,
				Words: fmt.Sprintf("%s takes nothing worth less than %s, what no deal is worth to it", party.Name, decimal(party.NoDeal)),
			})
		}
	}
	d := &Deals{Title: title}
	return d, d.answer(ctx, s, o)
}
