package casefolder_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/casefolder"
)

// A small case that has nothing wrong with it; tests change one file of it.
var sound = map[string]string{
	"case.yaml": `title: Fishing in the strait
parties:
  - id: NO
    name: Norland
    roles: [party]
    people:
      - {id: berg, name: Anna Berg, titles: [{title: Minister, from: 2024}]}
  - {id: SU, name: Sudland, roles: [party]}
  - {id: UN, name: United Nations, roles: [mediator]}
ratifiers:
  - {id: NO-parliament, name: Parliament, party: NO}
`,
	"agenda.yaml": `issues:
  - id: quota
    title: Who may catch how much
    alternatives:
      - {id: half, title: Half each}
      - {id: by-coast, title: By length of coast}
    needs: [NO-parliament]
  - id: patrol
    title: Who patrols
    alternatives: [{id: joint, title: Together}]
links:
  - {id: joint-half, if: {quota: [half]}, then: {patrol: [joint]}}
`,
	"stances.yaml": `- party: NO
  issue: quota
  date: 2025-03-01
  accepts: [half]
  refuses: [by-coast]
  only_if: {patrol: joint}
  evidence: [{report: gazette, by: berg, quote: we can live with half}]
`,
	"reports/gazette.md": `---
title: A minister speaks
date: 2025-03-01
---
The minister said that "we can live
with half" of the catch.
`,
	"texts/T1.md": `---
id: T1
title: First text
date: 2025-02-01
authors: [UN]
---
## 1. Catch {#quota}

Each side takes [half | NO: one half] [by-coast | SU: a share by its coast].
`,
	"record/gazette.yaml": `- id: s1
  report: gazette
  person: berg
  content: [{exact: of the catch, start: 0, end: 12}]
`,
	"meetings.yaml": `- {id: m1, title: First round, date: 2025-02-20, parties: [NO, SU], readouts: [{by: NO, says: [{topic: mood, says: good}]}]}
`,
	"commitments.yaml": `- {id: c1, title: No arrests, by: [SU], to: [NO], date: 2025-02-20, evidence: [{statement: s1}]}
`,
}

// with is the sound case with some files in place of its own; an empty text
// takes the file away.
func with(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, set := range []map[string]string{sound, files} {
		for name, text := range set {
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
			if text == "" {
				delete(fsys, name)
			}
		}
	}
	return fsys
}

func TestLoad(t *testing.T) {
	f := casefolder.LoadFS(with(nil))
	if problems := f.Check(casefolder.Checks{}); len(problems) > 0 {
		t.Fatalf("the sound case has problems:\n%s", problems)
	}
	c := f.Case
	s := c.Stances[0]
	if s.ID != "NO.quota.2025-03-01" || s.Date != parley.MustDate("2025-03-01") {
		t.Errorf("stance: id %s, date %s", s.ID, s.Date)
	}
	if got := s.OnlyIf["patrol"]; len(got) != 1 || got[0] != "joint" {
		t.Errorf("a lone text stands for a list of one: %v", s.OnlyIf)
	}
	if len(c.Drafts[0].Points) != 1 || c.Drafts[0].Brackets() != 1 {
		t.Errorf("draft: %+v", c.Drafts[0])
	}
	if r := c.Reports[0]; r.ID != "gazette" || !strings.HasPrefix(r.Text, "The minister") {
		t.Errorf("report: %+v", r)
	}
	for _, want := range []struct {
		kind casefolder.Kind
		id   string
		at   string
	}{
		{casefolder.StanceKind, "NO.quota.2025-03-01", "stances.yaml:1:3"},
		{casefolder.PersonKind, "berg", "case.yaml:7:9"},
		{casefolder.AlternativeKind, "quota/by-coast", "agenda.yaml:6:9"},
		{casefolder.ReportKind, "gazette", "reports/gazette.md:2:1"},
	} {
		if at, ok := f.Place(want.kind, want.id); !ok || at.String() != want.at {
			t.Errorf("Place(%s, %s) = %s, %v; want %s", want.kind, want.id, at, ok, want.at)
		}
	}
}

func TestStancesWithoutIDs(t *testing.T) {
	f := casefolder.LoadFS(with(map[string]string{"stances.yaml": `
- {party: NO, issue: quota, date: 2025-03, note: a}
- {party: NO, issue: quota, date: 2025-03, note: b}
- {id: NO.quota.2025-03.2, party: NO, issue: quota, note: c}
- {party: NO, issue: quota, date: 2025-03, note: d}
- {party: SU, note: e}
`}))
	var ids []string
	for _, s := range f.Case.Stances {
		ids = append(ids, s.ID)
	}
	if got := strings.Join(ids, " "); got != "NO.quota.2025-03 NO.quota.2025-03.3 NO.quota.2025-03.2 NO.quota.2025-03.4 SU" {
		t.Error(got)
	}
}

func TestCheck(t *testing.T) {
	stance := func(more string) map[string]string {
		return map[string]string{"stances.yaml": "- party: NO\n  issue: quota\n  evidence: [{report: gazette}]\n" + more + "\n"}
	}
	for name, test := range map[string]struct {
		files map[string]string
		want  []string // every problem, in order
	}{
		"unknown field": {stance("  accept: [half]\n  note: x"), []string{
			`stances.yaml:4:3: warning: a stance has no field "accept": it is kept, and nothing reads it; did you mean accepts?`,
		}},
		"comma in flow style": {map[string]string{"stances.yaml": "- {party: NO, issue: quota, accepts: half, note: At most 40,000 tonnes, evidence: [{report: gazette}]}\n"}, []string{
			`stances.yaml:1:61: warning: a stance has no field "000 tonnes": it is kept, and nothing reads it; expected words with a comma in them to stand in quotation marks between { and }`,
		}},
		"field twice": {stance("  note: x\n  note: y"), []string{`stances.yaml:5:3: error: the field "note" is given twice`}},
		"unknown alternative": {stance("  accepts: [half, by-cost]"), []string{
			`stances.yaml:4:19: error: no alternative "by-cost" on issue quota; did you mean by-coast?`,
		}},
		"unknown issue": {map[string]string{"stances.yaml": "- {party: NO, issue: quotas, accepts: half, evidence: [{report: gazette}]}"}, []string{
			`stances.yaml:1:22: error: no issue "quotas"; did you mean quota?`,
		}},
		"alternatives without an issue": {map[string]string{"stances.yaml": "- {party: NO, accepts: half, evidence: [{report: gazette}]}"}, []string{
			`stances.yaml:1:11: error: the stance speaks of alternatives and needs the field "issue"`,
		}},
		"unknown party":   {map[string]string{"stances.yaml": "- {party: XY, issue: quota, accepts: half, evidence: [{report: gazette}]}"}, []string{`stances.yaml:1:11: error: no party or ratifier "XY"`}},
		"condition":       {stance("  only_if: {patrol: joined}\n  unless: {patrols: joint}"), []string{`stances.yaml:4:21: error: no alternative "joined" on issue patrol; did you mean joint?`, `stances.yaml:5:12: error: no issue "patrols"; did you mean patrol?`}},
		"number":          {stance("  value: {half: lots, whole: 3}\n  weight: -1\n  note: x"), []string{`stances.yaml:4:17: error: "lots" is not a number; expected a decimal number such as 12 or 0.35`, `stances.yaml:4:23: error: no alternative "whole" on issue quota`, `stances.yaml:5:11: error: a weight is never negative`}},
		"both ways":       {stance("  accepts: [half]\n  refuses: [half]"), []string{`stances.yaml:5:12: error: the stance says that NO accepts half, and also refuses`}},
		"two demands":     {stance("  demands: [half, by-coast]"), []string{`stances.yaml:4:12: warning: NO demands 2 alternatives of one issue: each demand shuts out the other`}},
		"says nothing":    {stance(""), []string{`stances.yaml:1:10: warning: the stance NO.quota says nothing: no attitude, condition, priority or number`}},
		"bad date":        {stance("  date: 2025-02-30\n  note: x"), []string{`stances.yaml:4:9: error: "2025-02-30": February 2025 has no day 30`}},
		"bad grade":       {stance("  grade: a\n  note: x"), []string{`stances.yaml:4:10: error: no grade is called "a"; expected A, B, C or D; did you mean A?`}},
		"bad priority":    {stance("  priority: hihg"), []string{`stances.yaml:4:13: error: no priority is called "hihg"; expected critical, high, medium or low; did you mean high?`}},
		"wrong types":     {stance("  accepts: {half: 1}\n  note: [x]\n  only_if: half\n  priority: {a: b}"), []string{`stances.yaml:4:12: error: fields cannot stand here; expected a list`, `stances.yaml:5:9: error: a list cannot stand here; expected a text`, `stances.yaml:6:12: error: "half" cannot stand here; expected issues with their alternatives, as in {guarantees: [article5-binding]}`, `stances.yaml:7:13: error: fields cannot stand here; expected a priority`}},
		"room":            {stance("  room: mediator\n  note: x"), []string{`stances.yaml:4:9: error: no room is called "mediator"; expected public, mediators or a party's id`}},
		"no evidence":     {map[string]string{"stances.yaml": "- {party: NO, issue: quota, accepts: half}"}, []string{`stances.yaml:1:11: warning: the stance NO.quota has no evidence`}},
		"unknown report":  {map[string]string{"stances.yaml": "- {party: NO, issue: quota, accepts: half, evidence: [{report: gazete, by: bergh, quote: x}]}"}, []string{`stances.yaml:1:64: error: no report "gazete"; did you mean gazette?`, `stances.yaml:1:76: warning: "bergh" is no id; did you mean berg?`}},
		"quote":           {map[string]string{"stances.yaml": "- {party: NO, issue: quota, accepts: half, evidence: [{report: gazette, quote: all of it}]}"}, []string{`stances.yaml:1:80: error: report gazette does not have the words "all of it"; expected the report's own words; a paraphrase belongs in says`}},
		"same id":         {map[string]string{"agenda.yaml": "issues:\n  - {id: quota, title: a, alternatives: [{id: half, title: x}, {id: half, title: y}, {id: by-coast, title: z}]}\n  - {id: patrol, title: b, alternatives: [{id: joint, title: j}]}\n  - {id: patrol, title: c}\n"}, []string{`agenda.yaml:2:69: error: the alternative half is given twice, first at agenda.yaml:2:47`, `agenda.yaml:4:10: error: the issue patrol is given twice, first at agenda.yaml:3:10`}},
		"bad id":          {map[string]string{"commitments.yaml": "- {id: c 1, title: x, by: NO, to: nobody}"}, []string{`commitments.yaml:1:8: error: "c 1" cannot be an id; expected letters and digits, with - . _ ~ : + between them`, `commitments.yaml:1:35: error: no party, ratifier or person "nobody"`}},
		"missing field":   {map[string]string{"commitments.yaml": "- {id: c1}"}, []string{`commitments.yaml:1:3: error: a commitment needs the field "by"`, `commitments.yaml:1:3: error: a commitment needs the field "title"`}},
		"needs":           {map[string]string{"agenda.yaml": strings.Replace(sound["agenda.yaml"], "[NO-parliament]", "NO-parlament", 1)}, []string{`agenda.yaml:7:12: error: no ratifier "NO-parlament"; did you mean NO-parliament?`}},
		"link":            {map[string]string{"agenda.yaml": strings.Replace(sound["agenda.yaml"], "quota: [half]", "quota: [halb]", 1)}, []string{`agenda.yaml:12:35: error: no alternative "halb" on issue quota; did you mean half?`}},
		"status":          {map[string]string{"agenda.yaml": strings.Replace(sound["agenda.yaml"], "    needs:", "    status: [{date: 2025, status: agreed ad referndum, alternative: third}]\n    needs:", 1)}, []string{`agenda.yaml:7:35: error: no status is called "agreed ad referndum"; expected open, placeholder, proposed, bracketed, agreed at technical level, agreed ad referendum, agreed, initialled, signed, in force, deferred, side letter, withdrawn or reopened; did you mean agreed ad referendum?`, `agenda.yaml:7:69: error: no alternative "third" on issue quota`}},
		"tenure":          {map[string]string{"case.yaml": strings.Replace(sound["case.yaml"], "from: 2024", "from: 2024, until: 2023-05", 1)}, []string{`case.yaml:7:83: error: berg ends 2023-05, before it begins on 2024`}},
		"within":          {map[string]string{"case.yaml": strings.NewReplacer("name: Sudland", "name: Sudland, within: UN", "name: United Nations", "name: United Nations, within: SU").Replace(sound["case.yaml"])}, []string{`case.yaml:8:37: error: parties lie within each other in a circle: SU → UN → SU`}},
		"shared id":       {map[string]string{"case.yaml": sound["case.yaml"] + "  - {id: SU, name: Somebody}\n"}, []string{`case.yaml:12:10: error: the ratifier SU has the id of a party, first given at case.yaml:8:10`}},
		"draft circle":    {map[string]string{"texts/T1.md": strings.Replace(sound["texts/T1.md"], "authors", "follows: [T1]\nauthors", 1)}, []string{`texts/T1.md:5:10: error: drafts follow each other in a circle: T1 → T1`}},
		"later draft":     {map[string]string{"texts/T0.md": "---\nid: T0\ntitle: Before\ndate: 2024\nfollows: T1\nstanding: leek\n---\n"}, []string{`texts/T0.md:5:10: error: draft T0 of 2024 follows T1 of 2025-02-01, which is later`, `texts/T0.md:6:11: error: no standing is called "leek"; expected official, chair's text, non-paper, counter-text, leak, read-out, reported, signed or joint statement; did you mean leak?`}},
		"bracket":         {map[string]string{"texts/T1.md": strings.NewReplacer("[half | NO", "[halve | NO, SV").Replace(sound["texts/T1.md"])}, []string{`texts/T1.md:9:18: error: no alternative "halve" on issue quota; did you mean half?`, `texts/T1.md:9:30: error: no party "SV"; did you mean SU?`}},
		"point":           {map[string]string{"texts/T1.md": strings.Replace(sound["texts/T1.md"], "#quota", "#qota", 1)}, []string{`texts/T1.md:7:15: error: no issue "qota"; did you mean quota?`}},
		"selector":        {map[string]string{"record/gazette.yaml": "- {id: s1, report: gazette, kind: speach, content: [{exact: nothing, start: 0, end: 7}]}"}, []string{`record/gazette.yaml:1:35: error: no kind is called "speach"; expected speech, position, expectation, post or other; did you mean speech?`, `record/gazette.yaml:1:53: warning: report gazette no longer has the words "nothing"`}},
		"confidence":      {map[string]string{"reports/gazette.md": strings.Replace(sound["reports/gazette.md"], "date", "room: mediators\ndate", 1)}, []string{`record/gazette.yaml:2:11: warning: this is public and rests on the report gazette, which is for mediators alone`, `stances.yaml:7:23: warning: this is public and rests on the report gazette, which is for mediators alone`}},
		"meeting":         {map[string]string{"meetings.yaml": "- {id: m1, date: 2025-03-02, until: 2025-03-01, format: trilatral, parties: [NO], people: [berk], readouts: [{by: SU}]}"}, []string{`meetings.yaml:1:37: error: the meeting ends 2025-03-01, before it begins on 2025-03-02`, `meetings.yaml:1:57: error: no format is called "trilatral"; expected bilateral, trilateral, plenary, proximity, shuttle, caucus, back channel, phone or statement; did you mean trilateral?`, `meetings.yaml:1:92: error: no person "berk"; did you mean berg?`, `meetings.yaml:1:115: warning: SU gives a readout of a meeting that it was not at`}},
		"missing files":   {map[string]string{"case.yaml": "", "agenda.yaml": "", "stances.yaml": "", "texts/T1.md": "", "meetings.yaml": "", "commitments.yaml": "", "record/gazette.yaml": ""}, []string{`agenda.yaml: error: the file is missing: every case has one; parley new writes a first one`, `case.yaml: error: the file is missing: every case has one; parley new writes a first one`}},
		"misplaced":       {map[string]string{"stance.yaml": "[]", "reports/a.txt": "x", "notes.md": "fine"}, []string{`reports/a.txt: warning: nothing reads this file; expected a name that ends in .md`, `stance.yaml: warning: nothing reads this file; did you mean stances.yaml?`}},
		"no parties":      {map[string]string{"case.yaml": "title: x\n", "agenda.yaml": "issues: []\n", "stances.yaml": "", "texts/T1.md": "", "meetings.yaml": "", "commitments.yaml": "", "record/gazette.yaml": ""}, []string{`agenda.yaml:1:1: warning: the agenda has no issues`, `case.yaml:1:1: warning: the case has no parties: nobody's consent is asked for`}},
		"empty":           {map[string]string{"meetings.yaml": "# none yet\n", "reports/empty.md": " "}, []string{`reports/empty.md:1:1: error: the file has no front matter; expected a first line of ---, the fields, and another line of ---`}},
		"no end":          {map[string]string{"reports/x.md": "---\ntitle: x\n"}, []string{`reports/x.md:1:1: error: the front matter does not end; expected a line of --- after the fields`}},
		"latin1":          {map[string]string{"meetings.yaml": "- id: m1\n  title: caf\xe9\n"}, []string{`meetings.yaml:2:13: error: byte 0xe9 is not text: save the file as UTF-8`}},
		"utf16":           {map[string]string{"meetings.yaml": "\xff\xfe-\x00"}, []string{`meetings.yaml:1:1: error: the file is UTF-16: save it as UTF-8`}},
		"syntax":          {map[string]string{"meetings.yaml": "- id: m1\n  title: a: b\n"}, []string{`meetings.yaml:2:11: error: not readable as YAML: mapping values are not allowed in this context; expected quotation marks around a text that contains a colon`}},
		"two documents":   {map[string]string{"meetings.yaml": "- {id: m1}\n---\n- {id: m2}\n"}, []string{`meetings.yaml:2:1: error: not readable as YAML: a second document begins here: keep one in a file, without a line of --- in its midst`}},
		"empty list item": {map[string]string{"meetings.yaml": "- {id: m1}\n-\n- x\n"}, []string{`meetings.yaml:2:2: error: the list has an empty item`, `meetings.yaml:3:3: error: "x" cannot stand here; expected the fields of a meeting`}},
		"deep":            {map[string]string{"meetings.yaml": strings.Repeat("[", 500) + strings.Repeat("]", 500)}, []string{`meetings.yaml:1:65: error: not readable as YAML: exceeded max depth of 64 (while increasing flow level)`}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, p := range casefolder.LoadFS(with(test.files)).Check(casefolder.Checks{}) {
				got = append(got, p.String())
			}
			if g, w := strings.Join(got, "\n"), strings.Join(test.want, "\n"); g != w {
				t.Errorf("got\n%s\nwant\n%s", g, w)
			}
		})
	}
}

func TestExcerpt(t *testing.T) {
	problems := casefolder.LoadFS(with(map[string]string{"meetings.yaml": "- {id: m1, people: [bergh]}\n"})).Check(casefolder.Checks{})
	if len(problems) != 1 {
		t.Fatal(problems)
	}
	want := "1 | - {id: m1, people: [bergh]}\n  |                     ^\n"
	if got := problems[0].Excerpt(); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestAliasBomb(t *testing.T) {
	var b strings.Builder
	b.WriteString("- id: a\n  people: &p [" + strings.Repeat("berg, ", 2000) + "berg]\n")
	for k := range 200 {
		b.WriteString("- {id: m" + strings.Repeat("x", k) + ", people: *p}\n")
	}
	problems := casefolder.LoadFS(with(map[string]string{"meetings.yaml": b.String()})).Check(casefolder.Checks{})
	if !strings.Contains(problems.String(), "aliases") {
		t.Errorf("an alias bomb went off unseen: %s", problems)
	}
}

func TestAnchorOption(t *testing.T) {
	asked := 0
	f := casefolder.LoadFS(with(nil))
	problems := f.Check(casefolder.Checks{Anchor: func(string, parley.Selector) (int, int, bool) { asked++; return 0, 0, false }})
	if asked != 1 || len(problems) != 1 || problems[0].Severity != casefolder.Warning || problems.Err() != nil {
		t.Errorf("asked %d times: %v", asked, problems)
	}
}
