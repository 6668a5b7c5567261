package corpus_test

import (
	"context"
	"fmt"
	"os"
	"testing"

	"github.com/parley-desk/parley/record/corpus"
)

// A listed meeting is measured by the parties of the people whom it names.
func TestListed(t *testing.T) {
	src, err := os.ReadFile("m01-oster-detainees.report")
	if err != nil {
		t.Fatal(err)
	}
	r, err := corpus.Parse("m01-oster-detainees.report", src)
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprintf("%+v", r.Listed()[0])
	if want := "{Parties:[OST HAL NOR] Where:Bergen Site:school When:2032-10-07}"; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	l, err := r.Lesson(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(l.Marked) != len(r.Meetings) || len(l.Scene.Parties) != len(r.Header.Parties) || len(l.Scene.Said) == 0 {
		t.Errorf("a lesson of %d meetings, %d parties, %d statements", len(l.Marked), len(l.Scene.Parties), len(l.Scene.Said))
	}
}
