package pareto

import (
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"strconv"
	"strings"
)

// scenario is a plain scenario file:
//
//	{"name": "…",
//	 "issues":  [{"name": "price", "options": ["low", "high"]}],
//	 "parties": [{"name": "buyer", "weights": [1], "values": [[1, 0]], "reservation": 0.2}]}
//
// A package is worth Σ weights[i] × values[i][option chosen in issue i].
type scenario struct {
	Issues []struct {
		Name    string   `json:"name"`
		Options []string `json:"options"`
	} `json:"issues"`
	Parties []struct {
		Name        string          `json:"name"`
		Weights     []json.Number   `json:"weights"`
		Values      [][]json.Number `json:"values"`
		Reservation *json.Number    `json:"reservation"`
	} `json:"parties"`
}

// ReadScenario reads a plain scenario. Numbers are taken as the decimals that
// are written, and weight × value is multiplied exactly. A party without a
// reservation value rules nothing out; one without weights has weight 1 on
// every issue.
func ReadScenario(r io.Reader) (*Problem, error) {
	var sc scenario
	dec := json.NewDecoder(r)
	if err := dec.Decode(&sc); err != nil {
		return nil, fmt.Errorf("read scenario: %w: expected {\"issues\": […], \"parties\": […]}", err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, fmt.Errorf("read scenario: something follows the scenario: expected one JSON object")
	}
	p := &Problem{}
	for _, issue := range sc.Issues {
		p.Issues = append(p.Issues, Issue{Name: issue.Name, Options: issue.Options})
	}
	for k := range sc.Parties {
		party, err := sc.party(k)
		if err != nil {
			return nil, fmt.Errorf("read scenario: party %s: %w", label(sc.Parties[k].Name, k), err)
		}
		p.Parties = append(p.Parties, party)
	}
	if err := p.Check(); err != nil {
		return nil, fmt.Errorf("read scenario: %w", err)
	}
	return p, nil
}

func (sc *scenario) party(k int) (Party, error) {
	from := sc.Parties[k]
	party := Party{Name: from.Name}
	if from.Weights != nil && len(from.Weights) != len(sc.Issues) {
		return party, fmt.Errorf("%d weights: expected one for each of the %d issues", len(from.Weights), len(sc.Issues))
	}
	for i, row := range from.Values {
		weight := big.NewRat(1, 1)
		if i < len(from.Weights) {
			w, err := parseNumber(string(from.Weights[i]))
			if err != nil {
				return party, fmt.Errorf("weight %d: %w", i+1, err)
			}
			weight = w
		}
		values := make([]*big.Rat, len(row))
		for o, text := range row {
			v, err := parseNumber(string(text))
			if err != nil {
				return party, fmt.Errorf("value of option %d of issue %d: %w", o+1, i+1, err)
			}
			values[o] = v.Mul(v, weight)
		}
		party.Value = append(party.Value, values)
	}
	if from.Reservation != nil {
		nd, err := parseNumber(string(*from.Reservation))
		if err != nil {
			return party, fmt.Errorf("reservation: %w", err)
		}
		party.NoDeal = nd
	}
	return party, nil
}

// Numbers longer than longestNumber, or with a power of ten beyond
// greatestPower, are refused: written out they would fill the memory.
const (
	longestNumber = 400
	greatestPower = 400
)

// parseNumber reads a decimal exactly as written.
func parseNumber(text string) (*big.Rat, error) {
	if text == "" {
		return nil, fmt.Errorf("missing: expected a number")
	}
	if len(text) > longestNumber {
		return nil, fmt.Errorf("a number of %d characters: expected at most %d", len(text), longestNumber)
	}
	if e := strings.IndexAny(text, "eE"); e >= 0 {
		if power, err := strconv.Atoi(text[e+1:]); err != nil || power < -greatestPower || power > greatestPower {
			return nil, fmt.Errorf("%s: expected a power of ten between -%d and %d", text, greatestPower, greatestPower)
		}
	}
	v, ok := new(big.Rat).SetString(text)
	if !ok {
		return nil, fmt.Errorf("%q: expected a decimal number", text)
	}
	return v, nil
}
