package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/parley-desk/parley/casefolder"
	"github.com/parley-desk/parley/record"
	"github.com/parley-desk/parley/review"
)

type recordCommand struct {
	Case      string `arg:"" type:"existingdir" help:"The case's folder."`
	Report    string `arg:"" help:"A report of the case, by its id; with --add, a file."`
	AcceptAll bool   `help:"Record every proposal, marked as read by nobody."`
	Coder     string `placeholder:"NAME" help:"Who reviews; written beside what is accepted."`
	Add       bool   `help:"First put the file into the case's reports."`
	addition
}

// Help gives examples.
func (recordCommand) Help() string {
	return `Shows one proposed statement at a time, in its place in the report; a key
decides. Every decision is saved at once, and the next parley record goes on
where this one stopped. Where no terminal is at hand, commands are read from
standard input, one a line.

` + "  " + strings.ReplaceAll(review.Help, "\n", "\n  ") + `

Examples:
  parley record mycase summary-2025-12-01
  parley record mycase article.html --add --outlet Axios --date 2025-12-01
  parley record mycase summary-2025-12-01 --accept-all`
}

func (c recordCommand) Run(ctx context.Context, d desk) error {
	folder, err := d.load(c.Case)
	if err != nil {
		return err
	}
	id := c.Report
	if c.Add {
		if id, err = c.add(d, folder, c.Report); err != nil {
			return err
		}
	}
	s := session{desk: d, folder: folder, drops: filepath.Join(c.Case, "record", "."+id+".dropped")}
	if s.review, err = c.propose(ctx, folder, id, s.drops); err != nil {
		return err
	}
	s.review.Coder = c.Coder
	if c.AcceptAll {
		return s.acceptAll()
	}
	if f, ok := d.keyboard(); ok {
		err = s.screen(ctx, f)
	} else {
		err = s.lines(ctx)
	}
	return errors.Join(err, s.tally())
}

// propose reads the report with what the case knows in the report's room, and
// lines up what was found.
func (c recordCommand) propose(ctx context.Context, folder *casefolder.Folder, id, drops string) (*review.Review, error) {
	report, ok := folder.Case.Report(id)
	if !ok {
		if _, err := os.Stat(id); err == nil {
			return nil, fmt.Errorf("%s is no report of the case yet: add it with --add", id)
		}
		return nil, missing(folder.Case, id)
	}
	reader := caseReader{known: folder.Case.For(report.Room)}
	doc, err := reader.read(ctx, sourceOf(report))
	if err != nil {
		return nil, err
	}
	if doc.Note != "" {
		return nil, fmt.Errorf("report %s: %s", id, doc.Note)
	}
	dropped, err := readDrops(drops)
	if err != nil {
		return nil, err
	}
	return review.New(folder.Case, report, doc, dropped), nil
}

func readDrops(name string) ([]review.Drop, error) {
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	drops, err := review.DecodeDrops(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return drops, nil
}

// load opens a case to write in. Errors in its files stop the command.
func (d desk) load(dir string) (*casefolder.Folder, error) {
	folder, err := casefolder.Load(dir)
	if err != nil {
		return nil, err
	}
	problems := folder.Check(casefolder.Checks{Anchor: record.Anchor})
	if n := problems.Errors(); n > 0 {
		fmt.Fprint(d.err, problems.String())
		return nil, fmt.Errorf("%d errors in %s: mend them first; parley check tells more", n, dir)
	}
	return folder, nil
}
