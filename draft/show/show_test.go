package show_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/casefolder"
	"github.com/parley-desk/parley/draft"
	"github.com/parley-desk/parley/draft/show"
	"github.com/parley-desk/parley/internal/golden"
	"github.com/parley-desk/parley/page"
)

// strait is a case of two papers on fishing.
func strait(t *testing.T) parley.Case {
	t.Helper()
	c := parley.Case{
		Parties: []parley.Party{{ID: "MER", Name: "Meridia"}, {ID: "SOL", Name: "Solance"}},
		Reports: []parley.Report{{ID: "tide", Outlet: "The Tide", Date: parley.MustDate("2031-04-03"), Link: "https://example.org/tide"}},
	}
	for _, d := range []parley.Draft{
		{
			ID: "S1", Title: "first paper", Date: parley.MustDate("2031-04-02"), Authors: []string{"MER"}, Standing: parley.StandingChair, Source: "tide",
			Disputed: []parley.Evidence{{By: "SOL", Says: "the pilots wrote it", Report: "tide"}},
		},
		{ID: "S2", Title: "second paper", Date: parley.MustDate("2031-05-09"), Follows: []string{"S1"}},
	} {
		source, err := os.ReadFile(filepath.Join("..", "testdata", map[string]string{"S1": "strait-1.md", "S2": "strait-2.md"}[d.ID]))
		if err != nil {
			t.Fatal(err)
		}
		d.Preamble, d.Points, _ = draft.Parse(string(source))
		c.Drafts = append(c.Drafts, d)
	}
	return c
}

// forms renders a page in every form but JSON.
func forms(t *testing.T, p *page.Page) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	for ext, write := range map[string]func(*bytes.Buffer) error{
		"txt":   func(b *bytes.Buffer) error { return p.Text(b, page.TextOptions{Width: 72}) },
		"color": func(b *bytes.Buffer) error { return p.Text(b, page.TextOptions{Width: 72, Color: true}) },
		"md":    func(b *bytes.Buffer) error { return p.Markdown(b) },
		"html":  func(b *bytes.Buffer) error { return p.HTML(b) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		all[ext] = b.Bytes()
	}
	return all
}

func TestTextGolden(t *testing.T) {
	c := strait(t)
	text := show.Make(c, c.Drafts[0])
	for ext, got := range forms(t, text.Page()) {
		if ext == "html" {
			_, body, _ := bytes.Cut(got, []byte("<main id=\"main\">\n"))
			got = body // the style is page's
		}
		golden.Check(t, "text."+ext, got)
	}
	golden.Check(t, "text.json", indented(t, text))
}

func TestResolvedGolden(t *testing.T) {
	c := strait(t)
	text := show.Resolved(c, c.Drafts[0], parley.Package{"quota": "cap-60k", "truce": "at-dawn", "pilots": "none"}, draft.Resolution{Lone: draft.KeepLone})
	golden.Check(t, "resolved.txt", forms(t, text.Page())["txt"])
}

func TestComparisonGolden(t *testing.T) {
	c := strait(t)
	all := forms(t, show.Comparison(draft.Compare(c.Drafts[0], c.Drafts[1])))
	golden.Check(t, "compare.txt", all["txt"])
	golden.Check(t, "compare.md", all["md"])
}

// The first comparison that anybody asks for, of the plan and the counter-text.
func TestExampleGolden(t *testing.T) {
	folder, err := casefolder.Load(filepath.Join("..", "..", "examples", "ukraine-2025"))
	if err != nil {
		t.Fatal(err)
	}
	one, ok1 := folder.Case.Draft("T1")
	two, ok2 := folder.Case.Draft("T2")
	if !ok1 || !ok2 {
		t.Fatal("the example has no T1 and T2")
	}
	golden.Check(t, "ukraine-T1-T2.txt", forms(t, show.Comparison(draft.Compare(one, two)))["txt"])
	four, _ := folder.Case.Draft("T4")
	golden.Check(t, "ukraine-T4.txt", forms(t, show.Make(folder.Case, four).Page())["txt"])
}

func indented(t *testing.T, v any) []byte {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What the reader of a terminal without colour sees must tell who backs what,
// and what was struck and added.
func TestNothingRestsOnColour(t *testing.T) {
	c := strait(t)
	text := string(forms(t, show.Make(c, c.Drafts[0]).Page())["txt"])
	for _, want := range []string{"— MER; cap-40k]", "— SOL; cap-60k]", "— keep or delete]", "4 live brackets", "disputed[2]"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	compared := string(forms(t, show.Comparison(draft.Compare(c.Drafts[0], c.Drafts[1])))["txt"])
	for _, want := range []string{"[-", "-]", "{+", "+}"} {
		if !strings.Contains(compared, want) {
			t.Errorf("%q is not in\n%s", want, compared)
		}
	}
}

func TestTextOfUnknownDrafts(t *testing.T) {
	for want, d := range map[string]parley.Draft{
		"The text itself is not known.":                            {ID: "X"},
		"Said to have 20 points; the text itself is not known.":    {ID: "X", Stated: 20},
		"Leak; said to have 1 point; the text itself is not known": {ID: "X", Stated: 1, Standing: parley.StandingLeak},
		"1 point; clean: no brackets.":                             {ID: "X", Points: []parley.Point{{}}},
	} {
		if got := string(forms(t, show.Make(parley.Case{}, d).Page())["txt"]); !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

func TestTextIsInert(t *testing.T) {
	d := parley.Draft{ID: "X", Title: "<script>alert(1)</script>", Points: []parley.Point{{
		Title: "<img src=x onerror=alert(1)>", Body: parley.Text{{Words: "<b>\x1b[2J see [here](javascript:alert(1))"}},
	}}}
	for ext, got := range forms(t, show.Make(parley.Case{}, d).Page()) {
		bad := []string{"\x1b[2J"}
		if ext == "html" {
			bad = append(bad, "<script>alert", "<img src", "href=\"javascript")
		}
		for _, b := range bad {
			if bytes.Contains(got, []byte(b)) {
				t.Errorf("%s lets %q through:\n%s", ext, b, got)
			}
		}
	}
}
