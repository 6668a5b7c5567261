package casefolder_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/casefolder"
	"pgregory.net/rapid"
)

func load(t testing.TB, dir string) *casefolder.Folder {
	t.Helper()
	f, err := casefolder.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestSaveTouchesOnlyWhatChanged(t *testing.T) {
	dir := onDisk(t, map[string]string{
		"stances.yaml": `# Who wants what.

# The minister's word.
- party: NO
  issue: quota # the catch
  accepts: half
  mood: cheerful
  evidence: [{report: gazette}]

- party: SU
  issue: quota
  grade: F
`,
	})
	f := load(t, dir)
	if changed, err := f.Save(); err != nil || changed != nil {
		t.Fatalf("nothing changed, and saving wrote %v, %v", changed, err)
	}
	s := &f.Case.Stances[0]
	s.Date, s.Accepts, s.Refuses = parley.MustDate("~2025-04"), []string{"half"}, []string{"by-coast"}
	s.Evidence = append(s.Evidence, parley.Evidence{Report: "gazette", Says: "no: never"})
	f.Case.Stances = append(f.Case.Stances, parley.Stance{ID: "UN.patrol", Party: "UN", Issue: "patrol", Prefers: []string{"joint"}})
	f.Case.Parties[1].Name = "Südland"
	f.Case.Issues[0].Alternatives = append(f.Case.Issues[0].Alternatives, parley.Alternative{ID: "none", Title: "No fishing"})
	want := f.Case
	changed, err := f.Save()
	if err != nil || strings.Join(changed, " ") != "case.yaml agenda.yaml stances.yaml" {
		t.Fatalf("saved %v, %v", changed, err)
	}
	if diff := cmp.Diff(`# Who wants what.

# The minister's word.
- party: NO
  issue: quota # the catch
  date: ~2025-04
  accepts: [half]
  refuses: [by-coast]
  evidence: [{report: gazette}, {report: gazette, says: "no: never"}]
  mood: cheerful

- party: SU
  issue: quota
  grade: F
- party: UN
  issue: patrol
  prefers: [joint]
`, readFile(t, dir, "stances.yaml")); diff != "" {
		t.Error(diff)
	}
	want.Stances[0].ID = "NO.quota.~2025-04" // the id follows what the stance says
	if diff := cmp.Diff(want, f.Case); diff != "" {
		t.Error(diff)
	}
}

func TestSaveDraftsAndReports(t *testing.T) {
	dir := onDisk(t, nil)
	f := load(t, dir)
	f.Case.Drafts[0].Points[0].Title = "The catch"
	f.Case.Drafts = append(f.Case.Drafts, parley.Draft{ID: "T2", Title: "Second", Follows: []string{"T1"}})
	f.Case.Reports[0].Outlet = "The Gazette"
	f.Case.Reports = append(f.Case.Reports, parley.Report{ID: "note", Text: "Told in the corridor.\n"})
	changed, err := f.Save()
	if err != nil || strings.Join(changed, " ") != "texts/T1.md texts/T2.md reports/gazette.md reports/note.md" {
		t.Fatalf("%v %v", changed, err)
	}
	if got := readFile(t, dir, "reports/gazette.md"); !strings.HasSuffix(got, "---\nThe minister said that \"we can live\nwith half\" of the catch.\n") || !strings.Contains(got, "outlet: The Gazette\n") {
		t.Error(got)
	}
	if got := readFile(t, dir, "texts/T1.md"); !strings.Contains(got, "## 1. The catch {#quota}") {
		t.Error(got)
	}
	if f.Case.Reports[1].Text != "Told in the corridor.\n" || f.Case.Drafts[1].Follows[0] != "T1" {
		t.Errorf("%+v", f.Case)
	}
}

func TestPutStatements(t *testing.T) {
	dir := onDisk(t, map[string]string{"record/gazette.yaml": "# read by A.\n- id: s1\n  report: gazette # p. 1\n  content: [{exact: of the catch, start: 0, end: 12}]\n"})
	f := load(t, dir)
	changed := f.Case.Statements[0]
	changed.Kind = parley.KindSpeech
	err := f.PutStatements(changed,
		parley.Statement{ID: "s2", Report: "gazette", Count: 2, Anonymous: true, Content: []parley.Selector{{Exact: "half", Start: 5, End: 9}}},
		parley.Statement{ID: "s3", Report: "other-report"})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(`# read by A.
- id: s1
  report: gazette # p. 1
  kind: speech
  content: [{exact: of the catch, start: 0, end: 12}]
- id: s2
  report: gazette
  anonymous: true
  count: 2
  content: [{exact: half, start: 5, end: 9}]
`, readFile(t, dir, "record/gazette.yaml")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff("- id: s3\n  report: other-report\n", readFile(t, dir, "record/other-report.yaml")); diff != "" {
		t.Error(diff)
	}
	if len(f.Case.Statements) != 3 {
		t.Errorf("%d statements after saving", len(f.Case.Statements))
	}
}

func TestSaveRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		files  map[string]string
		change func(f *casefolder.Folder)
		want   string
	}{
		"a broken file":       {map[string]string{"meetings.yaml": "a: b: c"}, func(f *casefolder.Folder) { f.Case.Title = "x" }, "meetings.yaml cannot be read"},
		"a day's picture":     {nil, func(f *casefolder.Folder) { f.Case = f.Case.AsOf(parley.MustDate("2025-01-01")) }, "as of 2025-01-01"},
		"a way out":           {nil, func(f *casefolder.Folder) { f.Case.Reports = append(f.Case.Reports, parley.Report{ID: "../../x"}) }, "cannot"},
		"a way out by report": {nil, func(f *casefolder.Folder) { f.Case.Statements = []parley.Statement{{ID: "a", Report: "../x"}} }, "cannot name a file"},
		"no text":             {nil, func(f *casefolder.Folder) { f.Case.Reports[0].Text = "a\x00b" }, "not text"},
		"no UTF-8":            {nil, func(f *casefolder.Folder) { f.Case.Title = "caf\xe9" }, "case.yaml cannot be written"},
		"anchors":             {map[string]string{"case.yaml": "title: x\nnote: &n y\nsummary: *n\n"}, func(f *casefolder.Folder) { f.Case.Title = "y" }, "case.yaml uses YAML anchors"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := onDisk(t, test.files)
			f := load(t, dir)
			test.change(f)
			_, err := f.Save()
			if test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
				t.Errorf("error %v", err)
			}
		})
	}
	if _, err := casefolder.LoadFS(with(nil)).Save(); err == nil {
		t.Error("a case without a folder was saved")
	}
	if err := casefolder.Write(onDisk(t, nil), parley.Case{Title: "x"}); err == nil {
		t.Error("a folder with files was written over")
	}
}

func TestFilesAreReplacedWhole(t *testing.T) {
	dir := onDisk(t, nil)
	path := filepath.Join(dir, "case.yaml")
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	f := load(t, dir)
	f.Case.Title = "Another"
	if _, err := f.Save(); err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".parley-*")); left != nil {
		t.Errorf("left behind: %v", left)
	}
}

// A case made of anything that a file can say comes back from disk the same.
func TestWriteAndLoadAgain(t *testing.T) {
	root := t.TempDir()
	rapid.Check(t, func(r *rapid.T) {
		want := anyCase(r)
		dir, err := os.MkdirTemp(root, "case")
		if err != nil {
			r.Fatal(err)
		}
		if err := casefolder.Write(dir, want); err != nil {
			r.Fatal(err)
		}
		f, err := casefolder.Load(dir)
		if err != nil {
			r.Fatal(err)
		}
		if diff := cmp.Diff(want, f.Case, cmpopts.EquateEmpty()); diff != "" {
			r.Fatalf("(-want +got)\n%s", diff)
		}
		if changed, err := f.Save(); err != nil || changed != nil {
			r.Fatalf("saving again wrote %v, %v", changed, err)
		}
		if changed, problems, err := casefolder.Format(dir, true); err != nil || changed != nil || problems != nil {
			r.Fatalf("what is written is not canonical: %v %v %v", changed, problems, err)
		}
	})
}

// anyCase draws a case with texts that try the writer: marks, line breaks,
// spaces, numbers that are texts.
func anyCase(r *rapid.T) parley.Case {
	text := rapid.OneOf(
		rapid.SampledFrom([]string{"a: b", "# x", "yes", "12", "2025-01-01", "- a", "it's \"so\"", "a\nb", "a\n\nb\n", " lead", "trail ", "~", "null", "[x]", "x #y", "tab\tin", "é → ü", "\n", "  two\nlines", "..", "---", "a  b", "&a", "*a", "!t", "%d", "@x", "`x", "0x1f", "1e3", "a,b", "{a}", "x:", "?", "- ", "\u2028", "\u00a0x", "\\", "NO", "<<", "=", "a\r\nb"}),
		rapid.StringN(0, 40, -1),
		rapid.Custom(func(r *rapid.T) string {
			return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"words", "of", "a", "long", "note:", "#", "-", "and", "'so'", "on"}), 10, 60).Draw(r, "words"), " ")
		}),
	)
	id := rapid.Custom(func(r *rapid.T) string {
		return rapid.SampledFrom([]string{"NO", "12", "a-b", "true", "x.y", "2025", "ü"}).Draw(r, "id") + rapid.StringMatching(`[a-z0-9]{8}`).Draw(r, "rest")
	})
	date := rapid.SampledFrom([]parley.Date{{}, parley.MustDate("2025"), parley.MustDate("~2025-11"), parley.MustDate("2025-11-30T10:00-05:00")})
	ids := rapid.SliceOfN(id, 0, 3)
	evidence := rapid.SliceOfN(rapid.Custom(func(r *rapid.T) parley.Evidence {
		return parley.Evidence{Report: id.Draw(r, "report"), Says: text.Draw(r, "says"), Date: date.Draw(r, "date")}
	}), 0, 3)
	choice := func(name string) parley.Choice {
		return parley.Choice(rapid.MapOfN(id, ids, 0, 2).Draw(r, name))
	}
	c := parley.Case{Title: text.Draw(r, "title"), Summary: text.Draw(r, "summary"), Required: ids.Draw(r, "required"), DefaultDay: date.Draw(r, "as of")}
	c.Parties = []parley.Party{{ID: id.Draw(r, "party"), Name: text.Draw(r, "name"), Roles: []parley.Role{parley.RoleHost}, People: []parley.Person{{
		ID: id.Draw(r, "person"), Titles: []parley.Tenure{{Title: text.Draw(r, "office"), Span: parley.Span{From: date.Draw(r, "from")}}},
		Delegation: []parley.Seat{{Head: true, Mandate: text.Draw(r, "mandate")}},
	}}}}
	c.Issues = []parley.Issue{{
		ID: id.Draw(r, "issue"), Title: text.Draw(r, "title"), Keywords: rapid.SliceOfN(text, 0, 9).Draw(r, "keywords"),
		Alternatives: []parley.Alternative{{ID: id.Draw(r, "alternative"), Note: text.Draw(r, "note")}},
		Status:       []parley.StatusChange{{Date: parley.MustDate("2025"), Status: parley.StatusAdReferendum}},
	}}
	c.Links = []parley.Link{{ID: id.Draw(r, "link"), If: choice("if"), Then: choice("then")}}
	c.Stances = []parley.Stance{{
		ID: id.Draw(r, "stance"), Party: id.Draw(r, "holder"), Accepts: ids.Draw(r, "accepts"), OnlyIf: choice("only if"),
		Value: map[string]parley.Number{id.Draw(r, "valued"): "0.50"}, NoDeal: "-3", Evidence: evidence.Draw(r, "evidence"), Priority: parley.PriorityLow, Note: text.Draw(r, "note"),
	}}
	c.Statements = []parley.Statement{{ID: id.Draw(r, "statement"), Report: id.Draw(r, "report"), Speaker: text.Draw(r, "speaker"), Content: []parley.Selector{{Exact: text.Draw(r, "exact"), End: 3}}}}
	c.Meetings = []parley.Meeting{{ID: id.Draw(r, "meeting"), Hours: text.Draw(r, "hours"), Readouts: []parley.Readout{{By: text.Draw(r, "by"), Says: []parley.Account{{Topic: text.Draw(r, "topic"), Says: text.Draw(r, "says"), Value: "12", Evidence: evidence.Draw(r, "evidence")}}}}}}
	c.Commitments = []parley.Commitment{{ID: id.Draw(r, "commitment"), By: []string{"x"}, Guarantee: &parley.Guarantee{Voids: rapid.SliceOfN(text, 1, 3).Draw(r, "voids")}}}
	c.Reports = []parley.Report{{ID: id.Draw(r, "report"), Text: strings.ReplaceAll(text.Draw(r, "text"), "\x00", ""), Grade: parley.GradeC}}
	return c
}
