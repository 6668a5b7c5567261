package record

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// A source means somebody: by name, by office, by pronoun, or nobody known.
func TestSpeakers(t *testing.T) {
	reader := newTestReader(t, caseOptions)
	for _, test := range []struct{ text, want string }{
		{"Ana Dure said the talks were over.", "dure"},
		{"The talks were over, said A. Dure.", "dure"},
		{"Foreign Minister Dure said the talks were over. She said nobody was sorry.", "dure dure"},
		{"The foreign minister, at a school in Trell, told reporters that the talks were over.", "dure"},
		{"A spokeswoman for the foreign minister, Ana Dure, said the talks were over.", "KES"},
		{"A negotiator for Vale, Per Holt, said the talks were over.", "holt"},
		{"PORT HELVAR, April 2 — Per Holt said the talks were over. He said nobody was sorry.", "holt holt"},
		{"Kestria's foreign ministry said the talks were over. The ministry added that nobody was sorry.", "KES KES"},
		{"Two Kestrian officials said the talks were over. One of them said nobody was sorry.", "KES KES"},
		{"A senior Valese official said the talks were over. The official, who asked not to be named, said nobody was sorry.", "VAL VAL"},
		{"“We have time,” Ana Dure told reporters. Her spokesman, Tom Reed, said the talks were over.", "dure KES"},
		{"Two officials said the talks were over.", "-"},
	} {
		doc, err := reader.Read(context.Background(), Source{Text: test.text})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for i := range doc.Attributions {
			switch s := doc.Attributions[i].Speaker; {
			case s.Person != "":
				got = append(got, s.Person)
			case s.Party != "":
				got = append(got, s.Party)
			default:
				got = append(got, "-")
			}
		}
		if g := strings.Join(got, " "); g != test.want {
			t.Errorf("%s\n  got  %q\n  want %q", test.text, g, test.want)
		}
	}
}

// What somebody told a medium came through it; what an audience heard did not.
func TestVia(t *testing.T) {
	reader := newTestReader(t, caseOptions)
	for _, test := range []struct{ text, want string }{
		{"Ana Dure told the Trell Courier that the talks were over.", "dure [Trell Courier] 0"},
		{"Ana Dure told state television that the talks were over.", "dure [state television] 0"},
		{"Ana Dure told the Commons that the talks were over.", "dure [] 0"},
		{"Two officials told the Trell Courier that the talks were over.", " [Trell Courier] 2"},
		{"Fifty-two percent of voters said the talks were over.", " [] 0"},
		{"Two other envoys said the talks were over.", " [] 2"},
		{"A third said the talks were over.", " [] 1"},
	} {
		doc, err := reader.Read(context.Background(), Source{Text: test.text})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for i := range doc.Attributions {
			a := &doc.Attributions[i]
			got += fmt.Sprintf("%s %v %d", a.Speaker.Person, a.Chain.Via, a.Chain.Count)
		}
		if got != test.want {
			t.Errorf("%s\n  got  %q\n  want %q", test.text, got, test.want)
		}
	}
}

// A person of the case is known without the title that the name starts with,
// and by it.
func TestRankInName(t *testing.T) {
	reader := newTestReader(t, Options{
		Parties: []Party{{ID: "JUN", Name: "Council of Order"}, {ID: "OPP", Name: "Democratic Front"}},
		People: []Person{
			{ID: "sar", Name: "General Okello Saravan", Title: "chairman", Party: "JUN"},
			{ID: "lum", Name: "Honorine Lumbala", Title: "chairman", Party: "OPP"},
		},
	})
	doc, err := reader.Read(context.Background(), Source{Text: "Okello Saravan said the vote would wait. The general added that nobody minded. His Democratic Front counterpart said everybody did."})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for i := range doc.Attributions {
		got = append(got, doc.Attributions[i].Speaker.Person)
	}
	if g := strings.Join(got, " "); g != "sar sar lum" {
		t.Errorf("got %q, want %q", g, "sar sar lum")
	}
}

// Stops in an abbreviated name do not hide it.
func TestAbbreviatedParty(t *testing.T) {
	reader := newTestReader(t, Options{Parties: []Party{{ID: "US", Name: "United States"}, {ID: "NCR", Name: "North Coast Republic", Aliases: []string{"N.C.R."}}}})
	for text, want := range map[string]string{
		"The U.S. said the talks were over.":                       "US",
		"U.S. officials said the talks were over.":                 "US",
		"The N.C.R. said the talks were over.":                     "NCR",
		"“It is over,” the North Coast Republic said in a letter.": "NCR",
	} {
		doc, err := reader.Read(context.Background(), Source{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		if len(doc.Attributions) != 1 || doc.Attributions[0].Speaker.Party != want {
			t.Errorf("%s\n  got  %+v\n  want %s", text, doc.Attributions, want)
		}
	}
}

// Two who say “I” in each other's words, as a transcript without marks has it,
// are not looked for in a circle.
func TestFirstPersonsInACircle(t *testing.T) {
	reader := newTestReader(t, caseOptions)
	for _, text := range []string{
		"I said I thought I told you that I believe I want it, I said, and I say I know I said so, I think.",
		"I think, I said, that we believe we told you, we said, that I think so.",
	} {
		if _, err := reader.Read(context.Background(), Source{Text: text}); err != nil {
			t.Fatal(err)
		}
	}
}
