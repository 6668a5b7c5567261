package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/deal"
	"github.com/parley-desk/parley/draft"
	"github.com/parley-desk/parley/draft/show"
)

type textCommand struct {
	view
	Draft   string            `arg:"" optional:"" help:"The draft; without it the newest whose points are known."`
	Resolve map[string]string `mapsep:"," placeholder:"army=cap-800k,…" help:"Put these alternatives into the text, by issue."`
	Package string            `enum:",nash,kalai_smorodinsky,egalitarian,utilitarian,nearest" default:"" placeholder:"nash" help:"Put a package of the deal space into the text: nash, kalai_smorodinsky, egalitarian, utilitarian, or nearest to the draft."`
	Lone    string            `enum:"leave,keep,delete" default:"leave" help:"What becomes of a lone bracket, on which no package decides: leave, keep or delete."`
	output
}

// Help gives examples.
func (textCommand) Help() string {
	return `With --package, wordings that the draft does not have are borrowed from other
drafts, and what has no words anywhere is told.

Examples:
  parley text examples/ukraine-2025
  parley text examples/ukraine-2025 T1 --resolve army=cap-800k,nato=renounce
  parley text examples/camp-david-1978 --package nash --format html --out text.html`
}

func (t textCommand) Run(ctx context.Context, d desk) error {
	c, err := d.open(t.view)
	if err != nil {
		return err
	}
	paper, err := t.paper(c)
	if err != nil {
		return err
	}
	chosen, err := t.chosen(ctx, c, paper)
	if err != nil {
		return err
	}
	text := show.Make(c, paper)
	if len(chosen) > 0 {
		how := draft.Resolution{Lone: lone[t.Lone]}
		if t.Package != "" {
			how.Borrow = others(c, paper)
		}
		text = show.Resolved(c, paper, chosen, how)
	}
	return d.show(t.output, text, text.Page())
}

var lone = map[string]draft.Lone{"leave": draft.LeaveLone, "keep": draft.KeepLone, "delete": draft.DeleteLone}

// paper is the draft asked for, or the newest whose points are known.
func (t textCommand) paper(c parley.Case) (parley.Draft, error) {
	if t.Draft != "" {
		paper, ok := c.Draft(t.Draft)
		if !ok {
			return paper, known("draft", t.Draft, draftIDs(c))
		}
		return paper, nil
	}
	paper, ok := draft.NewGraph(c.Drafts).Newest()
	if !ok {
		return paper, errors.New("the case has no draft whose points are known on this day")
	}
	return paper, nil
}

// others are the drafts that may lend words, the newest first.
func others(c parley.Case, paper parley.Draft) []parley.Draft {
	all := draft.NewGraph(c.Drafts).Drafts()
	slices.Reverse(all)
	return slices.DeleteFunc(all, func(o parley.Draft) bool { return o.ID == paper.ID })
}

// chosen is what to put into the text: the package of the deal space, and over
// it what was typed.
func (t textCommand) chosen(ctx context.Context, c parley.Case, paper parley.Draft) (parley.Package, error) {
	chosen := parley.Package{}
	for issue, alternative := range t.Resolve {
		i, ok := c.Issue(issue)
		if !ok {
			return nil, fmt.Errorf("--resolve: %w", known("issue", issue, issueIDs(c)))
		}
		if err := known("alternative on "+issue, alternative, alternativeIDs(i)); err != nil {
			return nil, fmt.Errorf("--resolve: %w", err)
		}
		chosen[issue] = alternative
	}
	if t.Package == "" {
		return chosen, nil
	}
	deals, err := deal.Make(ctx, c, deal.Options{From: paper.ID})
	if err != nil {
		return nil, err
	}
	found, ok := deals.Solutions[t.Package]
	pick := found.Package
	if t.Package == "nearest" && deals.Moves != nil {
		pick, ok = deals.Moves.Package, true
	}
	if !ok {
		return nil, noPackage(deals)
	}
	for issue, alternative := range pick {
		if _, typed := chosen[issue]; !typed {
			chosen[issue] = alternative
		}
	}
	return chosen, nil
}

// noPackage says that there is nothing to put into the text, and the least that
// would have to give.
func noPackage(d *deal.Deals) error {
	if len(d.Openings) == 0 {
		return errors.New("no package is possible, and no opening was found; parley deals tells more")
	}
	var bars []string
	for _, b := range d.Openings[0].Bars {
		bars = append(bars, "\n  "+b.Words)
	}
	return fmt.Errorf("no package is possible, so there is none to put into the text. The smallest opening, the least that would have to give:%s\nparley deals tells more", strings.Join(bars, ""))
}
