package record

import (
	"cmp"
	"slices"

	"github.com/parley-desk/parley"
)

// A Meeting is an encounter that the report tells of: held, or set for a day.
type Meeting struct {
	People  []string // ids of known people
	Parties []string // ids of parties, those of the people too
	Names   []string // people and countries the case does not know
	Place   string
	Site    string
	Date    parley.Date // zero where the text does not say
	Hours   float64     // 0 where the text does not say
	AtLeast bool        // “more than four hours”
	Format  parley.Format
	Trigger Span // the word that tells of it
}

// maxMeetings is the most meetings that one report is searched for. Each is
// compared with those before it, so a machine's report must not have more.
const maxMeetings = 200

// meetings gathers what the text tells of encounters, joins what is one, and
// keeps those that are told as an occasion between two parties or more.
func (w *work) meetings() {
	main := w.mainParties()
	var all []*account
	for si := range w.Sentences {
		for _, t := range w.accounts(si) {
			w.complete(t, all, main)
			if all = join(all, t); len(all) >= maxMeetings {
				break
			}
		}
	}
	home, homeless := w.dateline(), true
	for _, t := range all {
		if !w.twoSides(t) || !t.occasion() {
			continue
		}
		if homeless && t.Place == "" && !t.future && t.Format != parley.FormatPhone {
			t.Place = home
		}
		homeless = false
		if t.Format == "" {
			switch len(t.Parties) {
			case 2:
				t.Format = parley.FormatBilateral
			case 3:
				t.Format = parley.FormatTrilateral
			}
		}
		slices.Sort(t.People)
		w.doc.Meetings = append(w.doc.Meetings, t.Meeting)
	}
}

// twoSides tells whether an account is of two parties or more. Strangers count
// only where the case knows no parties.
func (w *work) twoSides(t *account) bool {
	return len(t.Parties) > 1 || len(w.known.parties) == 0 && len(t.Parties)+len(t.Names) > 1
}

// occasion tells whether an event is told as something that took place once, or
// will: the talks as such are no meeting.
func (t *account) occasion() bool {
	dated := t.Date.Month > 0
	placed := t.Place != "" || t.Site != ""
	switch {
	case t.future:
		return dated || placed && t.sure && (t.both || t.sides)
	case t.sure:
		return (t.Format == parley.FormatProximity || t.Format == parley.FormatShuttle) && len(t.Parties) > 2 || dated || t.Hours > 0 || t.Site != "" || t.both || t.sides && placed
	}
	return dated || t.Hours > 0 || t.Site != "" || t.both && (t.Format == parley.FormatPhone || t.Place != "" && t.held)
}

// join adds an account to the event it tells more of, or as a new one.
func join(all []*account, t *account) []*account {
	for i := len(all) - 1; i >= 0; i-- {
		if o := all[i]; !t.another && o.admits(t) {
			o.add(t)
			return all
		}
	}
	return append(all, t)
}

// admits tells whether nothing that two accounts say parts them.
func (t *account) admits(o *account) bool {
	switch {
	case t.future != o.future && (t.Date != o.Date || t.Date.IsZero()):
		return false
	case (t.Format == parley.FormatPhone) != (o.Format == parley.FormatPhone) && (o.sure && !o.same || o.Site != "" || o.Place != ""):
		return false
	case !t.Date.IsZero() && !o.Date.IsZero() && t.Date != o.Date:
		return false
	case o.same && o.bare() && o.both: // the meeting, with one more who was there
		return sharing(t.Parties, o.Parties) > 0
	case t.Format == parley.FormatProximity && o.Format == t.Format && t.para == o.para: // each side in its own house
		return true
	case t.Place != "" && o.Place != "" && t.Place != o.Place, t.Site != "" && o.Site != "" && t.Site != o.Site:
		return false
	case t.Hours > 0 && o.Hours > 0 && t.Hours != o.Hours && o.Date.IsZero() && !o.same:
		return false
	}
	if len(t.People) > 1 && len(o.People) > 1 && sharing(t.People, o.People) == 0 && t.both && o.both { // other people of the same two parties
		return false
	}
	return !t.both || !o.both || sharing(t.Parties, o.Parties)+sharing(t.Names, o.Names) >= 2
}

// bare tells whether an account says nothing of when, where and how long.
func (t *account) bare() bool {
	return t.Date.IsZero() && t.Place == "" && t.Site == "" && t.Hours == 0 && t.Format == "" && !t.another
}

// add takes over what a later account says that the earlier ones did not.
func (t *account) add(o *account) {
	t.Date = cmp.Or(t.Date, o.Date)
	t.Place = cmp.Or(t.Place, o.Place)
	t.Site = cmp.Or(t.Site, o.Site)
	t.Format = cmp.Or(t.Format, o.Format)
	if t.Hours == 0 {
		t.Hours, t.AtLeast = o.Hours, o.AtLeast
	}
	if o.both && !t.both { // who was there is told only now
		t.Parties, t.People, t.Names, t.both = o.Parties, o.People, o.Names, true
	} else if o.both {
		for _, p := range o.People {
			addTo(&t.People, p)
		}
		for _, p := range o.Parties {
			addTo(&t.Parties, p)
		}
	}
	t.future = t.future && o.future
	t.sure = t.sure || o.sure
}

// sharing counts the elements that two lists have in common.
func sharing(a, b []string) int {
	n := 0
	for _, s := range a {
		if slices.Contains(b, s) {
			n++
		}
	}
	return n
}

func addTo(list *[]string, s string) {
	if s != "" && !slices.Contains(*list, s) {
		*list = append(*list, s)
	}
}
