package draft_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/draft"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares with a file under testdata, or writes it.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: run go test ./draft -update and read what it wrote", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s: -want +got:\n%s", name, diff)
	}
}

func strait(t *testing.T) (one, two parley.Draft) {
	t.Helper()
	load := func(id, file string) parley.Draft {
		source, err := os.ReadFile(filepath.Join("testdata", file))
		if err != nil {
			t.Fatal(err)
		}
		return read(t, id, string(source))
	}
	one, two = load("S1", "strait-1.md"), load("S2", "strait-2.md")
	one.Title, one.Date, one.Authors, one.Standing = "first paper", parley.MustDate("2031-04-02"), []string{"MER"}, parley.StandingChair
	one.Disputed = []parley.Evidence{{By: "SOL", Says: "the pilots wrote it", Report: "tide-2031-04-03"}}
	return one, two
}

func TestRenderGolden(t *testing.T) {
	one, _ := strait(t)
	notes := map[int][]string{1: {"The package chooses cap-60k."}, -1: {"The preamble is not yet agreed."}}
	for file, o := range map[string]draft.Options{
		"render.txt":   {Width: 60, Notes: notes},
		"render.color": {Width: 60, Notes: notes, Color: true},
		"render.md":    {Format: draft.Markdown, Notes: notes},
		"render.html":  {Format: draft.HTML, Notes: notes},
	} {
		var out bytes.Buffer
		if err := draft.Render(&out, one, o); err != nil {
			t.Fatal(err)
		}
		golden(t, file, out.Bytes())
	}
}

func TestComparisonGolden(t *testing.T) {
	one, two := strait(t)
	c := draft.Compare(one, two)
	for file, o := range map[string]draft.Options{
		"compare.txt":  {Width: 72},
		"compare.md":   {Format: draft.Markdown},
		"compare.html": {Format: draft.HTML},
	} {
		var out bytes.Buffer
		if err := c.Render(&out, o); err != nil {
			t.Fatal(err)
		}
		golden(t, file, out.Bytes())
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(c); err != nil {
		t.Fatal(err)
	}
	golden(t, "compare.json", out.Bytes())
}

func TestRenderIsSafe(t *testing.T) {
	d := parley.Draft{ID: "X", Points: []parley.Point{{Title: "<script>", Body: words("<b>\x1b[2J")}}}
	for _, o := range []draft.Options{{}, {Color: true}, {Format: draft.HTML}} {
		var out bytes.Buffer
		if err := draft.Render(&out, d, o); err != nil {
			t.Fatal(err)
		}
		if s := out.String(); strings.Contains(s, "\x1b[2J") && o.Format != draft.HTML || o.Format == draft.HTML && strings.Contains(s, "<script>") {
			t.Errorf("%+v lets the text through as it is:\n%s", o, s)
		}
	}
}

func TestRenderNamesTheMedia(t *testing.T) {
	err := draft.Render(&bytes.Buffer{}, parley.Draft{}, draft.Options{Format: "pdf"})
	if err == nil || !strings.Contains(err.Error(), "text, markdown or html") {
		t.Errorf("got %v; want an error that names the media", err)
	}
}
