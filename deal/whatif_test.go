package deal

import (
	"testing"

	"github.com/parley-desk/parley"
)

func dispute() parley.Case {
	party := []parley.Role{parley.RoleParty}
	return parley.Case{
		Title:   "A border",
		Parties: []parley.Party{{ID: "A", Name: "Arland", Roles: party}, {ID: "B", Name: "Borduria", Roles: party}, {ID: "M", Name: "Mediators", Roles: []parley.Role{parley.RoleMediator}}},
		Issues: []parley.Issue{
			{ID: "line", Title: "The line", Alternatives: []parley.Alternative{{ID: "river"}, {ID: "ridge"}, {ID: "split"}}},
			{ID: "guard", Title: "The guard", Alternatives: []parley.Alternative{{ID: "none"}, {ID: "joint"}}},
		},
		Stances: []parley.Stance{
			{ID: "a1", Party: "A", Issue: "line", Date: parley.MustDate("2031-01-05"), Prefers: []string{"river"}, Accepts: []string{"split"}, Refuses: []string{"ridge"}, Priority: parley.PriorityHigh, Evidence: []parley.Evidence{{Says: "holds the bank"}}},
			{ID: "b1", Party: "B", Issue: "line", Date: parley.MustDate("2031-01-06"), Prefers: []string{"ridge"}, Refuses: []string{"river", "split"}, Priority: parley.PriorityLow, Evidence: []parley.Evidence{{Says: "holds the ridge"}}},
			{ID: "a2", Party: "A", Issue: "guard", Date: parley.MustDate("2031-01-05"), Accepts: []string{"joint"}, OnlyIf: parley.Choice{"line": {"river"}}, Evidence: []parley.Evidence{{Says: "no guard without the bank"}}},
			{ID: "m1", Party: "M", Issue: "line", Date: parley.MustDate("2031-01-07"), Refuses: []string{"split"}},
		},
	}
}

func possible(t *testing.T, c parley.Case, o Options) string {
	t.Helper()
	s, err := New(c, o)
	if err != nil {
		t.Fatal(err)
	}
	n, err := s.Count()
	if err != nil {
		t.Fatal(err)
	}
	return n.Possible.String()
}

func TestWhatIf(t *testing.T) {
	assume := func(s string) []Assumption {
		a, err := ParseAssumption(s)
		if err != nil {
			t.Fatal(err)
		}
		return []Assumption{a}
	}
	for _, tt := range []struct {
		name string
		o    Options
		want string
	}{
		{"as it stands, red lines meet on the line", Options{}, "0"},
		{"B takes the split; A's joint guard still needs the river", Options{Assume: assume("B.line.split=accepts")}, "1"},
		{"B drops its refusals", Options{Drop: []string{"B.line.*"}}, "3"},
		{"a mediator's refusal rules nothing out", Options{Drop: []string{"M.line.split"}}, "0"},
		{"the unknown read as no", Options{Assume: assume("B.line.split=accepts"), Unknown: UnknownClosed}, "0"},
	} {
		if got := possible(t, dispute(), tt.o); got != tt.want {
			t.Errorf("%s: %s possible packages, want %s", tt.name, got, tt.want)
		}
	}
}

func TestWhatIfSaysWhatItDoesNotKnow(t *testing.T) {
	for _, bad := range []string{"", "A.line=accepts", "A.line.river", "A.line.river=loves"} {
		if _, err := ParseAssumption(bad); err == nil {
			t.Errorf("%q was taken", bad)
		}
	}
	for _, o := range []Options{
		{Assume: []Assumption{{"A", "moon", "river", parley.Accepts}}},
		{Assume: []Assumption{{"A", "line", "moon", parley.Accepts}}},
		{Assume: []Assumption{{"Z", "line", "river", parley.Accepts}}},
		{Drop: []string{"Z.*"}},
		{Drop: []string{"["}},
	} {
		if _, err := New(dispute(), o); err == nil {
			t.Errorf("%+v was taken", o)
		}
	}
}

// An assumption is nobody's word: the case it was made on stays as it was, and
// nothing becomes secured by it.
func TestAnAssumptionSecuresNothing(t *testing.T) {
	c := dispute()
	a := Assumption{"B", "line", "split", parley.Accepts}
	s, err := New(c, Options{Assume: []Assumption{a}})
	if err != nil {
		t.Fatal(err)
	}
	n, err := s.Count()
	if err != nil {
		t.Fatal(err)
	}
	if n.Secured.Sign() != 0 {
		t.Errorf("%s packages are secured on an assumption", n.Secured)
	}
	if len(c.Stances) != 4 {
		t.Error("the assumption changed the case")
	}
}
