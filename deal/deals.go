package deal

import (
	"context"
	"fmt"
	"math/big"
	"slices"
	"time"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/pareto"
)

// Format names the shape of the JSON. It changes only when a field changes its
// meaning or goes away; new fields may come.
const Format = "parley.deals.v1"

// Deals is the deal space of a case on a day: the answer to what every party
// could sign, what blocks, and what would have to give.
type Deals struct {
	Format string `json:"format"`
	Title  string `json:"title"`
	AsOf   string `json:"as_of,omitempty"`

	Packages Packages `json:"packages"`
	Unknown  Unknown  `json:"unknown_read_as"`    // open, closed, sampled
	Supposed []string `json:"supposed,omitempty"` // assumptions and drops, as typed
	Changed  []string `json:"changed,omitempty"`  // what they change, in words
	Parties  []string `json:"parties"`            // whose consent is needed; values below are in this order
	Issues   []string `json:"issues"`
	Notes    []string `json:"notes,omitempty"` // what could not be used, and why
	Plain    bool     `json:"plain,omitempty"` // a scenario of numbers, without anybody's stances

	Blockers    []Conflict `json:"blockers"`
	Openings    []Conflict `json:"openings"`
	AllBlockers bool       `json:"blockers_complete"` // there are no more
	AllOpenings bool       `json:"openings_complete"`

	Frontier  *FrontierList       `json:"frontier,omitempty"`  // absent when no package is possible
	Solutions map[string]Solution `json:"solutions,omitempty"` // nash, kalai_smorodinsky, egalitarian, utilitarian
	Trades    []Trade             `json:"trades,omitempty"`
	Moves     *Moves              `json:"moves,omitempty"`

	Robustness *Robustness `json:"robustness,omitempty"`
	Timing     Timing      `json:"timing"`

	space *Space
}

// Packages are exact counts, as decimal strings: they outgrow every number
// that JSON readers agree on.
type Packages struct {
	Total    string `json:"total"`    // one alternative for each issue
	Possible string `json:"possible"` // ruled out by nobody
	Secured  string `json:"secured"`  // accepted by every required party on every issue, on evidence
}

// FrontierList is the frontier, or as much of it as is listed.
type FrontierList struct {
	Size    int         `json:"size"` // how many value vectors
	Exact   bool        `json:"exact"`
	Epsilon []string    `json:"epsilon,omitempty"` // when not exact: by party, in its own units
	Points  []ValuePlan `json:"points"`
	Listed  int         `json:"listed"` // how many of them are in points
}

// ValuePlan is a package and what it is worth to each party.
type ValuePlan struct {
	Values  []string       `json:"values"` // by party, exact decimals
	Package parley.Package `json:"package"`
	Shared  string         `json:"shared,omitempty"` // how many packages have these values

	exact []*big.Rat
	plan  pareto.Package
}

// Solution is the package that a notion of fairness picks.
type Solution struct {
	ValuePlan
	// Shares are how far each party gets from no deal, or its worst package
	// where no no-deal value is known, to its best possible package, from 0 to
	// 1; null for a party that no possible package gives more than another, as
	// far as anybody knows what it wants.
	Shares []*float64 `json:"shares"`
	// Exact says that no package is better in the sense of the notion; otherwise
	// a budget ended the search first.
	Exact bool `json:"exact"`
	// Unknown are the attitudes that the package rests on and nobody has stated.
	Unknown []string `json:"unknown,omitempty"`
}

// Timing is kept apart from the rest, which is the same at every run.
type Timing struct {
	Seconds float64 `json:"seconds"` // of wall clock
}

// Make works out the deal space of the case as it is given.
func Make(ctx context.Context, c parley.Case, o Options) (*Deals, error) {
	s, err := New(c, o)
	if err != nil {
		return nil, err
	}
	d := &Deals{Title: c.Title, AsOf: c.Day.String()}
	if o.From != "" {
		if _, ok := s.Case.Draft(o.From); !ok {
			return nil, fmt.Errorf("no draft %q to move from in the picture of this day", o.From)
		}
	}
	for _, a := range o.Assume {
		d.Supposed = append(d.Supposed, "assume "+a.String())
	}
	for _, pattern := range o.Drop {
		d.Supposed = append(d.Supposed, "drop "+pattern)
	}
	if err := d.answer(ctx, s, o); err != nil || len(d.Supposed) == 0 {
		return d, err
	}
	unsupposed := o
	unsupposed.Assume, unsupposed.Drop, unsupposed.Draws = nil, nil, 0
	before, err := Make(ctx, c, unsupposed)
	if err != nil {
		return nil, err
	}
	d.Changed = changed(before, d)
	return d, nil
}

// answer asks the space everything.
func (d *Deals) answer(ctx context.Context, s *Space, o Options) error {
	start := time.Now()
	d.Format, d.Notes, d.Plain, d.space = Format, s.notes, s.plain, s
	d.Blockers, d.Openings = []Conflict{}, []Conflict{}
	if d.Unknown = o.Unknown; d.Unknown == "" {
		d.Unknown = UnknownOpen
	}
	for _, p := range s.parties {
		d.Parties = append(d.Parties, p.ID)
	}
	for _, i := range s.agenda.issues {
		d.Issues = append(d.Issues, i.ID)
	}
	counts, err := s.Count()
	if err != nil {
		return err
	}
	d.Packages = Packages{counts.Total.String(), counts.Possible.String(), counts.Secured.String()}
	if err := d.blocked(ctx, o); err != nil {
		return err
	}
	if len(d.Openings) == 0 {
		if err := d.open(ctx, o); err != nil {
			return err
		}
	}
	d.Trades = s.Trades(8)
	if o.Draws > 0 {
		plans := map[string]pareto.Package{}
		for name, solution := range d.Solutions {
			plans[name] = solution.plan
		}
		if d.Robustness, err = s.Robust(ctx, plans, o); err != nil {
			return err
		}
	}
	d.Timing.Seconds = time.Since(start).Seconds()
	return nil
}

func (d *Deals) blocked(ctx context.Context, o Options) error {
	found, err := d.space.Conflicts(ctx, o)
	if err != nil {
		return err
	}
	d.Blockers = append(d.Blockers, found.Blockers...)
	d.Openings = append(d.Openings, found.Openings...)
	d.AllBlockers, d.AllOpenings = found.AllBlockers, found.AllOpenings
	return nil
}

// open fills in what there is to choose from when a package is possible.
func (d *Deals) open(ctx context.Context, o Options) error {
	front, err := d.space.pareto.Frontier(ctx, o.Limits)
	if err != nil {
		return err
	}
	d.Frontier = d.space.frontier(front, o.List)
	d.Solutions = map[string]Solution{}
	if front.Len() > 0 {
		if err := d.solve(ctx, front, o.Limits); err != nil {
			return err
		}
	}
	from, ok := newest(d.space.Case, o.From)
	if !ok {
		return nil
	}
	d.Moves, err = d.space.Moves(ctx, from, o.Limits)
	return err
}

// newest is the draft asked for, or the latest that says anything.
func newest(c parley.Case, id string) (parley.Draft, bool) {
	if id != "" {
		return c.Draft(id)
	}
	var last parley.Draft
	found := false
	for _, t := range c.Drafts {
		if len(t.Offers()) > 0 && (!found || t.Date.Compare(last.Date) >= 0) {
			last, found = t, true
		}
	}
	return last, found
}

// plan tells a package with what it is worth.
func (s *Space) plan(p pareto.Package) ValuePlan {
	v := ValuePlan{Package: s.named(p), exact: s.pareto.Values(p), plan: p}
	for _, x := range v.exact {
		v.Values = append(v.Values, decimal(x))
	}
	return v
}

// decimal writes a number in full where it ends, otherwise to twelve places.
func decimal(x *big.Rat) string {
	if places, exact := x.FloatPrec(); exact {
		return x.FloatString(places)
	}
	return x.FloatString(12)
}

// frontier lists the frontier, or, where it is longer than asked for, an even
// choice of it in its order, with the best point for each party among them.
func (s *Space) frontier(f *pareto.Frontier, most int) *FrontierList {
	list := &FrontierList{Size: f.Len(), Exact: f.Exact, Points: []ValuePlan{}}
	if !f.Exact {
		for _, e := range f.Epsilon {
			list.Epsilon = append(list.Epsilon, decimal(e))
		}
	}
	for _, k := range s.listed(f, most) {
		at := f.At(k)
		v := s.plan(at.Package)
		if at.Shared != nil {
			v.Shared = at.Shared.String()
		}
		list.Points = append(list.Points, v)
	}
	list.Listed = len(list.Points)
	return list
}

// listed are the places of the points to list, in order.
func (s *Space) listed(f *pareto.Frontier, most int) []int {
	n := f.Len()
	if most <= 0 || most >= n {
		most = n
	}
	var places []int
	for k := range most {
		places = append(places, k*n/most)
	}
	if most == n {
		return places
	}
	best, values := make([]int, len(s.parties)), f.At(0).Values
	for k := range n {
		for party, v := range f.At(k).Values {
			if v.Cmp(values[party]) > 0 {
				best[party], values[party] = k, v
			}
		}
	}
	places = append(places, best...)
	slices.Sort(places)
	return slices.Compact(places)
}

// solve picks the named packages: from the frontier where all of it is there,
// otherwise by searching for them directly.
func (d *Deals) solve(ctx context.Context, front *pareto.Frontier, limits pareto.Limits) error {
	ideal, err := d.space.pareto.Ideals(ctx, limits)
	if err != nil {
		return err
	}
	for _, kind := range pareto.Kinds {
		var found *pareto.Solution
		if front.Exact {
			found, err = front.Solve(kind)
		} else {
			found, err = d.space.pareto.Solve(ctx, kind, limits)
		}
		if err != nil {
			return err
		}
		d.Solutions[kind.String()] = d.space.solution(found, ideal)
	}
	return nil
}

func (s *Space) solution(found *pareto.Solution, ideal []*big.Rat) Solution {
	p := found.Package
	out := Solution{ValuePlan: s.plan(p), Exact: found.Exact}
	for k, gain := range found.Gains {
		if ideal[k].Sign() == 0 {
			out.Shares = append(out.Shares, nil)
			continue
		}
		at, _ := new(big.Rat).Quo(gain, ideal[k]).Float64()
		at = round(at)
		out.Shares = append(out.Shares, &at)
	}
	for i, k := range p {
		issue := s.agenda.issues[i]
		if s.plain {
			break
		}
		for _, party := range s.parties {
			if s.positions.Of(party.ID, issue.ID).On(issue.Alternatives[k].ID) == parley.Unknown {
				out.Unknown = append(out.Unknown, party.ID+"."+issue.ID+"."+issue.Alternatives[k].ID)
			}
		}
	}
	slices.Sort(out.Unknown)
	return out
}

// Attitude is what a party feels about an alternative, in the case as
// supposed.
func (d *Deals) Attitude(party, issue, alternative string) parley.Attitude {
	return d.space.positions.Of(party, issue).On(alternative)
}

// Evidence is what the party's attitude to an alternative rests on.
func (d *Deals) Evidence(party, issue, alternative string) []parley.Source {
	held := d.space.positions.Of(party, issue).Held[alternative]
	return d.space.sources.Of(held.Stance.Evidence, held.Stance.Grade)
}

// Floats are the values as a plot needs them.
func (v ValuePlan) Floats() []float64 {
	out := make([]float64, len(v.exact))
	for k, x := range v.exact {
		out[k], _ = x.Float64()
	}
	return out
}

// NoDeal is what no deal is worth to each party, nil where nobody knows.
func (d *Deals) NoDeal() []*big.Rat {
	var all []*big.Rat
	for _, p := range d.space.pareto.Problem().Parties {
		all = append(all, p.NoDeal)
	}
	return all
}
