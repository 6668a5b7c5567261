package brief

import "github.com/parley-desk/parley"

// Party is an actor and who speaks for it on the day.
type Party struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Roles    []string `json:"roles,omitempty"`
	Within   string   `json:"within,omitempty"` // the party that it is part of
	Required bool     `json:"required"`         // whether the deal needs its consent
	// Interest says so where a mediator has a stake of its own.
	Interest string   `json:"interest,omitempty"`
	Heads    []Person `json:"heads,omitempty"`   // who heads the delegation on the day
	Members  []Person `json:"members,omitempty"` // who else sits in it
}

// Person speaks for a party on the day.
type Person struct {
	ID       string          `json:"id"`
	Name     string          `json:"name"`
	Title    string          `json:"title,omitempty"` // the office held on the day
	Since    string          `json:"since,omitempty"` // when the seat was taken
	Mandate  string          `json:"mandate,omitempty"`
	Evidence []parley.Source `json:"evidence,omitempty"`
}

func (d *desk) parties() []Party {
	required := map[string]bool{}
	for _, p := range d.Signatories() {
		required[p.ID] = true
	}
	all := []Party{}
	for _, p := range d.Case.Parties {
		row := Party{ID: p.ID, Name: p.Name, Within: p.Within, Required: required[p.ID]}
		for _, r := range p.Roles {
			row.Roles = append(row.Roles, string(r))
		}
		if p.Is(parley.RoleMediator) && (p.Is(parley.RoleGuarantor) || p.Is(parley.RoleParty)) {
			row.Interest = "mediates with a stake of its own"
		}
		heads, members := p.Delegation(d.Day)
		row.Heads, row.Members = d.people(heads), d.people(members)
		all = append(all, row)
	}
	return all
}

func (d *desk) people(people []parley.Person) []Person {
	var all []Person
	for _, n := range people {
		row := Person{ID: n.ID, Name: n.Name, Title: n.Title(d.Day)}
		for _, seat := range n.Delegation {
			if seat.Holds(d.Day) {
				row.Since, row.Mandate = seat.From.String(), seat.Mandate
				row.Evidence = d.Of(seat.Evidence, "")
				break
			}
		}
		all = append(all, row)
	}
	return all
}
