package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parley-desk/parley/internal/golden"
)

// What the reader finds in the reports of the example case, a line a statement:
// who, how and through whom, then the cue and the words. Reading the difference
// after a change of the rules or the weights is how one sees what it did.
func TestReadExampleReports(t *testing.T) {
	const example = "../../examples/ukraine-2025"
	files, err := filepath.Glob(example + "/reports/*.md")
	if err != nil || len(files) == 0 {
		t.Fatal("no reports", err)
	}
	args := []string{"read", "--case", example, "--format", "jsonl"}
	for _, f := range files {
		args = append(args, strings.TrimSuffix(filepath.Base(f), ".md"))
	}
	var out, problems bytes.Buffer
	if code := run(t.Context(), args, std{strings.NewReader(""), &out, &problems}); code != exitOK {
		t.Fatal(code, problems.String())
	}
	var b strings.Builder
	lines := bufio.NewScanner(&out)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var d readDocument
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		d.tell(&b)
	}
	golden.Check(t, "example-reports.golden", b.String())
}

// readDocument is a line of `parley read --format jsonl`, as a program takes it.
type readDocument struct {
	ID, Note, Text string
	Attributions   []struct {
		ID, Kind, Manner, Speaker, Person, Second, Party, Outlet string
		Source, Cue, Content                                     roles
		Anonymous                                                bool
		Count                                                    int
		Via, Holds                                               []string
	}
	Meetings []struct {
		People, Parties, Names []string
		Place, Site, Date      string
		Format                 string
		Hours                  float64
	}
}

// roles are null, [start, end] or a list of these, in code points.
type roles [][2]int

func (r *roles) UnmarshalJSON(b []byte) error {
	var one [2]int
	if bytes.HasPrefix(b, []byte("[[")) || string(b) == "null" {
		return json.Unmarshal(b, (*[][2]int)(r))
	}
	err := json.Unmarshal(b, &one)
	*r = roles{one}
	return err
}

func (d *readDocument) tell(b *strings.Builder) {
	fmt.Fprintf(b, "%s %s\n", d.ID, d.Note)
	text := []rune(d.Text)
	words := func(r roles) string {
		var out []string
		for _, s := range r {
			out = append(out, string(text[s[0]:s[1]]))
		}
		return strings.Join(out, " … ")
	}
	for _, a := range d.Attributions {
		who := a.Person
		if a.Second != "" {
			who += "+" + a.Second
		}
		fmt.Fprintf(b, "  %s %s %s %s/%s %q", a.ID, a.Kind, a.Manner, a.Party, who, a.Speaker)
		if a.Anonymous {
			fmt.Fprintf(b, " unnamed %d", a.Count)
		}
		for _, more := range []struct{ name, value string }{{"outlet", a.Outlet}, {"via", strings.Join(a.Via, ", ")}, {"holds", strings.Join(a.Holds, " ")}} {
			if more.value != "" {
				fmt.Fprintf(b, " %s %s", more.name, more.value)
			}
		}
		fmt.Fprintf(b, "\n     [%s] %s: %s\n", words(a.Source), words(a.Cue), words(a.Content))
	}
	for _, m := range d.Meetings {
		fmt.Fprintf(b, "  meeting %v %v %v %q %q %s %s %.1fh\n", m.Parties, m.People, m.Names, m.Place, m.Site, m.Date, m.Format, m.Hours)
	}
}
