package record

import (
	"context"
	"strings"
	"testing"
)

// A quotation without a verb of saying beside it is said by the subject of the
// clause that leads it in, or by whose answer it is called.
func TestLeadIn(t *testing.T) {
	reader := newTestReader(t, Options{})
	for _, test := range []struct{ text, source, cue string }{
		{"A third official was harsher: “She has a week, and so have we.”", "A third official", "was"},
		{"On Tuesday the army raised the stakes: “We will not wait for a map.”", "the army", "raised"},
		{"“We were old, and so were they,” was Holt’s summary of the night.", "Holt’s", "was … summary"},
		{"“It was a spelling bee with the sound off,” was how the aide told it.", "the aide", "told"},
		{"“Not reading,” was her answer on Monday.", "her", "was … answer"},
		{"They waited for an hour in the hall. Her answer: “Early.”", "Her", "answer"},
		{"There was a new clause: “The parties shall meet in May.”", "", ""},
	} {
		doc, err := reader.Read(context.Background(), Source{Text: test.text})
		if err != nil {
			t.Fatal(err)
		}
		var source, cue string
		for i := range doc.Attributions {
			if a := &doc.Attributions[i]; strings.ContainsAny(doc.Words(a.Content), "“") {
				source, cue = doc.Words(a.Source), doc.Words(a.Cue)
			}
		}
		if source != test.source || cue != test.cue {
			t.Errorf("%s\n  got  [%s] [%s]\n  want [%s] [%s]", test.text, source, cue, test.source, test.cue)
		}
	}
}

// A sentence that a speaker breaks off with a comma goes on in the next
// quotation, whatever he does in between.
func TestBrokenTwice(t *testing.T) {
	doc, err := newTestReader(t, Options{}).Read(context.Background(), Source{Text: "“I am not angry,” Ana Bell said, “I am a customer,” and she looked at the clock, “and in my shop you get two hands.”"})
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Attributions) != 1 {
		t.Fatalf("%d attributions, want one", len(doc.Attributions))
	}
	a := &doc.Attributions[0]
	if end := a.Content[len(a.Content)-1].End; doc.Words(a.Source) != "Ana Bell" || end != len(doc.Text) {
		t.Errorf("[%s] %q: the words end at byte %d of %d", doc.Words(a.Source), doc.Words(a.Content), end, len(doc.Text))
	}
}
