package meeting

import (
	"cmp"
	"slices"

	"github.com/parley-desk/parley"
)

// tell adds to the meetings so far what a clause tells by the telling that was
// chosen, and gives the meetings' places in the list. Where the clause leaves
// open who was there, the meetings before it and the report's sides fill in.
func (f *finder) tell(all []*account, c *clause, t *telling) ([]*account, []int) {
	a := t.account
	first, second := f.twice(c, &a)
	var places []int
	for _, a := range []*account{first, second} {
		if a == nil {
			continue
		}
		a.Parties, a.People, a.Names = slices.Clone(a.Parties), slices.Clone(a.People), slices.Clone(a.Names)
		f.complete(a, all)
		var at int
		all, at = join(all, a)
		places = append(places, at)
	}
	return all, places
}

// join adds an account to the meeting it tells more of, or as a new one, and
// gives that meeting's place in the list.
func join(all []*account, t *account) ([]*account, int) {
	for i := len(all) - 1; i >= 0; i-- {
		if o := all[i]; !t.another && o.admits(t) {
			o.add(t)
			return all, i
		}
	}
	return append(all, t), len(all)
}

// admits tells whether nothing that two accounts say parts them.
func (t *account) admits(o *account) bool {
	switch {
	case t.ahead != o.ahead && (t.Date != o.Date || t.Date.IsZero()):
		return false
	case (t.Format == parley.FormatPhone) != (o.Format == parley.FormatPhone) && (!o.same || o.Site != "" || o.Place != ""):
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
	return !t.told() && t.Hours == 0 && t.Format == "" && !t.another
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
	t.ahead = t.ahead && o.ahead
}

// retell gives the meeting told of last, if that was just before, what a clause
// says of it by the way: The talks lasted three hours.
func (f *finder) retell(all []*account, c *clause) {
	if len(all) == 0 || c.hours == 0 {
		return
	}
	last := all[len(all)-1]
	if last.Hours > 0 || last.ahead || c.para-last.para > 1 {
		return
	}
	for k := range c.tells {
		if t := &c.tells[k]; t.same && !t.ahead && talks[f.Tokens[t.at].Norm] && (t.Date.IsZero() || t.Date == last.Date) {
			last.Hours, last.AtLeast = c.hours, c.atLeast
			return
		}
	}
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

// meetings are the accounts of two sides or more, as they are told to the
// world, each with its place in the list.
func (f *finder) meetings(all []*account) (out []Meeting, from []int) {
	homeless := true
	for i, t := range all {
		if !f.twoSides(t) {
			continue
		}
		m := t.Meeting
		if homeless && m.Place == "" && !t.ahead && m.Format != parley.FormatPhone {
			m.Place = f.Home // the report's own event
		}
		homeless = false
		if m.Format == "" {
			switch len(m.Parties) {
			case 2:
				m.Format = parley.FormatBilateral
			case 3:
				m.Format = parley.FormatTrilateral
			}
		}
		m.People, m.Parties = slices.Sorted(slices.Values(m.People)), slices.Sorted(slices.Values(m.Parties))
		out, from = append(out, m), append(from, i)
	}
	return out, from
}

// twoSides tells whether an account is of two parties or more. Strangers count
// only where the case knows no parties.
func (f *finder) twoSides(t *account) bool {
	return len(t.Parties) > 1 || len(f.Parties) == 0 && t.named() > 1
}
