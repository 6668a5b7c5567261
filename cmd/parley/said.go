package main

import (
	"errors"
	"fmt"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/brief"
)

type saidCommand struct {
	view
	Who   string `placeholder:"NAME" help:"A party or a person: id, name or alias."`
	About string `placeholder:"ISSUE" help:"An issue of the agenda."`
	Since string `placeholder:"DATE" help:"Leave out what is older."`
	output
}

// Help gives examples.
func (saidCommand) Help() string {
	return `Examples:
  parley said examples/ukraine-2025 --who UA --about army
  parley said examples/ukraine-2025 --who Putin --since 2025-11-20`
}

func (s saidCommand) Run(d desk) error {
	c, err := d.open(s.view)
	if err != nil {
		return err
	}
	q := brief.Question{Who: s.Who, About: s.About}
	if s.Since != "" {
		if q.Since, err = parley.ParseDate(s.Since); err != nil {
			return fmt.Errorf("--since: %w", err)
		}
	}
	answer, err := brief.Said(c, q)
	if unknown := (*brief.UnknownError)(nil); errors.As(err, &unknown) {
		return known(unknown.What, unknown.Name, unknown.Known)
	}
	if err != nil {
		return err
	}
	return d.show(s.output, answer, answer.Page())
}
