package brief_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/brief"
	"github.com/parley-desk/parley/page"
	"pgregory.net/rapid"
)

func on(s string) parley.Date { return parley.MustDate(s) }

// strait is a small case of two coasts and a mediator.
func strait() parley.Case {
	return parley.Case{
		Title: "Fishing in the strait",
		Parties: []parley.Party{
			{ID: "MER", Name: "Meridia", Roles: []parley.Role{parley.RoleParty}, Aliases: []string{"the north coast"}, People: []parley.Person{{ID: "ana", Name: "Ana Dure", Aliases: []string{"Dure"}}}},
			{ID: "SOL", Name: "Solance", Roles: []parley.Role{parley.RoleParty}},
			{ID: "PIL", Name: "the Pilots", Roles: []parley.Role{parley.RoleMediator}},
		},
		Issues: []parley.Issue{
			{ID: "quota", Title: "Quota", Alternatives: []parley.Alternative{{ID: "low", Title: "Low"}, {ID: "middle", Title: "Middling"}, {ID: "high", Title: "High"}}},
			{ID: "truce", Title: "Truce", Alternatives: []parley.Alternative{{ID: "now", Title: "At once"}, {ID: "later", Title: "Later"}}},
		},
		Reports: []parley.Report{{ID: "tide", Outlet: "The Tide", Date: on("2031-05-01"), Grade: parley.GradeB}},
	}
}

func says(words string) []parley.Evidence { return []parley.Evidence{{Report: "tide", Says: words}} }

func issue(t *testing.T, b brief.Brief, id string) brief.Issue {
	t.Helper()
	k := slices.IndexFunc(b.Issues, func(i brief.Issue) bool { return i.ID == id })
	if k < 0 {
		t.Fatalf("no issue %s in the brief", id)
	}
	return b.Issues[k]
}

func cell(i brief.Issue, alternative, party string) brief.Attitude {
	for _, a := range i.Alternatives {
		for _, c := range a.Attitudes {
			if a.ID == alternative && c.Party == party {
				return c
			}
		}
	}
	return brief.Attitude{}
}

func ExampleMake() {
	c := strait()
	c.Stances = []parley.Stance{
		{ID: "1", Party: "MER", Issue: "quota", Date: on("2031-05-01"), Prefers: []string{"low"}, Accepts: []string{"middle"}, Refuses: []string{"high"}},
		{ID: "2", Party: "SOL", Issue: "quota", Date: on("2031-05-02"), Accepts: []string{"middle"}},
		{ID: "3", Party: "SOL", Issue: "truce", Date: on("2031-06-02"), Refuses: []string{"now"}},
	}
	b := brief.Make(c.For().AsOf(on("2031-05-31")))
	for _, s := range b.Short {
		fmt.Println(s.Words)
	}
	// Output:
	// 2 issues on the agenda, 0 settled.
	// Within reach, an alternative that every required party accepts: quota.
	// Of 10 attitudes that a signature would rest on, 6 are unknown.
}

func TestStatus(t *testing.T) {
	bracketed := parley.Text{{Bracket: &parley.Bracket{Variants: []parley.Variant{{Alternative: "low"}, {Alternative: "high"}}}}}
	clean := parley.Text{{Words: "Forty thousand."}}
	paper := func(id string, body parley.Text, follows ...string) parley.Draft {
		return parley.Draft{ID: id, Date: on("2031-05-01"), Follows: follows, Points: []parley.Point{{Issue: "quota", Body: body}}}
	}
	tests := map[string]struct {
		drafts []parley.Draft
		status []parley.StatusChange
		whole  bool
		day    string
		want   parley.Status
		words  string
	}{
		"in no draft":                    {want: parley.StatusOpen, words: "open: in no current draft"},
		"in a clean draft":               {drafts: []parley.Draft{paper("T1", clean)}, want: parley.StatusProposed, words: "proposed in T1"},
		"bracketed in one of two drafts": {drafts: []parley.Draft{paper("T1", clean), paper("X", bracketed)}, want: parley.StatusBracketed, words: "bracketed in X"},
		"only the current draft counts":  {drafts: []parley.Draft{paper("T1", bracketed), paper("T2", clean, "T1")}, want: parley.StatusProposed, words: "proposed in T2"},
		"the record before the text": {
			drafts: []parley.Draft{paper("T1", bracketed)},
			status: []parley.StatusChange{{Date: on("2031-05-02"), Status: parley.StatusAgreed, Alternative: "low"}},
			want:   parley.StatusAgreed, words: "agreed: Low, 2031-05-02",
		},
		"not before its day": {
			status: []parley.StatusChange{{Date: on("2031-05-02"), Status: parley.StatusAgreed}}, day: "2031-05-01",
			want: parley.StatusOpen, words: "open: in no current draft",
		},
		"the later change, however listed": {
			status: []parley.StatusChange{{Date: on("2031-06"), Status: parley.StatusReopened}, {Date: on("2031-05"), Status: parley.StatusAgreed}},
			want:   parley.StatusReopened, words: "reopened, 2031-06",
		},
		"agreed, but nothing until everything": {
			status: []parley.StatusChange{{Date: on("2031-05-02"), Status: parley.StatusInitialled}}, whole: true,
			want: parley.StatusInitialled, words: "initialled (until everything is agreed), 2031-05-02",
		},
		"a side letter does not wait": {
			status: []parley.StatusChange{{Date: on("2031-05-02"), Status: parley.StatusSideLetter, To: "letter of 5 May"}}, whole: true,
			want: parley.StatusSideLetter, words: "side letter, to letter of 5 May, 2031-05-02",
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			c := strait()
			c.Drafts, c.Issues[0].Status, c.Whole = tt.drafts, tt.status, tt.whole
			if tt.day != "" {
				c = c.AsOf(on(tt.day))
			}
			got := issue(t, brief.Make(c), "quota")
			if got.Status != tt.want || got.StatusWords != tt.words {
				t.Errorf("got %q, %q; want %q, %q", got.Status, got.StatusWords, tt.want, tt.words)
			}
		})
	}
}

func TestChangesSinceTheLastMeeting(t *testing.T) {
	c := strait()
	c.Meetings = []parley.Meeting{
		{ID: "speech", Title: "A speech", Date: on("2031-05-20"), Format: parley.FormatStatement},
		{ID: "round", Title: "First round", Place: "Trell", Date: on("2031-05-09"), Until: on("2031-05-10")},
		{ID: "never", Title: "Put off", Date: on("2031-05-18"), Postponed: "storm"},
		{ID: "early", Title: "Early", Date: on("2031-04-01")},
	}
	c.Stances = []parley.Stance{
		{ID: "1", Party: "MER", Issue: "quota", Date: on("2031-05-01"), Refuses: []string{"high"}, Prefers: []string{"low"}},
		{ID: "2", Party: "MER", Issue: "quota", Date: on("2031-05-12"), Resists: []string{"high"}, Prefers: []string{"low"}, Evidence: says("perhaps")},
		{ID: "3", Party: "MER", Issue: "quota", Date: on("2031-05-13"), ClaimedBy: "SOL", Accepts: []string{"high"}},
		{ID: "4", Party: "SOL", Issue: "truce", Date: on("2031-05-09"), Accepts: []string{"now"}},
	}
	c.Drafts = []parley.Draft{{ID: "T1", Title: "chair's text", Date: on("2031-05-11")}}
	got := brief.Make(c).Changes
	if got.Words != "First round, Trell, 2031-05-09" || got.Since != "2031-05-10" {
		t.Errorf("last met %q, since %q", got.Words, got.Since)
	}
	var words []string
	for _, i := range got.Items {
		words = append(words, i.Date+" "+i.Kind+": "+i.Words)
	}
	want := []string{
		"2031-05-11 draft: new text T1: chair's text",
		"2031-05-12 stance: Meridia on quota: prefers low, resists high (high: refuses until then)",
		"2031-05-13 claim: Solance claims that Meridia on quota: accepts high",
	}
	if diff := cmp.Diff(want, words); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if got.Items[1].Evidence[0].Says != "perhaps" {
		t.Errorf("the change carries no evidence: %+v", got.Items[1])
	}
}

func TestRedLines(t *testing.T) {
	c := strait()
	c.Stances = []parley.Stance{
		{ID: "1", Party: "MER", Issue: "quota", Date: on("2031-05-01"), Demands: []string{"low"}, Evidence: says("low or nothing")},
		{ID: "2", Party: "SOL", Issue: "quota", Date: on("2031-05-01"), Accepts: []string{"low", "middle"}},
		{ID: "3", Party: "PIL", Issue: "quota", Date: on("2031-05-01"), Refuses: []string{"low"}},
	}
	got := issue(t, brief.Make(c), "quota")
	if diff := cmp.Diff([]string{"low"}, got.Left); diff != "" {
		t.Errorf("left: -want +got:\n%s", diff)
	}
	if diff := cmp.Diff([]string{"low"}, got.Common); diff != "" {
		t.Errorf("a mediator's refusal rules nothing out: common: -want +got:\n%s", diff)
	}
	shut := cell(got, "high", "MER")
	if shut.ShutOutBy != "low" || !shut.RedLine || len(shut.Evidence) != 1 || shut.Attitude != "unknown" {
		t.Errorf("a demand shuts out the rest, on its own evidence: got %+v", shut)
	}
}

func TestSaid(t *testing.T) {
	c := strait()
	c.Stances = []parley.Stance{
		{ID: "1", Party: "MER", Issue: "quota", Date: on("2031-05-01"), Prefers: []string{"low"}, Evidence: says("low, please"), Grade: parley.GradeA},
		{ID: "2", Party: "MER", Issue: "quota", Date: on("2031-05-03"), ClaimedBy: "SOL", Accepts: []string{"high"}, Evidence: says("they will take high")},
		{ID: "3", Party: "MER", Issue: "truce", Date: on("2031-05-04"), Accepts: []string{"now"}, Evidence: []parley.Evidence{{Report: "tide", By: "ana", Quote: "At once."}}},
	}
	c.Statements = []parley.Statement{
		{ID: "s1", Report: "tide", Person: "ana", Party: "MER", Issue: "quota", Date: on("2031-05-02"), Content: []parley.Selector{{Exact: "“not above fifty”"}}},
		{ID: "s2", Report: "tide", Party: "MER", Issue: "quota", Repeats: "s1", Content: []parley.Selector{{Exact: "a copy"}}},
	}
	c.Meetings = []parley.Meeting{{ID: "m", Title: "Round", Date: on("2031-05-05"), Readouts: []parley.Readout{{By: "MER", Says: []parley.Account{{Topic: "quota", Says: "no numbers"}}}}}}
	words := func(a brief.Answer) (all []string) {
		for _, s := range a.Said {
			all = append(all, s.Date+" "+s.Source.Quote+s.Source.Says)
		}
		return all
	}
	quota := []string{"2031-05-01 low, please", "2031-05-02 not above fifty", "2031-05-05 no numbers"}
	for name, tt := range map[string]struct {
		q    brief.Question
		want []string
	}{
		"a party, through its people and readouts": {brief.Question{Who: "MER", About: "quota"}, quota},
		"by name":                     {brief.Question{Who: "meridia", About: "quota"}, quota},
		"by alias":                    {brief.Question{Who: "The North Coast", About: "quota"}, quota},
		"since a day":                 {brief.Question{Who: "MER", About: "quota", Since: on("2031-05-02")}, quota[1:]},
		"a person speaks for himself": {brief.Question{Who: "Dure"}, []string{"2031-05-01 At once.", "2031-05-02 not above fifty"}},
		"a claim is the claimant's":   {brief.Question{Who: "SOL"}, []string{"2031-05-01 they will take high"}},
		"nothing is told as nothing":  {brief.Question{Who: "PIL"}, nil},
		"everybody, everything":       {brief.Question{About: "truce"}, []string{"2031-05-01 At once."}},
	} {
		t.Run(name, func(t *testing.T) {
			a, err := brief.Said(c, tt.q)
			if err != nil {
				t.Fatal(err)
			}
			got := words(a)
			slices.Sort(got)
			if diff := cmp.Diff(slices.Sorted(slices.Values(tt.want)), got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
	a, err := brief.Said(c, brief.Question{Who: "SOL"})
	if err != nil || len(a.Said) != 1 || a.Said[0].Claim != "SOL" || a.Said[0].Party != "MER" {
		t.Errorf("a claim names who claims it: %+v, %v", a, err)
	}
	for _, q := range []brief.Question{{Who: "nobody"}, {About: "nothing"}} {
		if _, err := brief.Said(c, q); err == nil {
			t.Errorf("%+v: want an error that names what there is", q)
		}
	}
}

// anyCase draws a case over the strait's parties and issues.
func anyCase(t *rapid.T) parley.Case {
	c := strait()
	attitude := rapid.SampledFrom([]string{"", "demands", "prefers", "accepts", "resists", "refuses", "unknown"})
	for k := range rapid.IntRange(0, 12).Draw(t, "stances") {
		i := rapid.SampledFrom(c.Issues).Draw(t, "issue")
		s := parley.Stance{
			ID: fmt.Sprint("s", k), Party: rapid.SampledFrom([]string{"MER", "SOL", "PIL"}).Draw(t, "party"), Issue: i.ID,
			Date: on(fmt.Sprintf("2031-05-%02d", rapid.IntRange(1, 28).Draw(t, "day"))), Evidence: says(fmt.Sprint("words ", k)),
		}
		for _, a := range i.Alternatives {
			into := map[string]*[]string{
				"demands": &s.Demands, "prefers": &s.Prefers, "accepts": &s.Accepts,
				"resists": &s.Resists, "refuses": &s.Refuses, "unknown": &s.Unknown,
			}[attitude.Draw(t, "attitude")]
			if into != nil {
				*into = append(*into, a.ID)
			}
		}
		if rapid.Bool().Draw(t, "claim") {
			s.ClaimedBy = rapid.SampledFrom([]string{"SOL", "PIL"}).Draw(t, "claimed by")
		}
		c.Stances = append(c.Stances, s)
	}
	return c
}

// Whatever others claim, what a party is shown to feel is its own word.
func TestClaimsDecideNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCase(t)
		without := c
		without.Stances = slices.DeleteFunc(slices.Clone(c.Stances), func(s parley.Stance) bool { return s.Claim() })
		with, own := brief.Make(c), brief.Make(without)
		for k := range with.Issues {
			told := maps.Collect(attitudes(with.Issues[k]))
			for key, a := range attitudes(own.Issues[k]) {
				if diff := cmp.Diff(a, told[key]); diff != "" {
					t.Fatalf("claims changed %s: %s", key, diff)
				}
			}
			if diff := cmp.Diff(own.Issues[k].Left, with.Issues[k].Left); diff != "" {
				t.Fatalf("claims rule something out: %s", diff)
			}
		}
	})
}

// attitudes are the cells of an issue, by alternative and party.
func attitudes(i brief.Issue) func(func(string, brief.Attitude) bool) {
	return func(yield func(string, brief.Attitude) bool) {
		for _, a := range i.Alternatives {
			for _, c := range a.Attitudes {
				if !yield(a.ID+" "+c.Party, c) {
					return
				}
			}
		}
	}
}

// What nobody has said is unknown, and what is known rests on words.
func TestUnknownStaysUnknown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCase(t)
		for _, i := range brief.Make(c).Issues {
			for key, a := range attitudes(i) {
				alternative, party, _ := strings.Cut(key, " ")
				spoken := slices.ContainsFunc(c.Stances, func(s parley.Stance) bool {
					_, ok := s.Attitude(alternative)
					return ok && s.Party == party && s.Issue == i.ID && !s.Claim()
				})
				switch {
				case !spoken && a.Attitude != "unknown":
					t.Fatalf("%s on %s: nobody said %s", key, i.ID, a.Attitude)
				case a.Attitude != "unknown" && len(a.Evidence) == 0:
					t.Fatalf("%s on %s: %s rests on nothing", key, i.ID, a.Attitude)
				}
			}
		}
	})
}

// The alternatives left are those that no signatory refuses or shuts out by a
// demand, found here by looking at every stance anew.
func TestRedLinesAreVetoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCase(t)
		for _, i := range brief.Make(c).Issues {
			var want []string
			for _, a := range i.Alternatives {
				ruled := false
				for _, party := range []string{"MER", "SOL"} {
					ruled = ruled || latest(c, party, i.ID, a.ID) == parley.Refuses
					for _, b := range i.Alternatives {
						ruled = ruled || latest(c, party, i.ID, b.ID) == parley.Demands && latest(c, party, i.ID, a.ID) != parley.Demands
					}
				}
				if !ruled {
					want = append(want, a.ID)
				}
			}
			if !slices.Equal(want, i.Left) {
				t.Fatalf("%s: left %v, want %v", i.ID, i.Left, want)
			}
		}
	})
}

// latest is the party's own last word on an alternative, the slow way.
func latest(c parley.Case, party, issue, alternative string) parley.Attitude {
	var word parley.Attitude
	var day parley.Date
	for _, s := range c.Stances {
		if a, ok := s.Attitude(alternative); ok && s.Party == party && s.Issue == issue && !s.Claim() && s.Date.Compare(day) >= 0 {
			word, day = a, s.Date
		}
	}
	return word
}

// What was told in a room reaches no form of the public's brief.
func TestRoomsKeepTheirWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCase(t)
		c.Reports = append(c.Reports, parley.Report{ID: "secret-report", Outlet: "SECRET", Room: "mediators"})
		c.Statements = []parley.Statement{{ID: "x", Report: "secret-report", Party: "MER", Issue: "quota", Content: []parley.Selector{{Exact: "SECRET"}}, Room: "mediators"}}
		c.Meetings = []parley.Meeting{{ID: "m", Title: "SECRET", Date: on("2031-05-20"), Room: "mediators"}}
		c.Drafts = []parley.Draft{{ID: "SECRET", Room: "mediators", Points: []parley.Point{{Issue: "quota"}}}}
		c.Commitments = []parley.Commitment{{ID: "c", Title: "SECRET", Room: "mediators"}}
		for k := range c.Stances {
			if rapid.Bool().Draw(t, "confidential") {
				c.Stances[k].Room, c.Stances[k].Evidence = "mediators", []parley.Evidence{{Report: "secret-report", Says: "SECRET"}}
			}
		}
		public := brief.Make(c.For())
		said, err := brief.Said(c.For(), brief.Question{})
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		for _, p := range []*page.Page{public.Page(), said.Page()} {
			if err := p.Text(&out, page.TextOptions{}); err != nil {
				t.Fatal(err)
			}
		}
		if err := json.NewEncoder(&out).Encode([]any{public, said}); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(strings.ToLower(out.String()), "secret") {
			t.Fatalf("the public reads what was told to the mediators:\n%s", out.String())
		}
		var inside bytes.Buffer
		if err := brief.Make(c.For("mediators")).Page().Text(&inside, page.TextOptions{}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(inside.String(), "SECRET") {
			t.Fatal("the mediators do not read what they were told")
		}
	})
}

// A case out of someone's program may name what is not there. It is briefed all
// the same; check is what complains.
func TestMakeTakesAnyCase(t *testing.T) {
	c := strait()
	c.Stances = []parley.Stance{{}, {ID: "1", Party: "nobody", Issue: "nothing", Demands: []string{"x"}}, {ID: "2", Party: "MER", Issue: "quota", Prefers: []string{"gone"}, OnlyIf: parley.Choice{"nowhere": {"x"}}}}
	c.Drafts = []parley.Draft{{ID: "T1", Follows: []string{"T1", "T9"}, Points: []parley.Point{{Issue: "nothing", Alternative: "x"}}}, {}}
	c.Meetings = []parley.Meeting{{}, {ID: "m", Date: on("2031"), Readouts: []parley.Readout{{}, {By: "nobody", Says: []parley.Account{{}}}}}}
	c.Commitments = []parley.Commitment{{}}
	c.Statements = []parley.Statement{{Report: "gone"}}
	c.Issues = append(c.Issues, parley.Issue{Status: []parley.StatusChange{{Alternative: "x"}}})
	var out bytes.Buffer
	for _, form := range []string{".txt", ".md", ".html", ".json"} {
		if err := write(&out, brief.Make(c), form); err != nil {
			t.Error(err)
		}
	}
	if _, err := brief.Said(c, brief.Question{}); err != nil {
		t.Error(err)
	}
}

// A list is a list, perhaps an empty one: who reads the JSON need not ask.
func TestJSONHasNoNulls(t *testing.T) {
	bare := strait()
	bare.Issues = append(bare.Issues, parley.Issue{ID: "empty"})
	bare.Commitments = []parley.Commitment{{ID: "c"}}
	bare.Drafts = []parley.Draft{{ID: "T1"}, {ID: "T2", Points: []parley.Point{{}}}}
	for name, c := range map[string]parley.Case{"nothing": {}, "little": bare, "much": example(t, "ukraine-2025", "")} {
		said, err := brief.Said(c, brief.Question{})
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range []any{brief.Make(c), said} {
			out, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			if at := bytes.Index(out, []byte("null")); at >= 0 {
				t.Errorf("%s: %s", name, out[max(0, at-60):at+10])
			}
		}
	}
}

// Every judgement in the examples leads to words.
func TestExamplesRestOnEvidence(t *testing.T) {
	for _, name := range []string{"ukraine-2025", "camp-david-1978", "jcpoa-2015"} {
		b := brief.Make(example(t, name, ""))
		for _, i := range b.Issues {
			for key, a := range attitudes(i) {
				if a.Attitude != "unknown" && len(a.Evidence) == 0 {
					t.Errorf("%s: %s on %s: %s without evidence", name, key, i.ID, a.Attitude)
				}
			}
			for _, s := range i.Conditions {
				if len(s.Evidence) == 0 {
					t.Errorf("%s: condition of %s on %s without evidence: %s", name, s.Party, i.ID, s.Words)
				}
			}
		}
		for _, d := range b.Deadlocks {
			for _, s := range d.Steps {
				if len(s.Evidence) == 0 {
					t.Errorf("%s: step of a circle without evidence: %s", name, s.Words)
				}
			}
		}
	}
}
