package record

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/parley-desk/parley"
	"pgregory.net/rapid"
)

const selected = "TRELL, April 2 — “We will not sign,” Ana Dure said.\n\nShe left – it was late. “We will not sign,” Per Holt said, too.\n"

func TestAnchor(t *testing.T) {
	second := strings.LastIndex(selected, "“We")
	sel := Select(selected, Span{Start: second, End: second + len("“We will not sign,”")})
	for _, c := range []struct{ name, text, want, after string }{
		{"unchanged", selected, "“We will not sign,”", " Per"},
		{"a line cut before it", selected[strings.Index(selected, "She"):], "“We will not sign,”", " Per"},
		{"straight quotes", strings.NewReplacer("“", `"`, "”", `"`, "–", "-").Replace(selected), `"We will not sign,"`, " Per"},
		{"wrapped anew", strings.ReplaceAll(selected, "We will", "We\n  will"), "“We\n  will not sign,”", " Per"},
		{"mended within", strings.Replace(selected, "“We will not sign,” Per", "“We shall not sign,” Per", 1), "“We shall not sign,”", " Per"},
	} {
		s, e, ok := Anchor(c.text, sel)
		if !ok || c.text[s:e] != c.want || !strings.HasPrefix(c.text[e:], c.after) {
			t.Errorf("%s: %v %q", c.name, ok, c.text[min(s, e):e])
		}
	}
	if _, _, ok := Anchor("Nothing of the kind.", sel); ok {
		t.Error("anchored in a text without the words")
	}
	if _, _, ok := Anchor(selected, parley.Selector{Start: 3, End: 3}); ok {
		t.Error("an empty selector anchored")
	}
}

// What is selected in a text is found again after the text was cleaned up.
func TestAnchorAfterCleaning(t *testing.T) {
	word := rapid.SampledFrom([]string{"talks", "“no,”", "Dure", "said", "—", "the", "…", "Vale’s", "é", "road", "on", "42", "\n\n", "  "})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(word, 4, 60).Draw(t, "words"), " ")
		var starts []int
		for i := range text {
			starts = append(starts, i)
		}
		starts = append(starts, len(text))
		i := rapid.IntRange(0, len(starts)-2).Draw(t, "start")
		j := rapid.IntRange(i+1, len(starts)-1).Draw(t, "end")
		span := Span{Start: starts[i], End: starts[j]}
		sel := Select(text, span)
		if sel.Exact != text[span.Start:span.End] || !utf8.ValidString(sel.Prefix+sel.Suffix) {
			t.Fatalf("%+v", sel)
		}
		if s, e, ok := Anchor(text, sel); !ok || s != span.Start || e != span.End {
			t.Fatalf("in the text itself: %d %d %v, want %v", s, e, ok, span)
		}
		clean := strings.Join(strings.Fields(strings.NewReplacer("“", `"`, "”", `"`, "’", "'", "—", "-", "…", "...").Replace(text)), " ")
		if level(sel.Exact).text == "" {
			return
		}
		s, e, ok := Anchor(clean, sel)
		if !ok || level(clean[s:e]).text != level(sel.Exact).text {
			t.Fatalf("after cleaning: %v %q, want %q", ok, clean[max(0, min(s, e)):e], sel.Exact)
		}
	})
}

func FuzzAnchor(f *testing.F) {
	f.Add(selected, "“We will", "April", "not", 3, 9)
	f.Fuzz(func(t *testing.T, text, exact, prefix, suffix string, start, end int) {
		s, e, ok := Anchor(text, parley.Selector{Exact: exact, Prefix: prefix, Suffix: suffix, Start: start, End: end})
		if ok && (s < 0 || s >= e || e > len(text)) {
			t.Fatalf("[%d,%d) in %d bytes", s, e, len(text))
		}
	})
}
