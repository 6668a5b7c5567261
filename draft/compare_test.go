package draft_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/draft"
)

func TestCompare(t *testing.T) {
	tests := map[string]struct {
		before, after string
		want          string   // the counts
		fates         []string // point by point
	}{
		"nothing changed": {"## 1. A {#a}\n\nOne two.", "## 1. A {#a}\n\nOne\ntwo.", "1 kept, 0 reworded, 0 new, 0 dropped", []string{"1 kept 1"}},
		"renumbered": {
			"## 1. A {#a}\n\nOne.\n\n## 2. B {#b}\n\nTwo.", "## 1. B {#b}\n\nTwo.\n\n## 2. A {#a}\n\nOne.",
			"2 kept, 0 reworded, 0 new, 0 dropped; 2 moved",
			[]string{"2 kept 1", "1 kept 2"},
		},
		"same number, other issue": {
			"## 1. A {#a}\n\nOne.", "## 1. A {#b}\n\nOne.",
			"0 kept, 0 reworded, 1 new, 1 dropped",
			[]string{" new 1", "1 dropped "},
		},
		"one issue, rewritten wholly": {
			"## 1. A {#a}\n\nOne two three.", "## 7. Z {#a}\n\nFour five six.",
			"0 kept, 1 reworded, 0 new, 0 dropped; 1 moved",
			[]string{"1 reworded 7"},
		},
		"two points on one issue, swapped": {
			"## 1. Ships {#a}\n\nShips stay in port.\n\n## 2. Guns {#a}\n\nGuns are stored under seal.",
			"## 1. Guns {#a}\n\nGuns are stored under double seal.\n\n## 2. Ships {#a}\n\nShips stay in port.",
			"1 kept, 1 reworded, 0 new, 0 dropped; 2 moved",
			[]string{"2 reworded 1", "1 kept 2"},
		},
		"no issues": {
			"## Flags\n\nVessels fly a flag.\n\n## Costs\n\nEach pays.", "## Colours\n\nAll vessels fly a flag.\n\n## Fees\n\nNobody is charged for entry.",
			"0 kept, 1 reworded, 1 new, 1 dropped",
			[]string{" reworded ", " new ", " dropped "},
		},
		"an issue named later": {
			"## 1. Flags\n\nVessels fly a flag.", "## 1. Flags {#flags}\n\nVessels fly a flag.",
			"1 kept, 0 reworded, 0 new, 0 dropped",
			[]string{"1 kept 1"},
		},
		"newly bracketed": {
			"## 1. A {#a}\n\nIt leaves at once.", "## 1. A {#a}\n\nIt leaves [at once | US] [later | RU].",
			"0 kept, 1 reworded, 0 new, 0 dropped; 1 newly bracketed",
			[]string{"1 reworded 1"},
		},
		"settled": {
			"## 1. A {#a}\n\nIt leaves [x | US: at once] [y | RU: later].", "## 1. A {#a}\n\nIt leaves later.",
			"0 kept, 1 reworded, 0 new, 0 dropped; 1 settled",
			[]string{"1 reworded 1"},
		},
		"a preamble": {"We agree.", "", "0 kept, 0 reworded, 0 new, 0 dropped", []string{" dropped "}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			c := draft.Compare(read(t, "A", tt.before), read(t, "B", tt.after))
			if got, want := c.String(), "A → B: "+tt.want; got != want {
				t.Errorf("got %q, want %q", got, want)
			}
			var fates []string
			for _, p := range c.Points {
				before, after := "", ""
				if p.Before != nil {
					before = p.Before.Number
				}
				if p.After != nil {
					after = p.After.Number
				}
				fates = append(fates, fmt.Sprintf("%s %s %s", before, p.Fate, after))
			}
			if diff := cmp.Diff(tt.fates, fates); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestCompareTellsWhatABracketWasSettledOn(t *testing.T) {
	const before = "## 1. A {#a}\n\nIt leaves [x | US: at once] [y | RU: at once or later]."
	tests := map[string]struct{ after, alternative, wording string }{
		"by its words":                 {"## 1. A {#a}\n\nIt leaves at once.", "x", "at once"},
		"by the longer words":          {"## 1. A {#a}\n\nIt leaves at once or later.", "y", "at once or later"},
		"by what the point stands for": {"## 1. A {#a .y}\n\nIt leaves when it likes.", "y", "at once or later"},
		"on nothing":                   {"## 1. A {#a}\n\nIt leaves when it likes.", "", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			c := draft.Compare(read(t, "A", before), read(t, "B", tt.after))
			want := []draft.Settlement{{Bracket: "[x | US: at once] [y | RU: at once or later]", Alternative: tt.alternative, Wording: tt.wording}}
			if diff := cmp.Diff(want, c.Points[0].Settled); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// The edits of a point hold both its versions, word for word but for spacing;
// every point of either draft is told exactly once; and a draft compared with
// itself has changed in nothing.
func TestCompareLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		anyDraft := func(id string) parley.Draft {
			d := parley.Draft{ID: id}
			for k := range rapid.IntRange(0, 5).Draw(t, id+" points") {
				d.Points = append(d.Points, parley.Point{
					Number: fmt.Sprint(k + 1),
					Issue:  rapid.SampledFrom([]string{"", "a", "b", "c"}).Draw(t, "issue"),
					Title:  rapid.SampledFrom([]string{"", "Ships", "Guns"}).Draw(t, "title"),
					Body:   words(strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"ships", "guns", "stay", "leave", "600,000", "é", "\n\n", "."}), 1, 12).Draw(t, "words"), " ")),
				})
			}
			return d
		}
		a, b := anyDraft("A"), anyDraft("B")
		var before, after []string
		for _, p := range draft.Compare(a, b).Points {
			var was, is string
			for _, e := range p.Words {
				if e.Op != draft.Added {
					was += e.Words
				}
				if e.Op != draft.Struck {
					is += e.Words
				}
			}
			if p.Before != nil {
				before = append(before, p.Before.Number)
				if p.Fate != draft.Kept && strings.Join(strings.Fields(was), " ") != strings.Join(strings.Fields(p.Before.Text), " ") {
					t.Fatalf("was %q, the edits say %q", p.Before.Text, was)
				}
			}
			if p.After != nil {
				after = append(after, p.After.Number)
				if p.Fate != draft.Kept && strings.Join(strings.Fields(is), " ") != strings.Join(strings.Fields(p.After.Text), " ") {
					t.Fatalf("is %q, the edits say %q", p.After.Text, is)
				}
			}
		}
		same := func(numbers []string, d parley.Draft) bool {
			seen := map[string]bool{}
			for _, n := range numbers {
				seen[n] = true
			}
			return len(seen) == len(d.Points) && len(numbers) == len(d.Points)
		}
		if !same(before, a) || !same(after, b) {
			t.Fatalf("points told: %v of %d, %v of %d", before, len(a.Points), after, len(b.Points))
		}
		for _, p := range draft.Compare(a, a).Points {
			if p.Fate != draft.Kept || p.Moved {
				t.Fatalf("compared with itself: %+v", p)
			}
		}
	})
}

func ExampleCompare() {
	_, one, _ := draft.Parse("## 6. Army {#army}\n\nThe army is limited to 600,000.\n")
	_, two, _ := draft.Parse("## 4. Army {#army}\n\nThe army is limited to 800,000 in peacetime.\n")
	c := draft.Compare(parley.Draft{ID: "T1", Points: one}, parley.Draft{ID: "T2", Points: two})
	fmt.Println(c)
	for _, e := range c.Points[0].Words {
		fmt.Printf("%s %q\n", e.Op, e.Words)
	}
	// Output:
	// T1 → T2: 0 kept, 1 reworded, 0 new, 0 dropped; 1 moved
	// same "The army is limited to "
	// struck "600,000"
	// added "800,000 in peacetime"
	// same "."
}

// More words than there are runes below the surrogates must not run into them.
func TestCompareManyWords(t *testing.T) {
	var long []string
	for k := range 60_000 {
		long = append(long, fmt.Sprint("w", k))
	}
	before := parley.Draft{Points: []parley.Point{{Issue: "a", Body: words(strings.Join(long, " "))}}}
	long[59_000] = "changed"
	after := parley.Draft{Points: []parley.Point{{Issue: "a", Body: words(strings.Join(long, " "))}}}
	var changed []draft.Edit
	for _, e := range draft.Compare(before, after).Points[0].Words {
		if e.Op != draft.Same {
			changed = append(changed, e)
		}
	}
	want := []draft.Edit{{Op: draft.Struck, Words: "w59000"}, {Op: draft.Added, Words: "changed"}}
	if diff := cmp.Diff(want, changed); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
