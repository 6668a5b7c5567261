package interchange

import (
	"encoding/json"
	"fmt"
	"math/big"
	"regexp"

	"github.com/parley-desk/parley/pareto"
)

// simple is what GeniusWeb lets a name be.
var simple = regexp.MustCompile(`^[a-zA-Z0-9]+$`)

// writeGeniusWeb writes a domain and one profile a party.
func writeGeniusWeb(s *Scenario) ([]File, error) {
	domain := fileName(s.Name)
	var issues []pair
	for _, issue := range s.Issues {
		issues = append(issues, pair{issue.Name, object{{"values", issue.Options}}})
	}
	space := object{{"name", domain}, {"issuesValues", object(issues)}}
	files := []File{{domain + ".json", space.file()}}
	names := fileNames(s, domain, ".json")
	for k := range s.Parties {
		profile, err := s.webSpace(&s.Parties[k], space)
		if err != nil {
			return nil, fmt.Errorf("party %q: %w", s.Parties[k].Name, err)
		}
		files = append(files, File{names[k], object{{"LinearAdditiveUtilitySpace", profile}}.file()})
	}
	return files, nil
}

// webSpace is one party's profile, with the domain in it.
func (s *Scenario) webSpace(p *Party, domain object) (object, error) {
	if !simple.MatchString(p.Name) {
		return nil, fmt.Errorf("its name: GeniusWeb takes letters a to z and digits only")
	}
	sum := new(big.Rat)
	var weights, utilities, bid object
	for i, issue := range s.Issues {
		weight, row := p.folded(i)
		sum.Add(sum, weight)
		text, err := decimal(weight)
		if err != nil {
			return nil, fmt.Errorf("the weight of issue %q: %w", issue.Name, err)
		}
		weights = append(weights, pair{issue.Name, json.Number(text)})
		var values object
		for o, v := range row {
			if v.Sign() < 0 || v.Cmp(one()) > 0 {
				return nil, fmt.Errorf("the value of %q on issue %q is %s: GeniusWeb takes 0 to 1", issue.Options[o], issue.Name, words(v))
			}
			if text, err = decimal(v); err != nil {
				return nil, fmt.Errorf("the value of %q on issue %q: %w", issue.Options[o], issue.Name, err)
			}
			values = append(values, pair{issue.Options[o], json.Number(text)})
		}
		utilities = append(utilities, pair{issue.Name, object{{"discreteutils", object{{"valueUtilities", values}}}}})
	}
	if sum.Cmp(one()) != 0 {
		return nil, fmt.Errorf("its weights add up to %s: GeniusWeb takes 1 exactly", words(sum))
	}
	profile := object{{"name", p.Name}, {"domain", domain}, {"issueUtilities", utilities}, {"issueWeights", weights}}
	pkg, err := s.bid(p)
	if err != nil || pkg == nil {
		return profile, err
	}
	for i, o := range pkg {
		bid = append(bid, pair{s.Issues[i].Name, s.Issues[i].Options[o]})
	}
	return append(profile, pair{"reservationBid", object{{"issuevalues", bid}}}), nil
}

// mostSums bounds the search for a bid that is worth the no-deal value.
const mostSums = 1 << 17

// bid is a package worth exactly the party's no-deal value: the one it came
// with, or the first that is found.
func (s *Scenario) bid(p *Party) (pareto.Package, error) {
	if p.Bid != nil || p.NoDeal == nil {
		return p.Bid, nil
	}
	// after[i] holds what issues 0 to i-1 can add up to, each with the last option
	// chosen and the sum before it.
	type step struct {
		option int
		before string
	}
	after := []map[string]step{{"0": {}}}
	for i, issue := range s.Issues {
		sums := map[string]step{}
		for before := range after[i] {
			had, _ := new(big.Rat).SetString(before)
			for o := range issue.Options {
				sum := new(big.Rat).Add(had, p.Worth(i, o)).RatString()
				if was, ok := sums[sum]; !ok || o < was.option || o == was.option && before < was.before {
					sums[sum] = step{o, before}
				}
			}
			if len(sums) > mostSums {
				return nil, fmt.Errorf("GeniusWeb states no deal as a bid, and whether one is worth exactly %s takes too long to find", words(p.NoDeal))
			}
		}
		after = append(after, sums)
	}
	sum := p.NoDeal.RatString()
	if _, ok := after[len(s.Issues)][sum]; !ok {
		return nil, fmt.Errorf("GeniusWeb states no deal as a bid, and no package is worth exactly %s to it", words(p.NoDeal))
	}
	pkg := make(pareto.Package, len(s.Issues))
	for i := len(s.Issues) - 1; i >= 0; i-- {
		last := after[i+1][sum]
		pkg[i], sum = last.option, last.before
	}
	return pkg, nil
}
