package casefolder

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parley-desk/parley"
)

func TestRemoveStatement(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "strait")
	err := Write(dir, parley.Case{
		Title:   "Talks on the strait",
		Parties: []parley.Party{{ID: "KE", Name: "Kestria"}},
		Reports: []parley.Report{{ID: "courier", Text: "“No,” she said. “Yes,” he said.\n"}},
		Statements: []parley.Statement{
			{ID: "first", Report: "courier", Party: "KE", Content: []parley.Selector{{Exact: "“No,”", Start: 0, End: 9}}},
			{ID: "second", Report: "courier", Party: "KE", Content: []parley.Selector{{Exact: "“Yes,”", Start: 20, End: 30}}},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "record", "courier.yaml")
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	noted := strings.Replace(string(before), "- id: second", "# Heard it myself.\n- id: second # twice", 1)
	if err := os.WriteFile(file, []byte(noted), 0o644); err != nil {
		t.Fatal(err)
	}
	f, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.RemoveStatement("maybe"); err == nil {
		t.Error("a statement that is not there is removed")
	}
	if err := f.RemoveStatement("first"); err != nil {
		t.Fatal(err)
	}
	after, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got := string(after); strings.Contains(got, "id: first\n") || !strings.HasPrefix(got, "# Heard it myself.\n- id: second # twice\n") {
		t.Errorf("left is\n%s", got)
	}
	if len(f.Case.Statements) != 1 || f.Case.Statements[0].ID != "second" {
		t.Errorf("the case still has %v", f.Case.Statements)
	}
	if err := f.RemoveStatement("second"); err != nil {
		t.Fatal(err)
	}
	again, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	if problems := again.Check(Checks{}); problems.Errors() > 0 || len(again.Case.Statements) != 0 {
		t.Errorf("an emptied record: %v, %s", again.Case.Statements, problems)
	}
}
