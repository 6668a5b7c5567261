package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/parley-desk/parley/record"
	"github.com/parley-desk/parley/record/corpus"
	"github.com/parley-desk/parley/record/score"
)

// meetingCounts pairs meetings. Two are one where they agree on the day, or
// either gives none, and on at least half of the parties, or on place or site
// together with one party. Those that give the same day are paired first.
func meetingCounts(w io.Writer, r *corpus.Report, d *record.Document, misses bool) score.Counts {
	used := map[int]bool{}
	paired := make([]bool, len(r.Meetings))
	right := 0
	for _, sameDay := range []bool{true, false} {
		for i := range r.Meetings {
			g := &r.Meetings[i]
			for j := range d.Meetings {
				m := &d.Meetings[j]
				if paired[i] || used[j] || sameDay && (m.Date.IsZero() || m.Date.String() != g.When) || !sameMeeting(r, g, m) {
					continue
				}
				paired[i], used[j] = true, true
				right++
			}
		}
	}
	for i, ok := range paired {
		if misses && !ok {
			fmt.Fprintf(w, "%s MEETING missed %+v\n", r.Name, r.Meetings[i])
		}
	}
	for j := range d.Meetings {
		if m := &d.Meetings[j]; misses && !used[j] {
			fmt.Fprintf(w, "%s MEETING extra %+v %q\n", r.Name, *m, d.Text[m.Trigger.Start:m.Trigger.End])
		}
	}
	return score.Counts{"meetings": {Right: right, RightFound: right, Found: len(d.Meetings), Marked: len(r.Meetings)}}
}

func sameMeeting(r *corpus.Report, g *corpus.Meeting, m *record.Meeting) bool {
	day := m.Date.String()
	if m.Date.IsZero() {
		day = ""
	}
	if g.When != "" && day != "" && !strings.HasPrefix(day, g.When) && !strings.HasPrefix(g.When, day) {
		return false
	}
	want := map[string]bool{}
	for _, id := range g.Who {
		want[partyOf(r, id)] = true
	}
	both := 0
	for _, p := range m.Parties {
		if want[p] {
			both++
		}
	}
	all := len(want)
	for _, p := range m.Parties {
		if !want[p] {
			all++
		}
	}
	if 2*both >= all && both > 0 {
		return true
	}
	place := alike(g.Where, m.Place) || alike(g.Site, m.Site) || alike(g.Where, m.Site) || alike(g.Site, m.Place)
	return place && both > 0
}

func partyOf(r *corpus.Report, id string) string {
	for pid, p := range r.Header.Parties {
		if _, ok := p.People[id]; ok {
			return pid
		}
	}
	return id
}

func alike(a, b string) bool {
	fa, fb := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	for _, w := range fa {
		if len(w) > 3 && slices.Contains(fb, w) {
			return true
		}
	}
	return false
}
