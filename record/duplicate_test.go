package record

import (
	"context"
	"fmt"
	"testing"

	"github.com/parley-desk/parley"
)

// One quotation carried by three papers is one statement with three carriers;
// what another said in nearly the same words is not.
func TestRepeats(t *testing.T) {
	r := newTestReader(t, caseOptions)
	var docs []*Document
	for _, s := range []struct{ id, date, text string }{
		{"orm", "2031-04-03", "“We will not sign a map drawn in another capital,” Ana Dure said, according to Reuters. The weather was fair."},
		{"wire", "2031-04-02", "TRELL — \"We will not sign a map drawn in another capital,\" the Kestrian foreign minister, Ana Dure, told reporters."},
		{"other", "2031-04-03", "“We will not sign a map drawn in another capital,” Per Holt said."},
		{"late", "2031-04-04", "Dure said that Kestria “will not sign a map drawn in another capital” and went home."},
	} {
		d, err := r.Read(context.Background(), Source{ID: s.id, Text: s.text, Date: parley.MustDate(s.date)})
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
	var got []string
	for _, rep := range Repeats(docs) {
		line := "first " + docs[rep.First.Document].ID + ":"
		for _, c := range rep.Carriers {
			line += " " + docs[c.Document].ID
		}
		got = append(got, line)
	}
	if want := "[first wire: wire orm late]"; fmt.Sprint(got) != want {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestMarshalJSONL(t *testing.T) {
	d := &Document{ID: "x", Text: "“é” she said.", Language: "en", Attributions: []Attribution{
		{ID: "s1", Source: []Span{{Start: 10, End: 13}}, Cue: []Span{{Start: 14, End: 18}}, Content: []Span{{Start: 0, End: 8}, {Start: 14, End: 18}}, Kind: parley.KindSpeech, Manner: Direct, Confidence: 1},
	}}
	got, err := d.MarshalJSONL(false)
	want := `{"id":"x","language":"en","attributions":[{"id":"s1","source":[5,8],"cue":[9,13],"content":[[0,3],[9,13]],"kind":"speech","manner":"direct","confidence":1}]}`
	if err != nil || string(got) != want {
		t.Errorf("%v\n got %s\nwant %s", err, got, want)
	}
}

func TestStatement(t *testing.T) {
	d, err := newTestReader(t, caseOptions).Read(context.Background(), Source{
		ID: "wire", Date: parley.MustDate("2031-04-02"),
		Text: "Two Valese officials said on Monday that the posts would be withdrawn, according to Reuters.",
	})
	if err != nil {
		t.Fatal(err)
	}
	s := d.Statement(&d.Attributions[0])
	if s.ID != "wire-s1" || s.Party != "VAL" || !s.Anonymous || s.Count != 2 || len(s.Via) != 1 || s.Via[0] != "Reuters" ||
		s.Speaker != "Two Valese officials" || s.Issue != "guards" || s.Date.String() != "2031-03-31" || !s.Unreviewed ||
		s.Content[0].Exact != "that the posts would be withdrawn" {
		t.Errorf("%+v", s)
	}
}
