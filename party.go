package parley

import "slices"

// Role is what an actor does in the process. One actor can hold several: a
// mediator that is also a guarantor has an interest, and it is shown.
type Role string

// The roles, as case.yaml writes them.
const (
	RoleParty     Role = "party"     // its consent is what the deal is about
	RoleMediator  Role = "mediator"  // helps the parties
	RoleGuarantor Role = "guarantor" // promises to enforce
	RoleObserver  Role = "observer"  // watches
	RoleHost      Role = "host"      // lends the place
)

// Roles lists every role.
var Roles = []Role{RoleParty, RoleMediator, RoleGuarantor, RoleObserver, RoleHost}

// Party is an actor in the talks: a side, a mediator, a guarantor.
type Party struct {
	ID      string   `yaml:"id"`
	Name    string   `yaml:"name"`
	Roles   []Role   `yaml:"roles,omitempty"`
	Within  string   `yaml:"within,omitempty"` // the party that this one is part of: E3 within EU
	Aliases []string `yaml:"aliases,omitempty"`
	People  []Person `yaml:"people,omitempty"`
	Note    string   `yaml:"note,omitempty"`
	Room    Room     `yaml:"room,omitempty"`
}

// Is reports whether the party holds the role.
func (p Party) Is(r Role) bool { return slices.Contains(p.Roles, r) }

// Person speaks or decides for a party.
type Person struct {
	ID      string   `yaml:"id"`
	Name    string   `yaml:"name"`
	Aliases []string `yaml:"aliases,omitempty"`
	// Titles are the offices held, each with its dates.
	Titles []Tenure `yaml:"titles,omitempty"`
	// Delegation tells when the person sat in the party's delegation, and as
	// what. Heads change, and the change is a signal.
	Delegation []Seat `yaml:"delegation,omitempty"`
	Note       string `yaml:"note,omitempty"`
	Room       Room   `yaml:"room,omitempty"`
}

// Tenure is an office held for a time.
type Tenure struct {
	Title    string `yaml:"title"`
	Span     `yaml:",inline"`
	Evidence []Evidence `yaml:"evidence,omitempty"`
}

// Seat is a place in a delegation, held for a time.
type Seat struct {
	Head     bool   `yaml:"head,omitempty"`
	Mandate  string `yaml:"mandate,omitempty"`
	Span     `yaml:",inline"`
	Evidence []Evidence `yaml:"evidence,omitempty"`
}

// Title is the office that the person held on a day, the latest first where
// several held; "" when none is recorded.
func (p Person) Title(day Date) string {
	title, from := "", Date{}
	for _, t := range p.Titles {
		if t.Holds(day) && (title == "" || t.From.Compare(from) > 0) {
			title, from = t.Title, t.From
		}
	}
	return title
}

// Delegation is who spoke for a party on a day: heads first, then members, in
// the order of the case.
func (p Party) Delegation(day Date) (heads, members []Person) {
	for _, person := range p.People {
		for _, seat := range person.Delegation {
			if !seat.Holds(day) {
				continue
			}
			if seat.Head {
				heads = append(heads, person)
			} else {
				members = append(members, person)
			}
			break
		}
	}
	return heads, members
}

// Ratifier is a body at home that must approve: a parliament, a court, a
// referendum, the members of an alliance. Its stances rule out like a party's.
type Ratifier struct {
	ID       string     `yaml:"id"`
	Name     string     `yaml:"name"`
	Party    string     `yaml:"party,omitempty"` // the party whose home this is
	Rule     string     `yaml:"rule,omitempty"`  // what approval takes, in words
	Evidence []Evidence `yaml:"evidence,omitempty"`
	Note     string     `yaml:"note,omitempty"`
	Room     Room       `yaml:"room,omitempty"`
}
