package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/parley-desk/parley/record"
	"github.com/parley-desk/parley/record/corpus"
	"github.com/parley-desk/parley/record/score"
)

// meetingCounts pairs the meetings that were found with those that are listed.
func meetingCounts(w io.Writer, r *corpus.Report, d *record.Document, misses bool) score.Counts {
	var found []score.Meeting
	for i := range d.Meetings {
		found = append(found, d.Meetings[i].Measured())
	}
	mates := score.PairMeetings(r.Listed(), found)
	right := 0
	for j, g := range mates {
		if g >= 0 {
			right++
		} else if misses {
			m := &d.Meetings[j]
			fmt.Fprintf(w, "%s MEETING extra %+v %q\n", r.Name, *m, d.Text[m.Trigger.Start:m.Trigger.End])
		}
	}
	for i := range r.Meetings {
		if misses && !slices.Contains(mates, i) {
			fmt.Fprintf(w, "%s MEETING missed %+v\n", r.Name, r.Meetings[i])
		}
	}
	return score.Counts{"meetings": {Right: right, RightFound: right, Found: len(found), Marked: len(r.Meetings)}}
}
