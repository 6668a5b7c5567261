package draft

import (
	"fmt"
	"slices"
	"strings"

	"github.com/parley-desk/parley"
)

// Graph is the drafts of a case with the arrows between them: each follows none,
// one or several others. A draft that follows one unknown to the graph is taken
// as a first one. The zero Graph is empty.
type Graph struct {
	drafts   []parley.Draft // parents before children, and else by date
	at       map[string]int
	parents  [][]int
	children [][]int
}

// NewGraph puts drafts in order: each after those that it follows, and apart
// from that by date, then as given. Should drafts follow each other in a circle,
// the earliest of them opens it. Of two drafts with one id the first counts.
func NewGraph(drafts []parley.Draft) Graph {
	byDate := slices.Clone(drafts)
	slices.SortStableFunc(byDate, func(a, b parley.Draft) int { return a.Date.Compare(b.Date) })
	known := map[string]bool{}
	byDate = slices.DeleteFunc(byDate, func(d parley.Draft) bool {
		again := known[d.ID]
		known[d.ID] = true
		return again
	})
	g := Graph{at: map[string]int{}}
	for len(byDate) > 0 {
		k := max(0, slices.IndexFunc(byDate, func(d parley.Draft) bool {
			return !slices.ContainsFunc(d.Follows, func(id string) bool {
				_, placed := g.at[id]
				return known[id] && !placed
			})
		}))
		g.place(byDate[k])
		byDate = slices.Delete(byDate, k, k+1)
	}
	return g
}

func (g *Graph) place(d parley.Draft) {
	k := len(g.drafts)
	g.drafts = append(g.drafts, d)
	g.parents, g.children = append(g.parents, nil), append(g.children, nil)
	for _, id := range d.Follows {
		parent, ok := g.at[id]
		if ok && !slices.Contains(g.parents[k], parent) {
			g.parents[k] = append(g.parents[k], parent)
			g.children[parent] = append(g.children[parent], k)
		}
	}
	g.at[d.ID] = k
}

// Drafts are all drafts, each after those that it follows.
func (g Graph) Drafts() []parley.Draft { return slices.Clone(g.drafts) }

// Parents are the drafts that a draft follows.
func (g Graph) Parents(id string) []parley.Draft { return g.near(id, g.parents) }

// Children are the drafts that follow a draft.
func (g Graph) Children(id string) []parley.Draft { return g.near(id, g.children) }

func (g Graph) near(id string, arrows [][]int) []parley.Draft {
	k, ok := g.at[id]
	if !ok {
		return nil
	}
	var all []parley.Draft
	for _, n := range arrows[k] {
		all = append(all, g.drafts[n])
	}
	return all
}

// Heads are the drafts that nothing follows: the latest of each line.
func (g Graph) Heads() []parley.Draft {
	var heads []parley.Draft
	for k, d := range g.drafts {
		if len(g.children[k]) == 0 {
			heads = append(heads, d)
		}
	}
	return heads
}

// Newest is the last draft, in the order of [Graph.Drafts], whose points are
// known: of a paper that others merely tell of, little can be said.
func (g Graph) Newest() (parley.Draft, bool) {
	for _, d := range slices.Backward(g.drafts) {
		if len(d.Points) > 0 {
			return d, true
		}
	}
	return parley.Draft{}, false
}

// Families are the drafts that hang together, each family in its own order, the
// families by their first draft. Two families are parallel texts.
func (g Graph) Families() [][]parley.Draft {
	family := make([]int, len(g.drafts)) // from 1
	count := 0
	for k := range g.drafts {
		if family[k] != 0 {
			continue
		}
		count++
		for reached := []int{k}; len(reached) > 0; {
			n := reached[len(reached)-1]
			reached = reached[:len(reached)-1]
			if family[n] == 0 {
				family[n] = count
				reached = append(append(reached, g.parents[n]...), g.children[n]...)
			}
		}
	}
	families := make([][]parley.Draft, count)
	for k, d := range g.drafts {
		families[family[k]-1] = append(families[family[k]-1], d)
	}
	return families
}

// String lists the drafts in words, family by family: what each is and which it
// follows. It says all that [Graph.Drawing] draws.
func (g Graph) String() string {
	var s strings.Builder
	families := g.Families()
	for k, family := range families {
		if len(families) > 1 {
			fmt.Fprintf(&s, "Text family %d of %d:\n", k+1, len(families))
		}
		for _, d := range family {
			fmt.Fprintf(&s, "- %s; %s; %s\n", caption(d), relation("follows", "first of its line", g.Parents(d.ID)),
				relation("followed by", "nothing follows it", g.Children(d.ID)))
		}
	}
	return s.String()
}

func relation(word, none string, drafts []parley.Draft) string {
	if len(drafts) == 0 {
		return none
	}
	ids := make([]string, len(drafts))
	for k, d := range drafts {
		ids[k] = d.ID
	}
	return word + " " + strings.Join(ids, ", ")
}

// caption is what a draft is, in one line: "T2 E3 counter-text (2025-11-23,
// counter-text, by E3, authorship disputed)".
func caption(d parley.Draft) string {
	var about []string
	if !d.Date.IsZero() {
		about = append(about, d.Date.String())
	}
	if d.Standing != "" {
		about = append(about, string(d.Standing))
	}
	if len(d.Authors) > 0 {
		about = append(about, "by "+strings.Join(d.Authors, ", "))
	}
	if len(d.Disputed) > 0 {
		about = append(about, "disputed")
	}
	s := strings.TrimSpace(d.ID + " " + d.Title)
	if len(about) > 0 {
		s += " (" + strings.Join(about, ", ") + ")"
	}
	return s
}
