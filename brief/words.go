package brief

import (
	"fmt"
	"slices"
	"strings"

	"github.com/parley-desk/parley/page"

	"github.com/parley-desk/parley"
)

// conditionWords says a condition as a sentence: "agrees to renounce only if
// guarantees is article5-binding".
func (d *desk) conditionWords(c parley.Condition) string {
	what := strings.Join(c.For, " or ")
	if what == "" {
		what = "anything on " + c.Issue
	}
	if len(c.Settled) == 0 {
		return fmt.Sprintf("agrees to %s %s %s is settled", what, c.Kind, c.On)
	}
	return fmt.Sprintf("agrees to %s %s %s is %s", what, c.Kind, c.On, strings.Join(c.Settled, " or "))
}

// stanceWords lists a stance's attitudes: "accepts cap-800k, refuses cap-600k".
func (d *desk) stanceWords(s parley.Stance) string {
	said := map[parley.Attitude][]string{}
	s.Each(func(id string, a parley.Attitude) { said[a] = append(said[a], id) })
	var parts []string
	for _, a := range append(slices.Clone(parley.Attitudes), parley.Unknown) {
		if ids := said[a]; len(ids) > 0 {
			verb := a.String()
			if a == parley.Unknown {
				verb = "no longer known on"
			}
			parts = append(parts, verb+" "+page.And(ids))
		}
	}
	for _, c := range s.Conditions() {
		parts = append(parts, fmt.Sprintf("%s %s%s", c.Kind, c.On, settled(c.Settled)))
	}
	if s.Priority != parley.PriorityUnknown {
		parts = append(parts, "priority "+string(s.Priority))
	}
	if s.NoDeal != "" {
		parts = append(parts, "no deal is worth "+string(s.NoDeal))
	}
	return strings.Join(parts, ", ")
}

func settled(alternatives []string) string {
	if len(alternatives) == 0 {
		return " is settled"
	}
	return " is " + strings.Join(alternatives, " or ")
}
