// Package review is a person's pass over what a reader proposes: statement by
// statement, each accepted, edited or dropped. Nothing enters a case's record
// without it.
//
//	r := review.New(c, report, doc, dropped)
//	for p := r.Current(); p != nil; p = r.Current() {
//		r.Do("accept")           // or drop, next, issue territory, …
//		keep(p.Statement)        // Do says what is to be written
//	}
//
// A Review is a small state machine without a screen or a file: proposals,
// what was decided on each, and a cursor. [Review.Do] takes one command, the
// same from a key of the terminal and from a line of a script, and answers what
// has to be saved at once, so that stopping never loses a decision.
//
// It can be taken up again after any stop, on another day or with a better
// reader: a proposal whose cue overlaps that of a recorded statement of
// the same report, and whose content or source does too, is that statement; one
// that so overlaps a dropped proposal stays dropped. Only places and words are compared, never
// numbers that a reader gave.
package review

import (
	"slices"
	"strconv"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record"
)

// Decision is what a person decided on a proposal. The zero Decision is none.
type Decision string

// The decisions.
const (
	Undecided Decision = ""
	Accepted  Decision = "accepted"
	Dropped   Decision = "dropped"
)

// Proposal is a statement as it was proposed and perhaps edited since.
type Proposal struct {
	Statement parley.Statement
	Decision  Decision
	Recorded  bool // the statement stands in the record, though perhaps unreviewed or differently
	// Issues are those that the words may be about, best first.
	Issues []record.Scored
	Manner record.Manner
	Outlet string // where the source is a medium itself, its name
}

// Review is one report under review.
type Review struct {
	Report    parley.Report
	Proposals []*Proposal
	Coder     string // written into what is accepted; may be empty

	c  parley.Case
	at int
}

// New lines up what a reader found in a report of a case, with what was
// decided on it before. doc must have been read from the report's text.
// Statements of the report that a person recorded and no reader found stand
// where they belong in the text, accepted.
func New(c parley.Case, report parley.Report, doc *record.Document, dropped []Drop) *Review {
	r := &Review{Report: report, c: c}
	var recorded []parley.Statement
	for _, s := range c.Statements {
		if s.Report == report.ID {
			recorded = append(recorded, s)
		}
	}
	taken := make([]bool, len(recorded))
	copies := repeats(c, doc)
	for k := range doc.Attributions {
		a := &doc.Attributions[k]
		p := &Proposal{Statement: r.propose(doc, a), Issues: a.Issues, Manner: a.Manner, Outlet: a.Chain.Outlet}
		p.Statement.Repeats = copies[k]
		for n, s := range recorded {
			if !taken[n] && same(report.Text, p.Statement, s) {
				p.recall(s)
				taken[n] = true
				break
			}
		}
		if !p.Recorded && slices.ContainsFunc(dropped, func(d Drop) bool {
			return same(report.Text, p.Statement, parley.Statement{Source: d.Source, Cue: d.Cue, Content: d.Content})
		}) {
			p.Decision = Dropped
		}
		r.Proposals = append(r.Proposals, p)
	}
	for n, s := range recorded {
		if !taken[n] {
			p := &Proposal{}
			p.recall(s)
			r.Proposals = append(r.Proposals, p)
		}
	}
	slices.SortStableFunc(r.Proposals, func(a, b *Proposal) int { return start(a.Statement) - start(b.Statement) })
	r.name()
	r.at = max(0, r.open(0, +1))
	return r
}

// recall takes a statement as the record has it. One that a script accepted is
// still to be decided.
func (p *Proposal) recall(s parley.Statement) {
	p.Statement, p.Recorded = s, true
	if !s.Unreviewed {
		p.Decision = Accepted
	}
}

// start is where a statement begins in the text.
func start(s parley.Statement) int {
	first := -1
	for _, list := range [][]parley.Selector{s.Source, s.Cue, s.Content} {
		for _, x := range list {
			if first < 0 || x.Start < first {
				first = x.Start
			}
		}
	}
	return first
}

// name gives the new proposals ids that nothing in the case has: REPORT.1 and
// so on, in the order of the text.
func (r *Review) name() {
	taken := map[string]bool{}
	for _, s := range r.c.Statements {
		taken[s.ID] = true
	}
	n := 0
	for _, p := range r.Proposals {
		for p.Statement.ID == "" {
			n++
			if id := r.Report.ID + "." + strconv.Itoa(n); !taken[id] {
				p.Statement.ID = id
			}
		}
	}
}

// Current is the proposal at the cursor; nil where the report has none.
func (r *Review) Current() *Proposal {
	if r.at >= len(r.Proposals) {
		return nil
	}
	return r.Proposals[r.at]
}

// Place says which proposal is at the cursor, counted from 1, and of how many.
func (r *Review) Place() (at, of int) { return min(r.at+1, len(r.Proposals)), len(r.Proposals) }

// Left is how many proposals wait for a decision.
func (r *Review) Left() int {
	n := 0
	for _, p := range r.Proposals {
		if p.Decision == Undecided {
			n++
		}
	}
	return n
}

// open finds an undecided proposal from k on in a direction, else -1.
func (r *Review) open(k, step int) int {
	for ; k >= 0 && k < len(r.Proposals); k += step {
		if r.Proposals[k].Decision == Undecided {
			return k
		}
	}
	return -1
}

// advance moves on after a decision: to the next undecided proposal, round the
// end if need be.
func (r *Review) advance() {
	if k := r.open(r.at+1, +1); k >= 0 {
		r.at = k
	} else if k := r.open(0, +1); k >= 0 {
		r.at = k
	}
}

// AcceptAll accepts whatever is undecided and marks it as read by nobody; it
// returns what is to be recorded.
func (r *Review) AcceptAll() []parley.Statement {
	var all []parley.Statement
	for _, p := range r.Proposals {
		if p.Decision == Undecided && !p.Recorded {
			p.Statement.Unreviewed, p.Recorded = true, true
			all = append(all, p.Statement)
		}
	}
	return all
}

// Drops lists the proposals that were dropped.
func (r *Review) Drops() []Drop {
	var all []Drop
	for _, p := range r.Proposals {
		if p.Decision == Dropped {
			all = append(all, Drop{p.Statement.Source, p.Statement.Cue, p.Statement.Content})
		}
	}
	return all
}

// same reports whether two statements of a text are one: their cues overlap, or
// neither has one, and so do their contents or their sources. (A person may
// have moved the content far, but moves neither source nor cue.)
func same(text string, a, b parley.Statement) bool {
	if (len(a.Cue) > 0 || len(b.Cue) > 0) && !overlap(text, a.Cue, b.Cue) {
		return false
	}
	return overlap(text, a.Content, b.Content) || overlap(text, a.Source, b.Source)
}

func overlap(text string, a, b []parley.Selector) bool {
	for _, x := range a {
		for _, y := range b {
			s, e, ok := record.Anchor(text, x)
			u, v, also := record.Anchor(text, y)
			if ok && also && s < v && u < e {
				return true
			}
		}
	}
	return false
}

// propose is what a reader found as a statement of the case, told in the
// report's room. Its id is given later; a date that is the report's is left out.
func (r *Review) propose(d *record.Document, a *record.Attribution) parley.Statement {
	s := d.Statement(a)
	s.ID, s.Report, s.Room, s.Unreviewed = "", r.Report.ID, r.Report.Room, false
	if s.Date == r.Report.Date {
		s.Date = parley.Date{}
	}
	switch {
	case s.Person != "" && a.Speaker.Second == "":
		s.Speaker = "" // the case names the person
	case a.Post != nil:
		s.Speaker = a.Post.Author
	case a.Chain.Outlet != "" && !a.Chain.Anonymous: // not analysts at a bank
		s.Speaker = a.Chain.Outlet
	}
	return s
}
