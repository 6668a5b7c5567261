package pareto

import (
	"cmp"
	"context"
	"errors"
	"slices"
)

// Oracle says whether a package is left when only some of the rules and some
// of the no-deal values count. It is made for thousands of questions about one
// problem, as a search for smallest sets of rules asks them: each begins as a
// plain search with forward checking, which settles nearly all, and only a
// question that proves hard is handed to the diagram and the cuts.
//
// An Oracle may not be used from several goroutines at once; Clone it.
type Oracle struct {
	problem *Problem
	units   *units
	names   [][]naming // names[issue]: the rules that name it

	worth [][][]float64 // worth[party][issue][option], in parts of the greatest amount
	try   [][]int       // try[issue]: its options, the most welcome first

	active  []bool
	parties []int // those whose no-deal value counts

	pkg     Package // -1 where nothing is chosen
	open    []int   // open[issue]: how many of its options are not blocked
	blocked [][]int // blocked[issue][option]: how many rules block it
	wanting []int   // wanting[rule]: how many of its issues have not matched it yet
	dead    []int   // dead[rule]: how many choices have put it out of force
	visits  int
}

// naming is a rule's claim on one issue.
type naming struct {
	rule int
	on   []bool // on[option]
}

// NewOracle checks the problem and prepares the questions.
func NewOracle(p *Problem) (*Oracle, error) {
	if err := p.Check(); err != nil {
		return nil, err
	}
	o := &Oracle{problem: p, units: measure(p), names: make([][]naming, len(p.Issues))}
	for r, rule := range p.Rules {
		for _, c := range rule.Forbids {
			on := make([]bool, len(p.Issues[c.Issue].Options))
			for _, option := range c.Options {
				on[option] = true
			}
			o.names[c.Issue] = append(o.names[c.Issue], naming{r, on})
		}
	}
	o.weigh()
	return o.Clone(), nil
}

// weigh prepares what the search reads of values.
func (o *Oracle) weigh() {
	u := o.units
	for k := range o.problem.Parties {
		table := make([][]float64, len(o.problem.Issues))
		for i, issue := range o.problem.Issues {
			for option := range issue.Options {
				table[i] = append(table[i], float64(u.step[i][(option*u.parties+k)*u.words])/wordful)
			}
		}
		o.worth = append(o.worth, table)
	}
	for i, issue := range o.problem.Issues {
		welcome := make([]float64, len(issue.Options))
		order := make([]int, len(issue.Options))
		for option := range order {
			order[option] = option
			for k := range o.worth {
				welcome[option] += o.worth[k][i][option]
			}
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(welcome[b], welcome[a]) })
		o.try = append(o.try, order)
	}
}

// Clone returns an oracle for the same problem, for another goroutine.
func (o *Oracle) Clone() *Oracle {
	c := &Oracle{problem: o.problem, units: o.units, names: o.names, worth: o.worth, try: o.try}
	n := len(c.problem.Issues)
	c.pkg, c.open, c.blocked = make(Package, n), make([]int, n), make([][]int, n)
	for i, issue := range c.problem.Issues {
		c.blocked[i] = make([]int, len(issue.Options))
	}
	c.wanting, c.dead = make([]int, len(c.problem.Rules)), make([]int, len(c.problem.Rules))
	return c
}

// plenty is the number of partial packages after which a question counts as hard.
const plenty = 5000

// Find returns a package that breaks none of the rules that count and is at or
// above every no-deal value that counts, and whether there is one. Rules and
// noDeal are flags by position in the problem; nil means all. The same question
// always gets the same package. The error is the context's, or a
// [*TangledError] where a question is too hard.
func (o *Oracle) Find(ctx context.Context, rules, noDeal []bool) (Package, bool, error) {
	if !o.begin(rules, noDeal) {
		return nil, false, nil
	}
	switch found := o.search(); {
	case found:
		return slices.Clone(o.pkg), true, nil
	case o.visits <= plenty:
		return nil, false, nil
	}
	return o.hard(ctx)
}

// begin resets everything for a question; false says that it is settled: no.
func (o *Oracle) begin(rules, noDeal []bool) bool {
	o.visits, o.parties = 0, o.parties[:0]
	for k := range o.problem.Parties {
		if (noDeal == nil || noDeal[k]) && (o.units.need[k] != nil || o.units.beyond[k]) {
			o.parties = append(o.parties, k)
			if o.units.beyond[k] {
				return false
			}
		}
	}
	for i := range o.pkg {
		o.pkg[i], o.open[i] = -1, len(o.blocked[i])
		clear(o.blocked[i])
	}
	o.active = o.active[:0]
	for r, rule := range o.problem.Rules {
		o.active = append(o.active, rules == nil || rules[r])
		o.wanting[r], o.dead[r] = len(rule.Forbids), 0
		if o.active[r] && len(rule.Forbids) == 0 {
			return false
		}
	}
	possible := true
	for i, names := range o.names {
		for _, nm := range names {
			if o.active[nm.rule] && o.wanting[nm.rule] == 1 {
				possible = o.block(i, nm, 1) && possible
			}
		}
	}
	return possible
}

// block blocks (or, with -1, frees) the options of an issue that would complete
// a rule, and reports whether any option is left.
func (o *Oracle) block(i int, nm naming, by int) bool {
	for option, on := range nm.on {
		if !on {
			continue
		}
		was := o.blocked[i][option] > 0
		o.blocked[i][option] += by
		if is := o.blocked[i][option] > 0; is && !was {
			o.open[i]--
		} else if was && !is {
			o.open[i]++
		}
	}
	return o.open[i] > 0
}

// search settles the issue with the fewest options left, then the rest.
func (o *Oracle) search() bool {
	if o.visits++; o.visits > plenty || !o.reachable() {
		return false
	}
	next := -1
	for i, chosen := range o.pkg {
		if chosen < 0 && (next < 0 || o.open[i] < o.open[next]) {
			next = i
		}
	}
	if next < 0 {
		return o.enough()
	}
	for _, option := range o.try[next] {
		if o.blocked[next][option] > 0 {
			continue
		}
		if o.choose(next, option) && o.search() {
			return true
		}
		o.undo(next, option)
	}
	return false
}

// choose makes a choice and reports whether every other issue still has an
// option. Even where it fails, it does all that undo takes back.
func (o *Oracle) choose(i, option int) bool {
	o.pkg[i] = option
	possible := true
	for _, nm := range o.names[i] {
		switch r := nm.rule; {
		case !o.active[r]:
		case !nm.on[option]:
			o.dead[r]++
		default:
			if o.wanting[r]--; o.wanting[r] == 1 && o.dead[r] == 0 {
				possible = o.blockLast(r, 1) && possible
			}
		}
	}
	return possible
}

// undo takes a choice back.
func (o *Oracle) undo(i, option int) {
	for _, nm := range o.names[i] {
		switch r := nm.rule; {
		case !o.active[r]:
		case !nm.on[option]:
			o.dead[r]--
		default:
			if o.wanting[r] == 1 && o.dead[r] == 0 {
				o.blockLast(r, -1)
			}
			o.wanting[r]++
		}
	}
	o.pkg[i] = -1
}

// blockLast blocks or frees what would complete a rule on the one issue where
// it is still open.
func (o *Oracle) blockLast(r, by int) bool {
	for _, c := range o.problem.Rules[r].Forbids {
		if o.pkg[c.Issue] < 0 {
			for _, nm := range o.names[c.Issue] {
				if nm.rule == r {
					return o.block(c.Issue, nm, by)
				}
			}
		}
	}
	return true
}

// reachable reports whether every party can still reach its no-deal value,
// taken one by one, each with what is best for it.
func (o *Oracle) reachable() bool {
	for _, k := range o.parties {
		total := 0.0
		for i, options := range o.worth[k] {
			if chosen := o.pkg[i]; chosen >= 0 {
				total += options[chosen]
				continue
			}
			most := 0.0
			for option, v := range options {
				if v > most && o.blocked[i][option] == 0 {
					most = v
				}
			}
			total += most
		}
		if total < float64(o.units.need[k][0])/wordful-1e-9 {
			return false
		}
	}
	return true
}

// enough compares the no-deal values with a complete package, exactly.
func (o *Oracle) enough() bool {
	for _, k := range o.parties {
		if lessWords(o.units.amount(k, o.pkg), o.units.need[k]) {
			return false
		}
	}
	return true
}

// hard answers through the diagram and the cuts.
func (o *Oracle) hard(ctx context.Context) (Package, bool, error) {
	sub := &Problem{Issues: o.problem.Issues}
	for r, rule := range o.problem.Rules {
		if o.active[r] {
			sub.Rules = append(sub.Rules, rule)
		}
	}
	for _, k := range o.parties {
		sub.Parties = append(sub.Parties, o.problem.Parties[k])
	}
	s, err := New(sub)
	if err != nil {
		return nil, false, err
	}
	switch {
	case s.hopeless():
		return nil, false, nil
	case len(sub.Parties) == 0:
		pkg, ok := s.diagram.first()
		return pkg, ok, nil
	}
	p, err := s.anywhere(ctx, Limits{})
	if errors.Is(err, ErrImpossible) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	return p.Package, true, nil
}
