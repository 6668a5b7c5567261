package cite_test

import (
	"os"
	"testing"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/cite"
	"github.com/parley-desk/parley/page"
)

func ExampleOn() {
	p := &page.Page{}
	sources := []parley.Source{{By: "Ana Dure", Says: "low or nothing", Via: []string{"Trell Courier", "The Tide"}, Date: "2031-05-01", Grade: "C"}}
	p.Add(page.Paragraph{Words: cite.On(p, page.Words("Meridia demands the low quota"), sources)})
	_ = p.Text(os.Stdout, page.TextOptions{})
	// Output:
	// Meridia demands the low quota[1]
	//
	// EVIDENCE
	// ────────
	//  [1] Ana Dure: low or nothing — via Trell Courier → The Tide, 2031-05-01,
	//      grade C
}

func TestWords(t *testing.T) {
	for name, tt := range map[string]struct {
		source parley.Source
		want   string
	}{
		"the words themselves stand in quotation marks": {parley.Source{By: "Ana", To: "the Pilots", Quote: "Low.", Date: "2031"}, "Ana to the Pilots: “Low.” — 2031"},
		"a paraphrase never does":                       {parley.Source{Says: "wants it low"}, "wants it low"},
		"the words go before the paraphrase":            {parley.Source{Says: "wants it low", Quote: "Low."}, "“Low.”"},
		"confidence is told":                            {parley.Source{Says: "low", Room: "mediators"}, "low — told in confidence: mediators"},
		"no words are told as none":                     {parley.Source{By: "Ana"}, "Ana: (no words on record)"},
	} {
		if got := cite.Words(tt.source).Plain(); got != tt.want {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}

// The same words in the same report are one note; other words are another.
func TestNotesAreToldApart(t *testing.T) {
	p := &page.Page{}
	a := parley.Source{Report: "tide", Says: "low", By: "Ana"}
	b := parley.Source{Report: "tide", Says: "low", By: "Solance"}
	c := parley.Source{Report: "courier", Says: "low", By: "Ana"}
	l := cite.On(p, nil, []parley.Source{a, b, c, a})
	if len(p.Notes) != 3 || l[0].Note != 1 || l[3].Note != 1 {
		t.Errorf("%d notes, cited as %v", len(p.Notes), l)
	}
}

func TestOnLeavesTheLineAlone(t *testing.T) {
	l := make(page.Line, 1, 4)
	l[0] = page.Span{Words: "Meridia"}
	p := &page.Page{}
	first := cite.On(p, l, []parley.Source{{Says: "one"}})
	second := cite.On(p, l, []parley.Source{{Says: "two"}})
	if first[1].Note != 1 || second[1].Note != 2 {
		t.Errorf("the second citation overwrote the first: %v, %v", first, second)
	}
}
