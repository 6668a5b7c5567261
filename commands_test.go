package parley_test

import (
	"bytes"
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/parley-desk/parley/internal/golden"
)

const commandsHead = `# The commands

Made from the commands' own help by ` + "`go test . -run TestCommandsReference -update`" + `; do not edit it by hand.

A command reads a case, works something out, and shows it; only ` + "`new`, `fmt`, `record`, `import`" + ` and ` + "`export`" + ` write files, and
whatever is given ` + "`--out`" + `. Results go to standard output, everything else to standard error. Colour is used on a terminal alone,
never with ` + "`--no-color`" + ` or where ` + "`NO_COLOR`" + ` is set, and says nothing that the words do not say.

What holds for several commands:

- Without ` + "`--room`" + `, what was told in confidence stays out of every result.
- Without ` + "`--as-of`" + `, the day shown is the one that the case names, or else everything known.
- A case whose files have errors is not shown; ` + "`parley check`" + ` tells them.
- A file is replaced whole or not at all.

| exit code | means |
|---|---|
| 0 | done |
| 1 | the command failed, or found what it looks for: errors (` + "`check`" + `), files to rewrite (` + "`fmt --check`" + `) |
| 2 | the command line itself was wrong |
| 130 | interrupted; what was done by then is shown where it can be |
`

// TestCommandsReference holds docs/reference/commands.md against the help of
// the commands.
func TestCommandsReference(t *testing.T) {
	command := filepath.Join(t.TempDir(), "parley")
	if out, err := exec.Command("go", "build", "-o", command, "./cmd/parley").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	help := func(args ...string) string {
		out, err := exec.Command(command, append(args, "--help")...).Output()
		if err != nil {
			t.Fatalf("parley %s --help: %v", strings.Join(args, " "), err)
		}
		return strings.TrimSpace(string(out))
	}
	var got bytes.Buffer
	got.WriteString(commandsHead)
	_, list, _ := strings.Cut(help(), "Commands:\n")
	for _, m := range regexp.MustCompile(`(?m)^  (\S+) `).FindAllStringSubmatch(list, -1) {
		fmt.Fprintf(&got, "\n## parley %s\n\n```text\n%s\n```\n", m[1], help(m[1]))
	}
	golden.CheckFile(t, filepath.Join("docs", "reference", "commands.md"), got.Bytes())
}
