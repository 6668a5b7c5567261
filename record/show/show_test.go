package show

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/internal/golden"
	"github.com/parley-desk/parley/page"
	"github.com/parley-desk/parley/record"
	"pgregory.net/rapid"
)

const strait = `Envoys of Kestria and Ostmark met for six hours in Trell on Tuesday.

“We will not cut the army,” Ana Dure said. “Not by one <b>man</b>.”
She left at noon & went home.

Two officials said the offer was “too little”, according to the Trell Courier.

— we wait — Ana Dure (@anadure) April 2, 2031
`

// document marks the strait report by hand, so that the showing is tested and
// not the reading.
func document() *record.Document {
	at := func(words string) []record.Span {
		k := strings.Index(strait, words)
		return []record.Span{{Start: k, End: k + len(words)}}
	}
	cued := at("officials said")[0]
	return &record.Document{
		ID: "strait", Title: "On the strait", Outlet: "Evening Star", Date: parley.Date{Year: 2031, Month: 4, Day: 2}, Text: strait, Language: "en",
		Attributions: []record.Attribution{
			{
				ID: "s1", Source: at("Ana Dure"), Cue: at("said"), Content: append(at("“We will not cut the army,”"), at("“Not by one <b>man</b>.”")...),
				Kind: parley.KindSpeech, Manner: record.Direct, Speaker: record.Speaker{Person: "dure", Name: "Ana Dure", Party: "KE"},
				Date: parley.Date{Year: 2031, Month: 4, Day: 1}, Issues: []record.Scored{{ID: "army", Score: 0.75}},
			},
			{
				ID: "s2", Source: at("Two officials"), Cue: []record.Span{{Start: cued.End - len("said"), End: cued.End}}, Content: at("the offer was “too little”"),
				Kind: parley.KindSpeech, Manner: record.Mixed, Chain: record.Chain{Anonymous: true, Count: 2, Via: []string{"Trell Courier"}},
				Date: parley.Date{Year: 2031, Month: 4, Day: 2},
			},
			{
				ID: "s3", Source: at("the Trell Courier"), Cue: at("according to"), Content: at("Two officials said the offer was “too little”"),
				Kind: parley.KindSpeech, Manner: record.Mixed, Chain: record.Chain{Outlet: "Trell Courier", Holds: []string{"s2"}},
				Date: parley.Date{Year: 2031, Month: 4, Day: 2},
			},
			{
				ID: "s4", Source: at("Ana Dure (@anadure)"), Content: at("we wait"), Kind: parley.KindPost, Manner: record.Indirect,
				Speaker: record.Speaker{Person: "dure", Name: "Ana Dure", Party: "KE"}, Date: parley.Date{Year: 2031, Month: 4, Day: 2},
				Post: &record.Post{Author: "Ana Dure", Handle: "@anadure", Platform: "X"},
			},
		},
		Meetings: []record.Meeting{{
			Parties: []string{"KE", "OS"}, People: []string{"dure"}, Place: "Trell", Site: "the old fort", Hours: 6, AtLeast: true,
			Format: parley.FormatBilateral, Date: parley.Date{Year: 2031, Month: 4, Day: 1},
		}},
		People: []record.Mentioned{{ID: "dure", Name: "Ana Dure", Title: "Foreign Minister", Party: "KE", First: at("Ana Dure")[0]}},
	}
}

func TestShow(t *testing.T) {
	copied := document()
	copied.ID, copied.Title, copied.Outlet = "copy", "", "Morning Star"
	foreign := &record.Document{ID: "fremd", Text: "Nein.", Note: "the text does not look English"}
	for name, open := range map[string]func(*bytes.Buffer) Writer{
		"strait.txt":   func(b *bytes.Buffer) Writer { return Text(b, page.TextOptions{Width: 80}) },
		"strait.html":  func(b *bytes.Buffer) Writer { return HTML(b) },
		"strait.json":  func(b *bytes.Buffer) Writer { return JSON(b) },
		"strait.jsonl": func(b *bytes.Buffer) Writer { return JSONL(b) },
	} {
		var b bytes.Buffer
		w := open(&b)
		for _, d := range []*record.Document{document(), copied, foreign} {
			if err := w.Write(d); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		golden.Check(t, name, b.String())
		if strings.HasSuffix(name, ".json") && !json.Valid(b.Bytes()) {
			t.Errorf("%s is not JSON", name)
		}
	}
}

// No report is a complete answer too, in every form.
func TestShowNothing(t *testing.T) {
	var j bytes.Buffer
	if err := JSON(&j).Close(); err != nil || j.String() != "{\n  \"documents\": [],\n  \"carried\": []\n}\n" {
		t.Errorf("JSON of nothing: %q, %v", j.String(), err)
	}
	var h bytes.Buffer
	if err := HTML(&h).Close(); err != nil || !strings.HasSuffix(h.String(), "</html>\n") {
		t.Errorf("HTML of nothing: %q, %v", h.String(), err)
	}
}

// However marks lie, across each other or across paragraphs, the pieces of the
// text are the text, in order, and every mark opens and closes equally often.
func TestPiecesAreTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`([a-zé“” ]{0,12}\n{0,2}){0,8}`).Draw(t, "text")
		cuts := []int{}
		for k := range text {
			cuts = append(cuts, k)
		}
		cuts = append(cuts, len(text))
		var all []mark
		for n := range rapid.IntRange(0, 6).Draw(t, "marks") {
			a, b := rapid.SampledFrom(cuts).Draw(t, "from"), rapid.SampledFrom(cuts).Draw(t, "to")
			all = append(all, mark{record.Span{Start: min(a, b), End: max(a, b)}, role(n % 3), n + 1})
		}
		sortMarks(all)
		rest := text
		for _, p := range paragraphs(text, all) {
			opened, closed := 0, 0
			for _, piece := range p {
				k := strings.Index(rest, piece.words)
				if k < 0 || strings.TrimSpace(rest[:k]) != "" || !utf8.ValidString(piece.words) {
					t.Fatalf("%q does not come next in %q", piece.words, rest)
				}
				rest = rest[k+len(piece.words):]
				opened, closed = opened+len(piece.opens), closed+len(piece.closes)
			}
			if opened != closed {
				t.Fatalf("%d marks open and %d close", opened, closed)
			}
		}
		if strings.TrimSpace(rest) != "" {
			t.Fatalf("%q is not shown", rest)
		}
	})
}

func ExampleText() {
	reader, _ := record.NewReader(record.Options{})
	doc, _ := reader.Read(context.Background(), record.Source{ID: "note", Text: "“We will wait for the answer,” Ana Dure said."})
	w := Text(os.Stdout, page.TextOptions{Width: 72})
	_ = w.Write(doc)
	_ = w.Close()
	// Output:
	// note
	// ════
	// 1 statement, 0 meetings, 1 person. All of it is proposed by a program,
	// for a person to confirm.
	//
	// THE REPORT
	// ──────────
	// ⟦1 what was said⟧ ⟨1 by whom⟩ ‹1 the cue›
	//
	// ⟦1 “We will wait for the answer,”⟧ ⟨1 Ana Dure⟩ ‹1 said›.
	//
	// STATEMENTS
	// ──────────
	// no.  who       how
	// 1    Ana Dure  speech, direct
	//
	// PEOPLE
	// ──────
	// • Ana Dure
}
