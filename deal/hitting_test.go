package deal

import (
	"context"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestMinimalAgreesWithTryingAll: the minimal hitting sets of random families,
// against going through every subset.
func TestMinimalAgreesWithTryingAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const universe = 7
		family := rapid.SliceOfN(rapid.SliceOfNDistinct(rapid.IntRange(0, universe-1), 1, 4, rapid.ID), 0, 6).Draw(t, "family")
		for _, s := range family {
			slices.Sort(s)
		}
		var want [][]int
		for mask := range 1 << universe {
			var set []int
			for e := range universe {
				if mask>>e&1 == 1 {
					set = append(set, e)
				}
			}
			if len(missing(family, set)) == 0 && !slices.ContainsFunc(set, func(e int) bool {
				smaller := slices.DeleteFunc(slices.Clone(set), func(x int) bool { return x == e })
				return len(missing(family, smaller)) == 0
			}) {
				want = append(want, set)
			}
		}
		slices.SortFunc(want, func(a, b []int) int {
			if len(a) != len(b) {
				return len(a) - len(b)
			}
			return slices.Compare(a, b)
		})
		var got [][]int
		complete, err := minimal(context.Background(), universe, func(h []int) ([]int, bool) {
			missed := missing(family, h)
			if len(missed) == 0 {
				return nil, false
			}
			return missed[0], true
		}, func(h []int) bool {
			got = append(got, h)
			return true
		})
		if err != nil || !complete {
			t.Fatalf("complete %v, error %v", complete, err)
		}
		for k := 1; k < len(got); k++ {
			if len(got[k]) < len(got[k-1]) {
				t.Fatalf("a larger set came first: %v", got)
			}
		}
		slices.SortFunc(got, func(a, b []int) int {
			if len(a) != len(b) {
				return len(a) - len(b)
			}
			return slices.Compare(a, b)
		})
		if len(got) != len(want) || len(want) > 0 && !reflect.DeepEqual(normal(got), normal(want)) {
			t.Fatalf("family %v: got %v, want %v", family, got, want)
		}
	})
}

// normal makes nil and empty sets equal.
func normal(sets [][]int) [][]int {
	out := make([][]int, len(sets))
	for k, s := range sets {
		out[k] = append([]int{}, s...)
	}
	return out
}

func TestMinimalStops(t *testing.T) {
	pairs := [][]int{{0, 1}, {2, 3}, {4, 5}}
	miss := func(h []int) ([]int, bool) {
		if m := missing(pairs, h); len(m) > 0 {
			return m[0], true
		}
		return nil, false
	}
	found := 0
	count := func([]int) bool { found++; return found < 2 }
	if complete, err := minimal(context.Background(), 9, miss, count); complete || err != nil || found != 2 {
		t.Errorf("asked for two: complete %v, error %v, found %d", complete, err, found)
	}
	found = 0
	if complete, _ := minimal(context.Background(), 2, miss, count); complete || found != 0 {
		t.Errorf("three are needed and two allowed: complete %v, found %d", complete, found)
	}
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := minimal(ended, 9, miss, count); err == nil {
		t.Error("an ended context should end the search")
	}
}
