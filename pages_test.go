package parley_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestTutorial does what docs/tutorial.md tells its reader to do, in an empty
// folder, and TestReadme what README.md does, at the root.
func TestTutorial(t *testing.T) {
	bin := t.TempDir()
	if out, err := exec.Command("go", "build", "-o", filepath.Join(bin, "parley"), "./cmd/parley").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	follow(t, filepath.Join("docs", "tutorial.md"), t.TempDir())
}

func TestReadme(t *testing.T) { follow(t, "README.md", ".") }

// follow does what a page says: a block that names a file is written to it, a
// console block is typed, and what it shows must come. A line of … stands for
// any lines.
func follow(t *testing.T, name, dir string) {
	page, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	block := regexp.MustCompile("(?ms)^```(\\w+)(?: (\\S+))?\n(.*?)^```$")
	for _, m := range block.FindAllStringSubmatch(string(page), -1) {
		kind, file, body := m[1], m[2], m[3]
		switch {
		case file != "":
			path := filepath.Join(dir, file)
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(body), 0o644); err != nil {
				t.Fatal(err)
			}
		case kind == "console":
			for _, step := range strings.Split(body, "$ ")[1:] {
				typed, shown, _ := strings.Cut(step, "\n")
				cmd := exec.Command("sh", "-c", typed)
				cmd.Dir = dir
				out, _ := cmd.CombinedOutput() // a page may show a failure too
				if !matches(shown, string(out)) {
					t.Errorf("$ %s\n%s shows:\n%s\nbut it is:\n%s", typed, name, shown, out)
				}
			}
		}
	}
}

// matches compares what is shown with what came, … standing for any lines.
func matches(shown, got string) bool {
	form := "^"
	for line := range strings.Lines(strings.TrimSpace(shown) + "\n") {
		if line == "…\n" {
			form += `(?:.*\n)*?`
			continue
		}
		form += regexp.QuoteMeta(line)
	}
	return regexp.MustCompile(form + "$").MatchString(strings.TrimSpace(got) + "\n")
}
