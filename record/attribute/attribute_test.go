package attribute_test

import (
	"bytes"
	"context"
	"os"
	"testing"

	"github.com/parley-desk/parley/record/attribute"
	"github.com/parley-desk/parley/record/corpus"
	"github.com/parley-desk/parley/record/token"
)

// lessons are a few of the annotated reports.
func lessons(t *testing.T) []attribute.Example {
	t.Helper()
	reports, err := corpus.Load(os.DirFS("../corpus"))
	if err != nil {
		t.Fatal(err)
	}
	var out []attribute.Example
	for _, r := range reports {
		if !corpus.HeldOut(r.Name) && len(out) < 25 {
			out = append(out, r.Example(true))
		}
	}
	return out
}

func TestTrainIsReproducible(t *testing.T) {
	o := attribute.Options{Epochs: 3, Runs: 1, Made: "a test"}
	a, err := attribute.Train(context.Background(), lessons(t), o)
	if err != nil {
		t.Fatal(err)
	}
	b, err := attribute.Train(context.Background(), lessons(t), o)
	if err != nil {
		t.Fatal(err)
	}
	packed := a.Encode()
	if !bytes.Equal(packed, b.Encode()) {
		t.Error("the same reports gave other weights")
	}
	c, err := attribute.Decode(packed)
	if err != nil {
		t.Fatal(err)
	}
	if c.Made != "a test" || c.Language != "en" {
		t.Errorf("decoded %q %q", c.Made, c.Language)
	}
	text := token.Read("“Not yet,” Ana Dure said. Two officials denied that the talks had failed.")
	x, y := a.Find(text), c.Find(text)
	if len(x) != 2 || len(y) != 2 || x[0] != y[0] || x[1] != y[1] {
		t.Fatalf("before %+v, after %+v", x, y)
	}
	if got := text.Words(x[0].Source) + "|" + text.Words(x[0].Left) + "|" + text.Words(x[1].Source) + "|" + text.Words(x[1].Right); got != "Ana Dure|“Not yet,”|Two officials|that the talks had failed" {
		t.Error(got)
	}
}

func TestTrainStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := attribute.Train(ctx, lessons(t), attribute.Options{}); err == nil {
		t.Error("training went on after its context had ended")
	}
}

// No bytes make decoding panic or take more memory than a model may.
func FuzzDecode(f *testing.F) {
	m, _ := attribute.Train(context.Background(), nil, attribute.Options{Epochs: 1, Runs: 1, Bits: 4})
	f.Add(m.Encode())
	f.Add([]byte("parley reader 1\nxx"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if m, err := attribute.Decode(b); err == nil {
			m.Find(token.Read("She said no."))
		}
	})
}
