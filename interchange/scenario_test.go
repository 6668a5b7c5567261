package interchange

import (
	"bytes"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/pareto"
	"pgregory.net/rapid"
)

func rats(numbers ...string) []*big.Rat {
	var all []*big.Rat
	for _, s := range numbers {
		v, ok := new(big.Rat).SetString(s)
		if !ok {
			panic(s)
		}
		all = append(all, v)
	}
	return all
}

// ferry is two towns that talk about the ferry between them. Every format can
// carry it.
func ferry() *Scenario {
	return &Scenario{
		Name: "ferry",
		Issues: []pareto.Issue{
			{Name: "Fare", Options: []string{"free", "2 < 3 crowns", "5 crowns"}},
			{Name: "Night boats", Options: []string{"yes", "no"}},
		},
		Parties: []Party{
			{
				Name: "East", Weight: rats("0.6", "0.4"), NoDeal: rats("0.4")[0],
				Value: [][]*big.Rat{rats("1", "0.5", "0"), rats("1", "0")},
			},
			{
				Name: "West", Weight: rats("0.75", "0.25"),
				Value: [][]*big.Rat{rats("0", "0.875", "1"), rats("0", "1")},
			},
		},
	}
}

func fileSystem(files []File) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, f := range files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return fsys
}

// drawScenario makes scenarios whose values lie between 0 and 1, as GENIUS and
// GeniusWeb want them, with weights that add up to 1.
func drawScenario(t *rapid.T) *Scenario {
	name := rapid.StringMatching(`[a-zA-Z0-9é<&"' ]{1,8}`)
	named := func(n int, what string) []string {
		return rapid.SliceOfNDistinct(name, n, n, strings.ToLower).Draw(t, what)
	}
	s := &Scenario{Name: "drawn"}
	for _, issue := range named(rapid.IntRange(1, 4).Draw(t, "issues"), "names") {
		s.Issues = append(s.Issues, pareto.Issue{Name: issue, Options: named(rapid.IntRange(1, 4).Draw(t, "options"), "options")})
	}
	for k := range rapid.IntRange(1, 3).Draw(t, "parties") {
		p := Party{Name: fmt.Sprintf("P%d", k+1)}
		left := int64(1000)
		for i, issue := range s.Issues {
			w := left
			if i < len(s.Issues)-1 {
				w = rapid.Int64Range(0, left).Draw(t, "weight")
			}
			left -= w
			p.Weight = append(p.Weight, big.NewRat(w, 1000))
			row := make([]*big.Rat, len(issue.Options))
			for o := range row {
				row[o] = big.NewRat(rapid.Int64Range(0, 100).Draw(t, "value"), 100)
			}
			p.Value = append(p.Value, row)
		}
		if rapid.Bool().Draw(t, "no deal is known") {
			pkg := make(pareto.Package, len(s.Issues))
			for i, issue := range s.Issues {
				pkg[i] = rapid.IntRange(0, len(issue.Options)-1).Draw(t, "bid")
			}
			p.NoDeal = p.worthOf(pkg)
		}
		s.Parties = append(s.Parties, p)
	}
	return s
}

// Writing a scenario and reading it again changes nothing of what anything is
// worth to anybody; writing that again gives the same bytes; and the folder is
// recognised.
func TestRoundTrip(t *testing.T) {
	for _, format := range Formats() {
		t.Run(format.Name, rapid.MakeCheck(func(t *rapid.T) {
			s := drawScenario(t)
			files, err := format.Write(s)
			if err != nil {
				t.Fatal(err)
			}
			again, err := format.Read(fileSystem(files))
			if err != nil {
				t.Fatalf("%v\n%s", err, files)
			}
			if diff := cmp.Diff(worthsOf(t, s), worthsOf(t, again)); diff != "" {
				t.Fatalf("(-written +read)\n%s", diff)
			}
			twice, err := format.Write(again)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(files, twice); diff != "" {
				t.Fatalf("(-first +second)\n%s", diff)
			}
			if found, ok := Detect(fileSystem(files)); !ok || found.Name != format.Name {
				t.Fatalf("detected as %q", found.Name)
			}
		}))
	}
}

// worthsOf are what every option is worth to every party, by the party's name:
// what a format must not change.
func worthsOf(t *rapid.T, s *Scenario) map[string]string {
	all := map[string]string{"issues": fmt.Sprint(s.Issues)}
	p, err := s.Problem()
	if err != nil {
		t.Fatal(err)
	}
	for _, party := range p.Parties {
		all[party.Name] = fmt.Sprint(party.Value, party.NoDeal)
	}
	return all
}

// The plain file is the one that the exact engine reads.
func TestPlainIsWhatTheEngineReads(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScenario(t)
		files, err := writePlain(s)
		if err != nil {
			t.Fatal(err)
		}
		got, err := pareto.ReadScenario(bytes.NewReader(files[0].Data))
		if err != nil {
			t.Fatal(err)
		}
		want, err := s.Problem()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b *big.Rat) bool {
			return (a == nil) == (b == nil) && (a == nil || a.Cmp(b) == 0)
		})); diff != "" {
			t.Fatalf("(-scenario +engine)\n%s", diff)
		}
	})
}

// A case made of a scenario is that scenario again.
func TestCaseRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScenario(t)
		c, err := s.Case()
		if err != nil {
			t.Fatal(err)
		}
		again, err := FromCase(c)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(worthsOf(t, s), worthsOf(t, again)); diff != "" {
			t.Fatalf("(-scenario +case)\n%s", diff)
		}
	})
}

// One third has no finite decimal form, so everything is had three times.
func TestDecimal(t *testing.T) {
	s := ferry()
	s.Parties[0].Weight = rats("0.5", "0.5")
	s.Parties[0].Value[0] = rats("3", "1", "0")
	s.Parties[0].Per = rats("3", "1")
	plain, factor := s.Decimal()
	if factor.Int64() != 3 {
		t.Errorf("factor %s, want 3", factor)
	}
	for k, want := range map[int]string{0: "[[3/2 1/2 0/1] [3/2 0/1]] 6/5", 1: "[[0/1 63/32 9/4] [0/1 3/4]] <nil>"} {
		p, err := plain.Problem()
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(p.Parties[k].Value, p.Parties[k].NoDeal); got != want {
			t.Errorf("party %d: %s, want %s", k, got, want)
		}
	}
	if _, err := writeNegmas(s); err == nil || !strings.Contains(err.Error(), "1/6 has no finite decimal form") {
		t.Errorf("NegMAS' files were given one third: %v", err)
	}
	c, err := s.Case()
	if err != nil || !strings.Contains(c.Note, "multiplied by 3") {
		t.Errorf("the case's note: %q (%v)", c.Note, err)
	}
}

// What GENIUS divides stays as it was written.
func TestGeniusKeepsEvaluations(t *testing.T) {
	s := ferry()
	s.Parties[0].Value[0], s.Parties[0].Per = rats("30", "10", "0"), rats("30", "1")
	files, err := writeGenius(s)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`value="free" evaluation="30"`, `<weight index="1" value="0.6"/>`} {
		if !strings.Contains(string(files[1].Data), want) {
			t.Errorf("%s is missing in\n%s", want, files[1].Data)
		}
	}
}

func TestWriteRefuses(t *testing.T) {
	for _, test := range []struct {
		what, format string
		change       func(*Scenario)
		want         string
	}{
		{
			"a sum above 1", "genius", func(s *Scenario) { s.Parties[0].Weight = rats("6", "4") },
			`GENIUS cannot carry this: party "East": the best package is worth 10 to it`,
		},
		{
			"a negative value", "genius", func(s *Scenario) { s.Parties[0].Value[1] = rats("1", "-1") },
			`issue "Night boats": a value of -1: GENIUS takes none below 0`,
		},
		{"a control character", "genius", func(s *Scenario) { s.Issues[0].Name = "a\x01" }, "characters that no XML file can hold"},
		{
			"weights below 1", "geniusweb", func(s *Scenario) { s.Parties[0].Weight = rats("0.6", "0.3") },
			`party "East": its weights add up to 0.9: GeniusWeb takes 1 exactly`,
		},
		{
			"a value above 1", "geniusweb", func(s *Scenario) { s.Parties[0].Value[1] = rats("2", "0") },
			`the value of "yes" on issue "Night boats" is 2: GeniusWeb takes 0 to 1`,
		},
		{"a name with a space", "geniusweb", func(s *Scenario) { s.Parties[0].Name = "The East" }, "letters a to z and digits only"},
		{
			"a no-deal value that is no package's", "geniusweb", func(s *Scenario) { s.Parties[0].NoDeal = rats("0.41")[0] },
			"no package is worth exactly 0.41",
		},
		{"a third", "plain", func(s *Scenario) { s.Parties[0].NoDeal = big.NewRat(1, 3) }, "1/3 has no finite decimal form"},
		{"a party twice", "negmas", func(s *Scenario) { s.Parties[1].Name = "East" }, `the party "East" stands twice`},
		{"no parties", "plain", func(s *Scenario) { s.Parties = nil }, "no parties"},
		{"a value missing", "plain", func(s *Scenario) { s.Parties[0].Value[0][1] = nil }, `no value for option "2 < 3 crowns"`},
	} {
		t.Run(test.what, func(t *testing.T) {
			s := ferry()
			test.change(s)
			f, err := Named(test.format)
			if err != nil {
				t.Fatal(err)
			}
			if _, err = f.Write(s); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v\nwant %s", err, test.want)
			}
		})
	}
}

func TestFromCaseRefuses(t *testing.T) {
	c, err := ferry().Case()
	if err != nil {
		t.Fatal(err)
	}
	c.Stances = slices.Clone(c.Stances)
	c.Stances[0].ID, c.Stances[0].Refuses = "a", []string{"free"}
	c.Stances[1].ID, c.Stances[1].Weight = "b", ""
	c.Stances[3].ID, c.Stances[3].Value = "c", map[string]parley.Number{"free": "1"}
	c.Links = []parley.Link{{ID: "both"}}
	_, err = FromCase(c)
	want := `this case is no scenario of numbers alone:
  east refuses free on fare: a red line, which no value can say
  the link both ties issues together, which no value can say
  east: no weight for night-boats
  west: no value for 2-3-crowns on fare
  west: no value for 5-crowns on fare`
	if err == nil || err.Error() != want {
		t.Errorf("got %v\nwant %s", err, want)
	}
}

func TestProfiles(t *testing.T) {
	files, err := writeNegmas(ferry())
	if err != nil {
		t.Fatal(err)
	}
	f, err := Named("negmas")
	if err != nil {
		t.Fatal(err)
	}
	s, err := f.Read(fileSystem(files), "West.yml")
	if err != nil || len(s.Parties) != 1 || s.Parties[0].Name != "West" {
		t.Errorf("read %+v (%v)", s, err)
	}
	if _, err := f.Read(fileSystem(files), "North.yml"); err == nil || err.Error() != "North.yml: is no profile of this scenario" {
		t.Errorf("read North.yml: %v", err)
	}
}

func ExampleDetect() {
	files, err := mustFormat("geniusweb").Write(ferry())
	if err != nil {
		fmt.Println(err)
		return
	}
	format, _ := Detect(fileSystem(files))
	s, err := format.Read(fileSystem(files))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(format.Program)
	fmt.Print(inWords(s))
	// Output:
	// GeniusWeb
	// ferry
	//
	// East, no deal 0.4
	//   Fare, weight 0.6: free 3/5, 2 < 3 crowns 3/10, 5 crowns 0
	//   Night boats, weight 0.4: yes 2/5, no 0
	//
	// West, no deal unknown
	//   Fare, weight 0.75: free 0, 2 < 3 crowns 21/32, 5 crowns 3/4
	//   Night boats, weight 0.25: yes 0, no 1/4
}

func mustFormat(name string) Format {
	f, err := Named(name)
	if err != nil {
		panic(err)
	}
	return f
}
