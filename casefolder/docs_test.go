package casefolder_test

import (
	"os"
	"strings"
	"testing"

	"github.com/parley-desk/parley/casefolder"
)

// The examples of docs/reference/formats.md are files that load without a fault
// of form: what they name need not exist.
func TestDocumentedFormatsLoad(t *testing.T) {
	page, err := os.ReadFile("../docs/reference/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"record/gazette.yaml": "", "reports/gazette.md": ""}
	for _, section := range strings.Split(string(page), "\n## ")[1:] {
		title, rest, _ := strings.Cut(section, "\n")
		_, code, found := strings.Cut(rest, "\n```")
		if !found || !strings.Contains(title, ".") {
			continue
		}
		_, code, _ = strings.Cut(code, "\n")
		code, _, _ = strings.Cut(code, "\n```")
		files[strings.ReplaceAll(title, "*", "x")] = code + "\n"
	}
	if len(files) < 9 {
		t.Fatalf("only %d files are documented", len(files))
	}
	for _, p := range casefolder.LoadFS(with(files)).Check(casefolder.Checks{}) {
		if !strings.HasPrefix(p.Message, "no ") && !strings.Contains(p.Message, "rests on") && !strings.Contains(p.Message, "no longer has") {
			t.Error(p)
		}
	}
}
