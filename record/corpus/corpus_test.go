package corpus

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

const example = `---
title: No text yet
date: 2031-04-02
style: newswire
setting: invented
parties:
  KES: {name: Kestria, people: {dure: {name: Ana Dure, title: foreign minister, aliases: Dure}}}
  VAL: {name: Vale}
---
TRELL, April 2 — {c1 “Not yet,”} {s1 Ana Dure} {v1 said}
on Tuesday. {c1 “Soon.”}

{s3 The Courier} {v3 reported} {c3 that {s2 two officials} {v2 said} {c2 Vale would sign}}.
---
1: {kind: speech, who: dure}
2: {kind: speech, party: VAL, anonymous: true, count: 2, via: Courier}
3: {kind: speech, outlet: Courier, holds: 2}
meetings:
  - {who: [dure, VAL], where: Trell, when: "2031-04-02", hours: 4.5, format: bilateral}
`

func TestParse(t *testing.T) {
	r, err := Parse("x/trell.report", []byte(example))
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	fmt.Fprintln(&got, r.Name, r.Header.Date, r.Header.Parties["KES"].People["dure"].Aliases)
	for _, a := range r.Attributions {
		fmt.Fprint(&got, a.Number)
		for _, role := range [][]Span{a.Source, a.Cue, a.Content} {
			for _, s := range role {
				fmt.Fprintf(&got, " [%s]", r.Text[s.Start:s.End])
			}
		}
		fmt.Fprintln(&got, "", a.Kind, a.Who, a.Party, a.Anonymous, a.Count, a.Outlet, a.Via, a.Holds)
	}
	fmt.Fprintln(&got, r.Meetings)
	want := `trell 2031-04-02 [Dure]
1 [Ana Dure] [said] [“Not yet,”] [“Soon.”] speech [dure] [] false 0  [] []
2 [two officials] [said] [Vale would sign] speech [] [VAL] true 2  [Courier] []
3 [The Courier] [reported] [that two officials said Vale would sign] speech [] [] false 0 Courier [] [2]
[{[dure VAL] Trell  2031-04-02 4.5 bilateral}]
`
	if d := cmp.Diff(want, got.String()); d != "" {
		t.Error(d)
	}
	if want := "said on Tuesday. “Soon.”\n\nThe"; !strings.Contains(r.Text, want) {
		t.Errorf("text %q lacks %q", r.Text, want)
	}
}

// A problem names the place and says what to do.
func TestProblems(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"{v1 said}", "{v1 said", "f:10:48: {v1 is not closed before the paragraph's end"},
		{"{v1 said}", "{w1 said}", `f:10:48: a brace opens a mark such as {s1 …}`},
		{"{v1 said}", "{v1 said}}", "f:10:57: a closing brace without an open mark"},
		{"{v1 said}", "said", "f:10:18: number 1 has a source but no cue"},
		{"who: dure}", "who: duro}", `f:15:4: number 1: who "duro" is no person of the header`},
		{"1: {kind", "9: {kind", "f:10:18: number 1 is marked but has no line in the answers"},
		{"1: {kind", "9: {kind", "f:15:1: number 9 is answered but not marked"},
		{"kind: speech, who", "kind: talk, who", `number 1: kind "talk" is not one of speech, position`},
		{"kind: speech, who", "sort: speech, who", `f:15:5: unknown key "sort"; known here: kind, who`},
		{"holds: 2", "holds: 7", "f:17:1: number 3 holds 7, which is not marked"},
		{"[dure, VAL]", "[dure, VLA]", `who "VLA" is neither a person nor a party`},
		{"1: {kind: speech", "1: {kind: speech,, ", "f:15:"},
		{"---\nTRELL", "TRELL", "three lines of three dashes are needed"},
	} {
		src := strings.Replace(example, c.old, c.new, 1)
		_, err := Parse("f", []byte(src))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s -> %s:\n got %v\nwant %s", c.old, c.new, err, c.want)
		}
	}
}

// Every report in this folder is in order.
func TestReports(t *testing.T) {
	if _, err := Load(os.DirFS(".")); err != nil {
		t.Error(err)
	}
}

func TestHeldOutIsAThird(t *testing.T) {
	n := 0
	for i := range 3000 {
		if HeldOut(fmt.Sprintf("report-%03d.report", i)) {
			n++
		}
	}
	if n < 900 || n > 1100 {
		t.Errorf("%d of 3000 held out", n)
	}
	if HeldOut("a/b.report") != HeldOut("b") {
		t.Error("the folder and the ending must not matter")
	}
}

// No file makes the parser panic, and what it accepts has spans inside the text.
func FuzzParse(f *testing.F) {
	f.Add(example)
	f.Add(strings.Replace(example, "{v1 said}", "{v1 {s9 said}", 1))
	f.Add("---\ntitle: x\n---\n{c1 \u00a0é\u00e0}\n---\n1: {kind: speech}\n")
	f.Fuzz(func(t *testing.T, src string) {
		r, err := Parse("f", []byte(src))
		if err != nil {
			return
		}
		for _, a := range r.Attributions {
			for _, role := range [][]Span{a.Source, a.Cue, a.Content} {
				for _, s := range role {
					if s.Start < 0 || s.Start >= s.End || s.End > len(r.Text) || !utf8.ValidString(r.Text[s.Start:s.End]) {
						t.Fatalf("span %v of a text of %d bytes", s, len(r.Text))
					}
				}
			}
		}
	})
}
