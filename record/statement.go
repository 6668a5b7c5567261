package record

import (
	"strings"

	"github.com/parley-desk/parley"
)

// Statement turns an attribution of the document into the domain's statement,
// as a proposal that nobody has reviewed: with selectors for its words, the
// best-scoring issue if there is one, and no attitude.
func (d *Document) Statement(a *Attribution) parley.Statement {
	s := parley.Statement{
		ID: d.ID + "-" + a.ID, Report: d.ID, Date: a.Date, Kind: a.Kind,
		Person: a.Speaker.Person, Party: a.Speaker.Party, Anonymous: a.Chain.Anonymous, Count: a.Chain.Count, Via: a.Chain.Via,
		Source: d.selectors(a.Source), Cue: d.selectors(a.Cue), Content: d.selectors(a.Content), Unreviewed: true,
	}
	s.Speaker = strings.Trim(d.Words(a.Source), " ,")
	if a.Speaker.Person != "" || s.Speaker == "" {
		s.Speaker = a.Speaker.Name
	}
	if a.Post != nil {
		s.Handle, s.Platform = a.Post.Handle, a.Post.Platform
	}
	if len(a.Issues) > 0 {
		s.Issue = a.Issues[0].ID
	}
	return s
}

func (d *Document) selectors(spans []Span) []parley.Selector {
	var out []parley.Selector
	for _, s := range spans {
		out = append(out, Select(d.Text, s))
	}
	return out
}

// For is what a reader should know of a case on the day of a report: its
// parties, ratifiers and people with the titles they held then, the outlets
// that its reports came through, and its issues.
func For(c *parley.Case, day parley.Date) Options {
	var o Options
	for _, p := range c.Parties {
		o.Parties = append(o.Parties, Party{ID: p.ID, Name: p.Name, Aliases: p.Aliases})
		for _, q := range p.People {
			o.People = append(o.People, Person{ID: q.ID, Name: q.Name, Title: q.Title(day), Party: p.ID, Aliases: q.Aliases})
		}
	}
	for _, r := range c.Ratifiers {
		o.Parties = append(o.Parties, Party{ID: r.ID, Name: r.Name})
	}
	for _, r := range c.Reports {
		o.Outlets = append(o.Outlets, r.Chain()...)
	}
	for _, i := range c.Issues {
		o.Topics = append(o.Topics, Topic{ID: i.ID, Words: append([]string{i.Title}, i.Keywords...)})
	}
	return o
}
