package interchange

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-desk/parley/internal/golden"
)

// Each archive in testdata/read holds a folder as another program keeps it and,
// under the name want, what is read from it: the scenario in words, or the
// refusal. Its comment begins with the format.
func TestRead(t *testing.T) {
	archives, err := filepath.Glob("testdata/read/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, name := range archives {
		t.Run(stem(name), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			before, want, ok := strings.Cut(string(data), "-- want --\n")
			if !ok {
				t.Fatal("the last file of the archive is not called want")
			}
			format, _, _ := strings.Cut(before, ":")
			got := read(format, unpack(before))
			if golden.Update() {
				if err := os.WriteFile(name, []byte(before+"-- want --\n"+got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// unpack makes a folder of an archive: a comment, then files, each after a line
// with its name between "-- " and " --".
func unpack(archive string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, part := range strings.Split("\n"+archive, "\n-- ")[1:] {
		name, text, _ := strings.Cut(part, " --\n")
		fsys[name] = &fstest.MapFile{Data: []byte(text + "\n")}
	}
	return fsys
}

func read(format string, fsys fstest.MapFS) string {
	f, err := Named(format)
	if err != nil {
		return err.Error() + "\n"
	}
	s, err := f.Read(fsys)
	if err != nil {
		return "refused: " + err.Error() + "\n"
	}
	if found, ok := Detect(fsys); !ok || found.Name != format {
		return fmt.Sprintf("not detected as %s but as %q\n", format, found.Name)
	}
	return inWords(s)
}

// inWords tells a scenario so that a person can check it: every option with
// what it is worth.
func inWords(s *Scenario) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", s.Name)
	for k := range s.Parties {
		p := &s.Parties[k]
		fmt.Fprintf(&b, "\n%s, no deal ", p.Name)
		if p.NoDeal == nil {
			fmt.Fprintln(&b, "unknown")
		} else {
			fmt.Fprintln(&b, words(p.NoDeal))
		}
		for i, issue := range s.Issues {
			fmt.Fprintf(&b, "  %s, weight %s:", issue.Name, words(p.Weight[i]))
			for o, option := range issue.Options {
				fmt.Fprintf(&b, " %s %s,", option, p.Worth(i, o).RatString())
			}
			fmt.Fprintln(&b)
		}
	}
	return strings.ReplaceAll(b.String(), ",\n", "\n")
}

// Folders in testdata/folder are in the form in which each format is written:
// reading and writing one gives the same bytes.
func TestWriteGivesTheSameFiles(t *testing.T) {
	for _, format := range Formats() {
		t.Run(format.Name, func(t *testing.T) {
			dir := filepath.Join("testdata", "folder", format.Name)
			if golden.Update() {
				writeFolder(t, format, dir)
			}
			s, err := format.Read(os.DirFS(dir))
			if err != nil {
				t.Fatal(err)
			}
			files, err := format.Write(s)
			if err != nil {
				t.Fatal(err)
			}
			entries, err := os.ReadDir(dir)
			if err != nil || len(entries) != len(files) {
				t.Fatalf("%d files written, %d read (%v)", len(files), len(entries), err)
			}
			for _, f := range files {
				want, err := os.ReadFile(filepath.Join(dir, f.Name))
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(string(want), string(f.Data)); diff != "" {
					t.Errorf("%s (-want +got)\n%s", f.Name, diff)
				}
			}
		})
	}
}

func writeFolder(t *testing.T, format Format, dir string) {
	t.Helper()
	files, err := format.Write(ferry())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
