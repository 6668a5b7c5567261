package brief

import (
	"fmt"
	"slices"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/page"
)

// Changes is what is new since the last meeting, on its last day or later.
type Changes struct {
	Meeting string   `json:"meeting,omitempty"` // the meeting's id; absent before the first
	Words   string   `json:"words,omitempty"`   // the meeting in words
	Since   string   `json:"since,omitempty"`
	Items   []Change `json:"items"`
}

// Change is one thing that is new.
type Change struct {
	Date     string          `json:"date"`
	Kind     string          `json:"kind"`          // stance, claim, status, draft, delegation, commitment
	Who      string          `json:"who,omitempty"` // of a stance or claim: whose, by name
	Words    string          `json:"words"`
	Evidence []parley.Source `json:"evidence,omitempty"`

	day parley.Date
}

func (d *desk) changes() Changes {
	last, ok := d.lastMeeting()
	if !ok {
		return Changes{Items: []Change{}}
	}
	since := last.Day()
	c := Changes{Meeting: last.ID, Words: d.meetingWords(last), Since: since.String(), Items: []Change{}}
	fresh := func(day parley.Date) bool {
		return !day.IsZero() && day.By(d.Day) && day.Compare(since) >= 0
	}
	add := func(day parley.Date, kind, words string, evidence []parley.Source) {
		c.Items = append(c.Items, Change{Date: day.String(), Kind: kind, Words: words, Evidence: evidence, day: day})
	}
	for _, t := range d.Case.Drafts {
		if fresh(t.Date) {
			add(t.Date, "draft", fmt.Sprintf("new text %s: %s", t.ID, t.Title), d.Of(sourceOf(t), ""))
		}
	}
	moved := d.moved(fresh)
	for _, s := range d.Stances {
		if !fresh(s.Date) {
			continue
		}
		kind, who := "stance", d.Actor(s.Party)
		if s.Claim() {
			kind, who = "claim", fmt.Sprintf("%s claims that %s", d.Actor(s.ClaimedBy), who)
		}
		on := ""
		if s.Issue != "" {
			on = " on " + s.Issue
		}
		add(s.Date, kind, fmt.Sprintf("%s%s: %s%s", who, on, d.stanceWords(s), moved[s.ID]), d.Of(s.Evidence, s.Grade))
		c.Items[len(c.Items)-1].Who = who
	}
	for _, i := range d.Case.Issues {
		for _, s := range i.Status {
			if fresh(s.Date) {
				add(s.Date, "status", fmt.Sprintf("%s is now %s", i.ID, s.Status), d.Of(s.Evidence, ""))
			}
		}
	}
	for _, p := range d.Case.Parties {
		for _, n := range p.People {
			for _, seat := range n.Delegation {
				d.seatChange(p, n, seat, fresh, add)
			}
		}
	}
	for _, m := range d.Case.Commitments {
		if fresh(m.Date) {
			add(m.Date, "commitment", fmt.Sprintf("%s: %s", page.And(d.names(m.By)), m.Title), d.Of(m.Evidence, ""))
		}
	}
	slices.SortStableFunc(c.Items, func(a, b Change) int { return a.day.Compare(b.day) })
	return c
}

func (d *desk) seatChange(p parley.Party, n parley.Person, seat parley.Seat, fresh func(parley.Date) bool, add func(parley.Date, string, string, []parley.Source)) {
	role := "joins"
	if seat.Head {
		role = "heads"
	}
	if fresh(seat.From) {
		add(seat.From, "delegation", fmt.Sprintf("%s %s the delegation of %s", n.Name, role, p.Name), d.Of(seat.Evidence, ""))
	}
	if fresh(seat.Until) {
		add(seat.Until, "delegation", fmt.Sprintf("%s leaves the delegation of %s", n.Name, p.Name), d.Of(seat.Evidence, ""))
	}
}

// lastMeeting is the latest meeting that took place and brought parties
// together; a statement is none.
func (d *desk) lastMeeting() (parley.Meeting, bool) {
	var last parley.Meeting
	found := false
	for _, m := range d.Meetings {
		if m.Postponed != "" || m.Format == parley.FormatStatement || m.Date.IsZero() {
			continue
		}
		if !found || m.Day().Compare(last.Day()) >= 0 {
			last, found = m, true
		}
	}
	return last, found
}

func (d *desk) meetingWords(m parley.Meeting) string {
	words := m.Title
	if words == "" {
		words = page.And(d.names(m.Parties))
	}
	if m.Place != "" {
		words += ", " + m.Place
	}
	return words + since(m.Date)
}

// moved tells, by the id of each fresh stance that is a party's own, what the
// party said of the same alternatives until then, where it was different: a move
// is news only beside what it moved from.
func (d *desk) moved(fresh func(parley.Date) bool) map[string]string {
	words := map[string]string{}
	told := map[[2]string]bool{}
	for _, s := range d.Stances {
		if at := [2]string{s.Party, s.Issue}; fresh(s.Date) && !told[at] {
			told[at] = true
			moves(d.positions.Of(s.Party, s.Issue).History, words)
		}
	}
	return words
}

// moves walks a history, oldest first, and notes at each stance what it changed.
func moves(history []parley.Stance, words map[string]string) {
	then := map[string]parley.Attitude{}
	for _, s := range history {
		var moved []string
		s.Each(func(id string, now parley.Attitude) {
			if before, spoken := then[id]; spoken && before != now {
				moved = append(moved, fmt.Sprintf("%s: %s until then", id, before))
			}
		})
		s.Each(func(id string, now parley.Attitude) { then[id] = now })
		if len(moved) > 0 {
			words[s.ID] = " (" + page.And(moved) + ")"
		}
	}
}

// sourceOf is the report that carries a draft, as evidence of it.
func sourceOf(t parley.Draft) []parley.Evidence {
	if t.Source == "" {
		return nil
	}
	return []parley.Evidence{{Report: t.Source, Says: "carries " + t.Title}}
}
