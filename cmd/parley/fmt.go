package main

import (
	"fmt"

	"github.com/parley-desk/parley/casefolder"
)

type fmtCommand struct {
	Case  string `arg:"" type:"existingdir" help:"The case's folder."`
	Check bool   `help:"Write nothing; name the files that would change, and exit with 1 if there are any."`
}

// Help gives examples.
func (fmtCommand) Help() string {
	return `Comments and fields that Parley does not know stay; a file that cannot be read
is left as it is.

Examples:
  parley fmt mycase
  parley fmt --check mycase`
}

func (c fmtCommand) Run(d desk) error {
	changed, problems, err := casefolder.Format(c.Case, c.Check)
	for _, name := range changed {
		fmt.Fprintln(d.out, name)
	}
	fmt.Fprint(d.err, problems.String())
	if err != nil {
		return err
	}
	if problems.Errors() > 0 || c.Check && len(changed) > 0 {
		return errFound
	}
	return nil
}
