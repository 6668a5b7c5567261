package brief

import (
	"fmt"
	"strings"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/page"
)

// short is the picture in a few sentences, the gravest news not left out.
func (b Brief) short() []Finding {
	found := []Finding{}
	say := func(evidence []parley.Source, format string, args ...any) {
		found = append(found, Finding{Words: fmt.Sprintf(format, args...), Evidence: evidence})
	}
	var settled, meet, common []string
	for _, i := range b.Issues {
		switch {
		case i.Status.Settled():
			settled = append(settled, i.ID)
		case len(i.Left) == 0 && len(i.Alternatives) > 0:
			meet = append(meet, i.ID)
		case len(i.Common) > 0:
			common = append(common, i.ID)
		}
	}
	words := fmt.Sprintf("%s on the agenda, %d settled", page.Count(len(b.Issues), "issue"), len(settled))
	if len(settled) > 0 {
		words += " (" + page.And(settled) + ")"
	}
	say(nil, "%s.", words)
	if len(meet) > 0 {
		say(nil, "Red lines leave nothing to agree on in %s: %s.", page.Count(len(meet), "issue"), page.And(meet))
	}
	if len(common) > 0 {
		say(nil, "Within reach, an alternative that every required party accepts: %s.", page.And(common))
	}
	if len(b.Deadlocks) > 0 {
		var circles []string
		for _, d := range b.Deadlocks {
			circles = append(circles, d.Words)
		}
		say(nil, "%s: %s.", page.Count(len(b.Deadlocks), "circular precondition"), strings.Join(circles, "; "))
	}
	if g := b.Gate; g != nil {
		say(nil, "The newest text, %s, %s.", g.Draft, g.Words)
	}
	if b.Changes.Meeting != "" {
		say(nil, "Last met: %s; %s on record since.", b.Changes.Words, page.Count(len(b.Changes.Items), "change"))
	}
	unknown, all := b.unknown()
	say(nil, "Of %d attitudes that a signature would rest on, %d are unknown.", all, unknown)
	return found
}

// unknown counts the attitudes of required parties, and those nobody knows.
func (b Brief) unknown() (unknown, all int) {
	required := map[string]bool{}
	for _, p := range b.Parties {
		required[p.ID] = p.Required
	}
	for _, i := range b.Issues {
		for _, a := range i.Alternatives {
			for _, cell := range a.Attitudes {
				if !required[cell.Party] {
					continue
				}
				all++
				if cell.Attitude == parley.Unknown.String() && cell.ShutOutBy == "" {
					unknown++
				}
			}
		}
	}
	return unknown, all
}
