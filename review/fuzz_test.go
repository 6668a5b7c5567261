package review_test

import (
	"testing"
	"unicode/utf8"

	"github.com/parley-desk/parley/review"
)

// Whatever is typed, the statement's words stand where it says, and cut no
// character.
func FuzzDo(f *testing.F) {
	for _, command := range []string{"e start +3", "end -1", "t dem no", "unnamed 2", "day ~2031", "speaker dure", "e note – x", "a", "?"} {
		f.Add(command, "a")
	}
	f.Fuzz(func(t *testing.T, first, second string) {
		d := desk{c: strait}
		d.open(found())
		for _, command := range []string{first, second} {
			if _, err := d.review.Do(command); err != nil {
				continue
			}
			for _, p := range d.review.Proposals {
				for _, x := range p.Statement.Content {
					if x.Start < 0 || x.End > len(text) || text[x.Start:x.End] != x.Exact || !utf8.ValidString(x.Exact) {
						t.Fatalf("after %q: %q is not at %d", command, x.Exact, x.Start)
					}
				}
			}
		}
	})
}

// A list of drops that can be read is written and read again as it is.
func FuzzDrops(f *testing.F) {
	f.Add("- cue: [{exact: said, start: 4, end: 8}]\n")
	f.Add("- {}\n- content:\n    - {exact: \"a\\nb\", prefix: ' '}\n")
	f.Fuzz(func(t *testing.T, data string) {
		drops, err := review.DecodeDrops([]byte(data))
		if err != nil || len(drops) == 0 {
			return
		}
		encoded, err := review.EncodeDrops(drops)
		if err != nil {
			t.Fatal(err)
		}
		again, err := review.DecodeDrops(encoded)
		if err != nil {
			t.Fatalf("%v in\n%s", err, encoded)
		}
		if len(again) != len(drops) {
			t.Fatalf("%d drops became %d", len(drops), len(again))
		}
	})
}
