package draft_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/draft"
)

func TestGate(t *testing.T) {
	day := parley.MustDate
	base := parley.Case{
		Whole:     true,
		Parties:   []parley.Party{{ID: "UA", Name: "Ukraine", Roles: []parley.Role{parley.RoleParty}}, {ID: "RU", Name: "Russia", Roles: []parley.Role{parley.RoleParty}}, {ID: "US", Name: "United States", Roles: []parley.Role{parley.RoleMediator}}},
		Ratifiers: []parley.Ratifier{{ID: "rada", Name: "Verkhovna Rada"}, {ID: "vote", Name: "a referendum"}},
		Issues: []parley.Issue{
			{ID: "army", Title: "Army", Needs: []string{"rada"}},
			{ID: "land", Title: "Land", Alternatives: []parley.Alternative{{ID: "line", Title: "line of contact"}, {ID: "cede", Title: "ceded", Needs: []string{"vote"}}}},
		},
	}
	yes := func(by string) parley.Consent { return parley.Consent{By: by, Date: day("2025-12-01")} }
	everybody := []parley.Consent{yes("UA"), yes("RU"), yes("rada")}
	const clean = "## 1. {#army}\n\nWords.\n\n## 2. {#land .line}\n\nWords."
	tests := map[string]struct {
		body     string
		consents []parley.Consent
		change   func(*parley.Case)
		want     string
		reasons  []string
	}{
		"closes": {body: clean, consents: everybody, want: "can close: no brackets, all consents given"},
		"brackets, nested too": {
			body: "[We]\n\n## 1. {#army}\n\n[a [b] | UA] [c | RU]\n\n## 2. {#land .line}", consents: everybody,
			want: "cannot close: 3 brackets",
			reasons: []string{
				"words to keep or delete in the preamble: [We]", "rival wordings in point 1: [a [b] | UA] [c | RU]",
				"words to keep or delete in point 1: [b]",
			},
		},
		"nobody has consented": {
			body: clean, want: "cannot close: 3 consents missing",
			reasons: []string{"Ukraine has not consented", "Russia has not consented", "Verkhovna Rada has not consented, which Army needs"},
		},
		"an alternative needs a ratifier": {
			body: "## 1. {#army}\n\n## 2. {#land}\n\n[line | UA: stay] [cede | RU: go]", consents: everybody,
			want: "cannot close: 1 bracket, 1 consent missing",
			reasons: []string{
				"rival wordings in point 2: [line | UA: stay] [cede | RU: go]",
				"a referendum has not consented, which Land (ceded) needs if it is chosen",
			},
		},
		"ad referendum": {
			body: clean, consents: append(everybody, parley.Consent{By: "RU", Date: day("2025-12-02"), AdReferendum: true}),
			change: func(c *parley.Case) {
				c.Issues[0].Status = []parley.StatusChange{{Date: day("2025-11-30"), Status: parley.StatusAdReferendum}}
			},
			want:    "cannot close: 2 ad referendum",
			reasons: []string{"Army is agreed only ad referendum since 2025-11-30", "Russia has consented only ad referendum"},
		},
		"a consent of a later day": {
			body: clean, consents: everybody, change: func(c *parley.Case) { c.Day = day("2025-11-30") },
			want:    "cannot close: 3 consents missing",
			reasons: []string{"Ukraine has not consented", "Russia has not consented", "Verkhovna Rada has not consented, which Army needs"},
		},
		"an issue left out": {
			body: "## 1. {#army}\n\nWords.", consents: everybody,
			want: "cannot close: 1 issue not treated", reasons: []string{"the draft has no point on Land"},
		},
		"an issue moved to a side letter": {
			body: "## 1. {#army}\n\nWords.", consents: everybody,
			change: func(c *parley.Case) { c.Issues[1].Status = []parley.StatusChange{{Status: parley.StatusSideLetter}} },
			want:   "can close: no brackets, all consents given",
		},
		"an issue that may be left out": {
			body: "## 1. {#army}\n\nWords.", consents: everybody, change: func(c *parley.Case) { c.Whole = false },
			want: "can close: no brackets, all consents given",
		},
		"an issue reopened": {
			body: clean, consents: everybody,
			change: func(c *parley.Case) {
				c.Issues[1].Status = []parley.StatusChange{{Date: day("2025-12"), Status: parley.StatusReopened}}
			},
			want: "cannot close: 1 issue still open", reasons: []string{"Land is still recorded as reopened since 2025-12"},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			c := base
			c.Issues = append([]parley.Issue(nil), base.Issues...)
			if tt.change != nil {
				tt.change(&c)
			}
			d := read(t, "T1", tt.body)
			d.Consents = tt.consents
			g := draft.Gate(c, d)
			if got := g.String(); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			var reasons []string
			for _, r := range g.Reasons {
				reasons = append(reasons, r.Words)
			}
			if diff := cmp.Diff(tt.reasons, reasons); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func ExampleGate() {
	_, points, _ := draft.Parse("## 1. Army {#army}\n\nIt [shall | US] [may | RU] shrink.\n")
	c := parley.Case{
		Parties: []parley.Party{{ID: "UA", Name: "Ukraine", Roles: []parley.Role{parley.RoleParty}}},
		Issues:  []parley.Issue{{ID: "army", Title: "Army"}},
	}
	g := draft.Gate(c, parley.Draft{ID: "T1", Points: points})
	fmt.Println(g)
	for _, r := range g.Reasons {
		fmt.Println("-", r.Words)
	}
	// Output:
	// cannot close: 1 bracket, 1 consent missing
	// - rival wordings in point 1: [shall | US] [may | RU]
	// - Ukraine has not consented
}
