package interchange

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/parley-desk/parley/pareto"
)

// NegMAS keeps an outcome space and one utility function a negotiator, each a
// YAML or JSON file with its "type". A LinearAdditiveUtilityFunction is
// Σ weights[i] × values[i](option); a value function is a table, or a line over
// numbers. Without a reserved value, or with -∞ for one, nothing is known of no
// deal.

func isNegmas(d folder) bool {
	return slices.ContainsFunc(d.files(".yml", ".yaml", ".json"), func(name string) bool {
		n, err := d.node(name)
		return err == nil && strings.HasSuffix(typeOf(n), "OutcomeSpace")
	})
}

// typeOf is a node's "type" without the module that it is in.
func typeOf(n *node) string {
	t := n.at("type")
	if t == nil || t.kind > text {
		return ""
	}
	return t.value[strings.LastIndexByte(t.value, '.')+1:]
}

func readNegmas(d folder) (*Scenario, error) {
	var space *node
	ufuns := map[string]*node{}
	for _, name := range d.files(".yml", ".yaml", ".json") {
		n, err := d.node(name)
		if err != nil {
			if d.wants(name) && !strings.HasPrefix(name, "_") {
				return nil, err
			}
			continue
		}
		switch t := typeOf(n); {
		case strings.HasSuffix(t, "OutcomeSpace") && space != nil:
			return nil, n.refuse("is a second outcome space beside %s: keep each in a folder of its own", space.file)
		case strings.HasSuffix(t, "OutcomeSpace"):
			space = n
		case strings.Contains(strings.ToLower(t), "fun") && d.wants(name):
			ufuns[name] = n
		}
	}
	if space == nil {
		return nil, refuse(".", 0, "no YAML or JSON file here has a type that ends in OutcomeSpace, which NegMAS' domains have")
	}
	s, err := negmasSpace(space)
	if err != nil {
		return nil, err
	}
	parties := map[string]Party{}
	for name, n := range ufuns {
		if parties[name], err = s.negmasParty(n); err != nil {
			return nil, err
		}
	}
	s.Parties, err = d.found(parties)
	return s, err
}

func negmasSpace(n *node) (*Scenario, error) {
	s := &Scenario{Name: stem(n.file)}
	if err := n.only("the outcome space", "type", "name", "path", "issues"); err != nil {
		return nil, err
	}
	if given := n.at("name"); given != nil {
		var err error
		if s.Name, err = given.name(); err != nil {
			return nil, err
		}
	}
	issues, err := n.need("issues", list)
	if err != nil {
		return nil, err
	}
	for _, item := range issues.items {
		issue, err := negmasIssue(item)
		if err != nil {
			return nil, err
		}
		s.Issues = append(s.Issues, issue)
	}
	return s, nil
}

func negmasIssue(n *node) (pareto.Issue, error) {
	var issue pareto.Issue
	name, err := n.need("name", text)
	if err != nil {
		return issue, err
	}
	issue.Name = name.value
	values := n.at("values")
	if values == nil {
		return issue, n.refuse("issue %q has no values", issue.Name)
	}
	switch t := typeOf(n); t {
	case "ContiguousIssue":
		issue.Options, err = negmasRange(issue.Name, values)
	case "CategoricalIssue", "DiscreteOrdinalIssue", "DiscreteCardinalIssue", "SingletonIssue":
		if values.kind != list {
			return issue, values.refuse("the values of issue %q are %s: expected a list", issue.Name, values.kind)
		}
		issue.Options, err = values.names()
	case "":
		return issue, n.refuse("issue %q has no type: expected CategoricalIssue or ContiguousIssue", issue.Name)
	default:
		return issue, n.refuse("issue %q is a %s: only discrete issues can be carried", issue.Name, t)
	}
	if err != nil {
		return issue, err
	}
	if err := distinct("option of issue "+strconv.Quote(issue.Name), issue.Options); err != nil {
		return issue, values.refuse("%v", err)
	}
	return issue, nil
}

// negmasRange makes options of the whole numbers from one to another; a single
// number n means 0 to n-1.
func negmasRange(issue string, n *node) ([]string, error) {
	ends := n.items
	if n.kind != list {
		ends = []*node{{value: "0"}, n}
	}
	if len(ends) != 2 {
		return nil, n.refuse("the values of issue %q: expected the lowest and the highest number", issue)
	}
	var bounds [2]int
	for k, end := range ends {
		v, err := strconv.Atoi(end.value)
		if err != nil {
			return nil, n.refuse("the values of issue %q: expected whole numbers", issue)
		}
		bounds[k] = v
	}
	if n.kind != list {
		bounds[1]--
	}
	if bounds[1] < bounds[0] || bounds[1]-bounds[0] < 0 || bounds[1]-bounds[0] >= longestRange {
		return nil, n.refuse("issue %q goes from %d to %d: a range may have 1 to %d numbers", issue, bounds[0], bounds[1], longestRange)
	}
	var options []string
	for v := bounds[0]; v <= bounds[1]; v++ {
		options = append(options, strconv.Itoa(v))
	}
	return options, nil
}

func (s *Scenario) negmasParty(n *node) (Party, error) {
	p := Party{Name: stem(n.file)}
	if t := typeOf(n); t != "LinearAdditiveUtilityFunction" {
		return p, n.refuse("a %s: only a LinearAdditiveUtilityFunction can be carried", t)
	}
	if bias := n.at("bias"); bias != nil {
		if v, err := bias.number(); err != nil || v.Sign() != 0 {
			return p, bias.refuse("a bias: what a package is worth without any issue cannot be carried; add it to the values of one")
		}
	}
	if err := n.only("the utility function", "type", "name", "path", "id", "weights", "values", "reserved_value", "stability", "bias"); err != nil {
		return p, err
	}
	if given := n.at("name"); given != nil {
		var err error
		if p.Name, err = given.name(); err != nil {
			return p, err
		}
	}
	if err := s.negmasNumbers(&p, n); err != nil {
		return p, err
	}
	reserved := n.at("reserved_value")
	if reserved == nil || slices.Contains(nothingReserved, strings.ToLower(reserved.value)) {
		return p, nil
	}
	var err error
	p.NoDeal, err = reserved.number()
	return p, err
}

// nothingReserved are the spellings of -∞, by which NegMAS says that any deal is
// better than none.
var nothingReserved = []string{"-.inf", "-inf", "-infinity"}

func (s *Scenario) negmasNumbers(p *Party, n *node) error {
	var names []string
	for _, issue := range s.Issues {
		names = append(names, issue.Name)
		p.Weight = append(p.Weight, one())
	}
	if weights := n.at("weights"); weights != nil { // without, each weighs 1
		var err error
		if p.Weight, err = weights.numbers("weights", names); err != nil {
			return err
		}
	}
	values := n.at("values")
	if values == nil {
		return n.refuse(`"values" is missing`)
	}
	if values.kind != list && values.kind != mapping || values.kind == list && len(values.items) != len(names) {
		return values.refuse("values: expected one value function for each of the %d issues", len(names))
	}
	if err := values.only("values", names...); err != nil {
		return err
	}
	for i, issue := range s.Issues {
		var given *node
		if values.kind == list {
			given = values.items[i]
		} else if given = values.at(issue.Name); given == nil {
			return values.refuse("values: none for issue %q", issue.Name)
		}
		row, err := negmasFunction(issue, given)
		if err != nil {
			return err
		}
		p.Value = append(p.Value, row)
	}
	return nil
}

// negmasFunction is a value function, worked out for every option.
func negmasFunction(issue pareto.Issue, n *node) ([]*big.Rat, error) {
	what := fmt.Sprintf("the values of issue %q", issue.Name)
	slope, bias := new(big.Rat), new(big.Rat)
	switch t := typeOf(n); t {
	case "":
		return n.numbers(what, issue.Options) // a bare table
	case "TableFun":
		table, err := n.need("mapping", mapping)
		if err != nil {
			return nil, err
		}
		return table.numbers(what, issue.Options)
	case "IdentityFun":
		slope = one()
	case "LinearFun", "AffineFun", "ConstFun":
		for key, into := range map[string]**big.Rat{"slope": &slope, "bias": &bias} {
			given := n.at(key)
			if given == nil {
				continue
			}
			var err error
			if *into, err = given.number(); err != nil {
				return nil, err
			}
		}
	default:
		return nil, n.refuse("%s are a %s: only tables and straight lines can be carried", what, t)
	}
	var row []*big.Rat
	for _, option := range issue.Options {
		x := new(big.Rat)
		if slope.Sign() != 0 {
			var err error
			if x, err = number(option); err != nil {
				return nil, n.refuse("%s: the option %q is no number", what, option)
			}
		}
		row = append(row, x.Add(x.Mul(x, slope), bias))
	}
	return row, nil
}
