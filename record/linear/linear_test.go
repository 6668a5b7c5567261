package linear_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/parley-desk/parley/record/linear"
)

// A learner that is told after each mistake finds out that it is the wings.
func Example() {
	type animal struct {
		wings, legs uint64
		flies       bool
	}
	describe := func(a animal) (f linear.Features) {
		f.Add(1, a.wings)
		f.Add(2, a.legs)
		return f
	}
	l := linear.NewLearner(8)
	for range 5 {
		for _, a := range []animal{{2, 2, true}, {0, 4, false}, {0, 2, false}, {2, 6, true}} {
			f, by := describe(a), float32(-1)
			if a.flies {
				by = 1
			}
			if by*l.Score(f) <= 0 {
				for _, h := range f {
					l.Update(h, by)
				}
			}
			l.Tick()
		}
	}
	weights := make([]float32, 1<<8)
	l.AddAverage(weights)
	t := linear.Round(weights)
	fmt.Println(t.Score(describe(animal{wings: 2, legs: 4})) > 0, t.Score(describe(animal{wings: 0, legs: 6})) > 0)
	// Output: true false
}

func TestZeroTable(t *testing.T) {
	var table linear.Table
	out := []float32{1, 1}
	table.Classes(linear.Features{1, 2}, out)
	if table.Score(linear.Features{1, 2}) != 0 || out[0] != 0 || out[1] != 0 {
		t.Fatal("a table without weights has an opinion")
	}
}

// What was packed is what is unpacked.
func TestPack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		weights := rapid.SliceOfN(rapid.Float32Range(-1000, 1000), 64, 64).Draw(t, "weights")
		made := rapid.String().Draw(t, "made")
		table := linear.Round(weights)
		var words string
		var back linear.Table
		if err := linear.Unpack(linear.Pack([]string{made}, &table), []*string{&words}, &back); err != nil {
			t.Fatal(err)
		}
		f := linear.Features(rapid.SliceOf(rapid.Uint32()).Draw(t, "features"))
		if words != made || back.Score(f) != table.Score(f) {
			t.Fatalf("unpacked %q with score %v, packed %q with %v", words, back.Score(f), made, table.Score(f))
		}
	})
}

// Whatever a file holds, it is read or refused.
func FuzzUnpack(f *testing.F) {
	table := linear.Round([]float32{1, 0, -2, 0.5})
	whole := linear.Pack([]string{"en"}, &table)
	f.Add(whole)
	f.Add(whole[:len(whole)-3])
	f.Add([]byte("parley reader 1\n"))
	f.Fuzz(func(t *testing.T, packed []byte) {
		var words string
		var table linear.Table
		if linear.Unpack(packed, []*string{&words}, &table) == nil {
			table.Score(linear.Features{1, 2, 3})
		}
	})
}
