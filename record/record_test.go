package record

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/parley-desk/parley"
)

// caseOptions is a small invented case that the golden reports speak of.
var caseOptions = Options{
	Parties: []Party{
		{ID: "KES", Name: "Kestria", Aliases: []string{"Trell"}},
		{ID: "VAL", Name: "Vale", Aliases: []string{"Orm"}},
		{ID: "MED", Name: "Norrish mediators"},
	},
	People: []Person{
		{ID: "dure", Name: "Ana Dure", Title: "foreign minister", Party: "KES"},
		{ID: "sarr", Name: "Ibrahim Sarr", Title: "president", Party: "KES"},
		{ID: "holt", Name: "Per Holt", Title: "chief negotiator", Party: "VAL"},
		{ID: "hauge", Name: "Solveig Hauge", Title: "special envoy", Party: "MED"},
	},
	Topics: []Topic{
		{ID: "transit", Words: []string{"Transit through the corridor", "open road", "customs", "lorries"}},
		{ID: "guards", Words: []string{"Border guards", "joint patrols", "posts withdrawn"}},
	},
}

func newTestReader(t testing.TB, o Options) *Reader {
	t.Helper()
	r, err := NewReader(o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// render shows a document as a reviewer would check it.
func render(d *Document) string {
	var b strings.Builder
	if d.Note != "" {
		fmt.Fprintln(&b, "note:", d.Note)
	}
	for i := range d.Attributions {
		a := &d.Attributions[i]
		fmt.Fprintf(&b, "%s %s %s %s\n  source:  %s\n  cue:     %s\n  content: %s\n", a.ID, a.Kind, a.Manner, dayText(a.Date), d.Words(a.Source), d.Words(a.Cue), d.Words(a.Content))
		if a.Speaker != (Speaker{}) {
			fmt.Fprintf(&b, "  speaker: %v %s\n", a.Speaker, a.Speaker.Person)
		}
		c := a.Chain
		if c.Anonymous || c.Outlet != "" || len(c.Via)+len(c.Holds) > 0 {
			fmt.Fprintf(&b, "  chain:   unnamed %v %d, outlet %q, via %q, holds %v\n", c.Anonymous, c.Count, c.Outlet, c.Via, c.Holds)
		}
		if a.Post != nil {
			fmt.Fprintf(&b, "  post:    %s %s %s %s\n", a.Post.Author, a.Post.Handle, dayText(a.Post.Date), a.Post.Platform)
		}
		if len(a.Issues) > 0 {
			fmt.Fprintf(&b, "  issue:   %v\n", a.Issues)
		}
	}
	for _, m := range d.Meetings {
		fmt.Fprintf(&b, "meeting: %v %v %v, %q %q, %s, %.1f h (at least: %v), %s\n", m.People, m.Parties, m.Names, m.Place, m.Site, dayText(m.Date), m.Hours, m.AtLeast, m.Format)
	}
	for _, p := range d.People {
		fmt.Fprintf(&b, "person:  %s %s (%s) %s, first %q\n", p.ID, p.Name, p.Title, p.Party, d.Text[p.First.Start:p.First.End])
	}
	return b.String()
}

// The golden reports show each shape that a report's words come in. Run with
// UPDATE=1 to write what the reader finds now, and read the difference.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden reports", err)
	}
	r := newTestReader(t, caseOptions)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			doc, err := r.Read(context.Background(), Source{ID: filepath.Base(file), Text: string(text), Date: parley.MustDate("2031-04-02")})
			if err != nil {
				t.Fatal(err)
			}
			got, golden := render(doc), strings.TrimSuffix(file, ".txt")+".golden"
			if os.Getenv("UPDATE") != "" {
				if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(string(want), got); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}

func TestNotEnglish(t *testing.T) {
	r := newTestReader(t, Options{})
	for text, english := range map[string]bool{
		"Die Minister sagten am Dienstag, dass sie den Text noch nicht unterschreiben werden, und reisten wieder nach Hause.":   false,
		"Министр заявила во вторник, что стороны пока не готовы подписать соглашение о границе.":                                false,
		"The minister said on Tuesday that the two sides were not ready to sign the text and that she would be back in a week.": true,
		"“Yes.”": true,
	} {
		d, err := r.Read(context.Background(), Source{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		if (d.Language == "en") != english || (d.Note == "") != english {
			t.Errorf("%q: language %q, note %q", text, d.Language, d.Note)
		}
	}
}

func TestReadStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := newTestReader(t, Options{}).Read(ctx, Source{Text: "She said no."}); err == nil {
		t.Error("reading went on after its context had ended")
	}
}

// valid checks that every offset lies in the text and cuts no character.
func valid(t rapid.TB, d *Document) {
	t.Helper()
	check := func(what string, s Span) {
		if s.Start < 0 || s.Start >= s.End || s.End > len(d.Text) ||
			!utf8.RuneStart(d.Text[s.Start]) || s.End < len(d.Text) && !utf8.RuneStart(d.Text[s.End]) {
			t.Fatalf("%s %v in a text of %d bytes", what, s, len(d.Text))
		}
	}
	for i := range d.Attributions {
		a := &d.Attributions[i]
		if len(a.Content) == 0 {
			t.Fatalf("%s has no content", a.ID)
		}
		for what, spans := range map[string][]Span{"source": a.Source, "cue": a.Cue, "content": a.Content} {
			for k, s := range spans {
				check(what, s)
				if k > 0 && s.Start < spans[k-1].End {
					t.Fatalf("%s pieces overlap: %v", what, spans)
				}
			}
		}
	}
	for _, m := range d.Meetings {
		check("meeting", m.Trigger)
	}
	for _, p := range d.People {
		check("person", p.First)
	}
}

// Whatever a clipboard leaves of a report can be read: cut short, with the
// middle missing, with paragraphs run together.
func TestReadMangled(t *testing.T) {
	files, err := filepath.Glob("corpus/*.report") // with their marks, which are odd words more
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	readers := []*Reader{newTestReader(t, caseOptions), newTestReader(t, Options{})}
	rapid.Check(t, func(t *rapid.T) {
		raw, err := os.ReadFile(rapid.SampledFrom(files).Draw(t, "report"))
		if err != nil {
			t.Fatal(err)
		}
		text := string(raw)
		cut := func(label string) int { return rapid.IntRange(0, len(text)).Draw(t, label) }
		a, b, c, d := cut("from"), cut("gap"), cut("gap end"), cut("to")
		mangled := text[min(a, b):b] + rapid.SampledFrom([]string{"", " ", "\n", "\n\n", "“", "\"", ": ", "’ "}).Draw(t, "glue") + text[min(c, d):d]
		doc, err := readers[rapid.IntRange(0, 1).Draw(t, "reader")].Read(context.Background(), Source{ID: "m", Text: mangled, Date: parley.MustDate("2031-04-02")})
		if err != nil {
			t.Fatal(err)
		}
		if utf8.ValidString(mangled) {
			valid(t, doc)
		}
	})
}

// Words that matter to the reader, in any order, can be read: sources within
// each other's words, meetings of nobody, offices without a holder.
func TestReadWords(t *testing.T) {
	words := []string{
		"Ana Dure", "Per Holt", "Kestria", "Vale", "the Trell Courier", "two officials", "the foreign minister", "an aide to", "of", "his counterpart", "her", "their",
		"I said", "I think", "we believe that", "we told you", "our", "he", "she", "they", "one of them", "who", "it", "said", "told", "wants", "thinks", "denied", "met", "will meet", "telephoned", "according to", "quoting",
		"that", "in the words of", "on Monday", "in Trell", "for three hours", "at the Hotel Aurora", "the talks", "“", "”", "\"", "''", "‘", "’", ",", ".", ":", "—", "(@dure)", "\n\n", "and", "the map",
	}
	readers := []*Reader{newTestReader(t, caseOptions), newTestReader(t, Options{})}
	rapid.Check(t, func(t *rapid.T) {
		text := "It was over by the time that they came to the house. " + strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 60).Draw(t, "words"), " ")
		doc, err := readers[rapid.IntRange(0, 1).Draw(t, "reader")].Read(context.Background(), Source{ID: "w", Text: text, Date: parley.MustDate("2031-04-02")})
		if err != nil {
			t.Fatal(err)
		}
		if doc.Note != "" {
			t.Fatal(doc.Note)
		}
		valid(t, doc)
	})
}

// Whatever the text, reading ends, does not panic, and gives sound offsets,
// in bytes and in code points.
func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, file := range files {
		b, _ := os.ReadFile(file)
		f.Add(string(b))
	}
	f.Add("“\"''‘’ said: “x” — N (@h) May 1, 2031")
	f.Add("\xff\xfe “a\xc3” he said, \xe2\x80 according to")
	r := newTestReader(f, caseOptions)
	f.Fuzz(func(t *testing.T, text string) {
		d, err := r.Read(context.Background(), Source{ID: "f", Text: text, Date: parley.MustDate("2031-04-02")})
		if err != nil {
			t.Fatal(err)
		}
		if utf8.ValidString(text) {
			valid(t, d)
		}
		if _, err := d.MarshalJSONL(true); err != nil {
			t.Fatal(err)
		}
		for i := range d.Attributions {
			for _, s := range d.Attributions[i].Content {
				if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
					t.Fatal("content outside the text", s)
				}
			}
		}
	})
}

// Twice the text takes about twice the time: measured in triggers read, not
// seconds, by feeding one endless line and counting what is found.
func TestLongLine(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a megabyte")
	}
	sentence := "“We will not sign,” Per Holt said, and two officials told the Trell Courier that he meant it. "
	for _, text := range []string{
		strings.Repeat(sentence, 1<<20/len(sentence)), strings.Repeat("“", 200000), strings.Repeat("said ", 100000), strings.Repeat("a", 1<<20),
		strings.Repeat("Ana Bell, ", 50000), strings.Repeat("he said she said ", 30000), strings.Repeat("' ", 200000),
		strings.Repeat("Ana Dure met Per Holt.\n\n“I know,” he said.\n\nThey met again on Friday.\n\n", 5000),
		strings.Repeat("The talks were over, said Ana Dure, who told the Trell Courier that Holt said that she said it was over. ", 5000),
	} {
		d, err := newTestReader(t, caseOptions).Read(context.Background(), Source{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		valid(t, d)
	}
}

func BenchmarkRead(b *testing.B) {
	var texts []string
	files, _ := filepath.Glob("testdata/*.txt")
	bytes := 0
	for _, file := range files {
		t, _ := os.ReadFile(file)
		texts = append(texts, string(t))
		bytes += len(t)
	}
	text := strings.Join(texts, "\n\n") // about one report of the usual length
	r := newTestReader(b, caseOptions)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Read(context.Background(), Source{Text: text, Date: parley.MustDate("2031-04-02")}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "reports/s")
}

func BenchmarkNewReader(b *testing.B) {
	for b.Loop() {
		if _, err := NewReader(caseOptions); err != nil {
			b.Fatal(err)
		}
	}
}
