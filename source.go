package parley

import "strings"

// Source is evidence spelled out: the words, who said them, to whom, through
// which outlets, when, and how close that is to the words themselves.
type Source struct {
	Quote  string   `json:"quote,omitempty"` // the words themselves
	Says   string   `json:"says,omitempty"`  // our paraphrase of them
	By     string   `json:"by,omitempty"`    // names, not ids
	To     string   `json:"to,omitempty"`
	Via    []string `json:"via,omitempty"` // outlets, nearest to the speaker first
	Date   string   `json:"date,omitempty"`
	Grade  Grade    `json:"grade,omitempty"`
	Report string   `json:"report,omitempty"` // the report's id
	Link   string   `json:"link,omitempty"`
	Room   Room     `json:"room,omitempty"` // where it was told, when not in public
}

// Sources spells evidence out with the reports, statements and names of a
// case.
type Sources struct {
	c          Case
	reports    map[string]Report
	statements map[string]Statement
}

// Sources prepares the case's reports and statements for looking up.
func (c Case) Sources() Sources {
	s := Sources{c: c, reports: make(map[string]Report, len(c.Reports)), statements: make(map[string]Statement, len(c.Statements))}
	for _, r := range c.Reports {
		s.reports[r.ID] = r
	}
	for _, st := range c.Statements {
		s.statements[st.ID] = st
	}
	return s
}

// Of spells out each piece of evidence. A grade given here, a stance's, goes
// before the report's own. What cannot be seen, such as a report told in
// another room, leaves its fields empty.
func (s Sources) Of(evidence []Evidence, grade Grade) []Source {
	var all []Source
	for _, e := range evidence {
		out := Source{Quote: e.Quote, Says: e.Says, Date: e.Date.String(), Grade: grade, Report: e.Report}
		if st, ok := s.statements[e.Statement]; ok {
			out.take(st, s.c)
		}
		if r, ok := s.reports[out.Report]; ok {
			out.Via = append(out.Via, r.Chain()...)
			out.Link = r.Link
			if !r.Room.Open() {
				out.Room = r.Room
			}
			if out.Date == "" {
				out.Date = r.Date.String()
			}
			if out.Grade == "" {
				out.Grade = r.Grade
			}
		}
		if e.By != "" {
			out.By = s.c.Actor(e.By)
		}
		if e.To != "" {
			out.To = s.c.Actor(e.To)
		}
		all = append(all, out)
	}
	return all
}

// take fills in what a statement of the record knows.
func (s *Source) take(st Statement, c Case) {
	s.Report, s.To = st.Report, st.To
	s.Via = append(s.Via, st.Via...)
	if !st.Room.Open() {
		s.Room = st.Room
	}
	if !st.Date.IsZero() {
		s.Date = st.Date.String()
	}
	switch {
	case st.Person != "":
		s.By = c.Actor(st.Person)
	case st.Speaker != "":
		s.By = st.Speaker
	case st.Party != "":
		s.By = c.Actor(st.Party)
	}
	if s.Quote == "" && s.Says == "" {
		s.Quote = strings.Trim(st.Words(), "“”\"«»")
	}
}

// Words are the statement's content as the report has it, its pieces joined.
func (st Statement) Words() string {
	var pieces []string
	for _, piece := range st.Content {
		pieces = append(pieces, piece.Exact)
	}
	return strings.Join(pieces, " … ")
}
