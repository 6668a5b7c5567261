package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/parley-desk/parley/casefolder"
)

type newCommand struct {
	Dir   string `arg:"" help:"The folder to make; it must not hold anything yet."`
	Title string `help:"The case's title; the folder's name without it."`
	From  string `type:"existingfile" placeholder:"TEXT.md" help:"A bracketed text to make the agenda from."`
}

// Help gives examples.
func (newCommand) Help() string {
	return `From a bracketed text, headings become issues, the variants in brackets their
alternatives, and those who back them parties.

Examples:
  parley new mycase --title "Talks on the river"
  parley new mycase --from chair-text.md`
}

func (c newCommand) Run(d desk) error {
	title := c.Title
	if title == "" {
		title = filepath.Base(filepath.Clean(c.Dir))
	}
	if c.From == "" {
		if err := casefolder.New(c.Dir, title); err != nil {
			return err
		}
	} else {
		text, err := os.ReadFile(c.From)
		if err != nil {
			return err
		}
		problems, err := casefolder.NewFrom(c.Dir, title, text)
		fmt.Fprint(d.err, problems.String())
		if err != nil {
			return err
		}
	}
	fmt.Fprintf(d.out, "Started %s. Next: parley check %[1]s, then parley brief %[1]s\n", c.Dir)
	return nil
}
