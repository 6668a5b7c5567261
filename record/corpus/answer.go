package corpus

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// A List is one string or several: `via: Trell Courier` or `via: [A, B]`.
type List []string

// Numbers is one number or several: `holds: 2` or `holds: [2, 3]`.
type Numbers []int

// UnmarshalYAML reads a scalar or a sequence of scalars.
func (l *List) UnmarshalYAML(n *yaml.Node) error {
	nodes := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		nodes = n.Content
	}
	for _, c := range nodes {
		if c.Kind != yaml.ScalarNode {
			return fmt.Errorf("line %d: expected a name or a list of names", c.Line)
		}
		if c.Tag != "!!null" {
			*l = append(*l, c.Value)
		}
	}
	return nil
}

// UnmarshalYAML reads a number or a sequence of numbers.
func (l *Numbers) UnmarshalYAML(n *yaml.Node) error {
	var words List
	if err := words.UnmarshalYAML(n); err != nil {
		return err
	}
	for _, w := range words {
		i, err := strconv.Atoi(w)
		if err != nil {
			return fmt.Errorf("line %d: expected a number, found %q", n.Line, w)
		}
		*l = append(*l, i)
	}
	return nil
}

var (
	headerKeys  = []string{"title", "date", "style", "setting", "parties", "byline", "outlet", "outlets", "place", "language", "note"}
	partyKeys   = []string{"name", "aliases", "people", "note"}
	personKeys  = []string{"name", "title", "aliases", "party", "note"}
	answerKeys  = []string{"kind", "who", "party", "anonymous", "count", "outlet", "via", "holds", "author", "handle", "date", "platform", "note"}
	meetingKeys = []string{"who", "where", "site", "when", "hours", "format", "note"}
	dateForm    = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?)?$`)
	yamlLine    = regexp.MustCompile(`line (\d+)`)
)

// tree reads a part as YAML. Lines in problems count from the file's start.
func (p *parser) tree(src part) *yaml.Node {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(src.text), &doc); err != nil {
		at := pos{src.line, 1}
		if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
			n, _ := strconv.Atoi(m[1])
			at.line += n - 1
		}
		p.problem(at, "%s", strings.TrimPrefix(err.Error(), "yaml: "))
		return nil
	}
	if len(doc.Content) == 0 {
		return &yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1}
	}
	if doc.Content[0].Kind != yaml.MappingNode {
		p.problem(pos{src.line, 1}, "expected `key: value` lines")
		return nil
	}
	return doc.Content[0]
}

// fill decodes a mapping into out after checking that every key is known.
func (p *parser) fill(src part, n *yaml.Node, known []string, out any) {
	if n.Kind != yaml.MappingNode {
		p.problem(at(src, n), "expected {key: value, …}")
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if k := n.Content[i]; !slices.Contains(known, k.Value) {
			p.problem(at(src, k), "unknown key %q; known here: %s", k.Value, strings.Join(known, ", "))
		}
	}
	if err := n.Decode(out); err != nil {
		p.problem(at(src, n), "%s", strings.TrimPrefix(err.Error(), "yaml: "))
	}
}

// at is the place of a node in the file.
func at(src part, n *yaml.Node) pos { return pos{src.line + n.Line - 1, n.Column} }

func (p *parser) header(src part) {
	n := p.tree(src)
	if n == nil {
		return
	}
	p.fill(src, n, headerKeys, &p.report.Header)
	h := p.report.Header
	top := pos{src.line, 1}
	if h.Title == "" {
		p.problem(top, "the header has no title")
	}
	if h.Date != "" && !dateForm.MatchString(h.Date) {
		p.problem(top, "date %q is not of the form 2031-04-02", h.Date)
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value != "parties" || n.Content[i+1].Kind != yaml.MappingNode {
			continue
		}
		parties := n.Content[i+1].Content
		for j := 0; j+1 < len(parties); j += 2 {
			var party Party
			p.fill(src, parties[j+1], partyKeys, &party)
			for k := 0; k+1 < len(parties[j+1].Content); k += 2 {
				if c := parties[j+1].Content[k]; c.Value == "people" {
					p.people(src, parties[j+1].Content[k+1])
				}
			}
		}
	}
}

func (p *parser) people(src part, n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		p.problem(at(src, n), "expected people as {id: {name: …, title: …}}")
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		var person Person
		p.fill(src, n.Content[i+1], personKeys, &person)
	}
}

func (p *parser) answers(src part) {
	p.answered = map[int]pos{}
	n := p.tree(src)
	if n == nil {
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, val := n.Content[i], n.Content[i+1]
		if key.Value == "meetings" {
			p.meetings(src, val)
			continue
		}
		num, err := strconv.Atoi(key.Value)
		if err != nil {
			p.problem(at(src, key), "expected the number of an attribution or `meetings`, found %q", key.Value)
			continue
		}
		p.answered[num] = at(src, key)
		var a Answer
		p.fill(src, val, answerKeys, &a)
		p.checkAnswer(at(src, val), num, a)
		if m := p.attrs[num]; m != nil {
			m.Answer = a
		}
	}
}

func (p *parser) checkAnswer(at pos, num int, a Answer) {
	if !slices.Contains(kinds, a.Kind) {
		p.problem(at, "number %d: kind %q is not one of %s", num, a.Kind, strings.Join(kinds, ", "))
	}
	for _, id := range a.Who {
		if !p.isPerson(id) {
			p.problem(at, "number %d: who %q is no person of the header", num, id)
		}
	}
	for _, id := range a.Party {
		if _, ok := p.report.Header.Parties[id]; !ok {
			p.problem(at, "number %d: party %q is not in the header", num, id)
		}
	}
	if a.Count > 0 && !a.Anonymous {
		p.problem(at, "number %d: count is for unnamed sources; add `anonymous: true`", num)
	}
	if a.Date != "" && !dateForm.MatchString(a.Date) {
		p.problem(at, "number %d: date %q is not of the form 2031-04-02", num, a.Date)
	}
}

func (p *parser) meetings(src part, n *yaml.Node) {
	if n.Kind != yaml.SequenceNode {
		if n.Tag == "!!null" {
			return
		}
		p.problem(at(src, n), "expected a list of meetings")
		return
	}
	for _, item := range n.Content {
		var m Meeting
		p.fill(src, item, meetingKeys, &m)
		for _, id := range m.Who {
			if _, ok := p.report.Header.Parties[id]; !ok && !p.isPerson(id) {
				p.problem(at(src, item), "meeting: who %q is neither a person nor a party of the header", id)
			}
		}
		if m.When != "" && !dateForm.MatchString(m.When) {
			p.problem(at(src, item), "meeting: when %q is not of the form 2031-04-02, 2031-04 or 2031", m.When)
		}
		if m.Format != "" && !slices.Contains(formats, m.Format) {
			p.problem(at(src, item), "meeting: format %q is not one of %s", m.Format, strings.Join(formats, ", "))
		}
		p.report.Meetings = append(p.report.Meetings, m)
	}
}

func (p *parser) isPerson(id string) bool {
	for _, party := range p.report.Header.Parties {
		if _, ok := party.People[id]; ok {
			return true
		}
	}
	return false
}
