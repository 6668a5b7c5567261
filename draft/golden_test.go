package draft_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/draft"
	"github.com/parley-desk/parley/internal/golden"
)

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

func TestComparisonGolden(t *testing.T) {
	one, two := strait(t)
	c := draft.Compare(one, two)
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(c); err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "compare.json", out.Bytes())
}
