package draft_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
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
	golden(t, "compare.json", out.Bytes())
}
