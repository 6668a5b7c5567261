package brief_test

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"testing"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/brief"
	"github.com/parley-desk/parley/casefolder"
	"github.com/parley-desk/parley/internal/golden"
	"github.com/parley-desk/parley/page"
)

// example loads a case that comes with Parley, as the public sees it on a day;
// "" is the day that the case names.
func example(t testing.TB, name, day string) parley.Case {
	t.Helper()
	folder, err := casefolder.Load(filepath.Join("..", "examples", name))
	if err != nil {
		t.Fatal(err)
	}
	if err := folder.Check(casefolder.Checks{}).Err(); err != nil {
		t.Fatal(err)
	}
	on := folder.Case.DefaultDay
	if day != "" {
		on = parley.MustDate(day)
	}
	return folder.Case.For().AsOf(on)
}

// The briefs of the examples as a reader has them before him. A change here is
// a change of what people are told: read it before you accept it.
func TestGolden(t *testing.T) {
	for _, g := range []struct{ file, example, day string }{
		{"ukraine-2025.txt", "ukraine-2025", ""},
		{"ukraine-2025-11-24.txt", "ukraine-2025", "2025-11-24"},
		{"camp-david-1978.txt", "camp-david-1978", ""},
		{"camp-david-1978.md", "camp-david-1978", ""},
		{"camp-david-1978.html", "camp-david-1978", ""},
		{"camp-david-1978.json", "camp-david-1978", ""},
		{"jcpoa-2015.txt", "jcpoa-2015", ""},
	} {
		t.Run(g.file, func(t *testing.T) {
			var got bytes.Buffer
			if err := write(&got, brief.Make(example(t, g.example, g.day)), filepath.Ext(g.file)); err != nil {
				t.Fatal(err)
			}
			golden.Check(t, g.file, got.Bytes())
		})
	}
}

func write(out *bytes.Buffer, b brief.Brief, form string) error {
	switch form {
	case ".json":
		e := json.NewEncoder(out)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(b)
	case ".html":
		return b.Page().HTML(out)
	case ".md":
		return b.Page().Markdown(out)
	}
	return b.Page().Text(out, page.TextOptions{})
}
