package review_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record"
	"github.com/parley-desk/parley/review"
	"pgregory.net/rapid"
)

const text = `“We will not cut the army,” Ana Dure said. She said the border was next.

Two officials said the offer was “too little”.
`

var strait = parley.Case{
	Parties: []parley.Party{
		{ID: "KE", Name: "Kestria", Aliases: []string{"Kestrian"}, People: []parley.Person{{ID: "dure", Name: "Ana Dure"}, {ID: "brede", Name: "Olan Brede"}}},
		{ID: "OS", Name: "Ostmark"},
	},
	Ratifiers: []parley.Ratifier{{ID: "diet", Name: "The Diet"}},
	Issues: []parley.Issue{
		{ID: "army", Title: "The army", Alternatives: []parley.Alternative{{ID: "cap-40"}, {ID: "no-cap"}}},
		{ID: "border", Title: "The border", Alternatives: []parley.Alternative{{ID: "open"}, {ID: "closed"}}},
	},
	Reports: []parley.Report{{ID: "courier", Outlet: "Trell Courier", Date: parley.Date{Year: 2031, Month: 4, Day: 2}, Text: text}},
}

// document is what a reader might find in a text; sources, cues and contents
// are given as words.
func document(in string, found ...[3]string) *record.Document {
	d := &record.Document{ID: "courier", Text: in, Date: parley.Date{Year: 2031, Month: 4, Day: 2}}
	for k, f := range found {
		place := func(words string) []record.Span {
			at := strings.Index(in, words)
			if at < 0 || words == "" {
				return nil
			}
			return []record.Span{{Start: at, End: at + len(words)}}
		}
		a := record.Attribution{
			ID: fmt.Sprint("s", k+1), Source: place(f[0]), Content: place(f[2]), Kind: parley.KindSpeech,
			Date: d.Date, Issues: []record.Scored{{ID: "army", Score: 0.7}},
		}
		if around := strings.Index(in, f[0]+" "+f[1]); around >= 0 {
			at := around + len(f[0]) + 1
			a.Cue = []record.Span{{Start: at, End: at + len(f[1])}}
		}
		d.Attributions = append(d.Attributions, a)
	}
	return d
}

func found() *record.Document {
	return document(text,
		[3]string{"Ana Dure", "said", "“We will not cut the army,”"},
		[3]string{"She", "said", "the border was next"},
		[3]string{"Two officials", "said", "the offer was “too little”"})
}

// desk is somebody who keeps what a review says is to be kept.
type desk struct {
	c      parley.Case
	drops  []review.Drop
	review *review.Review
}

func (d *desk) open(doc *record.Document) {
	r, _ := d.c.Report("courier")
	d.review = review.New(d.c, r, doc, d.drops)
}

func (d *desk) do(t interface{ Fatalf(string, ...any) }, commands ...string) (say string) {
	for _, command := range commands {
		a, err := d.review.Do(command)
		if err != nil {
			t.Fatalf("%s: %v", command, err)
		}
		if a.Save != nil {
			d.remove(a.Save.ID)
			d.c.Statements = append(d.c.Statements, *a.Save)
		}
		if a.Gone != "" {
			d.remove(a.Gone)
		}
		if a.Drops {
			d.drops = d.review.Drops()
		}
		say = a.Say
	}
	return say
}

func (d *desk) remove(id string) {
	var kept []parley.Statement
	for _, s := range d.c.Statements {
		if s.ID != id {
			kept = append(kept, s)
		}
	}
	d.c.Statements = kept
}

func (d *desk) words() (all []string) {
	for _, s := range d.c.Statements {
		all = append(all, s.ID+" "+s.Words())
	}
	return all
}

func TestDecisionsLastOverAStop(t *testing.T) {
	d := desk{c: strait}
	d.open(found())
	d.do(t, "n", "issue border", "t ref closed open", "a", "drop")
	if got := d.review.Left(); got != 1 {
		t.Errorf("%d left, want 1", got)
	}

	d.open(found())
	if at, of := d.review.Place(); at != 1 || of != 3 {
		t.Errorf("goes on at %d of %d, want 1 of 3", at, of)
	}
	var decisions []review.Decision
	for _, p := range d.review.Proposals {
		decisions = append(decisions, p.Decision)
	}
	if diff := cmp.Diff([]review.Decision{review.Undecided, review.Accepted, review.Dropped}, decisions); diff != "" {
		t.Error(diff)
	}
	s, _ := d.c.Statement("courier.2")
	if s.Issue != "border" || s.Attitude != parley.Refuses || !cmp.Equal(s.Alternatives, []string{"closed", "open"}) {
		t.Errorf("coded %s %s %v", s.Issue, s.Attitude, s.Alternatives)
	}
	if s.Content[0].Exact != text[s.Content[0].Start:s.Content[0].End] {
		t.Errorf("%q is not at %d", s.Content[0].Exact, s.Content[0].Start)
	}
}

// A better reader finds other edges, and one more statement; what was decided
// stays decided.
func TestDecisionsLastOverAnotherReader(t *testing.T) {
	d := desk{c: strait}
	d.open(found())
	d.do(t, "a", "d")
	d.open(document(text,
		[3]string{"Ana Dure", "said", "We will not cut the army"},
		[3]string{"She", "said", "border was next"},
		[3]string{"Two officials", "said", "“too little”"}))
	if got := d.review.Left(); got != 1 {
		t.Errorf("%d left, want 1", got)
	}
	if got := d.review.Current().Statement.ID; got != "courier.3" {
		t.Errorf("the new proposal is %s, want courier.3", got)
	}
	// What a person recorded stands even where a reader no longer finds it.
	d.open(document(text))
	if diff := cmp.Diff([]string{"courier.1 “We will not cut the army,”"}, d.words()); diff != "" || len(d.review.Proposals) != 1 {
		t.Errorf("%d proposals, %s", len(d.review.Proposals), diff)
	}
}

func TestDecisionsLastOverACleanText(t *testing.T) {
	d := desk{c: strait}
	d.open(found())
	d.do(t, "a", "d")
	clean := "TRELL, 2 April. \"We will not\ncut the army,\" Ana Dure said. She said the border was next.\n\nTwo officials said the offer was \"too little\".\n"
	d.c.Reports = []parley.Report{{ID: "courier", Text: clean}}
	d.open(document(clean,
		[3]string{"Ana Dure", "said", "\"We will not\ncut the army,\""},
		[3]string{"She", "said", "the border was next"},
		[3]string{"Two officials", "said", "the offer was \"too little\""}))
	if got := d.review.Left(); got != 1 {
		t.Errorf("%d left, want 1", got)
	}
	d.do(t, "p", "p", "a") // accepting once more writes the places anew
	s, _ := d.c.Statement("courier.1")
	if got := clean[s.Content[0].Start:s.Content[0].End]; got != s.Content[0].Exact || !strings.Contains(got, "\n") {
		t.Errorf("content is %q at %q", s.Content[0].Exact, got)
	}
}

func TestAcceptAllIsReadByNobody(t *testing.T) {
	d := desk{c: strait}
	d.open(found())
	d.do(t, "d")
	for _, s := range d.review.AcceptAll() {
		if !s.Unreviewed {
			t.Errorf("%s does not say that nobody has read it", s.ID)
		}
		d.c.Statements = append(d.c.Statements, s)
	}
	d.open(found())
	if got := d.review.AcceptAll(); len(got) != 0 {
		t.Errorf("%d statements are recorded twice", len(got))
	}
	if got := d.review.Left(); got != 2 {
		t.Errorf("%d left to read, want 2", got)
	}
	d.do(t, "a", "d")
	if diff := cmp.Diff([]string{"courier.2 the border was next"}, d.words()); diff != "" {
		t.Error(diff)
	}
	if d.c.Statements[0].Unreviewed {
		t.Error("accepting leaves the mark")
	}
}

func TestEdit(t *testing.T) {
	type field func(parley.Statement) any
	words := func(s parley.Statement) any { return s.Words() }
	who := func(s parley.Statement) any {
		return fmt.Sprintf("%s|%s|%s|%v|%d", s.Person, s.Party, s.Speaker, s.Anonymous, s.Count)
	}
	for _, c := range []struct {
		commands string
		field    field
		want     any
	}{
		{"e start +1", words, "will not cut the army,”"},
		{"e start +1; e start -1", words, "“We will not cut the army,”"},
		{"e start -5", words, "“We will not cut the army,”"},
		{"end -2", words, "“We will not cut"},
		{"end +2", words, "“We will not cut the army,” Ana Dure"},
		{"speaker Kestrian", who, "|KE|Ana Dure|false|0"},
		{"speaker olan brede", who, "brede|KE|Ana Dure|false|0"},
		{"speaker the diet", who, "|diet|Ana Dure|false|0"},
		{"speaker a passer-by", who, "||a passer-by|false|0"},
		{"speaker dure; unnamed 2", who, "|KE|Ana Dure|true|2"},
		{"unnamed; party OS", who, "|OS|Ana Dure|true|0"},
		{"issue", func(s parley.Statement) any { return s.Issue }, "army"},
		{"issue bor", func(s parley.Statement) any { return s.Issue }, "border"},
		{"issue -", func(s parley.Statement) any { return s.Issue }, ""},
		{"issue army; t acc cap no", func(s parley.Statement) any { return fmt.Sprint(s.Attitude, s.Alternatives) }, "accepts[cap-40 no-cap]"},
		{"issue army; t acc cap; issue border", func(s parley.Statement) any { return fmt.Sprint(s.Attitude, s.Alternatives) }, "unknown[]"},
		{"issue army; t acc cap; t -", func(s parley.Statement) any { return fmt.Sprint(s.Attitude, s.Alternatives) }, "unknown[]"},
		{"day 2031-04-01", func(s parley.Statement) any { return s.Date.String() }, "2031-04-01"},
		{"note said with a smile", func(s parley.Statement) any { return s.Note }, "said with a smile"},
	} {
		d := desk{c: strait}
		d.open(found())
		d.do(t, strings.Split(c.commands, "; ")...)
		if got := c.field(d.review.Current().Statement); got != c.want {
			t.Errorf("%s: got %q, want %q", c.commands, got, c.want)
		}
		if len(d.c.Statements) > 0 {
			t.Errorf("%s: saved before it was accepted", c.commands)
		}
		d.do(t, "a", "p", "note later")
		if s, _ := d.c.Statement("courier.1"); s.Note != "later" {
			t.Errorf("%s: an edit of a recorded statement is not saved", c.commands)
		}
	}
}

func TestWrongCommandsChangeNothing(t *testing.T) {
	for command, want := range map[string]string{
		"fly":             "? lists them",
		"issue sea":       "name one of army, border",
		"t demands":       "give an attitude (demands, prefers, accepts, resists, refuses) and alternatives of army (cap-40, no-cap)",
		"t wants no-cap":  "no attitude",
		"t demands moon":  "no alternative",
		"end -9":          "nothing would be left",
		"start much":      "by how many words",
		"party Nowhere":   "name one of KE, OS",
		"unnamed many":    "how many",
		"day tomorrow":    "is not a date",
		"speaker":         "who?",
		"repeats morning": "no other statement",
	} {
		d := desk{c: strait}
		d.open(found())
		before := d.review.Current().Statement
		if _, err := d.review.Do(command); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want one with %q", command, err, want)
		}
		if diff := cmp.Diff(before, d.review.Current().Statement); diff != "" {
			t.Errorf("%s changed the statement: %s", command, diff)
		}
	}
}

func TestCopyOfARecordedStatement(t *testing.T) {
	d := desk{c: strait}
	d.open(found())
	d.do(t, "speaker dure", "a")
	c := d.c
	c.Reports = append(c.Reports, parley.Report{ID: "star", Text: text})
	doc := found()
	doc.ID = "star"
	doc.Attributions[0].Speaker = record.Speaker{Person: "dure", Name: "Ana Dure", Party: "KE"}
	star, _ := c.Report("star")
	r := review.New(c, star, doc, nil)
	if got := r.Current().Statement.Repeats; got != "courier.1" {
		t.Errorf("repeats %q, want courier.1", got)
	}
}

func TestDropsSurviveTheirFile(t *testing.T) {
	d := desk{c: strait}
	d.open(found())
	d.do(t, "d", "d")
	data, err := review.EncodeDrops(d.drops)
	if err != nil {
		t.Fatal(err)
	}
	back, err := review.DecodeDrops(data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d.drops, back); diff != "" {
		t.Error(diff)
	}
	if data, err := review.EncodeDrops(nil); data != nil || err != nil {
		t.Errorf("no drops are %q, %v", data, err)
	}
}

// Whatever is typed, what is kept names words where they stand, every id is
// there once, and a later review agrees with this one.
func TestAnyCommands(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := desk{c: strait}
		d.open(found())
		for range rapid.IntRange(0, 25).Draw(t, "commands") {
			command := rapid.SampledFrom([]string{
				"a", "d", "n", "p", "i", "i border", "i -", "t demands no-cap", "t ref open", "e start +1", "e start -1", "e end +1",
				"e end -1", "speaker dure", "speaker OS", "unnamed 3", "note x", "party KE", "?", "", "e",
			}).Draw(t, "command")
			a, err := d.review.Do(command)
			if err != nil {
				continue
			}
			if a.Save != nil {
				d.remove(a.Save.ID)
				d.c.Statements = append(d.c.Statements, *a.Save)
			}
			if a.Gone != "" {
				d.remove(a.Gone)
			}
			if a.Drops {
				d.drops = d.review.Drops()
			}
		}
		ids := map[string]bool{}
		for _, s := range d.c.Statements {
			if ids[s.ID] {
				t.Fatalf("%s is recorded twice", s.ID)
			}
			ids[s.ID] = true
			for _, x := range s.Content {
				if text[x.Start:x.End] != x.Exact {
					t.Fatalf("%q does not stand at %d", x.Exact, x.Start)
				}
			}
		}
		left := d.review.Left()
		d.open(found())
		if again := d.review.Left(); again != left {
			t.Fatalf("%d left, and %d when taken up again", left, again)
		}
	})
}

func Example() {
	reader, _ := record.NewReader(record.For(&strait, parley.Date{}))
	report, _ := strait.Report("courier")
	doc, _ := reader.Read(context.Background(), record.Source{ID: report.ID, Text: report.Text, Date: report.Date})
	r := review.New(strait, report, doc, nil)
	for _, command := range []string{"issue army", "attitude demands no-cap", "accept"} {
		answer, err := r.Do(command)
		if err != nil {
			fmt.Println(err)
		}
		if s := answer.Save; s != nil {
			fmt.Printf("%s: %s %s %s: %s\n", s.ID, s.Person, s.Attitude, s.Alternatives[0], s.Words())
		}
	}
	// Output: courier.1: dure demands no-cap: “We will not cut the army,”
}
