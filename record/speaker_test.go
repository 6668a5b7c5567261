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
		{"“He wants what we do not have,” Per Holt said. “He wants it in writing.”", "- holt -"},
		{"Per Holt had gone. “She told me that it was late,” Ana Dure said.", "- dure"},
		{"Ana Dure said the talks were over.\n\nSolveig Hauge, who had come by boat, put down her bag. “Nobody is sorry,” she said.", "dure hauge"},
		{"Ana Dure drank her tea. Pressed by Solveig Hauge, she said the talks were over.", "dure"},
		{"Ms. Marion Reed said the talks were over. He said nobody was sorry.", "- -"},
		{"Ana Dure said the talks were over. Eight minutes later she added that nobody was sorry.", "dure dure"},
		{"Ibrahim Sarr and Per Holt met for an hour. They agreed that nobody was sorry.", "sarr+holt"},
		{"Ibrahim Sarr received Per Holt on Monday. Both men said the talks were over.", "sarr+holt"},
		{"The Kestrian leader said the talks were over.", "sarr"},
		{"The Kestrian president said the talks were over.", "sarr"},
		{"CAPT. HOLT: The talks are over.\n\nCAPT. HOLT: Nobody is sorry.", "holt holt"},
		{"“It is over,” Ana Dure wrote in a letter to Vale. The letter says that nobody is sorry.", "dure dure"},
		{"The talks are over, according to a letter from Ana Dure to the mediators.", "dure"},
		{"The Kestrian readout said the talks were over.", "KES"},
		{"The Polish president said the talks were over.", "-"},
		{"Ana Dure, whose son drives a delivery van, said the talks were over.", "dure"},
		{"Ana Dure, the owner, who has no plans to move, said the talks were over.", "dure"},
		{"“It is over,” Per Holt said. “They want us to sign.”", "holt -"},
		{"Ana Dure met Per Holt in Trell. The president, Ibrahim Sarr, was away. “It is over,” he said.", "sarr"},
		{"Per Holt drank his tea. The foreign minister had left. She said the talks were over.", "dure"},
		{"A spokeswoman for the president said the talks were over.", "KES"},
		{"The president’s aides said the talks were over.", "KES"},
		{"A Kestrian official and a Valese diplomat said the talks were over.", "-"},
		{"Ibrahim Sarr had left. The Valese side said the president was late.", "VAL"},
	} {
		doc, err := reader.Read(context.Background(), Source{Text: test.text})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for i := range doc.Attributions {
			switch s := doc.Attributions[i].Speaker; {
			case s.Second != "":
				got = append(got, s.Person+"+"+s.Second)
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
		{"Ana Dure told “Front Porch” that the talks were over.", "dure [Front Porch] 0"},
		{"Ana Dure told the talk show “Evening Without Gloves” that the talks were over.", "dure [Evening Without Gloves] 0"},
		{"Ana Dure told the monthly Sacristia that the talks were over.", "dure [Sacristia] 0"},
		{"Ana Dure told Kestrian radio that the talks were over.", "dure [Kestrian radio] 0"},
		{"Ana Dure told the state news agency that the talks were over.", "dure [state news agency] 0"},
		{"“It is over,” Ana Dure wrote on Twitter.", "dure [] 0"},
		{"The talks are over, according to a draft, dated Monday and seen by Union Wire.", " [Union Wire] 0"},
		{"The Trell Courier quoted two aides as saying the talks were over.", " [] 0 [Trell Courier] 2"},
		{"A survey found that 52 percent of voters thought the talks were over.", " [] 0 [] 0"},
		{"Two guards and a driver said the talks were over.", " [] 3"},
		{"Three judges said the talks were over.", " [] 3"},
		{"Human rights groups said the talks were over.", " [] 0"},
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

// A medium, a document or a body that counts is a source of its own.
func TestOutlets(t *testing.T) {
	reader := newTestReader(t, caseOptions)
	for _, test := range []struct{ text, want string }{
		{"The Strait Packet reported that the talks were over.", "Strait Packet"},
		{"The Jordan Times reported that the talks were over.", "Jordan Times"},
		{"The Fiscal Forum estimates that the talks cost $3 million.", "Fiscal Forum"},
		{"Analysts at the Harbour Institute think the talks are over.", "anonymous Harbour Institute"},
		{"The Kestrian statement said the talks were over.", "Kestrian statement"},
		{"The nurses’ union said the talks were over.", ""},
		{"“They told us the talks were over,” said Lena Moss, a baker.", "anonymous "},
	} {
		doc, err := reader.Read(context.Background(), Source{Text: test.text})
		if err != nil {
			t.Fatal(err)
		}
		if len(doc.Attributions) == 0 {
			t.Errorf("%s\n  nothing found", test.text)
			continue
		}
		c := doc.Attributions[0].Chain
		got := c.Outlet
		if c.Anonymous {
			got = "anonymous " + got
		}
		if got != test.want {
			t.Errorf("%s\n  got  %q\n  want %q", test.text, got, test.want)
		}
	}
}

// Names and titles mean whom a reader would take them for.
func TestNamesAndTitles(t *testing.T) {
	reader := newTestReader(t, Options{
		Parties: []Party{{ID: "DEL", Name: "Delmar"}, {ID: "MIN", Name: "Government"}},
		People: []Person{
			{ID: "cost", Name: "Rui Costa Lima", Title: "foreign minister", Party: "DEL"},
			{ID: "hadi", Name: "Farid el-Hadi", Title: "president", Party: "DEL"},
			{ID: "lyle", Name: "Fiona Lyle", Title: "prime minister", Party: "MIN"},
			{ID: "ozol", Name: "Janis Ozolin", Title: "co-chair", Party: "MIN"},
		},
	})
	for _, test := range []struct{ text, want string }{
		{"Costa Lima said the talks were over.", "cost"},
		{"President Farid el-Hadi drank his tea. The president said the talks were over.", "hadi"},
		{"Fiona Lyle rang Rui Costa Lima. The minister said the talks were over.", "cost"},
		{"Fiona Lyle drank her tea. The PM wants an end of the talks.", "lyle"},
		{"Janis Ozolin drank his tea. The co-chair said the talks were over.", "ozol"},
		{"Bishop Janis Ozolin drank his tea. The bishop said the talks were over.", "ozol"},
		{"Farid el-Hadi rang Fiona Lyle. The third-term president from Delmar said the talks were over.", "hadi"},
		{"The secretary of the president, Dora Finch, was late. The president said the talks were over.", "hadi"},
		{"Dolly Lyle, her sister, waved from the car on Monday.\n\nMinisters came and went for an hour.\n\n“It is over,” Lyle said.", "lyle"},
	} {
		doc, err := reader.Read(context.Background(), Source{Text: test.text})
		if err != nil {
			t.Fatal(err)
		}
		if len(doc.Attributions) != 1 || doc.Attributions[0].Speaker.Person != test.want {
			t.Errorf("%s\n  got  %+v\n  want %s", test.text, doc.Attributions, test.want)
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

// Stops in an abbreviated name do not hide it, and a part of it or its people's
// name tells it.
func TestNamesOfParties(t *testing.T) {
	reader := newTestReader(t, Options{Parties: []Party{{ID: "US", Name: "United States"}, {ID: "NCR", Name: "North Coast Republic", Aliases: []string{"N.C.R."}}, {ID: "FRT", Name: "Kessin Front"}}})
	for text, want := range map[string]string{
		"The U.S. said the talks were over.":                       "US",
		"U.S. officials said the talks were over.":                 "US",
		"The Front said the talks were over.":                      "FRT",
		"Two members of the Front said the talks were over.":       "FRT",
		"The Americans said the talks were over.":                  "US",
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

// Every first name has one place.
func TestGivenNames(t *testing.T) {
	seen := map[string]bool{}
	for line := range strings.Lines(givenText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		sex, names, ok := strings.Cut(line, ": ")
		if !ok || sex != "male" && sex != "female" && sex != "either" {
			t.Errorf("line %q: want a sex and names", line)
		}
		for name := range strings.FieldsSeq(names) {
			if seen[name] {
				t.Errorf("%s stands twice", name)
			}
			seen[name] = true
		}
	}
}
