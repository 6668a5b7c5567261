package parley

import "slices"

// Issue is something that the parties must settle. Points of drafts are
// renumbered; the issue that they are about is not.
type Issue struct {
	ID           string        `yaml:"id"`
	Title        string        `yaml:"title"`
	Summary      string        `yaml:"summary,omitempty"`
	Alternatives []Alternative `yaml:"alternatives,omitempty"`
	// Ordered says that the alternatives lie on a scale, in this order.
	Ordered bool `yaml:"ordered,omitempty"`
	// Needs names the ratifiers that must approve, whichever alternative is
	// chosen; an alternative can name more.
	Needs []string `yaml:"needs,omitempty"`
	// Keywords are words by which a report shows that it speaks of the issue.
	Keywords []string `yaml:"keywords,omitempty"`
	// Status is the recorded course of the issue, oldest first or not.
	Status []StatusChange `yaml:"status,omitempty"`
	Note   string         `yaml:"note,omitempty"`
	Room   Room           `yaml:"room,omitempty"`
}

// Alternative is one way to settle an issue, on the table publicly or
// privately.
type Alternative struct {
	ID    string   `yaml:"id"`
	Title string   `yaml:"title"`
	Needs []string `yaml:"needs,omitempty"`
	Note  string   `yaml:"note,omitempty"`
	Room  Room     `yaml:"room,omitempty"`
}

// Alternative finds one of the issue's alternatives.
func (i Issue) Alternative(id string) (Alternative, bool) {
	k := slices.IndexFunc(i.Alternatives, func(a Alternative) bool { return a.ID == id })
	if k < 0 {
		return Alternative{}, false
	}
	return i.Alternatives[k], true
}

// Choice names alternatives by issue: for each issue, any of those listed. An
// empty list means the issue settled in whatever way.
type Choice map[string][]string

// Link ties issues together, for everybody: when If holds, Then must. A link
// with no Then forbids what If describes.
type Link struct {
	ID       string     `yaml:"id"`
	Title    string     `yaml:"title,omitempty"`
	If       Choice     `yaml:"if"`
	Then     Choice     `yaml:"then,omitempty"`
	Evidence []Evidence `yaml:"evidence,omitempty"`
	Note     string     `yaml:"note,omitempty"`
	Room     Room       `yaml:"room,omitempty"`
}

// Package is one alternative for every issue, by issue id.
type Package map[string]string
