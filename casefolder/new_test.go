package casefolder_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parley-desk/parley/casefolder"
)

func TestNew(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "talks")
	if err := casefolder.New(dir, "Talks: the first round"); err != nil {
		t.Fatal(err)
	}
	f := load(t, dir)
	if f.Case.Title != "Talks: the first round" {
		t.Errorf("title %q", f.Case.Title)
	}
	problems := f.Check(casefolder.Checks{})
	if problems.Errors() > 0 || len(problems) != 2 { // no parties, no issues
		t.Errorf("a new case has problems:\n%s", problems)
	}
	if changed, left, err := casefolder.Format(dir, true); err != nil || changed != nil || left != nil {
		t.Errorf("a new case is not in canonical form: %v %v %v", changed, left, err)
	}
	for _, name := range []string{"case.yaml", "agenda.yaml", "stances.yaml"} {
		first, _, _ := strings.Cut(readFile(t, dir, name), "\n")
		_, schema, ok := strings.Cut(first, "# yaml-language-server: $schema=")
		if _, err := os.Stat(filepath.Join(dir, schema)); !ok || err != nil {
			t.Errorf("%s begins %q: %v", name, first, err)
		}
	}
	if err := casefolder.New(dir, "Again"); err == nil || !strings.Contains(err.Error(), "not empty") {
		t.Errorf("started a case over another: %v", err)
	}
}

// What a template teaches in comments is right: without its marks it is a case
// that has no errors.
func TestTemplatesTeachWhatIsTrue(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "case")
	if err := casefolder.New(dir, "x"); err != nil {
		t.Fatal(err)
	}
	prose := regexp.MustCompile(`^# ([A-Z]|yaml-language)`)
	for _, name := range []string{"case.yaml", "agenda.yaml", "stances.yaml"} {
		var b strings.Builder
		for _, line := range strings.SplitAfter(readFile(t, dir, name), "\n") {
			if !prose.MatchString(line) {
				line = strings.TrimPrefix(line, "# ")
			}
			b.WriteString(line)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	f := load(t, dir)
	if len(f.Case.Parties) == 0 || len(f.Case.Issues) == 0 || len(f.Case.Stances) == 0 {
		t.Fatalf("nothing was taught: %+v", f.Case)
	}
	for _, p := range f.Check(casefolder.Checks{}) {
		// The lesson names a party, an issue and a report that it does not give.
		if !strings.Contains(p.Message, `"SU"`) && !strings.Contains(p.Message, `"customs"`) && !strings.Contains(p.Message, "gazette") {
			t.Error(p)
		}
	}
}

func TestNewFrom(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "case")
	problems, err := casefolder.NewFrom(dir, "", []byte(`---
title: Chair's text
date: 2025-02-01
---
The parties, [wishing | NO] for peace,

## 1. Catch {#quota}
Each side takes [half | NO: one half of it] [a share by its coast | SU, UN].

## 2. Who patrols the strait, and when
The coast guards patrol [together].

## 3. Nothing more
No brackets here.
`))
	if err != nil || len(problems) != 0 {
		t.Fatal(err, problems)
	}
	if diff := cmp.Diff(`# yaml-language-server: $schema=.schema/agenda.schema.json
# What must be settled, and the ways to settle it. Points of drafts are renumbered; issues keep their ids.

issues:
  - id: quota
    title: Catch
    alternatives:
      - {id: half, title: one half of it}
      - {id: share-coast, title: a share by its coast}
  - id: who-patrols-strait-when
    title: Who patrols the strait, and when
    alternatives: [{id: together, title: together}, {id: left-out, title: Left out}]
  - id: nothing-more
    title: Nothing more`, strings.Split(readFile(t, dir, "agenda.yaml"), "\n\n# issues:")[0]); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(`---
id: T1
title: Chair's text
date: 2025-02-01
---
The parties, [wishing | NO] for peace,

## 1. Catch {#quota}

Each side takes [half | NO: one half of it]
[share-coast | SU UN: a share by its coast].

## 2. Who patrols the strait, and when {#who-patrols-strait-when}

The coast guards patrol [together | : together].

## 3. Nothing more {#nothing-more}

No brackets here.
`, readFile(t, dir, "texts/T1.md")); diff != "" {
		t.Error(diff)
	}
	f := load(t, dir)
	if problems := f.Check(casefolder.Checks{}); len(problems) > 0 {
		t.Errorf("the new case has problems:\n%s", problems)
	}
	if f.Case.Title != "Chair's text" || len(f.Case.Parties) != 3 {
		t.Errorf("%q, %d parties", f.Case.Title, len(f.Case.Parties))
	}
}

func TestNewFromTextsWithFaults(t *testing.T) {
	dir := t.TempDir()
	problems, err := casefolder.NewFrom(filepath.Join(dir, "a"), "Talks", []byte("## 1. One\n[a] or [b] or [c\n"))
	if err != nil || !strings.Contains(problems.String(), "brackets") {
		t.Errorf("%v\n%s", err, problems)
	}
	if _, err := casefolder.NewFrom(filepath.Join(dir, "b"), "Talks", []byte("\xff\xfe#\x00")); err == nil {
		t.Error("a text in UTF-16 started a case")
	}
	if _, err := casefolder.NewFrom(filepath.Join(dir, "c"), "Talks", []byte("---\ntitle: a: b\n---\n")); err == nil {
		t.Error("broken front matter started a case")
	}
}
