package deal

import (
	"fmt"
	"slices"
	"strings"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/pareto"
)

// BarKind is why a bar rules packages out.
type BarKind string

// The kinds of bar.
const (
	BarRedLine   BarKind = "red line"      // a party refuses an alternative, or demands others
	BarCondition BarKind = "condition"     // only if, only after, unless
	BarLink      BarKind = "link"          // the case ties issues together
	BarNoDeal    BarKind = "no-deal value" // the party has more without an agreement
	BarUnknown   BarKind = "unknown"       // nobody has said, and the question was to read that as no
)

// Bar is one thing that rules packages out. Blockers and openings are sets of
// bars.
type Bar struct {
	Kind         BarKind         `json:"kind"`
	Party        string          `json:"party,omitempty"` // or a ratifier; absent for a link
	Issue        string          `json:"issue,omitempty"`
	Alternatives []string        `json:"alternatives,omitempty"` // what is refused, or demanded
	Attitude     parley.Attitude `json:"attitude,omitempty"`
	Words        string          `json:"words"`
	Title        string          `json:"title,omitempty"` // of the alternative refused
	Date         string          `json:"date,omitempty"`
	Grade        parley.Grade    `json:"grade,omitempty"`
	Evidence     []parley.Source `json:"evidence,omitempty"`

	forbids []pareto.Rule // without ids: New numbers them
	party   int           // for a no-deal value: the party's place in the problem
}

// Name is a short way to point at the bar: RU.territory.freeze.
func (b Bar) Name() string {
	parts := []string{}
	for _, part := range []string{b.Party, b.Issue, strings.Join(b.Alternatives, "+")} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ".")
}

// agenda finds issues and alternatives by their place.
type agenda struct {
	issues []parley.Issue
	place  map[string]int
}

func newAgenda(c parley.Case) agenda {
	a := agenda{place: map[string]int{}}
	for _, i := range c.Issues {
		// An issue without alternatives offers no choice: it is not part of a package.
		if len(i.Alternatives) > 0 {
			a.place[i.ID] = len(a.issues)
			a.issues = append(a.issues, i)
		}
	}
	return a
}

// choice names the alternatives of an issue that are listed, or, with not, the
// others. No list means all of them.
func (a agenda) choice(issue string, ids []string, not bool) (pareto.Choice, bool) {
	place, ok := a.place[issue]
	if !ok {
		return pareto.Choice{}, false
	}
	c := pareto.Choice{Issue: place}
	for k, alternative := range a.issues[place].Alternatives {
		listed := len(ids) == 0 || slices.Contains(ids, alternative.ID)
		if listed != not {
			c.Options = append(c.Options, k)
		}
	}
	return c, true
}

// together is the rule that forbids the choices to hold together. Two choices
// on one issue hold together where they overlap.
func together(choices ...pareto.Choice) pareto.Rule {
	var r pareto.Rule
	for _, c := range choices {
		k := slices.IndexFunc(r.Forbids, func(d pareto.Choice) bool { return d.Issue == c.Issue })
		if k < 0 {
			r.Forbids = append(r.Forbids, c)
			continue
		}
		both := slices.DeleteFunc(slices.Clone(r.Forbids[k].Options), func(o int) bool { return !slices.Contains(c.Options, o) })
		r.Forbids[k].Options = both
	}
	return r
}

// barring reads the bars out of a case.
type barring struct {
	parley.Case
	agenda
	sources parley.Sources
}

// bars lists everything that rules packages out, party by party in the order
// of the case, then links.
func (s *Space) bars(o Options) []Bar {
	b := barring{s.Case, s.agenda, s.sources}
	var all []Bar
	for _, id := range rulers(s.Case) {
		for _, i := range b.issues {
			p := s.positions.Of(id, i.ID)
			all = append(all, b.redLines(p)...)
			for _, condition := range p.Conditions() {
				if b, ok := b.condition(condition); ok {
					all = append(all, b)
				}
			}
			if o.Unknown == UnknownClosed && !isRatifier(s.Case, id) {
				all = append(all, b.unknowns(p)...)
			}
		}
	}
	for _, l := range s.Case.Links {
		if b, ok := b.link(l); ok {
			all = append(all, b)
		}
	}
	return all
}

// rulers are the ids of those who can rule a package out: the parties whose
// consent the deal needs, and the ratifiers.
func rulers(c parley.Case) []string {
	var ids []string
	for _, p := range c.Signatories() {
		ids = append(ids, p.ID)
	}
	for _, r := range c.Ratifiers {
		ids = append(ids, r.ID)
	}
	return ids
}

func isRatifier(c parley.Case, id string) bool {
	_, ok := c.Ratifier(id)
	return ok
}

func (b barring) redLines(p parley.Position) []Bar {
	issue := b.issues[b.place[p.Issue]]
	who := b.Actor(p.Party)
	var all []Bar
	var demanded []string
	var from parley.Stance
	for _, alternative := range issue.Alternatives {
		held := p.Held[alternative.ID]
		switch held.Attitude {
		case parley.Demands:
			demanded, from = append(demanded, alternative.ID), held.Stance
		case parley.Refuses:
			choice, _ := b.choice(p.Issue, []string{alternative.ID}, false)
			all = append(all, Bar{
				Kind: BarRedLine, Party: p.Party, Issue: p.Issue, Alternatives: []string{alternative.ID}, Attitude: parley.Refuses,
				Words: fmt.Sprintf("%s refuses %s on %s", who, alternative.ID, p.Issue), Title: alternative.Title,
				Date: held.Stance.Date.String(), Grade: held.Stance.Grade, Evidence: b.sources.Of(held.Stance.Evidence, held.Stance.Grade),
				forbids: []pareto.Rule{together(choice)},
			})
		}
	}
	if len(demanded) > 0 {
		others, _ := b.choice(p.Issue, demanded, true)
		all = append(all, Bar{
			Kind: BarRedLine, Party: p.Party, Issue: p.Issue, Alternatives: demanded, Attitude: parley.Demands,
			Words: fmt.Sprintf("%s demands %s on %s", who, strings.Join(demanded, " or "), p.Issue),
			Date:  from.Date.String(), Grade: from.Grade, Evidence: b.sources.Of(from.Evidence, from.Grade),
			forbids: []pareto.Rule{together(others)},
		})
	}
	return all
}

// condition is what a condition rules out. A condition that another issue
// be settled in whatever way rules out no package, since a package settles
// every issue; it may still close a circle in time.
func (b barring) condition(k parley.Condition) (Bar, bool) {
	holds, ok := b.choice(k.Issue, k.For, false)
	if !ok || len(k.Settled) == 0 && k.Kind != parley.Unless {
		return Bar{}, false
	}
	breaks, ok := b.choice(k.On, k.Settled, k.Kind != parley.Unless)
	if !ok {
		return Bar{}, false
	}
	what := strings.Join(k.For, " or ")
	if what == "" {
		what = "anything"
	}
	settled := strings.Join(k.Settled, " or ")
	if settled == "" {
		settled = "settled"
	}
	return Bar{
		Kind: BarCondition, Party: k.Party, Issue: k.Issue, Alternatives: k.For,
		Words: fmt.Sprintf("%s agrees to %s on %s %s %s is %s", b.Actor(k.Party), what, k.Issue, k.Kind, k.On, settled),
		Date:  k.Stance.Date.String(), Grade: k.Stance.Grade, Evidence: b.sources.Of(k.Stance.Evidence, k.Stance.Grade),
		forbids: []pareto.Rule{together(holds, breaks)},
	}, true
}

func (b barring) unknowns(p parley.Position) []Bar {
	var all []Bar
	for _, alternative := range b.issues[b.place[p.Issue]].Alternatives {
		if p.On(alternative.ID) != parley.Unknown {
			continue
		}
		choice, _ := b.choice(p.Issue, []string{alternative.ID}, false)
		all = append(all, Bar{
			Kind: BarUnknown, Party: p.Party, Issue: p.Issue, Alternatives: []string{alternative.ID},
			Words:   fmt.Sprintf("nobody knows whether %s would take %s on %s; read as no", b.Actor(p.Party), alternative.ID, p.Issue),
			forbids: []pareto.Rule{together(choice)},
		})
	}
	return all
}

func (b barring) link(l parley.Link) (Bar, bool) {
	var when []pareto.Choice
	var issues []string
	for _, issue := range sortedKeys(l.If) {
		c, ok := b.choice(issue, l.If[issue], false)
		if !ok {
			return Bar{}, false
		}
		when, issues = append(when, c), append(issues, issue)
	}
	bar := Bar{Kind: BarLink, Issue: strings.Join(issues, "+"), Alternatives: []string{l.ID}, Evidence: b.sources.Of(l.Evidence, ""), Words: l.ID}
	if l.Title != "" {
		bar.Words += ": " + l.Title
	}
	if len(l.Then) == 0 {
		bar.forbids = []pareto.Rule{together(when...)}
		return bar, true
	}
	for _, issue := range sortedKeys(l.Then) {
		if c, ok := b.choice(issue, l.Then[issue], true); ok {
			bar.forbids = append(bar.forbids, together(append(slices.Clone(when), c)...))
		}
	}
	return bar, len(bar.forbids) > 0
}
