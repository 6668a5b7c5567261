package deal

import (
	"fmt"
	"slices"

	"github.com/parley-desk/parley/pareto"
)

// changed tells what supposing something changes, in words.
func changed(before, after *Deals) []string {
	var words []string
	say := func(format string, args ...any) { words = append(words, fmt.Sprintf(format, args...)) }
	if before.Packages.Possible != after.Packages.Possible {
		say("possible packages: %s before, %s now", before.Packages.Possible, after.Packages.Possible)
	}
	if before.Packages.Secured != after.Packages.Secured {
		say("secured packages: %s before, %s now", before.Packages.Secured, after.Packages.Secured)
	}
	names := func(all []Conflict) []string {
		var out []string
		for _, c := range all {
			name := ""
			for _, b := range c.Bars {
				name += b.Words + "\n"
			}
			out = append(out, name)
		}
		return out
	}
	was, is := names(before.Blockers), names(after.Blockers)
	gone := slices.DeleteFunc(slices.Clone(was), func(n string) bool { return slices.Contains(is, n) })
	fresh := slices.DeleteFunc(slices.Clone(is), func(n string) bool { return slices.Contains(was, n) })
	if len(gone)+len(fresh) > 0 {
		say("blockers: %d gone, %d new, %d as before", len(gone), len(fresh), len(is)-len(fresh))
	}
	for _, n := range pareto.Kinds {
		old, had := before.Solutions[n.String()]
		now, has := after.Solutions[n.String()]
		switch {
		case had && !has:
			say("%s: no package any more", n)
		case !had && has:
			say("%s: there is a package now", n)
		case had && has:
			for _, issue := range after.Issues {
				if old.Package[issue] != now.Package[issue] {
					say("%s: %s is %s, was %s", n, issue, now.Package[issue], old.Package[issue])
				}
			}
		}
	}
	if len(words) == 0 {
		say("nothing: the answers are the same")
	}
	return words
}
