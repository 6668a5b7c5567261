package brief

import (
	"fmt"
	"slices"
	"strings"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/cite"
	"github.com/parley-desk/parley/page"
)

// Question asks what somebody has said before. The zero Question asks for
// everything by everybody.
type Question struct {
	Who   string      // a party, ratifier or person: id, name or alias
	About string      // an issue
	Since parley.Date // the earliest day asked for
}

// SaidFormat names the shape of an answer's JSON, as [Format] does a brief's.
const SaidFormat = "parley.said.v1"

// Answer is what was said, oldest first.
type Answer struct {
	Format string   `json:"format"`
	Who    string   `json:"who,omitempty"`
	About  string   `json:"about,omitempty"`
	Since  string   `json:"since,omitempty"`
	Said   []Saying `json:"said"`
}

// Saying is words with their source, and what they were taken to mean.
type Saying struct {
	Date   string        `json:"date,omitempty"`
	Party  string        `json:"party"` // of whom it tells; who says so is in source
	Issue  string        `json:"issue,omitempty"`
	Coded  string        `json:"coded,omitempty"` // the stance that rests on the words
	Claim  string        `json:"claimed_by,omitempty"`
	Source parley.Source `json:"source"`

	day parley.Date
}

// Said finds what somebody has said: in the evidence of the stances, in the
// statements on record and in the readouts of meetings. The same words in the
// same report are told once.
func Said(c parley.Case, q Question) (Answer, error) {
	who, err := speaker(c, q.Who)
	if err != nil {
		return Answer{}, err
	}
	if _, ok := c.Issue(q.About); q.About != "" && !ok {
		return Answer{}, &UnknownError{What: "issue", Name: q.About, Known: issueIDs(c)}
	}
	d := newDesk(c)
	a := Answer{Format: SaidFormat, Who: q.Who, About: q.About, Since: q.Since.String(), Said: []Saying{}}
	seen := map[string]bool{}
	add := func(s Saying) {
		key := cite.Note(s.Source).Key + s.Issue
		if !seen[key] && (q.Since.IsZero() || s.day.Compare(q.Since) >= 0) && (q.About == "" || s.Issue == q.About) {
			seen[key] = true
			a.Said = append(a.Said, s)
		}
	}
	d.saidInStances(who, add)
	d.saidInStatements(who, add)
	d.saidInReadouts(who, add)
	slices.SortStableFunc(a.Said, func(x, y Saying) int { return x.day.Compare(y.day) })
	return a, nil
}

// voices are the ids that count as the one asked for.
type voices map[string]bool

func (v voices) has(id string) bool { return len(v) == 0 || v[id] }

// speaker resolves a name to the ids it stands for: a party speaks through its
// people, a person only for himself.
func speaker(c parley.Case, name string) (voices, error) {
	if name == "" {
		return nil, nil
	}
	named := func(id, full string, aliases []string) bool {
		return strings.EqualFold(id, name) || strings.EqualFold(full, name) ||
			slices.ContainsFunc(aliases, func(a string) bool { return strings.EqualFold(a, name) })
	}
	for _, p := range c.Parties {
		if named(p.ID, p.Name, p.Aliases) {
			v := voices{p.ID: true}
			for _, n := range p.People {
				v[n.ID] = true
			}
			return v, nil
		}
	}
	for _, p := range c.Parties {
		for _, n := range p.People {
			if named(n.ID, n.Name, n.Aliases) {
				return voices{n.ID: true}, nil
			}
		}
	}
	for _, r := range c.Ratifiers {
		if named(r.ID, r.Name, nil) {
			return voices{r.ID: true}, nil
		}
	}
	return nil, &UnknownError{What: "party or person", Name: name, Known: everybody(c)}
}

// UnknownError says that the case knows nothing by a name.
type UnknownError struct {
	What  string // what was looked for: issue, party or person
	Name  string
	Known []string // what there is, by every name that would do
}

// Error names what there is.
func (e *UnknownError) Error() string {
	return fmt.Sprintf("no %s %q; there are %s", e.What, e.Name, page.And(e.Known))
}

func everybody(c parley.Case) []string {
	var names []string
	for _, p := range c.Parties {
		names = append(names, p.ID)
	}
	for _, r := range c.Ratifiers {
		names = append(names, r.ID)
	}
	for _, p := range c.Parties {
		for _, n := range p.People {
			names = append(append(names, n.ID), n.Aliases...)
		}
	}
	return names
}

func issueIDs(c parley.Case) []string {
	var ids []string
	for _, i := range c.Issues {
		ids = append(ids, i.ID)
	}
	return ids
}

func (d *desk) saidInStances(who voices, add func(Saying)) {
	for _, s := range d.Stances {
		speaks := who.has(s.Party) && !s.Claim() || s.Claim() && who.has(s.ClaimedBy)
		for k, e := range s.Evidence {
			if !speaks && !(e.By != "" && len(who) > 0 && who[e.By]) {
				continue
			}
			source := d.Of(s.Evidence, s.Grade)[k]
			saying := Saying{Date: source.Date, Party: s.Party, Issue: s.Issue, Coded: d.stanceWords(s), Source: source, day: s.Date}
			if s.Claim() {
				saying.Claim = s.ClaimedBy
			}
			add(saying)
		}
	}
}

func (d *desk) saidInStatements(who voices, add func(Saying)) {
	for _, st := range d.Statements {
		if !who.has(st.Party) && !who.has(st.Person) || st.Repeats != "" {
			continue
		}
		source := d.Of([]parley.Evidence{{Statement: st.ID, Report: st.Report}}, "")[0]
		day := st.Date
		if day.IsZero() {
			day = d.reports[st.Report].Date
		}
		coded := ""
		if st.Attitude != parley.Unknown {
			coded = fmt.Sprintf("%s %s", st.Attitude, page.And(st.Alternatives))
		}
		add(Saying{Date: day.String(), Party: st.Party, Issue: st.Issue, Coded: coded, Source: source, day: day})
	}
}

func (d *desk) saidInReadouts(who voices, add func(Saying)) {
	for _, m := range d.Meetings {
		for _, r := range m.Readouts {
			if !who.has(r.By) {
				continue
			}
			for _, a := range r.Says {
				evidence := a.Evidence
				if len(evidence) == 0 {
					evidence = r.Evidence
				}
				source := parley.Source{Says: a.Says, By: d.Actor(r.By), Date: m.Day().String()}
				if sources := d.Of(evidence, ""); len(sources) > 0 {
					source = sources[0]
					source.Says, source.Quote, source.By = a.Says, "", d.Actor(r.By)
				}
				add(Saying{Date: m.Day().String(), Party: r.By, Issue: a.Topic, Coded: "readout of " + d.meetingWords(m), Source: source, day: m.Day()})
			}
		}
	}
}

// Page is the answer for people.
func (a Answer) Page() *page.Page {
	about := "everything"
	if a.About != "" {
		about = a.About
	}
	who := "everybody"
	if a.Who != "" {
		who = a.Who
	}
	p := &page.Page{Title: fmt.Sprintf("What %s has said about %s", who, about)}
	if len(a.Said) == 0 {
		p.Add(page.Paragraph{Words: page.In(page.Faint, "Nothing is on record. That is not the same as silence: it may not have been entered.")})
		return p
	}
	for _, s := range a.Said {
		line := page.Line{{Words: s.Date, Tone: page.Strong}, {Words: " " + s.Party}}
		if s.Claim != "" {
			line = append(line, page.Span{Words: " (claimed by " + s.Claim + ")", Tone: page.Wary})
		}
		if s.Issue != "" {
			line = append(line, page.Span{Words: " on " + s.Issue})
		}
		line = append(line, page.Span{Words: ": "})
		line = append(line, cite.Words(s.Source)...)
		if s.Coded != "" {
			line = append(line, page.Span{Words: "; coded: " + s.Coded, Tone: page.Faint})
		}
		if s.Source.Link != "" {
			line = append(line, page.Span{Words: " "}, page.Span{Words: s.Source.Link, Link: s.Source.Link, Tone: page.Faint})
		}
		p.Add(page.List{Items: []page.Line{line}})
	}
	return p
}
