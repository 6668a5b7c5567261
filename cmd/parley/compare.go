package main

import (
	"github.com/parley-desk/parley/draft"
	"github.com/parley-desk/parley/draft/show"
)

type compareCommand struct {
	view
	Before string `arg:"" help:"The earlier draft."`
	After  string `arg:"" help:"The later one."`
	output
}

// Help gives examples.
func (compareCommand) Help() string {
	return `Points are aligned by the issue that they are about, whatever their numbers, and
told as kept, reworded, new or dropped; moved, newly bracketed, settled.

Examples:
  parley compare examples/ukraine-2025 T1 T2
  parley compare examples/ukraine-2025 T2 T4 --format html --out changes.html`
}

func (cmd compareCommand) Run(d desk) error {
	c, err := d.open(cmd.view)
	if err != nil {
		return err
	}
	before, ok := c.Draft(cmd.Before)
	if !ok {
		return known("draft", cmd.Before, draftIDs(c))
	}
	after, ok := c.Draft(cmd.After)
	if !ok {
		return known("draft", cmd.After, draftIDs(c))
	}
	compared := draft.Compare(before, after)
	return d.show(cmd.output, compared, show.Comparison(compared))
}
