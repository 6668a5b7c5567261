package interchange

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/parley-desk/parley/pareto"
)

// GENIUS values a package as Σ weight × evaluation. A discrete issue's
// evaluations are divided by the greatest of them (Per), or are all worth
// nothing where that is below 0.00001; an integer issue's are
// offset + slope × (number − lower bound), cut off at 0 and 1. The sum is cut off
// at 1, which is no weighted sum any more: weights that add up to more are
// refused. A party whose file names no reservation value has said none.
//
// (AdditiveUtilitySpace, EvaluatorDiscrete, EvaluatorInteger of GENIUS 9.)

// longestRange is the most options that a range of whole numbers may have.
const longestRange = 1000

// tiny is where GENIUS takes the greatest evaluation for nothing.
var tiny = big.NewRat(1, 100_000)

func isGenius(d folder) bool {
	return slices.ContainsFunc(d.files(".xml"), func(name string) bool {
		root, err := d.xml(name)
		return err == nil && root.name == "negotiation_template"
	})
}

func readGenius(d folder) (*Scenario, error) {
	var g geniusDomain
	profiles := map[string]*element{}
	for _, name := range d.files(".xml") {
		root, err := d.xml(name)
		switch {
		case err != nil && d.wants(name):
			return nil, err
		case err != nil:
		case root.name == "negotiation_template" && g.root != nil:
			return nil, root.refuse("is a second domain beside %s: keep each in a folder of its own", g.root.file)
		case root.name == "negotiation_template":
			g.root = root
		case root.name == "utility_space" && d.wants(name):
			profiles[name] = root
		}
	}
	if g.root == nil {
		return nil, refuse(".", 0, "no XML file here is a <negotiation_template>, which GENIUS' domains are")
	}
	if err := g.readDomain(); err != nil {
		return nil, err
	}
	parties := map[string]Party{}
	for name, root := range profiles {
		p, err := g.readProfile(root)
		if err != nil {
			return nil, err
		}
		parties[name] = p
	}
	all, err := d.found(parties)
	return &Scenario{Name: stem(g.root.file), Issues: g.issues, Parties: all}, err
}

// geniusDomain is the issues of a domain, by the number under which profiles
// speak of them.
type geniusDomain struct {
	root   *element
	issues []pareto.Issue
	place  map[int]int // of an issue, by its index in the file
	low    map[int]int // of a range, by its place
}

func (g *geniusDomain) readDomain() error {
	g.place, g.low = map[int]int{}, map[int]int{}
	spaces := g.root.all("utility_space")
	if len(spaces) != 1 {
		return g.root.refuse("%d <utility_space> in the domain: expected one", len(spaces))
	}
	issues, _, err := flatten(spaces[0])
	if err != nil {
		return err
	}
	for _, e := range issues {
		index, err := e.whole("index")
		if err != nil {
			return err
		}
		if _, twice := g.place[index]; twice {
			return e.refuse("a second issue with index %d", index)
		}
		g.place[index] = len(g.issues)
		if err := g.readIssue(e); err != nil {
			return err
		}
	}
	if len(g.issues) == 0 {
		return g.root.refuse("the domain has no issues")
	}
	return nil
}

func (g *geniusDomain) readIssue(e *element) error {
	name, err := e.need("name")
	if err != nil {
		return err
	}
	issue := pareto.Issue{Name: name}
	switch kindOf(e) {
	case "real":
		return e.refuse("issue %q is real-valued: only discrete issues can be carried; replace it by the values that matter", name)
	case "integer":
		low, high, err := bounds(e)
		if err != nil {
			return err
		}
		if high < low || high-low >= longestRange {
			return e.refuse("issue %q goes from %d to %d: a range may have 1 to %d numbers", name, low, high, longestRange)
		}
		g.low[len(g.issues)] = low
		for v := low; v <= high; v++ {
			issue.Options = append(issue.Options, strconv.Itoa(v))
		}
	case "discrete":
		for _, item := range e.all("item") {
			value, err := item.need("value")
			if err != nil {
				return err
			}
			issue.Options = append(issue.Options, value)
		}
	default:
		return e.refuse("issue %q is of type %q: expected discrete or integer", name, kindOf(e))
	}
	if err := distinct("option of issue "+strconv.Quote(name), issue.Options); err != nil {
		return e.refuse("%v", err)
	}
	g.issues = append(g.issues, issue)
	return nil
}

// kindOf is an issue's type, discrete where nothing else is said.
func kindOf(e *element) string {
	for _, attr := range []string{"type", "vtype", "etype"} {
		if v := strings.ToLower(e.attrs[attr]); v != "" {
			return v
		}
	}
	return "discrete"
}

// bounds are those of a range, on the issue itself or on a <range> in it.
func bounds(e *element) (low, high int, err error) {
	from := e
	if ranges := e.all("range"); len(ranges) > 0 {
		from = ranges[0]
	}
	if low, err = from.whole("lowerbound"); err != nil {
		return 0, 0, err
	}
	high, err = from.whole("upperbound")
	return low, high, err
}

// flatten collects the issues and weights of a tree of objectives: GENIUS adds
// up all issues, and objectives only group them.
func flatten(space *element) (issues, weights []*element, err error) {
	if err := space.only("objective", "issue", "weight", "discount_factor", "reservation"); err != nil {
		return nil, nil, err
	}
	for _, e := range space.children {
		switch e.name {
		case "issue":
			if err := e.only("item", "range", "evaluator"); err != nil {
				return nil, nil, err
			}
			issues = append(issues, e)
		case "weight":
			weights = append(weights, e)
		case "objective":
			below, more, err := flatten(e)
			if err != nil {
				return nil, nil, err
			}
			issues, weights = append(issues, below...), append(weights, more...)
		}
	}
	return issues, weights, nil
}

func (g *geniusDomain) readProfile(root *element) (Party, error) {
	n := len(g.issues)
	p := Party{Name: stem(root.file), Weight: make([]*big.Rat, n), Value: make([][]*big.Rat, n), Per: make([]*big.Rat, n)}
	issues, weights, err := flatten(root)
	if err != nil {
		return p, err
	}
	for _, w := range weights {
		index, err := w.whole("index")
		if err != nil {
			return p, err
		}
		value, err := w.number("value")
		if err != nil {
			return p, err
		}
		if i, ok := g.place[index]; ok {
			p.Weight[i] = value
		} // a weight of an objective that groups issues counts for nothing
	}
	for _, e := range issues {
		if err := g.readEvaluations(&p, e); err != nil {
			return p, err
		}
	}
	for i, issue := range g.issues {
		if p.Value[i] == nil || p.Weight[i] == nil {
			return p, root.refuse("nothing is said of issue %q: expected its evaluations and a <weight>", issue.Name)
		}
	}
	return p, g.readRest(&p, root)
}

// readRest reads what stands beside the issues, and refuses what is no weighted
// sum.
func (g *geniusDomain) readRest(p *Party, root *element) error {
	for _, e := range root.all("discount_factor") {
		factor, err := e.number("value")
		if err != nil {
			return err
		}
		if factor.Sign() > 0 && factor.Cmp(one()) < 0 {
			return e.refuse("a discount factor of %s: packages lose value with time, which cannot be carried; set it to 1 to leave that out", words(factor))
		}
	}
	for _, e := range root.all("reservation") {
		value, err := e.number("value")
		if err != nil {
			return err
		}
		p.NoDeal = value
	}
	if most := p.most(); most.Cmp(aboutOne) > 0 {
		return root.refuse("the best package is worth %s: GENIUS counts nothing above 1, which no weighted sum does; let the weights add up to 1", words(most))
	}
	return nil
}

// aboutOne is 1 and as much as weights that were rounded may add up to beside it.
var aboutOne = big.NewRat(1_000_001, 1_000_000)

// most is what the best package is worth.
func (p *Party) most() *big.Rat {
	sum := new(big.Rat)
	for i, row := range p.Value {
		best := p.Worth(i, 0)
		for o := range row {
			if v := p.Worth(i, o); v.Cmp(best) > 0 {
				best = v
			}
		}
		sum.Add(sum, best)
	}
	return sum
}

func (g *geniusDomain) readEvaluations(p *Party, e *element) error {
	index, err := e.whole("index")
	if err != nil {
		return err
	}
	i, ok := g.place[index]
	if !ok {
		return e.refuse("index %d is no issue of the domain %s", index, g.root.file)
	}
	if name, ok := e.attrs["name"]; ok && name != g.issues[i].Name {
		return e.refuse("issue %d is called %q here and %q in %s: which is meant cannot be told", index, name, g.issues[i].Name, g.root.file)
	}
	if p.Value[i] != nil {
		return e.refuse("issue %q stands twice", g.issues[i].Name)
	}
	p.Per[i] = one()
	if low, ok := g.low[i]; ok && len(e.all("item")) == 0 {
		p.Value[i], err = linear(e, low, len(g.issues[i].Options))
		return err
	}
	if p.Value[i], err = evaluations(e, g.issues[i]); err != nil {
		return err
	}
	if most := greatest(p.Value[i]); most.Cmp(tiny) >= 0 {
		p.Per[i] = most
	} else {
		for o := range p.Value[i] {
			p.Value[i][o] = new(big.Rat)
		}
	}
	return nil
}

// evaluations are those of a discrete issue's items.
func evaluations(e *element, issue pareto.Issue) ([]*big.Rat, error) {
	row := make([]*big.Rat, len(issue.Options))
	for _, item := range e.all("item") {
		value, err := item.need("value")
		if err != nil {
			return nil, err
		}
		o := slices.Index(issue.Options, value)
		if o < 0 {
			return nil, item.refuse("%q is no option of issue %q", value, issue.Name)
		}
		if row[o] != nil {
			return nil, item.refuse("option %q of issue %q stands twice", value, issue.Name)
		}
		if row[o], err = item.number("evaluation"); err != nil {
			return nil, err
		}
		if row[o].Sign() < 0 {
			return nil, item.refuse("an evaluation of %s: GENIUS takes none below 0", words(row[o]))
		}
	}
	if o := slices.Index(row, nil); o >= 0 {
		return nil, e.refuse("option %q of issue %q has no evaluation", issue.Options[o], issue.Name)
	}
	return row, nil
}

// linear are the values of a range.
func linear(e *element, low, n int) ([]*big.Rat, error) {
	slope, offset := new(big.Rat), new(big.Rat)
	from := low
	if _, ok := e.attrs["lowerbound"]; ok {
		var err error
		if from, err = e.whole("lowerbound"); err != nil {
			return nil, err
		}
	}
	for _, f := range e.all("evaluator") {
		if kind := f.attrs["ftype"]; kind != "" && kind != "linear" {
			return nil, f.refuse("an evaluator of type %q: expected linear", kind)
		}
		var err error
		if slope, err = f.number("slope"); err != nil {
			return nil, err
		}
		if offset, err = f.number("offset"); err != nil {
			return nil, err
		}
	}
	row := make([]*big.Rat, n)
	for k := range row {
		v := new(big.Rat).SetInt64(int64(low + k - from))
		v.Add(v.Mul(v, slope), offset)
		switch {
		case v.Sign() < 0:
			v.SetInt64(0)
		case v.Cmp(one()) > 0:
			v.SetInt64(1)
		}
		row[k] = v
	}
	return row, nil
}
