// Package brief works out where the talks stand: the state of play of a case
// on a day, in words that somebody who followed the news reads in a minute.
//
// [Make] turns a case into a [Brief], a plain value that holds every judgement
// together with the evidence it rests on. The value is the documented JSON;
// [Brief.Page] is the same for people, on a terminal, in Markdown or as a page
// for the browser.
//
//	c := folder.Case.AsOf(parley.MustDate("2025-11-24"))
//	b := brief.Make(c)
//	err := b.Page().Text(os.Stdout, page.TextOptions{})
//
// Nothing here decides for a party: an attitude that nobody recorded is shown
// as unknown, a red line as a veto, and what one side says of another as a
// claim beside the other's own word.
package brief

import (
	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/deadlock"
)

// Format names the shape of the JSON. It changes only when a field changes its
// meaning or goes away; new fields may come.
const Format = "parley.brief.v1"

// Brief is the state of play of a case on a day.
type Brief struct {
	Format  string `json:"format"` // parley.brief.v1
	Title   string `json:"title"`
	Summary string `json:"summary,omitempty"`
	AsOf    string `json:"as_of,omitempty"` // the day shown; absent when everything known is

	// Short is the picture in a few sentences. Who reads only these is not
	// misled.
	Short []Finding `json:"short"`

	Parties     []Party      `json:"parties"`
	Issues      []Issue      `json:"issues"`  // in the order of the agenda
	Changes     Changes      `json:"changes"` // since the last meeting
	Deadlocks   []Deadlock   `json:"circular_preconditions"`
	Divergences []Divergence `json:"divergences"`             // accounts that differ
	Drafts      []Draft      `json:"drafts"`                  // newest first
	Graph       []string     `json:"draft_graph,omitempty"`   // the drafts drawn, newest first
	Gate        *Gate        `json:"adoption_gate,omitempty"` // of the newest text; absent when there is none
	Commitments []Commitment `json:"commitments"`
}

// Finding is a sentence and what it rests on.
type Finding struct {
	Words    string          `json:"words"`
	Evidence []parley.Source `json:"evidence,omitempty"`
}

// Make works out the state of play of the case as it is given: use
// [parley.Case.AsOf] and [parley.Case.For] first to choose the day and the
// rooms.
func Make(c parley.Case) Brief {
	d := newDesk(c)
	b := Brief{
		Format: Format, Title: c.Title, Summary: c.Summary, AsOf: c.Day.String(),
		Parties:     d.parties(),
		Issues:      d.issues(),
		Changes:     d.changes(),
		Deadlocks:   d.deadlocks(deadlock.Find(c)),
		Divergences: d.divergences(),
		Commitments: d.commitments(),
	}
	b.Drafts, b.Graph, b.Gate = d.text()
	b.Short = b.short()
	return b
}

// desk is a case with what is looked up in it again and again.
type desk struct {
	parley.Case
	parley.Sources
	positions parley.Positions
	reports   map[string]parley.Report
}

func newDesk(c parley.Case) *desk {
	d := &desk{Case: c, Sources: c.Sources(), positions: c.Positions(), reports: map[string]parley.Report{}}
	for _, r := range c.Reports {
		d.reports[r.ID] = r
	}
	return d
}
