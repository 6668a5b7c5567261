package interchange

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/parley-desk/parley/pareto"
)

// GeniusWeb keeps a domain, {"name": …, "issuesValues": {issue: {"values": […]}}},
// and profiles of a LinearAdditiveUtilitySpace, each with the domain in it. No
// deal is stated as a bid: what the bid is worth is the no-deal value. A profile
// without one "accepts any agreement", so nothing is known of no deal.

func isGeniusWeb(d folder) bool {
	for _, name := range d.files(".json") {
		if n, err := d.node(name); err == nil && (n.at("issuesValues") != nil || n.at("LinearAdditiveUtilitySpace") != nil) {
			return true
		}
	}
	return false
}

func readGeniusWeb(d folder) (*Scenario, error) {
	s := &Scenario{}
	var from *node // the domain, as the first file that has it states it
	parties := map[string]Party{}
	for _, name := range d.files(".json") {
		n, err := d.node(name)
		if err != nil {
			if d.wants(name) {
				return nil, err
			}
			continue
		}
		domain, profile := n, (*node)(nil)
		if n.at("issuesValues") == nil {
			if !d.wants(name) {
				continue
			}
			if profile, err = webProfile(n); err != nil {
				return nil, err
			}
			if profile == nil {
				continue
			}
			if domain, err = profile.need("domain", mapping); err != nil {
				return nil, err
			}
		}
		if err := s.agree(&from, domain); err != nil {
			return nil, err
		}
		if profile != nil {
			if parties[name], err = s.webParty(profile); err != nil {
				return nil, err
			}
		}
	}
	if from == nil {
		return nil, refuse(".", 0, `no JSON file here has "issuesValues", which GeniusWeb's domains have`)
	}
	var err error
	s.Parties, err = d.found(parties)
	return s, err
}

// webProfile is the utility space in a file; nil where the file is none, and
// refused where it is of a kind that cannot be carried.
func webProfile(n *node) (*node, error) {
	if n.kind != mapping || len(n.keys) != 1 {
		return nil, nil
	}
	switch key := n.keys[0]; {
	case key == "LinearAdditiveUtilitySpace":
		return n.need(key, mapping)
	case strings.HasSuffix(key, "Space") || strings.HasSuffix(key, "Profile") || strings.HasSuffix(key, "Ordering"):
		return nil, n.refuse("a %s: only a LinearAdditiveUtilitySpace can be carried", key)
	}
	return nil, nil
}

// agree reads the first domain, and refuses another that says anything else.
func (s *Scenario) agree(from **node, domain *node) error {
	name, issues, err := webDomain(domain)
	if err != nil {
		return err
	}
	if *from == nil {
		s.Name, s.Issues, *from = name, issues, domain
		return nil
	}
	byName := map[string][]string{}
	for _, issue := range s.Issues {
		byName[issue.Name] = issue.Options
	}
	for _, issue := range issues {
		if !sameSet(byName[issue.Name], issue.Options) {
			return domain.refuse("issue %q has other values than in %s", issue.Name, (*from).file)
		}
	}
	if len(issues) != len(s.Issues) {
		return domain.refuse("the domain has %d issues, and %d in %s", len(issues), len(s.Issues), (*from).file)
	}
	return nil
}

func sameSet(a, b []string) bool {
	has := map[string]bool{}
	for _, s := range a {
		has[s] = true
	}
	for _, s := range b {
		if !has[s] {
			return false
		}
	}
	return len(a) == len(b)
}

func webDomain(n *node) (name string, issues []pareto.Issue, err error) {
	values, err := n.need("issuesValues", mapping)
	if err != nil {
		return "", nil, err
	}
	name = stem(n.file)
	if given := n.at("name"); given != nil {
		if name, err = given.name(); err != nil {
			return "", nil, err
		}
	}
	for k, issue := range values.keys {
		options, err := webOptions(issue, values.items[k])
		if err != nil {
			return "", nil, err
		}
		issues = append(issues, pareto.Issue{Name: issue, Options: options})
	}
	return name, issues, nil
}

func webOptions(issue string, n *node) ([]string, error) {
	if n.at("range") != nil {
		return webRange(issue, n.at("range"))
	}
	values, err := n.need("values", list)
	if err != nil {
		return nil, err
	}
	options, err := values.names()
	if err != nil {
		return nil, err
	}
	if err := distinct(fmt.Sprintf("value of issue %q", issue), options); err != nil {
		return nil, values.refuse("%v", err)
	}
	return options, nil
}

// webRange makes options of the numbers from low to high in steps.
func webRange(issue string, n *node) ([]string, error) {
	var bounds []*big.Rat
	for _, item := range n.items {
		v, err := number(item.value)
		if err != nil {
			return nil, item.refuse("%v", err)
		}
		bounds = append(bounds, v)
	}
	if len(bounds) != 3 || bounds[2].Sign() <= 0 || bounds[0].Cmp(bounds[1]) > 0 {
		return nil, n.refuse("the range of issue %q: expected the lowest number, the highest and a positive step", issue)
	}
	low, high, step := bounds[0], bounds[1], bounds[2]
	var options []string
	for v := new(big.Rat).Set(low); v.Cmp(high) <= 0; v = new(big.Rat).Add(v, step) {
		if len(options) == longestRange {
			return nil, n.refuse("issue %q goes from %s to %s in steps of %s: a range may have at most %d numbers", issue, words(low), words(high), words(step), longestRange)
		}
		options = append(options, words(v))
	}
	return options, nil
}

func (s *Scenario) webParty(n *node) (Party, error) {
	p := Party{Name: stem(n.file)}
	if err := n.only("the profile", "name", "domain", "issueUtilities", "issueWeights", "reservationBid"); err != nil {
		return p, err
	}
	if given := n.at("name"); given != nil {
		var err error
		if p.Name, err = given.name(); err != nil {
			return p, err
		}
	}
	weights, err := n.need("issueWeights", mapping)
	if err != nil {
		return p, err
	}
	utilities, err := n.need("issueUtilities", mapping)
	if err != nil {
		return p, err
	}
	var names []string
	for _, issue := range s.Issues {
		names = append(names, issue.Name)
		given, err := utilities.need(issue.Name, mapping)
		if err != nil {
			return p, err
		}
		row, err := webUtilities(issue, given)
		if err != nil {
			return p, err
		}
		p.Value = append(p.Value, row)
	}
	if p.Weight, err = weights.numbers("weights", names); err != nil {
		return p, err
	}
	if err := utilities.only("the profile", names...); err != nil {
		return p, err
	}
	return p, s.webReservation(&p, n.at("reservationBid"))
}

func webUtilities(issue pareto.Issue, n *node) ([]*big.Rat, error) {
	what := fmt.Sprintf("utilities of issue %q", issue.Name)
	if discrete := n.at("discreteutils"); discrete != nil {
		values, err := discrete.need("valueUtilities", mapping)
		if err != nil {
			return nil, err
		}
		return values.numbers(what, issue.Options)
	}
	given, err := n.need("numberutils", mapping)
	if err != nil {
		return nil, n.refuse("%s: expected discreteutils or numberutils", what)
	}
	ends := make([]*big.Rat, 4)
	for k, key := range []string{"lowValue", "lowUtility", "highValue", "highUtility"} {
		end, err := given.need(key, scalar)
		if err != nil {
			return nil, err
		}
		if ends[k], err = end.number(); err != nil {
			return nil, err
		}
	}
	low, from, high, until := ends[0], ends[1], ends[2], ends[3]
	if low.Cmp(high) >= 0 {
		return nil, given.refuse("%s: the high value must be above the low one", what)
	}
	// On the straight line from the low end to the high one.
	slope := new(big.Rat).Quo(new(big.Rat).Sub(until, from), new(big.Rat).Sub(high, low))
	var row []*big.Rat
	for _, option := range issue.Options {
		x, err := number(option)
		if err != nil {
			return nil, given.refuse("%s: the option %q is no number", what, option)
		}
		v := new(big.Rat).Mul(slope, x.Sub(x, low))
		row = append(row, v.Add(v, from))
	}
	return row, nil
}

// webReservation reads the bid that stands for no deal.
func (s *Scenario) webReservation(p *Party, n *node) error {
	if n == nil {
		return nil
	}
	values, err := n.need("issuevalues", mapping)
	if err != nil {
		return err
	}
	if len(values.keys) == 0 {
		return nil
	}
	p.Bid = make(pareto.Package, len(s.Issues))
	for i, issue := range s.Issues {
		v := values.at(issue.Name)
		if v == nil {
			return values.refuse("the reservation bid leaves issue %q open: what no deal is worth cannot be told; settle every issue in it", issue.Name)
		}
		p.Bid[i] = -1
		for o, option := range issue.Options {
			if v.kind <= text && sameName(option, v.value) {
				p.Bid[i] = o
			}
		}
		if p.Bid[i] < 0 {
			return v.refuse("%q is no option of issue %q", shorten(v.value), issue.Name)
		}
	}
	p.NoDeal = p.worthOf(p.Bid)
	return nil
}
