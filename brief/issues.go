package brief

import (
	"slices"
	"strings"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/draft"
)

// Issue is where one issue stands.
type Issue struct {
	ID             string          `json:"id"`
	Title          string          `json:"title"`
	Status         parley.Status   `json:"status"`       // a rung of the ladder, or a side state
	StatusWords    string          `json:"status_words"` // the status, and where it comes from
	StatusEvidence []parley.Source `json:"status_evidence,omitempty"`
	Needs          []string        `json:"needs,omitempty"` // ratifiers, by name
	Alternatives   []Alternative   `json:"alternatives"`
	Priorities     []Priority      `json:"priorities,omitempty"`
	Conditions     []Condition     `json:"conditions,omitempty"`
	Claims         []Claim         `json:"claims,omitempty"`
	// Common are the alternatives that every required party accepts or better,
	// on its own word.
	Common []string `json:"common"`
	// Left are those that no red line of a required party or a ratifier rules
	// out, the unknown read as open.
	Left []string `json:"left"`
}

// Alternative is one way to settle an issue and what each party feels about it.
type Alternative struct {
	ID        string     `json:"id"`
	Title     string     `json:"title"`
	Needs     []string   `json:"needs,omitempty"` // ratifiers beyond the issue's own, by name
	In        []string   `json:"in,omitempty"`    // the drafts that have it on the table
	Attitudes []Attitude `json:"attitudes"`       // the same parties in the same order throughout
}

// Attitude is one party's attitude to one alternative.
type Attitude struct {
	Party    string `json:"party"`    // or a ratifier
	Attitude string `json:"attitude"` // "unknown" where nobody has said
	RedLine  bool   `json:"red_line"` // a veto: refused, demanded, or shut out
	// ShutOutBy names the alternative that the party demands instead; this one
	// is ruled out by that demand, not by a word about it.
	ShutOutBy   string          `json:"shut_out_by,omitempty"`
	Conditional bool            `json:"conditional,omitempty"` // on one of the issue's conditions
	Since       string          `json:"since,omitempty"`       // when it was last said
	Grade       string          `json:"grade,omitempty"`       // A to D, how close the evidence is
	Evidence    []parley.Source `json:"evidence,omitempty"`
}

// Priority is how much the issue matters to a party.
type Priority struct {
	Party    string          `json:"party"`
	Priority string          `json:"priority"` // critical, high, medium, low
	Evidence []parley.Source `json:"evidence,omitempty"`
}

// Condition is a dependence of a party's stance on another issue.
type Condition struct {
	Party    string          `json:"party"`
	Words    string          `json:"words"` // "agrees to renounce only if guarantees is article5-binding"
	Evidence []parley.Source `json:"evidence,omitempty"`
}

// Claim is what one actor says of another's attitude. It decides nothing.
type Claim struct {
	Party     string          `json:"party"`
	ClaimedBy string          `json:"claimed_by"`
	Words     string          `json:"words"`
	Date      string          `json:"date,omitempty"`
	Evidence  []parley.Source `json:"evidence,omitempty"`
}

func (d *desk) issues() []Issue {
	heads := draft.NewGraph(d.Case.Drafts).Heads()
	columns := d.columns()
	all := []Issue{}
	for _, i := range d.Case.Issues {
		row := Issue{ID: i.ID, Title: i.Title, Needs: d.names(i.Needs), Alternatives: []Alternative{}}
		row.Status, row.StatusWords, row.StatusEvidence = d.status(i, heads)
		positions := d.standing(i, columns)
		for _, a := range i.Alternatives {
			row.Alternatives = append(row.Alternatives, d.alternative(i, a, positions))
		}
		for _, p := range positions {
			party := p.Party
			if p.Priority != parley.PriorityUnknown {
				row.Priorities = append(row.Priorities, Priority{party, string(p.Priority), d.Of(p.PriorityFrom.Evidence, p.PriorityFrom.Grade)})
			}
			for _, c := range p.conditions {
				row.Conditions = append(row.Conditions, Condition{party, d.conditionWords(c), d.Of(c.Stance.Evidence, c.Stance.Grade)})
			}
			for _, s := range p.Claims {
				row.Claims = append(row.Claims, Claim{party, s.ClaimedBy, d.stanceWords(s), s.Date.String(), d.Of(s.Evidence, s.Grade)})
			}
		}
		row.Common, row.Left = d.remaining(i)
		all = append(all, row)
	}
	return all
}

// columns are the parties with anything to say: those whose consent is needed
// and those that have taken a stance, in the order of the case, then ratifiers
// that have.
func (d *desk) columns() []string {
	spoke := map[string]bool{}
	for _, s := range d.Stances {
		spoke[s.Party] = true
	}
	for _, p := range d.Signatories() {
		spoke[p.ID] = true
	}
	var ids []string
	for _, p := range d.Case.Parties {
		if spoke[p.ID] {
			ids = append(ids, p.ID)
		}
	}
	for _, r := range d.Ratifiers {
		if spoke[r.ID] {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

// standing is a position with the conditions that are in force.
type standing struct {
	parley.Position
	conditions []parley.Condition
}

func (d *desk) standing(i parley.Issue, columns []string) []standing {
	var all []standing
	for _, party := range columns {
		p := d.positions.Of(party, i.ID)
		all = append(all, standing{p, p.Conditions()})
	}
	return all
}

func (d *desk) alternative(i parley.Issue, a parley.Alternative, positions []standing) Alternative {
	row := Alternative{ID: a.ID, Title: a.Title, Needs: d.names(a.Needs), Attitudes: []Attitude{}}
	for _, t := range d.Case.Drafts {
		if slices.Contains(t.Offers()[i.ID], a.ID) {
			row.In = append(row.In, t.ID)
		}
	}
	for _, p := range positions {
		held, known := p.Held[a.ID]
		cell := Attitude{Party: p.Party, Attitude: held.Attitude.String(), RedLine: held.Attitude.RedLine()}
		if known {
			cell.Since, cell.Grade = held.Stance.Date.String(), string(held.Stance.Grade)
			cell.Evidence = d.Of(held.Stance.Evidence, held.Stance.Grade)
		}
		for _, other := range i.Alternatives {
			if other.ID != a.ID && p.On(other.ID) == parley.Demands && held.Attitude != parley.Demands {
				cell.ShutOutBy, cell.RedLine = other.ID, true
				if !known {
					cell.Evidence = d.Of(p.Held[other.ID].Stance.Evidence, p.Held[other.ID].Stance.Grade)
				}
			}
		}
		for _, c := range p.conditions {
			cell.Conditional = cell.Conditional || slices.Contains(c.For, a.ID)
		}
		row.Attitudes = append(row.Attitudes, cell)
	}
	return row
}

// remaining lists the alternatives that every signatory agrees to, and those
// that none of them has ruled out. Ratifiers rule out like parties.
func (d *desk) remaining(i parley.Issue) (common, left []string) {
	common, left = []string{}, []string{}
	for _, a := range i.Alternatives {
		agreed, open := true, true
		for _, p := range d.Signatories() {
			position := d.positions.Of(p.ID, i.ID)
			agreed = agreed && position.On(a.ID).Agrees()
			open = open && !rulesOut(position, a.ID)
		}
		for _, r := range d.Ratifiers {
			open = open && !rulesOut(d.positions.Of(r.ID, i.ID), a.ID)
		}
		if agreed && open {
			common = append(common, a.ID)
		}
		if open {
			left = append(left, a.ID)
		}
	}
	return common, left
}

// rulesOut reports whether the position vetoes the alternative: refuses it, or
// demands others and not this one.
func rulesOut(p parley.Position, alternative string) bool {
	if p.On(alternative) == parley.Refuses {
		return true
	}
	for id, held := range p.Held {
		if id != alternative && held.Attitude == parley.Demands && p.On(alternative) != parley.Demands {
			return true
		}
	}
	return false
}

// conditional are the statuses that stay conditional on the whole where nothing
// is agreed until everything is agreed.
var conditional = []parley.Status{parley.StatusTechnical, parley.StatusAdReferendum, parley.StatusAgreed, parley.StatusInitialled}

// status is what the record says of the issue, or, where it says nothing, what
// the newest drafts show.
func (d *desk) status(i parley.Issue, heads []parley.Draft) (parley.Status, string, []parley.Source) {
	if s, ok := i.StatusOn(d.Day); ok {
		words := string(s.Status)
		if s.Alternative != "" {
			words += ": " + title(i, s.Alternative)
		}
		if s.To != "" {
			words += ", to " + s.To
		}
		if d.Whole && slices.Contains(conditional, s.Status) {
			words += " (until everything is agreed)"
		}
		return s.Status, words + since(s.Date), d.Of(s.Evidence, "")
	}
	for _, status := range []parley.Status{parley.StatusBracketed, parley.StatusProposed} {
		var in []string
		for _, t := range heads {
			points := t.PointsOn(i.ID)
			brackets := slices.ContainsFunc(points, func(p parley.Point) bool { return !p.Body.Clean() })
			if len(points) > 0 && (brackets || status == parley.StatusProposed) {
				in = append(in, t.ID)
			}
		}
		if len(in) > 0 {
			return status, string(status) + " in " + strings.Join(in, ", "), nil
		}
	}
	return parley.StatusOpen, "open: in no current draft", nil
}

func since(date parley.Date) string {
	if date.IsZero() {
		return ""
	}
	return ", " + date.String()
}

// title is the alternative's title, or its id where it has none.
func title(i parley.Issue, alternative string) string {
	if a, ok := i.Alternative(alternative); ok && a.Title != "" {
		return a.Title
	}
	return alternative
}

func (d *desk) names(ids []string) []string {
	var all []string
	for _, id := range ids {
		all = append(all, d.Actor(id))
	}
	return all
}
