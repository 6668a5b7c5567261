package main

import (
	"encoding/json"
	"fmt"

	"github.com/parley-desk/parley/page"

	"github.com/parley-desk/parley/casefolder"
	"github.com/parley-desk/parley/record"
)

type checkCommand struct {
	Case string `arg:"" type:"existingdir" help:"The case's folder."`
	JSON bool   `help:"One JSON object a line: file, line, column, severity, message, expected, near."`
}

// Help gives examples.
func (checkCommand) Help() string {
	return `Exits with 1 when there are errors; warnings alone exit with 0.

Examples:
  parley check examples/ukraine-2025
  parley check mycase && git commit`
}

func (c checkCommand) Run(d desk) error {
	folder, err := casefolder.Load(c.Case)
	if err != nil {
		return err
	}
	problems := folder.Check(casefolder.Checks{Anchor: record.Anchor})
	for _, p := range problems {
		if c.JSON {
			if err := json.NewEncoder(d.out).Encode(finding{p.File, p.Line, p.Column, p.Severity.String(), p.Message, p.Expected, p.Near}); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintf(d.out, "%s\n%s", p, p.Excerpt())
	}
	if c.JSON {
		return failOn(problems)
	}
	switch errors, all := problems.Errors(), len(problems); {
	case all == 0:
		fmt.Fprintln(d.out, "nothing is wrong")
	default:
		fmt.Fprintf(d.out, "%s, %s\n", page.Count(errors, "error"), page.Count(all-errors, "warning"))
	}
	return failOn(problems)
}

// finding is a problem as --json writes it.
type finding struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Severity string `json:"severity"`
	Message  string `json:"message"`
	Expected string `json:"expected,omitempty"`
	Near     string `json:"near,omitempty"`
}

func failOn(problems casefolder.Problems) error {
	if problems.Errors() > 0 {
		return errFound
	}
	return nil
}
