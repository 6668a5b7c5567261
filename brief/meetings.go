package brief

import (
	"github.com/parley-desk/parley"
)

// Divergence is something that two accounts tell differently: the readouts of
// a meeting, or two memories of one commitment.
type Divergence struct {
	About    string    `json:"about"` // the id of the meeting or commitment
	Words    string    `json:"words"` // the same in words
	Topic    string    `json:"topic"` // the title of an issue, or the record's own word
	Kind     string    `json:"kind"`  // contradiction, different number, omission
	Accounts []Account `json:"accounts"`
	Silent   []string  `json:"silent,omitempty"` // whose account leaves it out
}

// Account is what one side tells.
type Account struct {
	By       string          `json:"by"` // names, as in all of a divergence
	Says     string          `json:"says"`
	Value    string          `json:"value,omitempty"` // with its unit
	Evidence []parley.Source `json:"evidence,omitempty"`
}

func (d *desk) divergences() []Divergence {
	all := []Divergence{}
	for _, m := range d.Meetings {
		all = append(all, d.diverging(m.ID, d.meetingWords(m), m.Divergences())...)
	}
	for _, m := range d.Case.Commitments {
		all = append(all, d.diverging(m.ID, m.Title+since(m.Date), m.Divergences())...)
	}
	return all
}

func (d *desk) diverging(id, words string, found []parley.Divergence) []Divergence {
	var all []Divergence
	for _, v := range found {
		row := Divergence{About: id, Words: words, Topic: v.Topic, Kind: string(v.Kind), Silent: d.names(v.Silent), Accounts: []Account{}}
		if i, ok := d.Case.Issue(v.Topic); ok {
			row.Topic = i.Title
		}
		for _, a := range v.Accounts {
			value := a.Value
			if a.Unit != "" && value != "" {
				value += " " + a.Unit
			}
			row.Accounts = append(row.Accounts, Account{d.Actor(a.By), a.Says, value, d.Of(a.Evidence, "")})
		}
		all = append(all, row)
	}
	return all
}

// Commitment is a promise, or a guarantee with its trigger.
type Commitment struct {
	ID        string          `json:"id"`
	Title     string          `json:"title"`
	Date      string          `json:"date,omitempty"`
	By        []string        `json:"by"` // names, as to and witness
	To        []string        `json:"to,omitempty"`
	Witness   []string        `json:"witness,omitempty"`
	Says      string          `json:"says,omitempty"`
	Status    string          `json:"status,omitempty"`
	Until     string          `json:"until,omitempty"`
	Term      string          `json:"term,omitempty"`
	Guarantee bool            `json:"guarantee"` // whether it is one, with what follows
	Trigger   string          `json:"trigger,omitempty"`
	Response  string          `json:"response,omitempty"`
	Voids     []string        `json:"voids,omitempty"`
	Snapback  string          `json:"snapback,omitempty"`
	Evidence  []parley.Source `json:"evidence,omitempty"`
}

func (d *desk) commitments() []Commitment {
	all := []Commitment{}
	for _, m := range d.Case.Commitments {
		row := Commitment{
			ID: m.ID, Title: m.Title, Date: m.Date.String(), By: append([]string{}, d.names(m.By)...), To: d.names(m.To),
			Witness: d.names(m.Witness), Says: m.Says, Status: string(m.Status), Until: m.Until.String(), Term: m.Term,
			Evidence: d.Of(m.Evidence, ""),
		}
		if g := m.Guarantee; g != nil {
			row.Guarantee, row.Trigger, row.Response, row.Voids, row.Snapback = true, g.Trigger, g.Response, g.Voids, g.Snapback
		}
		all = append(all, row)
	}
	return all
}
