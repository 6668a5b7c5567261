package deal

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/pareto"
)

// Two parties meet on one thing and are apart on another. Nothing is possible
// until one of two red lines gives way.
func ExampleMake() {
	c := dispute()
	d, err := Make(context.Background(), c, Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Packages.Total, "packages,", d.Packages.Possible, "possible")
	for _, opening := range d.Openings {
		for _, b := range opening.Bars {
			fmt.Println("would have to give:", b.Words)
		}
	}
	// Output:
	// 6 packages, 0 possible
	// would have to give: Arland refuses ridge on line
	// would have to give: Borduria refuses river on line
	// would have to give: Borduria refuses split on line
}

func TestEveryBarLeadsToItsEvidence(t *testing.T) {
	d, err := Make(context.Background(), dispute(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Blockers) != 1 {
		t.Fatalf("%d blockers, want the one set of three red lines", len(d.Blockers))
	}
	for _, b := range d.Blockers[0].Bars {
		if len(b.Evidence) == 0 || b.Evidence[0].Says == "" {
			t.Errorf("%s rests on nothing", b.Words)
		}
	}
}

// What a party trades away must matter less to it than what it gets.
func TestTrades(t *testing.T) {
	party := []parley.Role{parley.RoleParty}
	stance := func(id, who, issue, prefers, accepts string, p parley.Priority) parley.Stance {
		return parley.Stance{ID: id, Party: who, Issue: issue, Prefers: []string{prefers}, Resists: []string{accepts}, Priority: p}
	}
	c := parley.Case{
		Parties: []parley.Party{{ID: "A", Name: "A", Roles: party}, {ID: "B", Name: "B", Roles: party}},
		Issues: []parley.Issue{
			{ID: "water", Alternatives: []parley.Alternative{{ID: "more"}, {ID: "less"}}},
			{ID: "toll", Alternatives: []parley.Alternative{{ID: "high"}, {ID: "low"}}},
		},
		Stances: []parley.Stance{
			stance("1", "A", "water", "more", "less", parley.PriorityCritical), stance("2", "A", "toll", "high", "low", parley.PriorityLow),
			stance("3", "B", "water", "less", "more", parley.PriorityLow), stance("4", "B", "toll", "low", "high", parley.PriorityCritical),
		},
	}
	d, err := Make(context.Background(), c, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Trades) != 1 {
		t.Fatalf("%d trades, want one", len(d.Trades))
	}
	got := d.Trades[0]
	if got.Gets.Issue+"="+got.Gets.Alternative != "water=more" || got.Gives.Issue+"="+got.Gives.Alternative != "toll=low" {
		t.Errorf("proposed: %s", got.Words)
	}
	c.Stances[0].Priority = parley.PriorityUnknown
	if d, err = Make(context.Background(), c, Options{}); err != nil || len(d.Trades) != 0 {
		t.Errorf("nobody knows how much water matters to A, and still %d trades are proposed (%v)", len(d.Trades), err)
	}
}

func TestMovesStayNearTheDraft(t *testing.T) {
	c := dispute()
	c.Stances[1].Refuses = []string{"river"} // B may yet take the split
	c.Drafts = []parley.Draft{{ID: "T1", Points: []parley.Point{{Issue: "line", Alternative: "river"}, {Issue: "guard", Alternative: "none"}}}}
	d, err := Make(context.Background(), c, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, m := range d.Moves.Moves {
		words = append(words, m.Words)
	}
	if got := strings.Join(words, "; "); got != "change line from river to split (B: unknown)" {
		t.Errorf("moves: %s", got)
	}
}

func TestPlainScenario(t *testing.T) {
	const scenario = `{"name": "x", "issues": [{"name": "i", "options": ["a", "b", "c"]}], "parties": [
		{"name": "P", "weights": [1], "values": [[1, 0.6, 0]], "reservation": 0.5},
		{"name": "Q", "weights": [1], "values": [[0, 0.6, 1]], "reservation": 0.7}]}`
	p, err := pareto.ReadScenario(strings.NewReader(scenario))
	if err != nil {
		t.Fatal(err)
	}
	d, err := Plain(context.Background(), "x", p, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if d.Packages.Possible != "3" || len(d.Openings) != 2 || d.Openings[0].Bars[0].Kind != BarNoDeal {
		t.Errorf("the two no-deal values leave nothing between them: %+v %+v", d.Packages, d.Openings)
	}
}

// Numbers leave nothing unknown: no coin is tossed for a plain scenario.
func TestPlainScenarioHasNoUnknowns(t *testing.T) {
	const scenario = `{"issues": [{"name": "i", "options": ["a", "b"]}], "parties": [{"name": "P", "values": [[1, 0]]}, {"name": "Q", "values": [[0, 1]]}]}`
	p, err := pareto.ReadScenario(strings.NewReader(scenario))
	if err != nil {
		t.Fatal(err)
	}
	d, err := Plain(context.Background(), "x", p, Options{Draws: 100})
	if err != nil {
		t.Fatal(err)
	}
	if r := d.Robustness; r.Exists != 1 || r.Holds["nash"] != 1 || len(r.Pivots) != 0 {
		t.Errorf("robustness of a scenario in numbers: %+v", r)
	}
}

// The same case gives the same bytes, but for the time it took.
func TestMakeIsDeterministic(t *testing.T) {
	var before string
	for range 3 {
		d, err := Make(context.Background(), dispute(), Options{Drop: []string{"B.line.*"}, Draws: 50})
		if err != nil {
			t.Fatal(err)
		}
		d.Timing = Timing{}
		out, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		if before != "" && before != string(out) {
			t.Fatalf("one run\n%s\nanother\n%s", before, out)
		}
		before = string(out)
	}
}
