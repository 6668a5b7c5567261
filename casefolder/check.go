package casefolder

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/parley-desk/parley"
)

// Checks says how to check. The zero value works.
type Checks struct {
	// Anchor finds again the stretch of a report's text that a selector marks;
	// where it is nil, the exact words must occur.
	Anchor func(text string, s parley.Selector) (start, end int, ok bool)
}

// Check is everything that is wrong with the case: what could not be read, ids
// that name nothing, and what contradicts itself. It never changes the case.
func (f *Folder) Check(how Checks) Problems {
	if how.Anchor == nil {
		how.Anchor = anchorExact
	}
	c := &checker{Folder: f, how: how, reports: map[string]*parley.Report{}, known: map[Kind][]string{}, words: map[string]string{}}
	for k := range f.Case.Reports {
		c.reports[f.Case.Reports[k].ID] = &f.Case.Reports[k]
	}
	c.ids()
	for _, one := range f.files {
		for _, m := range one.found.mentions {
			c.mention(m, one.src)
		}
	}
	c.rules()
	all := slices.Concat(f.problems, c.problems)
	all.sort()
	f.excerpts(all)
	return all
}

// excerpts gives every problem the line that it stands in.
func (f *Folder) excerpts(all Problems) {
	sources := map[string]*source{}
	for _, one := range f.files {
		sources[one.src.name] = one.src
	}
	for k := range all {
		src := sources[all[k].File]
		if src == nil || all[k].Line == 0 {
			continue
		}
		// Other readers count line breaks that editors do not, such as a lone
		// carriage return: then the place lies beyond the end.
		all[k].Line = min(all[k].Line, src.lineCount())
		all[k].source = src.line(all[k].Line)
		all[k].Column = min(all[k].Column, utf8.RuneCountInString(all[k].source)+1)
	}
}

// checker is one run of Check.
type checker struct {
	*Folder
	how      Checks
	reports  map[string]*parley.Report
	known    map[Kind][]string // ids by kind, for suggestions
	words    map[string]string // the words of reports, evenly spaced, by report
	problems Problems
}

// at adds a problem at a place.
func (c *checker) at(at Position, severity Severity, format string, args ...any) *Problem {
	c.problems = append(c.problems, Problem{Position: at, Severity: severity, Message: fmt.Sprintf(format, args...)})
	return &c.problems[len(c.problems)-1]
}

// idForm is what an id looks like: it must stand in brackets, lists and
// addresses without quotation.
var idForm = regexp.MustCompile(`^[\pL\pN][\pL\pN._~:+-]*$`)

// ids checks that every id is well formed and given once. Parties, ratifiers and
// people share one set of ids: each may act.
func (c *checker) ids() {
	seen := map[place]*definition{}
	for kind, all := range c.definitions {
		for k := range all {
			d := &all[k]
			if d.id == "" { // told already as a missing field
				continue
			}
			if !idForm.MatchString(d.id) {
				c.at(d.at("id"), Error, "%q cannot be an id", clip(d.id, 40)).Expected = "letters and digits, with - . _ ~ : + between them"
			}
			c.twice(seen, place{kind, d.scope, d.id}, d)
		}
	}
	actors := map[place]*definition{}
	for _, kind := range []Kind{PartyKind, RatifierKind, PersonKind} {
		for k := range c.definitions[kind] {
			d := &c.definitions[kind][k]
			key := place{actorKind, "", d.id}
			if first := actors[key]; first != nil && first.kind != kind {
				c.at(d.at("id"), Error, "the %s %s has the id of %s, first given at %s", kind, d.id, article(string(first.kind)), first.at("id"))
			} else {
				actors[key] = d
			}
		}
	}
}

func (c *checker) twice(seen map[place]*definition, key place, d *definition) {
	if first := seen[key]; first != nil {
		c.at(d.at("id"), Error, "the %s %s is given twice, first at %s", d.kind, d.id, first.at("id"))
		return
	}
	seen[key] = d
}

// at is the place of a field's value within an entity, or of the entity where
// the field is not given.
func (d *definition) at(fields ...string) Position {
	n := d.node
	for _, name := range fields {
		for k := 0; k+1 < len(n.Content); k += 2 {
			if n.Content[k].Value == name {
				return d.src.position(n.Content[k+1])
			}
		}
	}
	return d.src.position(n)
}

// unions are the kinds that a field of a wider kind may name.
var unions = map[Kind][]Kind{
	holderKind: {PartyKind, RatifierKind},
	actorKind:  {PartyKind, RatifierKind, PersonKind},
	anyoneKind: {PartyKind, RatifierKind, PersonKind},
	topicKind:  {IssueKind},
	roomKind:   {PartyKind},
}

// mention looks up an id that is named somewhere.
func (c *checker) mention(m mention, src *source) {
	kinds := unions[m.kind]
	if kinds == nil {
		kinds = []Kind{m.kind}
	}
	for _, kind := range kinds {
		key := place{kind: kind, id: m.id}
		if kind == AlternativeKind {
			if m.issue == "" || c.places[place{kind: IssueKind, id: m.issue}] == nil {
				return // the issue is told as missing; its alternatives cannot be judged
			}
			key.scope = m.issue
		}
		if d := c.places[key]; d != nil {
			c.confidence(m, src, d)
			return
		}
	}
	near := Nearest(m.id, c.ofKinds(kinds, m.issue))
	switch m.kind {
	case anyoneKind, topicKind:
		// Any name will do, but one that nearly is an id is a slip of the pen.
		if near != "" && len(m.id) > 3 && distance(m.id, near, 2) < 2 {
			c.at(m.at(src), Warning, "%q is no id", m.id).Near = near
		}
	case roomKind:
		if m.id != "public" && m.id != "mediators" {
			p := c.at(m.at(src), Error, "no room is called %q", m.id)
			p.Expected, p.Near = "public, mediators or a party's id", near
		}
	case AlternativeKind:
		c.at(m.at(src), Error, "no alternative %q on issue %s", m.id, m.issue).Near = near
	default:
		c.at(m.at(src), Error, "no %s %q", m.kind, clip(m.id, 60)).Near = near
	}
}

// ofKinds lists the ids of some kinds; of alternatives, those of one issue.
func (c *checker) ofKinds(kinds []Kind, issue string) []string {
	var ids []string
	for _, kind := range kinds {
		if kind == AlternativeKind {
			i, _ := c.Case.Issue(issue)
			for _, a := range i.Alternatives {
				ids = append(ids, a.ID)
			}
			continue
		}
		if c.known[kind] == nil {
			for _, d := range c.definitions[kind] {
				c.known[kind] = append(c.known[kind], d.id)
			}
		}
		ids = append(ids, c.known[kind]...)
	}
	return ids
}

// confidence warns where something public rests on what was told in confidence.
func (c *checker) confidence(m mention, src *source, d *definition) {
	if m.room != "" || (d.kind != ReportKind && d.kind != StatementKind) {
		return
	}
	if !parley.Room(d.room).Open() {
		c.at(m.at(src), Warning, "this is public and rests on the %s %s, which is for %s alone", d.kind, d.id, d.room)
	}
}

// anchorExact finds the words where the selector says, or else anywhere between
// its prefix and suffix.
func anchorExact(text string, s parley.Selector) (start, end int, ok bool) {
	if s.Exact == "" {
		return 0, 0, false
	}
	if s.Start >= 0 && s.Start <= s.End && s.End <= len(text) && text[s.Start:s.End] == s.Exact {
		return s.Start, s.End, true
	}
	if k := strings.Index(text, s.Prefix+s.Exact+s.Suffix); k >= 0 {
		k += len(s.Prefix)
		return k, k + len(s.Exact), true
	}
	return 0, 0, false
}
