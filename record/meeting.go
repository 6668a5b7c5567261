package record

import "github.com/parley-desk/parley"

// Encounter is a meeting that the report tells of.
type Meeting struct {
	People  []string // ids of known people
	Parties []string // ids of parties, of those people too
	Names   []string // people and groups the case does not know
	Place   string
	Site    string
	Date    parley.Date
	Hours   float64
	AtLeast bool // “more than four hours”
	Format  parley.Format
	Trigger Span // the words that tell of it
}

func (w *work) meetings() {}
