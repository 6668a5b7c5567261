package score

import (
	"fmt"
	"testing"
)

// The numbers were checked against the Python script that defines the measure.
func TestDocument(t *testing.T) {
	text := "“Not yet,” Ana Dure said. Officials said talks failed."
	at := func(s, e int) []Span { return []Span{{Start: s, End: e}} }
	gold := []Attribution{
		{at(15, 23), at(24, 28), at(0, 14)},
		{at(30, 39), at(40, 44), at(45, 57)},
	}
	found := []Attribution{
		{at(19, 23), at(24, 28), at(0, 14)},
		{nil, at(40, 44), at(45, 50)},
		{nil, at(51, 57), at(30, 39)},
	}
	got := Document(text, gold, found)
	for name, want := range map[string]Count{
		"source/exact":              {0, 0, 1, 2},
		"cue/exact":                 {2, 2, 3, 2},
		"content/trimmed":           {1, 1, 3, 2},
		"content/overlap":           {3, 3, 4, 4},
		"attribution/linked":        {1, 1, 3, 2},
		"attribution/content-found": {2, 2, 3, 2},
		"attribution/all-exact":     {0, 0, 3, 2},
		"linked/direct":             {1, 1, 1, 1},
		"linked/indirect":           {0, 0, 2, 1},
	} {
		if got[name] != want {
			t.Errorf("%s: %+v, want %+v", name, got[name], want)
		}
	}
}

func TestKind(t *testing.T) {
	text := `He saw “a very long and winding road” there.`
	for _, c := range []struct {
		s    Span
		want string
	}{{Span{Start: 7, End: 42}, "direct"}, {Span{Start: 0, End: 42}, "mixed"}, {Span{Start: 0, End: 6}, "indirect"}, {Span{Start: 6, End: 7}, "none"}} {
		if got := Kind(text, []Span{c.s}); got != c.want {
			t.Errorf("%q: %s, want %s", text[c.s.Start:c.s.End], got, c.want)
		}
	}
}

func ExampleCount() {
	c := Count{Right: 6, RightFound: 6, Found: 8, Marked: 12}
	p, r := c.PR()
	fmt.Printf("P %.2f R %.2f F1 %.2f\n", p, r, c.F1())
	// Output: P 0.75 R 0.50 F1 0.60
}

func TestRange(t *testing.T) {
	parts := []Counts{{"x": {5, 5, 5, 5}}, {"x": {0, 0, 5, 5}}}
	lo, hi := Range(parts, "x", 200)
	if lo != 0 || hi != 1 {
		t.Errorf("[%v, %v], want [0, 1]: two documents drawn with replacement may be both bad or both good", lo, hi)
	}
}
