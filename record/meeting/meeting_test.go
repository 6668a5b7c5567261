package meeting

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record/day"
	"github.com/parley-desk/parley/record/score"
	"github.com/parley-desk/parley/record/token"
)

// The scenes of these tests are of 2 April 2031, a Wednesday, and know three
// parties and a person of each.
var (
	written = parley.Date{Year: 2031, Month: 4, Day: 2}
	parties = []Party{{"KES", "Kestria"}, {"VAL", "Vale"}, {"MED", "Norrish mediators"}}
	names   = map[string]Who{
		"ana dure": {Person: "dure", Party: "KES"}, "per holt": {Person: "holt", Party: "VAL"}, "solveig hauge": {Person: "hauge", Party: "MED"},
		"kestria": {Party: "KES"}, "vale": {Party: "VAL"}, "courier": {Outlet: true},
	}
)

// stub is a cast in which he is Per Holt and she is Ana Dure.
type stub struct{ *token.Text }

func (s stub) Told(int) bool          { return true }
func (s stub) Poster(int) Who         { return Who{} }
func (s stub) Titled(token.Range) Who { return names["ana dure"] }
func (s stub) Pronoun(i int) Who {
	switch s.Tokens[i].Norm {
	case "he", "him", "his":
		return names["per holt"]
	case "she", "her":
		return names["ana dure"]
	}
	return Who{}
}

func scene(text string) *Scene {
	t := token.Read(text)
	s := &Scene{Text: t, Days: day.Reader{Text: t, Written: written}, Home: "Trell", Parties: parties, Cast: stub{t}}
	for i := 0; i < len(t.Tokens); i++ {
		for _, n := range []int{2, 1} {
			r := token.Range{First: i, End: min(i+n, len(t.Tokens))}
			if who, ok := names[strings.ToLower(t.Words(r))]; ok {
				s.Mentions = append(s.Mentions, Mention{r, who})
				i += n - 1
				break
			}
		}
	}
	return s
}

// show is a meeting as these tests write it down.
func show(m *Meeting) string {
	out := []string{strings.Join(slices.Sorted(slices.Values(m.Parties)), "+")}
	if !m.Date.IsZero() {
		out = append(out, m.Date.String())
	}
	if where := strings.Trim(m.Place+", "+m.Site, ", "); where != "" {
		out = append(out, where)
	}
	if m.Hours > 0 {
		out = append(out, fmt.Sprintf("%.1fh", m.Hours))
	}
	return strings.TrimSpace(strings.Join(append(out, string(m.Format)), " "))
}

// What a clause says of a meeting, by the word between asterisks.
func TestAccount(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"Ana Dure *met* Per Holt in Trell on Tuesday.", "KES+VAL 2031-04-01 Trell"},
		{"Ana Dure and Per Holt *met* for five hours at the Hotel Aurora in Orrin on Monday.", "KES+VAL 2031-03-31 Orrin, Hotel Aurora 5.0h"},
		{"Ana Dure *telephoned* Per Holt on Monday night.", "KES+VAL 2031-03-31 phone"},
		{"Ana Dure *spoke* with Per Holt by phone for forty minutes.", "KES+VAL 0.7h phone"},
		{"Ana Dure *sat* with Per Holt until 2 a.m. on Tuesday.", "KES+VAL 2031-03-31"},
		{"The talks between Kestria and Vale *broke* up at two o’clock this morning.", "KES+VAL 2031-04-01"},
		{"Kestria and Vale parted on Wednesday after a night of *talks*.", "KES+VAL 2031-04-01"},
		{"Kestria and Vale parted on Wednesday after two days of *talks* that began on Monday.", "KES+VAL 2031-03-31"},
		{"The road was closed on 3 March. Two days later she *met* him.", "KES+VAL 2031-03-05"},
		{"Kestria *met* Vale in Moscow on 3 March.", "KES+VAL 2031-03-03 Moscow"},
		{"The call with Per Holt, of half an hour, *was* cold, and the foreign minister said so.", "KES+VAL 0.5h phone"},
		{"Solveig Hauge *went* between Kestria and Vale on Monday.", "KES+MED+VAL 2031-03-31 shuttle"},
		{"Ana Dure’s spokesman *met* Per Holt on Monday.", "KES+VAL 2031-03-31"},
	} {
		before, rest, _ := strings.Cut(test.text, "*")
		word, after, _ := strings.Cut(rest, "*")
		f := newFinder(scene(before + word + after))
		at := slices.IndexFunc(f.Tokens, func(k token.Token) bool { return k.Start == len(before) })
		found := ""
		for si := range f.Sentences {
			for _, c := range f.clauses(si) {
				for _, t := range c.tells {
					if t.at == at && !t.ahead {
						found = show(&t.Meeting)
					}
				}
			}
		}
		if found != test.want {
			t.Errorf("%s\ngot  %q\nwant %q", test.text, found, test.want)
		}
	}
}

// A sentence is cut where it tells of another day.
func TestClauses(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"Kestria and Vale met on Monday and will meet again on Friday.", "Kestria and Vale met on Monday | and will meet again on Friday."},
		{"Kestria and Vale met on Monday and said nothing.", "Kestria and Vale met on Monday and said nothing."},
		{"Ana Dure met Per Holt and rang Solveig Hauge.", "Ana Dure met Per Holt | and rang Solveig Hauge."},
		{"Kestria met Vale; Ana Dure was not there.", "Kestria met Vale | ; Ana Dure was not there."},
	} {
		f := newFinder(scene(test.text))
		var parts []string
		for _, c := range f.clauses(0) {
			parts = append(parts, f.Words(c.Range))
		}
		if got := strings.Join(parts, " | "); got != test.want {
			t.Errorf("got %s\nwant %s", got, test.want)
		}
	}
}

// lessons teach what telephoning, meeting and refusing are.
func lessons() []Lesson {
	both := []string{"KES", "VAL"}
	return []Lesson{
		{scene("Ana Dure met Per Holt on Monday. The weather was fine."), []score.Meeting{{Parties: both, When: "2031-03-31"}}},
		{scene("Ana Dure will meet Per Holt on Friday."), []score.Meeting{{Parties: both, When: "2031-04-04"}}},
		{scene("Per Holt refused to meet Ana Dure on Monday."), nil},
		{scene("Per Holt met Ana Dure in Orrin on Tuesday, the Courier said."), []score.Meeting{{Parties: both, Where: "Orrin", When: "2031-04-01"}}},
		{scene("Ana Dure said on Tuesday that Per Holt was wrong."), nil},
		{scene("Vale will meet Kestria at the Hotel Aurora on 9 May."), []score.Meeting{{Parties: both, Site: "Hotel Aurora", When: "2031-05-09"}}},
		{scene("Kestria declined to meet Vale on Monday."), nil},
		{scene("Ana Dure telephoned Per Holt on Monday."), []score.Meeting{{Parties: both, When: "2031-03-31"}}},
	}
}

// What was learnt of some names and days holds for others.
func TestTrain(t *testing.T) {
	m, err := Train(context.Background(), lessons(), Options{Bits: 12})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ text, want string }{
		{"Solveig Hauge met Per Holt on Tuesday.", "MED+VAL 2031-04-01 Trell bilateral"},
		{"Solveig Hauge will meet Per Holt on Saturday.", "MED+VAL 2031-04-05 bilateral"},
		{"Solveig Hauge telephoned Vale on Tuesday.", "MED+VAL 2031-04-01 phone"},
		{"Solveig Hauge met Ana Dure on Monday and Per Holt on Tuesday.", "KES+MED 2031-03-31 Trell bilateral; MED+VAL 2031-04-01 bilateral"},
		{"Solveig Hauge met Per Holt on Tuesday. Per Holt met Solveig Hauge on Tuesday.", "MED+VAL 2031-04-01 Trell bilateral"},
		{"Solveig Hauge met Per Holt on Tuesday. The meeting was over after three hours.", "MED+VAL 2031-04-01 Trell 3.0h bilateral"},
		{"Solveig Hauge said on Monday that Vale was wrong.", ""},
		{"Solveig Hauge refused to meet Per Holt on Saturday.", ""},
	} {
		var got []string
		for _, found := range m.Find(scene(test.text)) {
			got = append(got, show(&found))
		}
		if s := strings.Join(got, "; "); s != test.want {
			t.Errorf("%s\ngot  %q\nwant %q", test.text, s, test.want)
		}
	}
}

func TestTrainTwice(t *testing.T) {
	a, err := Train(context.Background(), lessons(), Options{Bits: 12})
	if err != nil {
		t.Fatal(err)
	}
	b, err := Train(context.Background(), lessons(), Options{Bits: 12})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Encode(), b.Encode()) {
		t.Fatal("the same lessons gave other weights")
	}
	c, err := Decode(a.Encode())
	if err != nil || c.Language != "en" || !bytes.Equal(c.Encode(), a.Encode()) {
		t.Fatal("a packed model unpacks to another:", err)
	}
}

func TestTrainStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Train(ctx, lessons(), Options{}); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
}
