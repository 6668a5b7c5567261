package parley_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/parley-desk/parley"

// arrows says which packages of the project each package may import. It is the
// drawing in docs/architecture.md, and a package that is missing here has no
// place in it yet.
var arrows = map[string][]string{
	".":                {},
	"page":             {},
	"internal/golden":  {},
	"pareto":           {},
	"draft":            {"."},
	"deadlock":         {"."},
	"casefolder":       {".", "draft"},
	"interchange":      {".", "pareto"},
	"record/token":     {},
	"record/linear":    {},
	"record/intake":    {},
	"record/score":     {"record/token"},
	"record/day":       {".", "record/token"},
	"record/meeting":   {".", "record/day", "record/linear", "record/score", "record/token"},
	"record/attribute": {"record/linear", "record/token"},
	"record/corpus":    {".", "record", "record/attribute", "record/meeting", "record/score", "record/token"},
	"record":           {".", "record/attribute", "record/day", "record/meeting", "record/token"},
	"review":           {".", "record"},
	"cite":             {".", "page"},
	"brief":            {".", "draft", "deadlock", "cite", "page"},
	"deal":             {".", "pareto"},
	"deal/show":        {".", "deal", "pareto", "cite", "page"},
	"draft/show":       {".", "draft", "cite", "page"},
	"record/show":      {".", "record", "record/token", "cite", "page"},
}

func TestArrowsPointOneWay(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.Name}} {{.ImportPath}} {{join .Imports " "}}`, "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		if fields[0] == "main" {
			continue // a command wires whatever it needs
		}
		from := local(fields[1])
		allowed, drawn := arrows[from]
		if !drawn {
			t.Errorf("package %s is in no drawing: give it a place in docs/architecture.md and here", from)
			continue
		}
		for _, to := range fields[2:] {
			if strings.HasPrefix(to, module) && !slices.Contains(allowed, local(to)) {
				t.Errorf("%s imports %s: no arrow goes that way", from, local(to))
			}
		}
	}
}

// local is a package's path within the module; "." is the root.
func local(path string) string {
	if path == module {
		return "."
	}
	return strings.TrimPrefix(path, module+"/")
}
