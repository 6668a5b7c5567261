package parley

import "slices"

// For is the case as somebody sees it who is in the rooms given; with none
// given, as the public does. Nothing of what was told elsewhere is left: not
// the entity, not an attitude to an alternative of another room, and not the
// evidence of a public stance that rests on a confidential report.
func (c Case) For(rooms ...Room) Case {
	v := viewer{rooms: rooms, hidden: map[string]bool{}, reports: map[string]bool{}, statements: map[string]bool{}}
	for _, r := range c.Reports {
		v.reports[r.ID] = !r.Room.In(rooms)
	}
	for _, s := range c.Statements {
		v.statements[s.ID] = !s.Room.In(rooms) || v.reports[s.Report]
	}
	for _, i := range c.Issues {
		for _, a := range i.Alternatives {
			v.hidden[i.ID+"."+a.ID] = !a.Room.In(rooms) || !i.Room.In(rooms)
		}
	}
	c.Parties = v.parties(c.Parties)
	c.Ratifiers = keep(c.Ratifiers, func(r Ratifier) bool { return r.Room.In(rooms) })
	for k := range c.Ratifiers {
		v.evidence(&c.Ratifiers[k].Evidence)
	}
	c.Issues = v.issues(c.Issues)
	c.Links = keep(c.Links, func(l Link) bool { return l.Room.In(rooms) })
	for k := range c.Links {
		v.evidence(&c.Links[k].Evidence)
	}
	c.Drafts = v.drafts(c.Drafts)
	c.Reports = keep(c.Reports, func(r Report) bool { return !v.reports[r.ID] })
	c.Statements = keep(c.Statements, func(s Statement) bool { return !v.statements[s.ID] })
	c.Stances = v.stances(c.Stances)
	c.Meetings = v.meetings(c.Meetings)
	c.Commitments = keep(c.Commitments, func(m Commitment) bool { return m.Room.In(rooms) })
	for k := range c.Commitments {
		v.evidence(&c.Commitments[k].Evidence)
		v.accounts(&c.Commitments[k].Accounts)
	}
	return c
}

// viewer is somebody in some rooms, and what is hidden from there.
type viewer struct {
	rooms               []Room
	hidden              map[string]bool // ISSUE.ALTERNATIVE
	reports, statements map[string]bool // hidden ones are true
}

// evidence leaves out what points to a hidden report or statement.
func (v viewer) evidence(all *[]Evidence) {
	*all = keep(*all, func(e Evidence) bool { return !v.reports[e.Report] && !v.statements[e.Statement] })
}

func (v viewer) accounts(all *[]Account) {
	*all = slices.Clone(*all)
	for k := range *all {
		v.evidence(&(*all)[k].Evidence)
	}
}

func (v viewer) parties(all []Party) []Party {
	all = keep(all, func(p Party) bool { return p.Room.In(v.rooms) })
	for k := range all {
		all[k].People = keep(all[k].People, func(n Person) bool { return n.Room.In(v.rooms) })
		for j := range all[k].People {
			n := &all[k].People[j]
			n.Titles, n.Delegation = slices.Clone(n.Titles), slices.Clone(n.Delegation)
			for t := range n.Titles {
				v.evidence(&n.Titles[t].Evidence)
			}
			for t := range n.Delegation {
				v.evidence(&n.Delegation[t].Evidence)
			}
		}
	}
	return all
}

func (v viewer) issues(all []Issue) []Issue {
	all = keep(all, func(i Issue) bool { return i.Room.In(v.rooms) })
	for k := range all {
		all[k].Alternatives = keep(all[k].Alternatives, func(a Alternative) bool { return a.Room.In(v.rooms) })
		all[k].Status = slices.Clone(all[k].Status)
		for j := range all[k].Status {
			v.evidence(&all[k].Status[j].Evidence)
		}
	}
	return all
}

func (v viewer) drafts(all []Draft) []Draft {
	all = keep(all, func(d Draft) bool { return d.Room.In(v.rooms) })
	for k := range all {
		v.evidence(&all[k].Disputed)
		all[k].Consents = slices.Clone(all[k].Consents)
		for j := range all[k].Consents {
			v.evidence(&all[k].Consents[j].Evidence)
		}
		if v.reports[all[k].Source] {
			all[k].Source = ""
		}
	}
	return all
}

func (v viewer) stances(all []Stance) []Stance {
	all = keep(all, func(s Stance) bool { return s.Room.In(v.rooms) })
	for k := range all {
		s := &all[k]
		v.evidence(&s.Evidence)
		for _, ids := range []*[]string{&s.Demands, &s.Prefers, &s.Accepts, &s.Resists, &s.Refuses, &s.Unknown} {
			*ids = keep(*ids, func(id string) bool { return !v.hidden[s.Issue+"."+id] })
		}
	}
	return all
}

func (v viewer) meetings(all []Meeting) []Meeting {
	all = keep(all, func(m Meeting) bool { return m.Room.In(v.rooms) })
	for k := range all {
		v.evidence(&all[k].Evidence)
		all[k].Readouts = keep(all[k].Readouts, func(r Readout) bool { return r.Room.In(v.rooms) })
		for j := range all[k].Readouts {
			v.evidence(&all[k].Readouts[j].Evidence)
			v.accounts(&all[k].Readouts[j].Says)
		}
	}
	return all
}
