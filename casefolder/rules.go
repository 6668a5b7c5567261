package casefolder

import (
	"slices"
	"strings"

	"github.com/parley-desk/parley"
	"go.yaml.in/yaml/v4"
)

// rules checks what no single id can show.
func (c *checker) rules() {
	c.wholeCase()
	c.people()
	for k, d := range c.Case.Drafts {
		c.draftGraph(d, &c.definitions[DraftKind][k])
	}
	c.cycle(DraftKind, "follows", "drafts follow each other in a circle")
	c.cycle(PartyKind, "within", "parties lie within each other in a circle")
	for k, s := range c.Case.Statements {
		c.statement(s, &c.definitions[StatementKind][k])
	}
	for k, s := range c.Case.Stances {
		c.stance(s, &c.definitions[StanceKind][k])
	}
	for k, m := range c.Case.Meetings {
		c.meeting(m, &c.definitions[MeetingKind][k])
	}
	for _, kind := range []Kind{PartyKind, RatifierKind, LinkKind, IssueKind, DraftKind, StanceKind, MeetingKind, CommitmentKind} {
		for _, d := range c.definitions[kind] {
			c.evidence(d.src, d.node)
		}
	}
}

func (c *checker) wholeCase() {
	for _, one := range c.files {
		if one.src.name == "case.yaml" && !one.src.failed && len(c.Case.Parties) == 0 {
			c.at(Position{"case.yaml", 1, 1}, Warning, "the case has no parties: nobody's consent is asked for")
		}
		if one.src.name == "agenda.yaml" && !one.src.failed && len(c.Case.Issues) == 0 {
			c.at(Position{"agenda.yaml", 1, 1}, Warning, "the agenda has no issues")
		}
	}
}

// people checks that nobody's time in an office ends before it begins.
func (c *checker) people() {
	for _, d := range c.definitions[PersonKind] {
		person, _, ok := c.Case.Person(d.id)
		if !ok {
			continue
		}
		for k, t := range person.Titles {
			c.span(t.Span, &d, "titles", k)
		}
		for k, s := range person.Delegation {
			c.span(s.Span, &d, "delegation", k)
		}
	}
}

func (c *checker) span(s parley.Span, d *definition, list string, k int) {
	if upsideDown(s.From, s.Until) {
		item := definition{src: d.src, node: item(child(d.node, list), k)}
		c.at(item.at("until"), Error, "%s ends %s, before it begins on %s", d.id, s.Until, s.From)
	}
}

// upsideDown reports whether an end surely lies before its beginning.
func upsideDown(from, until parley.Date) bool {
	return !from.IsZero() && !until.IsZero() && until.Last().Before(from.First())
}

// child is the value of a mapping's field; nil where there is none.
func child(n *yaml.Node, name string) *yaml.Node {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for k := 0; k+1 < len(n.Content); k += 2 {
		if n.Content[k].Value == name {
			return n.Content[k+1]
		}
	}
	return nil
}

// item is one item of a list; an empty node where there is none.
func item(n *yaml.Node, k int) *yaml.Node {
	if n == nil || n.Kind != yaml.SequenceNode || k >= len(n.Content) {
		return &yaml.Node{}
	}
	return n.Content[k]
}

func (c *checker) draftGraph(d parley.Draft, at *definition) {
	for _, id := range d.Follows {
		if before, ok := c.Case.Draft(id); ok && id != d.ID && upsideDown(before.Date, d.Date) {
			c.at(at.at("follows"), Error, "draft %s of %s follows %s of %s, which is later", d.ID, d.Date, id, before.Date)
		}
	}
}

// cycle finds each circle in a relation once, and tells it at its first member.
func (c *checker) cycle(kind Kind, field, message string) {
	next := map[string][]string{}
	for _, d := range c.Case.Drafts {
		if kind == DraftKind {
			next[d.ID] = d.Follows
		}
	}
	for _, p := range c.Case.Parties {
		if kind == PartyKind && p.Within != "" {
			next[p.ID] = []string{p.Within}
		}
	}
	done := map[string]bool{}
	var path []string
	var visit func(id string)
	visit = func(id string) {
		if k := slices.Index(path, id); k >= 0 {
			first := c.places[place{kind: kind, id: id}]
			c.at(first.at(field), Error, "%s: %s", message, strings.Join(append(slices.Clone(path[k:]), id), " → "))
			return
		}
		if done[id] || c.places[place{kind: kind, id: id}] == nil {
			return
		}
		path = append(path, id)
		for _, to := range next[id] {
			visit(to)
		}
		path = path[:len(path)-1]
		done[id] = true
	}
	for _, d := range c.definitions[kind] {
		visit(d.id)
	}
}

func (c *checker) statement(s parley.Statement, at *definition) {
	report, ok := c.reports[s.Report]
	if !ok {
		return
	}
	for _, part := range []struct {
		name      string
		selectors []parley.Selector
	}{{"source", s.Source}, {"cue", s.Cue}, {"content", s.Content}} {
		for k, selector := range part.selectors {
			if _, _, ok := c.how.Anchor(report.Text, selector); !ok {
				place := at.src.position(item(child(at.node, part.name), k))
				c.at(place, Warning, "report %s no longer has the words %q", s.Report, clip(selector.Exact, 40))
			}
		}
	}
}

func (c *checker) stance(s parley.Stance, at *definition) {
	spoken := map[string]parley.Attitude{}
	s.Each(func(id string, a parley.Attitude) {
		if first, ok := spoken[id]; ok {
			c.at(at.at(fieldOf(a)), Error, "the stance says that %s %s %s, and also %s", s.Party, first, id, a)
			return
		}
		spoken[id] = a
	})
	if s.Issue == "" && (len(spoken) > 0 || len(s.Value) > 0 || s.Weight != "" || s.Priority != "") {
		c.at(at.at("party"), Error, `the stance speaks of alternatives and needs the field "issue"`)
	}
	if len(s.Demands) > 1 {
		c.at(at.at("demands"), Warning, "%s demands %d alternatives of one issue: each demand shuts out the other", s.Party, len(s.Demands))
	}
	if len(s.Evidence) == 0 {
		c.at(at.at("party"), Warning, "the stance %s has no evidence", s.ID)
	}
	if strings.HasPrefix(string(s.Weight), "-") {
		c.at(at.at("weight"), Error, "a weight is never negative")
	}
	if !slices.ContainsFunc(telling, func(name string) bool { return child(at.node, name) != nil }) {
		c.at(at.at("party"), Warning, "the stance %s says nothing: no attitude, condition, priority or number", s.ID)
	}
}

// telling are the fields of a stance of which it must have one to say anything.
var telling = []string{
	"demands", "prefers", "accepts", "resists", "refuses", "unknown", "only_if", "only_after", "unless",
	"priority", "value", "weight", "no_deal", "note",
}

// fieldOf is the field of a stance that lists the alternatives of an attitude.
func fieldOf(a parley.Attitude) string { return a.String() }

func (c *checker) meeting(m parley.Meeting, at *definition) {
	if upsideDown(m.Date, m.Until) {
		c.at(at.at("until"), Error, "the meeting ends %s, before it begins on %s", m.Until, m.Date)
	}
	for k, r := range m.Readouts {
		party, isParty := c.Case.Party(r.By)
		if !isParty || r.Joint || len(m.Parties) == 0 || c.present(party, m) {
			continue
		}
		readout := definition{src: at.src, node: item(child(at.node, "readouts"), k)}
		c.at(readout.at("by"), Warning, "%s gives a readout of a meeting that it was not at", r.By)
	}
}

// present reports whether a party was at a meeting, itself or through a party
// within it or around it.
func (c *checker) present(p parley.Party, m parley.Meeting) bool {
	return slices.ContainsFunc(m.Parties, func(id string) bool {
		other, _ := c.Case.Party(id)
		return id == p.ID || other.Within == p.ID || p.Within == id
	}) || slices.ContainsFunc(p.People, func(n parley.Person) bool { return slices.Contains(m.People, n.ID) })
}

// evidence walks through an entity to every evidence in it, however deep, and
// checks that the quote stands in the report.
func (c *checker) evidence(src *source, n *yaml.Node) {
	var walk func(n *yaml.Node, depth int)
	walk = func(n *yaml.Node, depth int) {
		if depth > maxDepth {
			return
		}
		if quote := child(n, "quote"); quote != nil {
			c.quote(src, n, quote)
		}
		for _, sub := range n.Content {
			walk(sub, depth+1)
		}
	}
	walk(n, 0)
}

func (c *checker) quote(src *source, n, quote *yaml.Node) {
	named := child(n, "report")
	if named == nil || quote.Value == "" {
		return
	}
	report, ok := c.reports[named.Value]
	if !ok {
		return
	}
	words, ok := c.words[report.ID]
	if !ok {
		words = spaced(report.Text)
		c.words[report.ID] = words
	}
	switch {
	case words == "":
		c.at(src.position(quote), Warning, "report %s has no text, so the quote cannot be looked up", report.ID)
	case !strings.Contains(words, spaced(quote.Value)):
		c.at(src.position(quote), Error, "report %s does not have the words %q", report.ID, clip(quote.Value, 40)).
			Expected = "the report's own words; a paraphrase belongs in says"
	}
}

// spaced is a text with every run of white space made one space: a quote may be
// wrapped in other places than the report.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }
