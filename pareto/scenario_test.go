package pareto

import (
	"strings"
	"testing"
)

func TestReadScenarioMultipliesDecimals(t *testing.T) {
	p := read(t, `{"name": "sale", "issues": [{"name": "price", "options": ["low", "high"]}],
		"parties": [{"name": "buyer", "weights": [0.1], "values": [[3e-1, 0.7]], "reservation": 0.02}]}`)
	if got := p.Parties[0].Value[0][0].RatString(); got != "3/100" {
		t.Errorf("0.1 × 0.3 is %s, want 3/100", got)
	}
	if got := p.Parties[0].NoDeal.RatString(); got != "1/50" {
		t.Errorf("no deal at %s, want 1/50", got)
	}
}

func TestReadScenarioSaysWhatIsWrong(t *testing.T) {
	const issues = `"issues": [{"name": "price", "options": ["low", "high"]}]`
	for _, c := range []struct{ name, text, says string }{
		{"not JSON", `issues: price`, "expected {"},
		{"two objects", `{` + issues + `} {}`, "something follows"},
		{"no options", `{"issues": [{"name": "price"}]}`, `issue "price" has no options`},
		{"a missing weight", `{` + issues + `, "parties": [{"name": "A", "weights": [], "values": [[1, 2]]}]}`, `party "A": 0 weights: expected one for each of the 1 issues`},
		{"a missing value", `{` + issues + `, "parties": [{"name": "A", "values": [[1]]}]}`, `party "A" has 1 values on issue "price": expected one for each of its 2 options`},
		{"no values", `{` + issues + `, "parties": [{"name": "A"}]}`, `party "A" values 0 issues: expected 1`},
		{"null for a value", `{` + issues + `, "parties": [{"name": "A", "values": [[1, null]]}]}`, "value of option 2 of issue 1: missing"},
		{"an endless number", `{` + issues + `, "parties": [{"name": "A", "values": [[1, 1e999999999]]}]}`, "power of ten"},
		{"a fraction", `{` + issues + `, "parties": [{"name": "A", "values": [[1, "1/2"]]}]}`, "expected"},
		{"nine parties", `{"issues": [], "parties": [{},{},{},{},{},{},{},{},{}]}`, "9 parties: at most 8"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ReadScenario(strings.NewReader(c.text))
			if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("error %v, want one that says %q", err, c.says)
			}
		})
	}
}

// Whatever is read is a problem that can be worked with.
func FuzzReadScenario(f *testing.F) {
	f.Add(`{"issues": [{"name": "price", "options": ["low", "high"]}], "parties": [{"weights": [0.1], "values": [[1, 0.5]], "reservation": 0.2}]}`)
	f.Add(`{"issues": [], "parties": [{}]}`)
	f.Add(`{"parties": [{"values": [[1e-400]]}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		p, err := ReadScenario(strings.NewReader(text))
		if err != nil {
			return
		}
		if err := p.Check(); err != nil {
			t.Errorf("read a problem that does not hold: %v", err)
		}
		for _, party := range p.Parties {
			measure(&Problem{Issues: p.Issues, Parties: []Party{party}})
		}
	})
}
