package main

import (
	"context"
	"io"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/page"
	"github.com/parley-desk/parley/record/show"
)

type readCommand struct {
	Reports []string `arg:"" name:"report" help:"Files: plain text, Markdown, HTML, .eml, or .jsonl with a document a line; - for what is piped in; with --case also the ids of its reports."`
	Case    string   `type:"existingdir" placeholder:"DIR" help:"Know the people, parties, outlets and issues of this case."`
	Room    []string `placeholder:"ROOM" help:"Of the case also know what was told in this room."`
	Format  string   `enum:"text,html,json,jsonl" default:"text" help:"text, html, json, or jsonl: a document a line."`
	Out     string   `type:"path" placeholder:"FILE" help:"Write to a file instead of the terminal."`
}

// Help gives examples.
func (readCommand) Help() string {
	return `Proposes the attributed statements, the meetings and the people of each report.
Nothing is recorded: parley record does that, a statement at a time. Nothing is
fetched: what is given is all that is read.

In json and jsonl, source, cue and content are null, [start, end] or a list of
these: Unicode code points, the end not included.

Examples:
  parley read article.html --case examples/ukraine-2025
  parley read summary-2025-12-01 --case examples/ukraine-2025 --format html --out read.html
  pbpaste | parley read -
  parley read corpus.jsonl --format jsonl --out found.jsonl`
}

func (c readCommand) Run(ctx context.Context, d desk) error {
	if c.Out != "" {
		return writeFile(c.Out, func(w io.Writer) error { return c.show(ctx, d, w, page.TextOptions{Width: 100}) })
	}
	return c.show(ctx, d, d.out, page.TextOptions{Width: d.width(), Color: d.color})
}

// show reads one report after another and keeps none.
func (c readCommand) show(ctx context.Context, d desk, w io.Writer, o page.TextOptions) error {
	var out show.Writer
	switch c.Format {
	case "html":
		out = show.HTML(w)
	case "json":
		out = show.JSON(w)
	case "jsonl":
		out = show.JSONL(w)
	default:
		out = show.Text(w, o)
	}
	var known parley.Case
	if c.Case != "" {
		var err error
		if known, err = d.open(view{Case: c.Case, AsOf: "now", Room: c.Room}); err != nil {
			return err
		}
	}
	reader := caseReader{known: known}
	for _, name := range c.Reports {
		for src, err := range d.reports(ctx, known, name) {
			if err != nil {
				return err
			}
			doc, err := reader.read(ctx, src)
			if err != nil {
				return err
			}
			if err := out.Write(doc); err != nil {
				return err
			}
		}
	}
	return out.Close()
}
