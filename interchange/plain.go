package interchange

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/parley-desk/parley/pareto"
)

// A plain scenario is one JSON file:
//
//	{"name": "…",
//	 "issues":  [{"name": "price", "options": ["low", "high"]}],
//	 "parties": [{"name": "buyer", "weights": [1], "values": [[1, 0]], "reservation": 0.2}]}
//
// pareto.ReadScenario reads the same files; here weights stay apart from values.

func isPlain(d folder) bool {
	return slices.ContainsFunc(d.files(".json"), func(name string) bool {
		n, err := d.node(name)
		return err == nil && plainly(n)
	})
}

func plainly(n *node) bool {
	issues, parties := n.at("issues"), n.at("parties")
	return issues != nil && issues.kind == list && parties != nil && parties.kind == list
}

func readPlain(d folder) (*Scenario, error) {
	var found *node
	for _, name := range d.files(".json") {
		if !d.wants(name) {
			continue
		}
		n, err := d.node(name)
		if err != nil {
			return nil, err
		}
		if !plainly(n) {
			continue
		}
		if found != nil {
			return nil, n.refuse("is a second scenario beside %s: name the one that is meant", found.file)
		}
		found = n
	}
	if found == nil {
		return nil, refuse(".", 0, `no JSON file here has "issues" and "parties"`)
	}
	return plainScenario(found)
}

func plainScenario(n *node) (*Scenario, error) {
	s := &Scenario{Name: stem(n.file)}
	if given := n.at("name"); given != nil {
		var err error
		if s.Name, err = given.name(); err != nil {
			return nil, err
		}
	}
	var names []string
	for _, item := range n.at("issues").items {
		name, err := item.need("name", text)
		if err != nil {
			return nil, err
		}
		given, err := item.need("options", list)
		if err != nil {
			return nil, err
		}
		options, err := given.names()
		if err != nil {
			return nil, err
		}
		names = append(names, name.value)
		s.Issues = append(s.Issues, pareto.Issue{Name: name.value, Options: options})
	}
	for _, item := range n.at("parties").items {
		p, err := s.plainParty(item, names)
		if err != nil {
			return nil, err
		}
		s.Parties = append(s.Parties, p)
	}
	return s, nil
}

func (s *Scenario) plainParty(n *node, names []string) (Party, error) {
	var p Party
	name, err := n.need("name", text)
	if err != nil {
		return p, err
	}
	p.Name = name.value
	if weights := n.at("weights"); weights != nil {
		if p.Weight, err = weights.numbers("weights", names); err != nil {
			return p, err
		}
	} else {
		for range names {
			p.Weight = append(p.Weight, one())
		}
	}
	rows, err := n.need("values", list)
	if err != nil {
		return p, err
	}
	if len(rows.items) != len(s.Issues) {
		return p, rows.refuse("values for %d issues: expected %d", len(rows.items), len(s.Issues))
	}
	for i, row := range rows.items {
		values, err := row.numbers(fmt.Sprintf("the values of issue %q", names[i]), s.Issues[i].Options)
		if err != nil {
			return p, err
		}
		p.Value = append(p.Value, values)
	}
	if reservation := n.at("reservation"); reservation != nil {
		p.NoDeal, err = reservation.number()
	}
	return p, err
}

// writePlain writes the whole scenario as one file.
func writePlain(s *Scenario) ([]File, error) {
	var issues, parties []object
	for _, issue := range s.Issues {
		issues = append(issues, object{{"name", issue.Name}, {"options", issue.Options}})
	}
	for k := range s.Parties {
		party, err := s.plainObject(&s.Parties[k])
		if err != nil {
			return nil, fmt.Errorf("party %q: %w", s.Parties[k].Name, err)
		}
		parties = append(parties, party)
	}
	scenario := object{{"name", s.Name}, {"issues", issues}, {"parties", parties}}
	return []File{{fileName(s.Name) + ".json", scenario.file()}}, nil
}

func (s *Scenario) plainObject(p *Party) (object, error) {
	var weights []json.Number
	var values [][]json.Number
	for i, issue := range s.Issues {
		weight, row := p.folded(i)
		text, err := decimal(weight)
		if err != nil {
			return nil, fmt.Errorf("the weight of issue %q: %w", issue.Name, err)
		}
		weights = append(weights, json.Number(text))
		var numbers []json.Number
		for o, v := range row {
			if text, err = decimal(v); err != nil {
				return nil, fmt.Errorf("the value of %q on issue %q: %w", issue.Options[o], issue.Name, err)
			}
			numbers = append(numbers, json.Number(text))
		}
		values = append(values, numbers)
	}
	party := object{{"name", p.Name}, {"weights", weights}, {"values", values}}
	if p.NoDeal == nil {
		return party, nil
	}
	text, err := decimal(p.NoDeal)
	if err != nil {
		return nil, fmt.Errorf("no-deal value: %w", err)
	}
	return append(party, pair{"reservation", json.Number(text)}), nil
}
