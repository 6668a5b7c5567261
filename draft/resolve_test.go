package draft_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/draft"
)

// read makes a draft of a body, which must have no problems.
func read(t interface{ Fatalf(string, ...any) }, id, body string) parley.Draft {
	preamble, points, problems := draft.Parse(body)
	if len(problems) > 0 {
		t.Fatalf("%s: %v", id, problems)
	}
	return parley.Draft{ID: id, Preamble: preamble, Points: points}
}

func TestResolve(t *testing.T) {
	const army = "## 6. Army {#army}\n\n"
	tests := map[string]struct {
		body   string
		chosen parley.Package
		how    draft.Resolution
		want   string
		told   []string
	}{
		"the wording chosen": {
			army + "The army is [a | US: small] [b | E3: large].",
			parley.Package{"army": "b"},
			draft.Resolution{},
			"## 6. Army {#army .b}\n\nThe army is large.\n", nil,
		},
		"nested": {
			army + "[a | US: small [and light]] [b | E3: large]",
			parley.Package{"army": "a"},
			draft.Resolution{Lone: draft.KeepLone},
			"## 6. Army {#army .a}\n\nsmall and light\n", nil,
		},
		"lone deleted": {
			army + "It shall [not] leave[ ever].", nil,
			draft.Resolution{Lone: draft.DeleteLone},
			"## 6. Army {#army}\n\nIt shall leave.\n", nil,
		},
		"lone left": {
			army + "It shall [not] leave.", nil,
			draft.Resolution{},
			army + "It shall [not] leave.\n",
			[]string{"point 6: the package does not tell what becomes of [not]"},
		},
		"preamble": {
			"We [agree | US] [accept | RU].", nil,
			draft.Resolution{},
			"We [agree | US] [accept | RU].\n",
			[]string{"the preamble: the package does not tell what becomes of [agree | US] [accept | RU]"},
		},
		"the point says otherwise": {
			"## 6. Army {#army .a}\n\nSmall.",
			parley.Package{"army": "b"},
			draft.Resolution{},
			"## 6. Army {#army .a}\n\nSmall.\n",
			[]string{"point 6: T1 says a here; the package chooses b"},
		},
		"the brackets say otherwise": {
			army + "[a | US: small]",
			parley.Package{"army": "b"},
			draft.Resolution{Lone: draft.DeleteLone},
			army + "[a | US: small]\n",
			[]string{"point 6: T1 says a here; the package chooses b"},
		},
		"words without names": {
			army + "[small | US] [large | E3]",
			parley.Package{"army": "b"},
			draft.Resolution{},
			army + "[small | US] [large | E3]\n",
			[]string{"point 6: no wording in [small | US] [large | E3] names an alternative; the package chooses b"},
		},
		"borrowed": {
			"## 6. Army {#army .a}\n\nSmall.",
			parley.Package{"army": "b"},
			draft.Resolution{Borrow: []parley.Draft{read(t, "T2", "## 4. A {#army}\n\nIt is [a | : small] [b | : large].")}},
			"## 6. Army {#army .b}\n\nIt is large.\n",
			[]string{"point 6: T1 says a here; the package chooses b, in the words of T2"},
		},
		"no point": {
			army + "Words.",
			parley.Package{"nato": "never"},
			draft.Resolution{},
			army + "Words.\n",
			[]string{"T1 has no point on nato; the package chooses never"},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d := read(t, "T1", tt.body)
			before := draft.Format(d.Preamble, d.Points)
			got, unresolved := draft.Resolve(d, tt.chosen, tt.how)
			if diff := cmp.Diff(tt.want, draft.Format(got.Preamble, got.Points)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			var told []string
			for _, u := range unresolved {
				told = append(told, u.String())
			}
			if diff := cmp.Diff(tt.told, told); diff != "" {
				t.Errorf("-want +told:\n%s", diff)
			}
			if after := draft.Format(d.Preamble, d.Points); after != before {
				t.Errorf("the draft given was changed: %s", after)
			}
		})
	}
}

// Whatever the text, it is clean after Resolve or the reason is told.
func TestResolveTellsWhatItLeaves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := parley.Draft{Preamble: anyBody(t, "preamble"), Points: []parley.Point{{Issue: "army", Body: anyBody(t, "body")}}}
		how := draft.Resolution{Lone: draft.Lone(rapid.IntRange(0, 2).Draw(t, "lone"))}
		got, unresolved := draft.Resolve(d, parley.Package{"army": "x"}, how)
		if (got.Brackets() == 0) != (len(unresolved) == 0) {
			t.Fatalf("%d brackets left, told: %v", got.Brackets(), unresolved)
		}
	})
}

func TestResolveBorrowsWholePoints(t *testing.T) {
	d, other := read(t, "T2", "## 1. {#a .x}\n\nOne."), read(t, "T1", "## 9. Fish {#b .y}\n\nTwo.")
	got, told := draft.Resolve(d, parley.Package{"a": "x", "b": "y"}, draft.Resolution{Borrow: []parley.Draft{other}})
	want := parley.Point{Title: "Fish", Issue: "b", Alternative: "y", Body: words("Two.")}
	if diff := cmp.Diff(want, got.Points[1]); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if len(told) != 1 || told[0].Point != 1 || told[0].From != "T1" || len(d.Points) != 1 {
		t.Errorf("told %v", told)
	}
}

func TestPackage(t *testing.T) {
	d := read(t, "T", "## 1. {#a .x}\n\n## 2. {#b .y}\n\n## 3. {#c}\n\n## 4. {#a .x}")
	got, ok := draft.Package(d)
	if want := (parley.Package{"a": "x", "b": "y"}); !ok || !cmp.Equal(got, want) {
		t.Errorf("got %v, %v; want %v", got, ok, want)
	}
	for name, body := range map[string]string{"brackets": "## 1. {#a}\n\n[x | : y]", "two alternatives": "## 1. {#a .x}\n\n## 2. {#a .y}"} {
		if got, ok := draft.Package(read(t, "T", body)); ok {
			t.Errorf("%s: got %v, want none", name, got)
		}
	}
}

func ExampleOffered() {
	_, points, _ := draft.Parse("## 6. Army {#army}\n\n[cap-600k | US: 600,000] [cap-800k | E3: 800,000]\n\n## 7. NATO {#nato .renounce}\n\nNo entry.\n")
	fmt.Println(draft.Offered(parley.Draft{Points: points}))
	// Output: map[army:[cap-600k cap-800k] nato:[renounce]]
}

func ExampleResolve() {
	_, points, _ := draft.Parse("## 6. Army {#army}\n\nAt most [cap-600k | US: 600,000] [cap-800k | E3: 800,000] soldiers.\n\n## 7. NATO {#nato .renounce}\n\nNo entry.\n")
	text, unresolved := draft.Resolve(parley.Draft{ID: "T1", Points: points}, parley.Package{"army": "cap-800k", "nato": "silent"}, draft.Resolution{})
	fmt.Println(draft.FormatText(text.Points[0].Body))
	for _, u := range unresolved {
		fmt.Println(u)
	}
	// Output:
	// At most 800,000 soldiers.
	// point 7: T1 says renounce here; the package chooses silent
}
