// Package show writes what a reader found in reports: the report itself with
// every source, cue and content marked and numbered, and below it who is meant
// by each number, through whom, about which issue; for a terminal, a browser,
// or a program.
//
//	w := show.Text(os.Stdout, page.TextOptions{Width: 80})
//	for doc := range documents {
//		w.Write(doc)
//	}
//	w.Close()
//
// A [Writer] writes each report as it comes and keeps none of them, so a
// million reports take no more memory than one. Words that another report
// carried before are said to be the same statement, whatever the outlet: see
// [record.Repeats].
package show

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/parley-desk/parley/page"

	"github.com/parley-desk/parley/record"
)

// Writer shows reports, one after another.
type Writer interface {
	// Write shows one report.
	Write(*record.Document) error
	// Close writes what can be said only when all reports have been read. It
	// does not close what is written to.
	Close() error
}

// who says whom a statement is put down to: the person, party or medium that
// the reader takes the source for, else the report's own words for it.
func who(d *record.Document, a *record.Attribution) string {
	named := "“" + strings.Join(strings.Fields(d.Words(a.Source)), " ") + "”"
	if len(a.Source) == 0 {
		named = "nobody named"
	}
	unnamed := "unnamed"
	if a.Chain.Count > 0 {
		unnamed = strconv.Itoa(a.Chain.Count) + " unnamed"
	}
	switch meant := a.Speaker.String(); {
	case a.Post != nil:
		return post(a)
	case a.Chain.Outlet != "":
		return a.Chain.Outlet
	case a.Chain.Anonymous:
		return named + " (" + join(", ", unnamed, meant) + ")"
	case meant != "":
		return meant
	}
	return named + " (not known)"
}

// post says who posted.
func post(a *record.Attribution) string {
	s := a.Post.Author
	if meant := a.Speaker.String(); meant != "" {
		s = meant
	}
	if a.Post.Handle != "" {
		s += " " + a.Post.Handle
	}
	return join(" on ", s, a.Post.Platform)
}

// how says by what sort of cue the words are given, and how closely.
func how(a *record.Attribution) string { return join(", ", string(a.Kind), string(a.Manner)) }

// through says which outlets stand between the speaker and the report.
func through(a *record.Attribution) string { return strings.Join(a.Chain.Via, " → ") }

// holds says which statements an outlet's own statement carries.
func holds(a *record.Attribution) string {
	if len(a.Chain.Holds) == 0 {
		return ""
	}
	var numbers []string
	for _, id := range a.Chain.Holds {
		numbers = append(numbers, strings.TrimPrefix(id, "s"))
	}
	return "carries " + strings.Join(numbers, ", ")
}

// about names the likeliest issue.
func about(a *record.Attribution) string {
	if len(a.Issues) == 0 {
		return ""
	}
	return a.Issues[0].ID + " " + strconv.FormatFloat(a.Issues[0].Score, 'f', 2, 64)
}

// meeting tells of one encounter: the sides, and in brackets those of their
// people whom the report puts there.
func meeting(d *record.Document, m *record.Meeting) string {
	length := ""
	if m.Hours > 0 {
		length = strconv.FormatFloat(m.Hours, 'g', 3, 64) + " h"
		if m.AtLeast {
			length = "more than " + length
		}
	}
	sides := strings.Join(slices.Concat(m.Parties, m.Names), " and ")
	var people []string
	for i := range d.People {
		if p := &d.People[i]; slices.Contains(m.People, p.ID) {
			people = append(people, p.Name)
		}
	}
	if len(people) > 0 {
		sides += " (" + strings.Join(people, ", ") + ")"
	}
	return join(", ", sides, string(m.Format), join(", ", m.Site, m.Place), m.Date.String(), length)
}

// person tells of somebody whom the report names.
func person(p *record.Mentioned) string {
	s := join(", ", p.Name, p.Title)
	if p.Party != "" {
		s += " (" + p.Party + ")"
	}
	return s
}

// origin says where a report comes from.
func origin(d *record.Document) string {
	id := d.ID
	if d.Title == "" {
		id = "" // it heads the report already
	}
	return join(" · ", id, d.Outlet, d.Date.String())
}

// when says on which day something was said, where that is not the report's.
func when(d *record.Document, a *record.Attribution) string {
	if a.Date == d.Date {
		return ""
	}
	return a.Date.String()
}

// title heads a report.
func title(d *record.Document) string {
	if d.Title != "" {
		return d.Title
	}
	return d.ID
}

// tally counts what was found.
func tally(d *record.Document) string {
	return fmt.Sprintf("%s, %s, %s.", page.Count(len(d.Attributions), "statement"), page.Count(len(d.Meetings), "meeting"), people(len(d.People)))
}

func people(n int) string {
	if n == 1 {
		return "1 person"
	}
	return strconv.Itoa(n) + " people"
}

// join joins what is not empty.
func join(between string, parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, between)
}
