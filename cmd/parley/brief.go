package main

import "github.com/parley-desk/parley/brief"

type briefCommand struct {
	view
	output
}

// Help gives examples.
func (briefCommand) Help() string {
	return `Examples:
  parley brief examples/ukraine-2025
  parley brief examples/ukraine-2025 --as-of 2025-11-24
  parley brief examples/ukraine-2025 --format html --out brief.html`
}

func (b briefCommand) Run(d desk) error {
	c, err := d.open(b.view)
	if err != nil {
		return err
	}
	made := brief.Make(c)
	return d.show(b.output, made, made.Page())
}
