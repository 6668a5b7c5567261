package interchange

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"unicode"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/pareto"
)

// Case is the scenario as a case: its issues as the agenda, its parties, and
// one stance a party and issue that holds the weight and the values. Names make
// ids. Where a number has no finite decimal form, every weight and every no-deal
// value of the case is multiplied by one whole number; the case's note says so.
func (s *Scenario) Case() (parley.Case, error) {
	if err := s.Check(); err != nil {
		return parley.Case{}, err
	}
	s, factor := s.Decimal()
	c := parley.Case{Title: s.Name}
	if factor.Cmp(big.NewInt(1)) != 0 {
		c.Note = fmt.Sprintf("All weights and no-deal values are multiplied by %s, so that each has a finite decimal form; nothing else changes by that.", factor)
	}
	issues, parties := ids{}, ids{}
	for _, issue := range s.Issues {
		made := parley.Issue{ID: issues.of(issue.Name), Title: issue.Name}
		alternatives := ids{}
		for _, option := range issue.Options {
			made.Alternatives = append(made.Alternatives, parley.Alternative{ID: alternatives.of(option), Title: option})
		}
		c.Issues = append(c.Issues, made)
	}
	for k := range s.Parties {
		p := &s.Parties[k]
		id := parties.of(p.Name)
		c.Parties = append(c.Parties, parley.Party{ID: id, Name: p.Name, Roles: []parley.Role{parley.RoleParty}})
		stances, err := p.stances(id, c.Issues)
		if err != nil {
			return c, fmt.Errorf("party %q: %w", p.Name, err)
		}
		c.Stances = append(c.Stances, stances...)
	}
	return c, nil
}

// stances are the party's numbers, one stance an issue, and one for no deal.
func (p *Party) stances(id string, issues []parley.Issue) ([]parley.Stance, error) {
	var all []parley.Stance
	for i, issue := range issues {
		weight, sign := new(big.Rat).Abs(p.Weight[i]), one()
		if p.Weight[i].Sign() < 0 { // a case has no negative weights: the values take the sign
			sign.Neg(sign)
		}
		text, err := decimal(weight)
		if err != nil {
			return nil, err
		}
		st := parley.Stance{Party: id, Issue: issue.ID, Weight: parley.Number(text), Value: map[string]parley.Number{}}
		for o, alternative := range issue.Alternatives {
			if text, err = decimal(new(big.Rat).Mul(sign, p.Value[i][o])); err != nil {
				return nil, err
			}
			st.Value[alternative.ID] = parley.Number(text)
		}
		all = append(all, st)
	}
	if p.NoDeal == nil {
		return all, nil
	}
	text, err := decimal(p.NoDeal)
	return append(all, parley.Stance{Party: id, NoDeal: parley.Number(text)}), err
}

// ids makes ids of names: lower-case letters and digits with hyphens between,
// each one once.
type ids map[string]bool

func (taken ids) of(name string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(name) {
		switch {
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			b.WriteRune(r)
		case r == '.' && b.Len() > 0:
			b.WriteRune(r) // a decimal point
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	base := strings.Trim(b.String(), "-.")
	if base == "" {
		base = "x"
	}
	id := base
	for n := 2; taken[id]; n++ {
		id = fmt.Sprintf("%s-%d", base, n)
	}
	taken[id] = true
	return id
}

// FromCase is a case as a scenario. It takes complete numbers: a weight and
// values for every party on every issue. What it refuses it names, all of it:
// numbers that are missing, and whatever rules packages out by itself, since no
// list of values can say that.
func FromCase(c parley.Case) (*Scenario, error) {
	s := &Scenario{Name: c.Title}
	var ids []string
	for _, issue := range c.Issues {
		if len(issue.Alternatives) == 0 {
			continue // nothing to choose
		}
		made := pareto.Issue{Name: issue.Title}
		for _, a := range issue.Alternatives {
			made.Options = append(made.Options, a.Title)
		}
		unlike(made.Options, func(k int) string { return issue.Alternatives[k].ID })
		s.Issues = append(s.Issues, made)
		ids = append(ids, issue.ID)
	}
	names := make([]string, len(s.Issues))
	for k := range names {
		names[k] = s.Issues[k].Name
	}
	unlike(names, func(k int) string { return ids[k] })
	for k := range names {
		s.Issues[k].Name = names[k]
	}
	lost := slices.Compact(vetoes(c))
	for _, party := range c.Signatories() {
		p, missing := numbersOf(c, party, ids)
		s.Parties = append(s.Parties, p)
		lost = append(lost, missing...)
	}
	if len(lost) > 0 {
		const shown = 12
		more := ""
		if len(lost) > shown {
			more = fmt.Sprintf("\n  and %d more", len(lost)-shown)
			lost = lost[:shown]
		}
		return nil, fmt.Errorf("this case is no scenario of numbers alone:\n  %s%s", strings.Join(lost, "\n  "), more)
	}
	return s, s.Check()
}

// unlike adds ids to names that are empty or stand twice.
func unlike(names []string, id func(int) string) {
	count := map[string]int{}
	for _, name := range names {
		count[name]++
	}
	for k, name := range names {
		switch {
		case name == "":
			names[k] = id(k)
		case count[name] > 1:
			names[k] = fmt.Sprintf("%s (%s)", name, id(k))
		}
	}
}

// vetoes says what rules packages out in the case other than by value.
func vetoes(c parley.Case) []string {
	var all []string
	positions := c.Positions()
	rulers := []string{}
	for _, p := range c.Signatories() {
		rulers = append(rulers, p.ID)
	}
	for _, r := range c.Ratifiers {
		rulers = append(rulers, r.ID)
	}
	for _, id := range rulers {
		for _, issue := range c.Issues {
			p := positions.Of(id, issue.ID)
			for _, a := range issue.Alternatives {
				if attitude := p.On(a.ID); attitude.RedLine() {
					all = append(all, fmt.Sprintf("%s %s %s on %s: a red line, which no value can say", id, attitude, a.ID, issue.ID))
				}
			}
			for _, condition := range p.Conditions() {
				all = append(all, fmt.Sprintf("%s ties %s to %s (%s): a condition, which no value can say", id, issue.ID, condition.On, condition.Kind))
			}
		}
	}
	for _, l := range c.Links {
		all = append(all, fmt.Sprintf("the link %s ties issues together, which no value can say", l.ID))
	}
	return all
}

// numbersOf collects a party's own latest numbers, and says which are missing.
func numbersOf(c parley.Case, party parley.Party, issues []string) (p Party, missing []string) {
	p.Name = party.Name
	stances := slices.Clone(c.Stances)
	slices.SortStableFunc(stances, func(a, b parley.Stance) int { return a.Date.Compare(b.Date) })
	weights, values := map[string]parley.Number{}, map[[2]string]parley.Number{}
	for _, s := range stances { // oldest first: the later number stands
		if s.Party != party.ID || s.Claim() {
			continue
		}
		if s.Weight != "" {
			weights[s.Issue] = s.Weight
		}
		for id, v := range s.Value {
			values[[2]string{s.Issue, id}] = v
		}
	}
	take := func(n parley.Number, what string, args ...any) *big.Rat {
		v, err := number(string(n))
		if n == "" {
			missing = append(missing, fmt.Sprintf("%s: no "+what, append([]any{party.ID}, args...)...))
		} else if err != nil {
			missing = append(missing, fmt.Sprintf("%s: %v", party.ID, err))
		}
		return v
	}
	for _, id := range issues {
		p.Weight = append(p.Weight, take(weights[id], "weight for %s", id))
		issue, _ := c.Issue(id)
		var row []*big.Rat
		for _, a := range issue.Alternatives {
			row = append(row, take(values[[2]string{id, a.ID}], "value for %s on %s", a.ID, id))
		}
		p.Value = append(p.Value, row)
	}
	if n, _, known := c.NoDeal(party.ID); known {
		p.NoDeal = take(n, "no-deal value")
	}
	return p, missing
}
