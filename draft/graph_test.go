package draft_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/draft"
)

// drafts reads "T2 2025-11-23 T0 T1": an id, a date or -, and what it follows.
func drafts(lines ...string) []parley.Draft {
	var all []parley.Draft
	for _, line := range lines {
		f := strings.Fields(line)
		d := parley.Draft{ID: f[0], Follows: f[2:], Points: []parley.Point{{Number: "1"}}}
		if f[1] != "-" {
			d.Date = parley.MustDate(f[1])
		}
		all = append(all, d)
	}
	return all
}

func idsOf(all []parley.Draft) string {
	var ids []string
	for _, d := range all {
		ids = append(ids, d.ID)
	}
	return strings.Join(ids, " ")
}

func TestGraph(t *testing.T) {
	tests := map[string]struct {
		drafts                           []parley.Draft
		order, heads, newest, inFamilies string
	}{
		"none": {nil, "", "", "", ""},
		"a line, given backwards": {
			drafts("C 2025-03 B", "B 2025-02 A", "A 2025-01"),
			"A B C", "C", "C", "A B C",
		},
		"a fork that meets again": {
			drafts("A 2025-01", "B 2025-02 A", "C 2025-03 A", "D 2025-04 B C"),
			"A B C D", "D", "D", "A B C D",
		},
		"parallel families": {
			drafts("A 2025-01", "X 2025-02", "B 2025-03 A", "Y 2025-04 X"),
			"A X B Y", "B Y", "Y", "A B / X Y",
		},
		"a child dated before its parent":  {drafts("A 2025-05", "B 2025-01 A"), "A B", "B", "B", "A B"},
		"an unknown parent":                {drafts("B 2025-01 nowhere"), "B", "B", "B", "B"},
		"a circle opens with its earliest": {drafts("A 2025-02 B", "B 2025-01 A"), "B A", "A", "A", "B A"},
		"following itself":                 {drafts("A 2025-02 A"), "A", "A", "A", "A"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			g := draft.NewGraph(tt.drafts)
			newest, _ := g.Newest()
			var families []string
			for _, f := range g.Families() {
				families = append(families, idsOf(f))
			}
			got := []string{idsOf(g.Drafts()), idsOf(g.Heads()), newest.ID, strings.Join(families, " / ")}
			if diff := cmp.Diff([]string{tt.order, tt.heads, tt.newest, tt.inFamilies}, got); diff != "" {
				t.Errorf("order, heads, newest, families: -want +got:\n%s", diff)
			}
		})
	}
}

func TestNewestIsOneWhosePointsAreKnown(t *testing.T) {
	all := drafts("T1 2025-01", "T2 2025-02 T1")
	all[1].Points = nil
	if newest, ok := draft.NewGraph(all).Newest(); !ok || newest.ID != "T1" {
		t.Errorf("got %q, %v; want T1, since of T2 nothing is known", newest.ID, ok)
	}
	if _, ok := draft.NewGraph(all[1:]).Newest(); ok {
		t.Error("found a newest draft though no points are known")
	}
}

func TestDrawing(t *testing.T) {
	g := draft.NewGraph(drafts("T0 2025-01", "T1 2025-02 T0", "T2 2025-03 T0", "T3 2025-04 T1 T2", "X 2025-05"))
	want := strings.Join([]string{
		"● X (2025-05)",
		"● T3 (2025-04)",
		"├─╮",
		"│ ● T2 (2025-03)",
		"● │ T1 (2025-02)",
		"├─╯",
		"● T0 (2025-01)",
		"",
	}, "\n")
	if diff := cmp.Diff(want, g.Drawing(false)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// Every draft is drawn on a line of its own, children above their parents, and
// nothing but ASCII is used where that is asked for.
func TestDrawingShowsEveryDraft(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []parley.Draft
		for k := range rapid.IntRange(0, 9).Draw(t, "drafts") {
			d := parley.Draft{ID: fmt.Sprint("T", k)}
			for _, p := range rapid.SliceOfN(rapid.IntRange(0, 9), 0, 3).Draw(t, "follows") {
				d.Follows = append(d.Follows, fmt.Sprint("T", p)) // unknown ones, circles and repeats too
			}
			all = append(all, d)
		}
		g := draft.NewGraph(all)
		if len(g.Drafts()) != len(all) {
			t.Fatalf("%d drafts of %d", len(g.Drafts()), len(all))
		}
		drawn := g.Drawing(true)
		if k := strings.IndexFunc(drawn, func(r rune) bool { return r > 126 }); k >= 0 {
			t.Fatalf("not ASCII:\n%s", drawn)
		}
		var rows []string
		for _, line := range strings.Split(drawn, "\n") {
			if k := strings.Index(line, "T"); k >= 0 {
				rows = append(rows, line[k:])
			}
		}
		for _, d := range all {
			row := slices.Index(rows, d.ID)
			if row < 0 {
				t.Fatalf("%s is not drawn:\n%s", d.ID, drawn)
			}
			for _, p := range g.Parents(d.ID) {
				if slices.Index(rows, p.ID) < row {
					t.Fatalf("%s stands below %s, which it follows:\n%s", d.ID, p.ID, drawn)
				}
			}
		}
	})
}

func ExampleGraph() {
	g := draft.NewGraph([]parley.Draft{
		{ID: "T1", Title: "plan", Date: parley.MustDate("2025-11-20"), Standing: parley.StandingLeak, Authors: []string{"US"}},
		{ID: "T2", Title: "E3 text", Date: parley.MustDate("2025-11-23"), Standing: parley.StandingCounter, Follows: []string{"T1"}},
		{ID: "T3", Title: "Geneva text", Date: parley.MustDate("2025-11-24"), Follows: []string{"T1"}},
	})
	fmt.Print(g)
	fmt.Print(g.Drawing(true))
	// Output:
	// - T1 plan (2025-11-20, leak, by US); first of its line; followed by T2, T3
	// - T2 E3 text (2025-11-23, counter-text); follows T1; nothing follows it
	// - T3 Geneva text (2025-11-24); follows T1; nothing follows it
	// * T3 Geneva text (2025-11-24)
	// | * T2 E3 text (2025-11-23, counter-text)
	// |-'
	// * T1 plan (2025-11-20, leak, by US)
}
