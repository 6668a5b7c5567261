package parley

import (
	"slices"
)

// Case is one negotiation with all that is known of it.
type Case struct {
	Title   string `yaml:"title"`
	Summary string `yaml:"summary,omitempty"`
	// Required names the parties whose consent the deal needs; where it is
	// empty, those with the role of party. Mediators and observers rule nothing
	// out unless they stand here.
	Required []string `yaml:"required,omitempty"`
	// Whole says that nothing is agreed until everything is agreed: what is
	// agreed on one issue stays conditional on the rest.
	Whole      bool       `yaml:"nothing_agreed_until_everything,omitempty"`
	Parties    []Party    `yaml:"parties,omitempty"`
	Ratifiers  []Ratifier `yaml:"ratifiers,omitempty"`
	Note       string     `yaml:"note,omitempty"`
	DefaultDay Date       `yaml:"as_of,omitempty"` // the day a reader sees who asks for none

	Issues []Issue `yaml:"-"`
	Links  []Link  `yaml:"-"`

	Drafts      []Draft      `yaml:"-"`
	Reports     []Report     `yaml:"-"`
	Statements  []Statement  `yaml:"-"`
	Stances     []Stance     `yaml:"-"`
	Meetings    []Meeting    `yaml:"-"`
	Commitments []Commitment `yaml:"-"`

	// Day is the day that this picture of the case shows; the zero Date means
	// everything known. AsOf sets it.
	Day Date `yaml:"-"`
}

// AsOf is the case as it stood at the end of a day: what is dated later, or
// not surely by then, is left out. A statement without a date counts from its
// report's, a meeting of several days from its first. The agenda stays whole,
// since issues and alternatives carry no date. The zero Date leaves nothing out.
func (c Case) AsOf(day Date) Case {
	c.Day = day
	if day.IsZero() {
		return c
	}
	c.Drafts = keep(c.Drafts, func(d Draft) bool { return d.Date.By(day) })
	for k, d := range c.Drafts {
		c.Drafts[k].Consents = keep(d.Consents, func(s Consent) bool { return s.Date.By(day) })
	}
	published := map[string]Date{}
	for _, r := range c.Reports {
		published[r.ID] = r.Date
	}
	c.Reports = keep(c.Reports, func(r Report) bool { return r.Date.By(day) })
	c.Statements = keep(c.Statements, func(s Statement) bool {
		if s.Date.IsZero() {
			return published[s.Report].By(day)
		}
		return s.Date.By(day)
	})
	c.Stances = keep(c.Stances, func(s Stance) bool { return s.Date.By(day) })
	c.Meetings = keep(c.Meetings, func(m Meeting) bool { return m.Date.By(day) })
	c.Commitments = keep(c.Commitments, func(m Commitment) bool { return m.Date.By(day) })
	return c
}

// keep copies what passes, and leaves the original as it was.
func keep[T any](all []T, pass func(T) bool) []T {
	var kept []T
	for _, v := range all {
		if pass(v) {
			kept = append(kept, v)
		}
	}
	return kept
}

// Signatories are the parties whose consent the deal needs, in the order of
// the case.
func (c Case) Signatories() []Party {
	return keep(c.Parties, func(p Party) bool {
		if len(c.Required) > 0 {
			return slices.Contains(c.Required, p.ID)
		}
		return p.Is(RoleParty)
	})
}

// Party finds a party by its id.
func (c Case) Party(id string) (Party, bool) {
	return find(c.Parties, func(p Party) bool { return p.ID == id })
}

// Person finds a person by id, with the party spoken for.
func (c Case) Person(id string) (Person, Party, bool) {
	for _, p := range c.Parties {
		if n, ok := find(p.People, func(n Person) bool { return n.ID == id }); ok {
			return n, p, true
		}
	}
	return Person{}, Party{}, false
}

// Ratifier finds a ratifier by its id.
func (c Case) Ratifier(id string) (Ratifier, bool) {
	return find(c.Ratifiers, func(r Ratifier) bool { return r.ID == id })
}

// Issue finds an issue by its id.
func (c Case) Issue(id string) (Issue, bool) {
	return find(c.Issues, func(i Issue) bool { return i.ID == id })
}

// Draft finds a draft by its id.
func (c Case) Draft(id string) (Draft, bool) {
	return find(c.Drafts, func(d Draft) bool { return d.ID == id })
}

// Report finds a report by its id.
func (c Case) Report(id string) (Report, bool) {
	return find(c.Reports, func(r Report) bool { return r.ID == id })
}

// Statement finds a statement by its id.
func (c Case) Statement(id string) (Statement, bool) {
	return find(c.Statements, func(s Statement) bool { return s.ID == id })
}

// Actor is the name of a party, a ratifier or a person, by id; an id that
// names none is its own name, as with outlets.
func (c Case) Actor(id string) string {
	if p, ok := c.Party(id); ok {
		return p.Name
	}
	if r, ok := c.Ratifier(id); ok {
		return r.Name
	}
	if n, _, ok := c.Person(id); ok {
		return n.Name
	}
	return id
}

// NoDeal is what no deal at all is worth to a party, by the latest stance that
// says so; false where nobody has.
func (c Case) NoDeal(party string) (value Number, from Stance, known bool) {
	for _, s := range c.Stances {
		if s.Party == party && !s.Claim() && s.NoDeal != "" && (!known || s.Date.Compare(from.Date) >= 0) {
			value, from, known = s.NoDeal, s, true
		}
	}
	return value, from, known
}

func find[T any](all []T, is func(T) bool) (T, bool) {
	k := slices.IndexFunc(all, is)
	if k < 0 {
		var none T
		return none, false
	}
	return all[k], true
}
