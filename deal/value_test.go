package deal

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/parley-desk/parley"
	"pgregory.net/rapid"
)

// Four issues of four priorities have the rank-order centroid weights of the
// literature: 25/48, 13/48, 7/48 and 3/48.
func TestCentralWeightsAreRankOrderCentroids(t *testing.T) {
	tastes := taste{priority: []int{0, 1, 2, 3}}
	for range 4 {
		tastes.rank = append(tastes.rank, []int{1})
		tastes.fixed = append(tastes.fixed, []*big.Rat{big.NewRat(1, 1)})
	}
	for i, want := range []int64{25, 13, 7, 3} {
		if got := tastes.central()[i][0]; got.Cmp(big.NewRat(want, 48)) != 0 {
			t.Errorf("issue %d: weight %s, want %d/48", i, got.RatString(), want)
		}
	}
}

func TestCentralValues(t *testing.T) {
	for _, tt := range []struct {
		name string
		rank []int // 0 demands … 4 refuses, -1 unknown
		want []string
	}{
		{"three in order", []int{1, 2, 4}, []string{"3/4", "1/2", "1/4"}},
		{"equals share", []int{1, 1, 4}, []string{"5/8", "5/8", "1/4"}},
		{"preferred to what was not spoken of", []int{1, -1}, []string{"2/3", "1/3"}},
		{"accepted, and nothing said of the other", []int{2, -1}, []string{"1/2", "1/2"}},
		{"one of each", []int{1, 2, 4, -1}, []string{"4/5", "8/15", "4/15", "2/5"}},
		{"nothing known", []int{-1, -1, -1}, []string{"1/2", "1/2", "1/2"}},
	} {
		one := taste{rank: [][]int{tt.rank}, fixed: [][]*big.Rat{nil}, priority: []int{-1}}
		for k, got := range one.central()[0] {
			if got.RatString() != tt.want[k] {
				t.Errorf("%s: alternative %d is %s, want %s", tt.name, k, got.RatString(), tt.want[k])
			}
		}
	}
}

// Every draw agrees with the order that was stated, and the mean of many comes
// to the central value: both are of the same distribution.
func TestDrawsAgreeWithTheOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		class := rapid.SliceOfN(rapid.IntRange(-1, 3), 1, 6).Draw(t, "class")
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		out := order{class: class, praised: praised}.draw(r, r.Float64)
		for a := range class {
			for b := range class {
				better := class[a] >= 0 && class[b] > class[a] || class[a] >= 0 && class[a] < praised && class[b] < 0
				if better && out[b] > out[a] {
					t.Fatalf("classes %v: %v: place %d should not be below place %d", class, out, a, b)
				}
			}
		}
	})
}

func TestDrawsAverageToTheCentralValue(t *testing.T) {
	one := taste{rank: [][]int{{0, 2, 2, -1}, {3, 1}}, fixed: [][]*big.Rat{nil, nil}, priority: []int{2, 0}}
	central := one.central()
	sum := make([][]float64, 2)
	const draws = 20000
	for k := range uint64(draws) {
		for i, row := range one.draw(rand.New(rand.NewPCG(1, k))) {
			if sum[i] == nil {
				sum[i] = make([]float64, len(row))
			}
			for j, v := range row {
				sum[i][j] += v / draws
			}
		}
	}
	for i, row := range central {
		for j, want := range row {
			// Weights and values are drawn independently, so means multiply.
			if w, _ := want.Float64(); sum[i][j] < w-0.01 || sum[i][j] > w+0.01 {
				t.Errorf("issue %d, alternative %d: mean of draws %.4f, central %.4f", i, j, sum[i][j], w)
			}
		}
	}
}

func TestNumbersAreUsedExactlyWhereAllAreGiven(t *testing.T) {
	c := parley.Case{
		Parties: []parley.Party{{ID: "A", Name: "A", Roles: []parley.Role{parley.RoleParty}}},
		Issues:  []parley.Issue{{ID: "price", Alternatives: []parley.Alternative{{ID: "low"}, {ID: "high"}}}},
		Stances: []parley.Stance{{ID: "1", Party: "A", Issue: "price", Weight: "0.1", Value: map[string]parley.Number{"low": "3", "high": "0.7"}}},
	}
	got, notes := newTaste(newAgenda(c), c.Stances, c.Positions(), "A")
	if got.central()[0][0].RatString() != "3/10" || got.central()[0][1].RatString() != "7/100" || len(notes) > 0 {
		t.Errorf("got %s and %s, notes %v", got.central()[0][0], got.central()[0][1], notes)
	}
	c.Stances[0].Weight = ""
	got, notes = newTaste(newAgenda(c), c.Stances, c.Positions(), "A")
	if got.central()[0][0].RatString() != "1" || got.central()[0][1].RatString() != "0" || len(notes) != 1 {
		t.Errorf("without a weight the values are stretched: got %s and %s, notes %v", got.central()[0][0], got.central()[0][1], notes)
	}
}
