package casefolder_test

import (
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parley-desk/parley/casefolder"
	"pgregory.net/rapid"
)

// onDisk writes the sound case, with some files in place of its own, and returns
// its folder.
func onDisk(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, file := range with(files) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, file.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func readFile(t testing.TB, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestFormat(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("word ", 30))
	for name, test := range map[string]struct{ file, before, after string }{
		"fields in order, unknown ones last": {
			"meetings.yaml",
			"- weather: foggy\n  title: First\n  id: m1\n  mood: 'good'\n",
			"- id: m1\n  title: First\n  weather: foggy\n  mood: good\n",
		},
		"lists of words on one line, others as they were": {
			"meetings.yaml",
			"- id: m1\n  parties:\n  - NO\n  -  \"SU\"\n  readouts: [ {by: NO} ]\n  evidence:\n  - report: gazette\n",
			"- id: m1\n  parties: [NO, SU]\n  readouts: [{by: NO}]\n  evidence:\n    - report: gazette\n",
		},
		"a lone text becomes a list": {"meetings.yaml", "- id: m1\n  parties: SU # both?\n", "- id: m1\n  parties: [SU] # both?\n"},
		"dates and words plain, texts that look like numbers quoted": {
			"meetings.yaml",
			"- {id: \"m1\", date: '2025-01-02', hours: '4', format: \"back channel\", title: \"yes\"}\n",
			"- {id: m1, title: \"yes\", date: 2025-01-02, format: back channel, hours: \"4\"}\n",
		},
		"long texts folded": {
			"meetings.yaml", "- id: m1\n  note: " + long + "\n",
			"- id: m1\n  note: >-\n" + strings.Repeat("    "+strings.TrimSpace(strings.Repeat("word ", 19))+"\n", 1) + "    " + strings.TrimSpace(strings.Repeat("word ", 11)) + "\n",
		},
		"several lines literally": {"meetings.yaml", "- id: m1\n  note: \"one\\n\\ntwo # three\\n\"\n", "- id: m1\n  note: |\n    one\n\n    two # three\n"},
		"comments where they stood": {
			"meetings.yaml",
			"# of the file\n\n# of the first\n-   title: x   # beside\n    # above\n    id: m1\n    # at the end of m1\n\n\n# of the second\n- id: m2\n# at the end\n",
			"# of the file\n\n# of the first\n# above\n- id: m1\n  title: x # beside\n  # at the end of m1\n\n# of the second\n- id: m2\n# at the end\n",
		},
		"comments within lists open them": {
			"meetings.yaml",
			"- id: m1\n  parties: [NO, # them\n    SU]\n  people: # who came\n    # the first\n    - berg\n",
			"- id: m1\n  parties:\n    - NO # them\n    - SU\n  people: # who came\n    # the first\n    - berg\n",
		},
		"marks that are no comments": {
			"meetings.yaml",
			"- id: m1\n  title: 'it''s # no comment' # a comment\n  place: a#b\n  note: > # of the note\n    folded # no comment\n  outcome: \"x \\\" # y\"\n",
			"- id: m1\n  title: \"it's # no comment\" # a comment\n  place: a#b\n  outcome: \"x \\\" # y\"\n  note: | # of the note\n    folded # no comment\n",
		},
		"what heads the file stays there": {
			"case.yaml",
			"# yaml-language-server: $schema=x\n# Summary first.\nsummary: s\ntitle: t\n", "# yaml-language-server: $schema=x\ntitle: t\n# Summary first.\nsummary: s\n",
		},
		"a report's body untouched": {"reports/gazette.md", "---\ndate:   2025-01-01\ntitle: \"t\"\n---\nBody  \r\n\n\n# x", "---\ntitle: t\ndate: 2025-01-01\n---\nBody  \r\n\n\n# x"},
		"a draft's body canonical":  {"texts/T1.md", "---\ntitle: t\nid: T1\n---\n## 1. Catch  {#quota}\nWords [half|NO: a].\n", "---\nid: T1\ntitle: t\n---\n## 1. Catch {#quota}\n\nWords [half | NO: a].\n"},
		"only comments":             {"meetings.yaml", "# none yet\n", "# none yet\n"},
		"anchors left alone":        {"meetings.yaml", "- {title: x,   id: &a m1}\n", "- {title: x,   id: &a m1}\n"},
		"broken files left alone":   {"meetings.yaml", "- id: [m1\n", "- id: [m1\n"},
		"quoted party ids":          {"meetings.yaml", "- id: m1\n  parties: [\"NO\", 'SU']\n", "- id: m1\n  parties: [\"NO\", SU]\n"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := onDisk(t, map[string]string{test.file: test.before})
			changed, _, err := casefolder.Format(dir, true)
			if err != nil {
				t.Fatal(err)
			}
			if got := readFile(t, dir, test.file); got != test.before {
				t.Fatalf("checking changed the file: %q", got)
			}
			if slices.Contains(changed, test.file) != (test.before != test.after) {
				t.Errorf("changed: %v", changed)
			}
			for round := range 2 {
				if _, _, err := casefolder.Format(dir, false); err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(test.after, readFile(t, dir, test.file)); diff != "" {
					t.Fatalf("round %d (-want +got)\n%s", round, diff)
				}
			}
		})
	}
}

func TestFormatTellsWhatItLeaves(t *testing.T) {
	dir := onDisk(t, map[string]string{"meetings.yaml": "- {id: &a m1}\n", "commitments.yaml": "a: b: c\n"})
	_, problems, err := casefolder.Format(dir, false)
	want := `commitments.yaml:1:5: error: not readable as YAML: mapping values are not allowed in this context; expected quotation marks around a text that contains a colon
meetings.yaml:1:1: warning: left as it is: the file uses YAML anchors, tags or compound keys, which canonical form does not have
`
	if err != nil || problems.String() != want {
		t.Errorf("%v\n%s", err, problems)
	}
}

// Whatever a person writes between the entries of a file, formatting keeps every
// comment, changes no value, and formatting again changes nothing.
func TestFormatKeepsEverything(t *testing.T) {
	lines := []string{
		"- id: %d", "  title: a title # beside", "  parties: [NO, SU]", "  parties:\n    - NO # first\n    # between\n    - SU", "  unknown: {b: 1, a: [x, 'y z']}",
		"  note: >-\n    folded\n    # no comment", "  note: |\n    kept\n\n    as is\n", "  place: \"quoted # no comment\"", "  outcome: plain text\n    over two lines",
		"  readouts:\n  - by: NO # them\n    says:\n      - {topic: mood, says: good}\n      # the end of says\n  - by: SU", "  hours: 4+", "  until: 2025-01-02",
		"  evidence: [ # of the evidence\n    {report: gazette, # the report\n     says: x},\n    # a line\n    {report: gazette}]",
	}
	between := []string{"", "", "\n", "\n\n", "# a comment\n", "  # indented\n", "   # deep\n", "\n# one\n\n# two\n\n"}
	dir := onDisk(t, nil)
	path := filepath.Join(dir, "meetings.yaml")
	rapid.Check(t, func(r *rapid.T) {
		var b strings.Builder
		b.WriteString(rapid.SampledFrom(between).Draw(r, "head"))
		for range rapid.IntRange(1, 3).Draw(r, "items") {
			b.WriteString("- id: m" + rapid.StringMatching(`[a-z]{6}`).Draw(r, "id") + "\n")
			seen := map[string]bool{}
			for _, line := range rapid.SliceOfN(rapid.SampledFrom(lines[1:]), 0, 5).Draw(r, "fields") {
				if field, _, _ := strings.Cut(line, ":"); seen[field] {
					continue
				} else {
					seen[field] = true
				}
				b.WriteString(rapid.SampledFrom(between).Draw(r, "between"))
				b.WriteString(line + "\n")
			}
			b.WriteString(rapid.SampledFrom(between).Draw(r, "tail"))
		}
		text := b.String()
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			r.Fatal(err)
		}
		before, err := casefolder.Load(dir)
		if err != nil {
			r.Fatal(err)
		}
		problems := before.Check(casefolder.Checks{})
		if problems.Errors() > 0 {
			r.Fatalf("the test writes broken files: %s\n%s", problems, text)
		}
		if _, left, err := casefolder.Format(dir, false); err != nil || len(left) > 0 {
			r.Fatalf("%v %v\n%s", err, left, text)
		}
		once := readFile(t, dir, "meetings.yaml")
		after, _ := casefolder.Load(dir)
		if diff := cmp.Diff(before.Case.Meetings, after.Case.Meetings); diff != "" {
			r.Fatalf("values changed: %s\n%s\n%s", diff, text, once)
		}
		if diff := cmp.Diff(commentsOf(text), commentsOf(once)); diff != "" {
			r.Fatalf("comments changed: %s\n%s\n%s", diff, text, once)
		}
		if changed, _, _ := casefolder.Format(dir, true); len(changed) > 0 {
			_, _, _ = casefolder.Format(dir, false)
			r.Fatalf("formatting twice: %s\n%s\n%s", text, once, readFile(t, dir, "meetings.yaml"))
		}
	})
}

// commentsOf counts comments in the plainest way: the words that only comments
// of the test above begin with.
func commentsOf(text string) (all []string) {
	for _, line := range strings.Split(text, "\n") {
		if _, comment, ok := strings.Cut(line, "# "); ok && !strings.HasPrefix(comment, "no comment") {
			all = append(all, comment)
		}
	}
	sort.Strings(all)
	return all
}

func TestExamplesFormat(t *testing.T) {
	folders, _ := filepath.Glob("../examples/*/case.yaml")
	if len(folders) == 0 {
		t.Skip("no examples beside this package")
	}
	for _, path := range folders {
		before, err := casefolder.Load(filepath.Dir(path))
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		if err := os.CopyFS(dir, os.DirFS(filepath.Dir(path))); err != nil {
			t.Fatal(err)
		}
		if _, problems, err := casefolder.Format(dir, false); err != nil || problems.Errors() > 0 {
			t.Errorf("%s: %v %s", path, err, problems)
		}
		after, _ := casefolder.Load(dir)
		if diff := cmp.Diff(before.Case, after.Case); diff != "" {
			t.Errorf("%s: formatting changed the case\n%s", path, diff)
		}
		if changed, _, _ := casefolder.Format(dir, true); len(changed) > 0 {
			t.Errorf("%s: formatting twice changes %v", path, changed)
		}
	}
}
