package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/casefolder"
)

// known checks that an id typed on the command line is one that the case has,
// and otherwise names the nearest that it has, or all of them.
func known(what, id string, ids []string) error {
	if slices.Contains(ids, id) {
		return nil
	}
	if near := casefolder.Nearest(id, ids); near != "" {
		return fmt.Errorf("no %s %q; did you mean %s?", what, id, near)
	}
	if len(ids) == 0 {
		return fmt.Errorf("no %s %q: the case has none", what, id)
	}
	return fmt.Errorf("no %s %q; there are %s", what, id, strings.Join(ids, ", "))
}

func issueIDs(c parley.Case) (ids []string) {
	for _, i := range c.Issues {
		ids = append(ids, i.ID)
	}
	return ids
}

func alternativeIDs(i parley.Issue) (ids []string) {
	for _, a := range i.Alternatives {
		ids = append(ids, a.ID)
	}
	return ids
}

func draftIDs(c parley.Case) (ids []string) {
	for _, t := range c.Drafts {
		ids = append(ids, t.ID)
	}
	return ids
}

func actorIDs(c parley.Case) (ids []string) {
	for _, p := range c.Parties {
		ids = append(ids, p.ID)
	}
	for _, r := range c.Ratifiers {
		ids = append(ids, r.ID)
	}
	return ids
}
