package deal

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/parley-desk/parley"
)

// Unknown is how an attitude that nobody has stated is read.
type Unknown string

// The readings.
const (
	UnknownOpen    Unknown = "open"    // it rules nothing out: what is possible
	UnknownClosed  Unknown = "closed"  // it is a no: what would be left at worst
	UnknownSampled Unknown = "sampled" // open, and robustness tosses a coin for each
)

// Assumption is one attitude taken for granted, to see what would follow.
type Assumption struct {
	Party, Issue, Alternative string
	Attitude                  parley.Attitude
}

// ParseAssumption reads UA.territory.freeze=accepts.
func ParseAssumption(s string) (Assumption, error) {
	name, word, ok := strings.Cut(s, "=")
	parts := strings.Split(name, ".")
	if !ok || len(parts) != 3 {
		return Assumption{}, fmt.Errorf("%q: write PARTY.ISSUE.ALTERNATIVE=ATTITUDE, as in UA.territory.freeze=accepts", s)
	}
	a := Assumption{parts[0], parts[1], parts[2], parley.Attitude(word)}
	if word == parley.Unknown.String() {
		a.Attitude = parley.Unknown
	} else if !slices.Contains(parley.Attitudes, a.Attitude) {
		return Assumption{}, fmt.Errorf("%q: no attitude %q: it is one of demands, prefers, accepts, resists, refuses, unknown", s, word)
	}
	return a, nil
}

// assume adds the assumption to the case as the party's latest word. It is
// marked, and carries no evidence: nobody said it.
func (a Assumption) assume(c parley.Case) (parley.Case, error) {
	issue, ok := c.Issue(a.Issue)
	if !ok {
		return c, fmt.Errorf("assumption about issue %q: the agenda has no such issue", a.Issue)
	}
	if _, ok := issue.Alternative(a.Alternative); !ok {
		return c, fmt.Errorf("assumption about %s.%s: the issue has no such alternative; it has %s", a.Issue, a.Alternative, strings.Join(alternatives(issue), ", "))
	}
	if _, ok := c.Party(a.Party); !ok && !isRatifier(c, a.Party) {
		return c, fmt.Errorf("assumption about %q: the case has no such party or ratifier", a.Party)
	}
	s := parley.Stance{
		ID: "assumed." + a.Party + "." + a.Issue + "." + a.Alternative, Party: a.Party, Issue: a.Issue,
		Date: latest(c), Note: "assumed",
	}
	ids := []string{a.Alternative}
	switch a.Attitude {
	case parley.Demands:
		s.Demands = ids
	case parley.Prefers:
		s.Prefers = ids
	case parley.Accepts:
		s.Accepts = ids
	case parley.Resists:
		s.Resists = ids
	case parley.Refuses:
		s.Refuses = ids
	default:
		s.Unknown = ids
	}
	c.Stances = append(slices.Clone(c.Stances), s)
	return c, nil
}

func alternatives(i parley.Issue) []string {
	var ids []string
	for _, a := range i.Alternatives {
		ids = append(ids, a.ID)
	}
	return ids
}

func latest(c parley.Case) parley.Date {
	var last parley.Date
	for _, s := range c.Stances {
		if s.Date.Compare(last) > 0 {
			last = s.Date
		}
	}
	return last
}

// drop makes every attitude unknown whose name, PARTY.ISSUE.ALTERNATIVE, the
// pattern matches; * stands for any run of characters. A link goes by
// link.ID, a no-deal value by PARTY.no_deal. Conditions go with the attitudes
// that they hold for.
func drop(c parley.Case, pattern string) (parley.Case, error) {
	if _, err := path.Match(pattern, ""); err != nil {
		return c, fmt.Errorf("pattern %q: %w", pattern, err)
	}
	dropped := 0
	matches := func(name string) bool {
		ok, err := path.Match(pattern, name)
		if ok && err == nil {
			dropped++
			return true
		}
		return false
	}
	stances := slices.Clone(c.Stances)
	for k := range stances {
		s := &stances[k]
		without := func(ids []string) []string {
			return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return matches(s.Party + "." + s.Issue + "." + id) })
		}
		before := dropped
		s.Demands, s.Prefers, s.Accepts, s.Resists, s.Refuses = without(s.Demands), without(s.Prefers), without(s.Accepts), without(s.Resists), without(s.Refuses)
		if left := len(s.Demands) + len(s.Prefers) + len(s.Accepts) + len(s.Resists); dropped > before && left == 0 {
			// Without an attitude to hold for, a condition would hold for everything.
			s.OnlyIf, s.OnlyAfter, s.Unless = nil, nil, nil
		}
		if s.NoDeal != "" && matches(s.Party+".no_deal") {
			s.NoDeal = ""
		}
	}
	c.Stances = stances
	c.Links = slices.DeleteFunc(slices.Clone(c.Links), func(l parley.Link) bool { return matches("link." + l.ID) })
	if dropped == 0 {
		return c, fmt.Errorf("nothing to drop is called %q: names are PARTY.ISSUE.ALTERNATIVE, link.ID or PARTY.no_deal, and * matches any part", pattern)
	}
	return c, nil
}

// suppose applies the assumptions and drops asked for.
func (o Options) suppose(c parley.Case) (parley.Case, error) {
	var err error
	for _, pattern := range o.Drop {
		if c, err = drop(c, pattern); err != nil {
			return c, err
		}
	}
	for _, a := range o.Assume {
		if c, err = a.assume(c); err != nil {
			return c, err
		}
	}
	return c, nil
}

// String is the assumption as [ParseAssumption] reads it.
func (a Assumption) String() string {
	return fmt.Sprintf("%s.%s.%s=%s", a.Party, a.Issue, a.Alternative, a.Attitude)
}
