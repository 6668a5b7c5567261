package casefolder_test

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/parley-desk/parley/casefolder"
)

// Whatever stands in the files, loading and checking do not panic, and every
// problem lies in a file that is there, on a line that it has.
func FuzzLoad(f *testing.F) {
	names := []string{"case.yaml", "agenda.yaml", "stances.yaml", "meetings.yaml", "commitments.yaml", "record/gazette.yaml", "reports/gazette.md", "texts/T1.md"}
	for k, name := range names {
		f.Add(byte(k), []byte(sound[name]))
	}
	for _, text := range []string{"", "\x00", "- *a", "a: &a [*a]", "? [x]\n: y", "- {<<: *x}", "--- |\n x", "%YAML 1.2\n---\n- {id: x}", "- \"\\xff\"", "\xef\xbb\xbf- {id: m}", "---\n---\n## {#x}\n[[a | b: c] | ]"} {
		f.Add(byte(2), []byte(text))
		f.Add(byte(7), []byte("---\n"+text+"\n---\n"+text))
	}
	f.Fuzz(func(t *testing.T, which byte, data []byte) {
		name := names[int(which)%len(names)]
		folder := casefolder.LoadFS(with(map[string]string{name: string(data)}))
		for _, p := range folder.Check(casefolder.Checks{}) {
			_ = p.String() + p.Excerpt()
			text := data
			if p.File != name {
				text = []byte(sound[p.File])
			}
			lines := bytes.Split(text, []byte("\n"))
			if p.Line < 0 || p.Line > len(lines) || p.Line > 0 && p.Column < 1 {
				t.Fatalf("%s lies outside its file of %d lines", p, len(lines))
			}
			if p.Line > 0 && utf8.Valid(lines[p.Line-1]) && p.Column > utf8.RuneCount(lines[p.Line-1])+2 {
				t.Fatalf("%s lies beyond its line %q", p, lines[p.Line-1])
			}
			if p.Message == "" || strings.Contains(p.Message, "\n") {
				t.Fatalf("%q is no message of one line", p.Message)
			}
		}
	})
}

// Whatever stands in a file, formatting it either leaves it alone or gives a
// text that loads as the same case and does not change when formatted again.
func FuzzFormat(f *testing.F) {
	f.Add([]byte(sound["stances.yaml"]))
	f.Add([]byte("# a\n\n- id: x # b\n  # c\n\n# d\n"))
	f.Add([]byte("- {id: x, # b\n  title: [y,\n # c\n z]}\n# d"))
	f.Add([]byte("- id: >2- # x\n\n   y\n  title: |+\n\n\n# z\n"))
	f.Add([]byte("-  # x\n  id: 'a\n\n  # b'\n  note: a\n   b\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file := func(data []byte) fstest.MapFS { return with(map[string]string{"meetings.yaml": string(data), "x": ""}) }
		once, ok := casefolder.Canonical(file(data), "meetings.yaml")
		if !ok {
			return
		}
		again, ok := casefolder.Canonical(file(once), "meetings.yaml")
		if !ok || !bytes.Equal(once, again) {
			t.Fatalf("not a fixed point (%v):\n%q\n%q\n%q", ok, data, once, again)
		}
	})
}
