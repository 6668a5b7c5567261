package draft_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/draft"
)

func words(s string) parley.Text { return parley.Text{{Words: s}} }

func bracket(variants ...parley.Variant) parley.Fragment {
	return parley.Fragment{Bracket: &parley.Bracket{Variants: variants}}
}

func TestParseBrackets(t *testing.T) {
	us, ru, e3 := []string{"US"}, []string{"RU"}, []string{"E3"}
	tests := map[string]struct {
		source string
		want   parley.Text
	}{
		"words": {"Talks begin at once.", words("Talks begin at once.")},
		"lone":  {"shall[ not] leave", parley.Text{{Words: "shall"}, bracket(parley.Variant{Text: words(" not")}), {Words: " leave"}}},
		"backed": {"[shall | US, RU]", parley.Text{
			bracket(parley.Variant{Text: words("shall"), Backers: []string{"US", "RU"}}),
		}},
		"named": {"[cap-800k | E3 US: up to 800,000]", parley.Text{
			bracket(parley.Variant{Alternative: "cap-800k", Text: words("up to 800,000"), Backers: []string{"E3", "US"}}),
		}},
		"named, no backers": {"[cap-800k | : up to 800,000]", parley.Text{
			bracket(parley.Variant{Alternative: "cap-800k", Text: words("up to 800,000")}),
		}},
		"side by side": {"[shall | US] [should | RU]", parley.Text{bracket(
			parley.Variant{Text: words("shall"), Backers: us}, parley.Variant{Text: words("should"), Backers: ru})}},
		"touching": {"[shall][should]", parley.Text{bracket(
			parley.Variant{Text: words("shall")}, parley.Variant{Text: words("should")})}},
		"on two lines": {"[a | US]\n  [b | RU]", parley.Text{bracket(
			parley.Variant{Text: words("a"), Backers: us}, parley.Variant{Text: words("b"), Backers: ru})}},
		"a blank line parts": {"[a]\n \n[b]", parley.Text{
			bracket(parley.Variant{Text: words("a")}), {Words: "\n \n"}, bracket(parley.Variant{Text: words("b")}),
		}},
		"nested": {"[at [once | RU] | US]", parley.Text{bracket(parley.Variant{Backers: us, Text: parley.Text{
			{Words: "at "}, bracket(parley.Variant{Text: words("once"), Backers: ru}),
		}})}},
		"nested in named": {"[x | E3: at [once | RU]]", parley.Text{bracket(parley.Variant{Alternative: "x", Backers: e3, Text: parley.Text{
			{Words: "at "}, bracket(parley.Variant{Text: words("once"), Backers: ru}),
		}})}},
		"last bar counts":   {"[see a | b | US]", parley.Text{bracket(parley.Variant{Text: words("see a | b"), Backers: us})}},
		"escaped":           {`\[sic\] [a \| b | US]`, parley.Text{{Words: "[sic] "}, bracket(parley.Variant{Text: words("a | b"), Backers: us})}},
		"escaped backslash": {`a\\[b]`, parley.Text{{Words: `a\`}, bracket(parley.Variant{Text: words("b")})}},
		"link":              {"see [the plan](https://example.org/a_(b)) now", words("see [the plan](https://example.org/a_(b)) now")},
		"link in a bracket": {"[see [a|b](c) | US]", parley.Text{bracket(parley.Variant{Text: words("see [a|b](c)"), Backers: us})}},
		"not a link":        {`[not]\(yet)`, parley.Text{bracket(parley.Variant{Text: words("not")}), {Words: "(yet)"}}},
		"empty":             {"[]", parley.Text{bracket(parley.Variant{})}},
		"table":             {"| a | b \\| c |", words("| a | b \\| c |")},
		"other backslashes": {`\*a\* \\ b`, words(`\*a\* \\ b`)},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, points, problems := draft.Parse(tt.source)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if len(points) > 0 || len(problems) > 0 {
				t.Errorf("points %v, problems %v; want none", points, problems)
			}
		})
	}
}

func TestParseHeadings(t *testing.T) {
	tests := map[string]parley.Point{
		"## 6. Size of the forces {#army}":  {Number: "6", Title: "Size of the forces", Issue: "army"},
		"## 14b) Assets {#assets .fund-us}": {Number: "14b", Title: "Assets", Issue: "assets", Alternative: "fund-us"},
		"## 3.1. Truce":                     {Number: "3.1", Title: "Truce"},
		"## 2025 budget {#economy}":         {Title: "2025 budget", Issue: "economy"},
		"## {#army}":                        {Issue: "army"},
		"##":                                {},
		"## A {#x} {}":                      {Title: "A {#x}"},
		"  ##   7.":                         {Number: "7"},
	}
	for source, want := range tests {
		t.Run(source, func(t *testing.T) {
			_, points, problems := draft.Parse(source)
			if diff := cmp.Diff([]parley.Point{want}, points); diff != "" || len(problems) > 0 {
				t.Errorf("-want +got:\n%s\nproblems %v", diff, problems)
			}
		})
	}
}

func TestParsePoints(t *testing.T) {
	preamble, points, _ := draft.Parse("\n\nThe parties,\n\n## 1. One {#a}\n\n  - first\n  - second\n\n# not a point\n\n## 2. Two\n### nor this\r\n")
	if diff := cmp.Diff(words("The parties,"), preamble); diff != "" {
		t.Error(diff)
	}
	want := []parley.Point{
		{Number: "1", Title: "One", Issue: "a", Body: words("  - first\n  - second\n\n# not a point")},
		{Number: "2", Title: "Two", Body: words("### nor this")},
	}
	if diff := cmp.Diff(want, points); diff != "" {
		t.Error(diff)
	}
}

func TestParseProblems(t *testing.T) {
	tests := map[string]struct {
		source string
		want   []string // line:column and the start of the message
		stays  string   // words that must survive
	}{
		"never closed":      {"Ünd [a", []string{"1:5: this [ is never closed"}, "Ünd [a"},
		"closes nothing":    {"x\n\na] b", []string{"3:2: this ] closes no bracket"}, "a] b"},
		"both":              {"] [", []string{"1:1: this ] closes", "1:3: this [ is never"}, "] ["},
		"no parties":        {"[a | see Annex (2)]", []string{"1:1: what follows the bar"}, "a | see Annex (2)"},
		"id with spaces":    {"[cap 800k | E3: words]", []string{"1:1: what follows the bar"}, "cap 800k | E3: words"},
		"glued":             {"a\n##6. Army", []string{"2:1: this line is not read as the heading"}, "##6. Army"},
		"unreadable traits": {"## Fund {draft}", []string{"1:1: cannot read {draft}"}, "Fund {draft}"},
		"two classes":       {"## Fund {#a .b .c}", []string{"1:1: cannot read {#a .b .c}"}, "Fund {#a .b .c}"},
		"bracketed title":   {"## [New] fund", []string{"1:1: brackets in a heading"}, "[New] fund"},
		"two sixes":         {"## 6. A\n\n## 6. B", []string{"3:1: a second point is numbered 6"}, "B"},
		"clean and not":     {"## 6. A {#a .b}\n[c]", []string{"1:1: the point says that it stands for b"}, "c"},
		"too deep":          {strings.Repeat("[", 101) + "x" + strings.Repeat("]", 101), []string{"1:101: brackets nest too deep"}, "[x]"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			preamble, points, problems := draft.Parse(tt.source)
			if len(problems) != len(tt.want) {
				t.Fatalf("got %v, want %v", problems, tt.want)
			}
			for k, want := range tt.want {
				if got := problems[k].String(); !strings.HasPrefix(got, want) {
					t.Errorf("got %q, want %q", got, want)
				}
			}
			kept := fmt.Sprint(preamble)
			for _, p := range points {
				kept += p.Title + fmt.Sprint(p.Body)
				for _, f := range p.Body {
					if f.Bracket != nil {
						kept += fmt.Sprint(f.Bracket.Variants)
					}
				}
			}
			kept += plainWords(preamble)
			if !strings.Contains(kept, tt.stays) {
				t.Errorf("%q lost: %s", tt.stays, kept)
			}
		})
	}
}

// plainWords is every word of a text, variant after variant.
func plainWords(t parley.Text) string {
	var s strings.Builder
	for _, f := range t {
		s.WriteString(f.Words)
		if f.Bracket != nil {
			for _, v := range f.Bracket.Variants {
				s.WriteString(plainWords(v.Text))
			}
		}
	}
	return s.String()
}

// anyText draws text as Parse would give it: words never beside words, brackets
// never beside brackets. The words are made to be mistaken for marks.
func anyText(t *rapid.T, depth int, label string) parley.Text {
	var text parley.Text
	run := rapid.StringMatching(`([a-z]|\\|\[|\]|\||#|##|\(|\)|:| |\n|\]\(|\[x\]\(y\)|US|é){1,12}`)
	for range rapid.IntRange(0, 3).Draw(t, label+" length") {
		bracketNext := depth < 3 && rapid.Bool().Draw(t, label+" bracket")
		last := len(text) - 1
		switch {
		case bracketNext && (last < 0 || text[last].Bracket == nil):
			b := &parley.Bracket{}
			for range rapid.IntRange(1, 3).Draw(t, label+" variants") {
				b.Variants = append(b.Variants, parley.Variant{
					Alternative: rapid.SampledFrom([]string{"", "", "cap-600k", "x"}).Draw(t, "alternative"),
					Backers:     rapid.SampledFrom([][]string{nil, {"US"}, {"E3", "UA"}}).Draw(t, "backers"),
					Text:        anyText(t, depth+1, label+"."),
				})
			}
			text = append(text, parley.Fragment{Bracket: b})
		case !bracketNext && (last < 0 || text[last].Bracket != nil):
			text = append(text, parley.Fragment{Words: run.Draw(t, label+" words")})
		}
	}
	for k := 1; k+1 < len(text); k++ { // two brackets stay two only across a blank line or words
		if s := text[k].Words; text[k].Bracket == nil && strings.Trim(s, " \n") == "" && strings.Count(s, "\n") < 2 {
			text[k].Words = " and "
		}
	}
	return text
}

// anyBody is text without the blank lines around it that Parse takes off.
func anyBody(t *rapid.T, label string) parley.Text {
	text := anyText(t, 0, label)
	if n := len(text); n > 0 && text[n-1].Bracket == nil {
		text[n-1].Words = strings.TrimRight(text[n-1].Words, " \n") + "."
	}
	if len(text) > 0 && text[0].Bracket == nil {
		text[0].Words = "." + text[0].Words
	}
	return text
}

func TestParseReadsWhatFormatWrites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		preamble := anyBody(t, "preamble")
		var points []parley.Point
		for range rapid.IntRange(0, 3).Draw(t, "points") {
			p := parley.Point{
				Number: rapid.SampledFrom([]string{"", "6", "14b", "3.1"}).Draw(t, "number"),
				Title:  rapid.SampledFrom([]string{"", "Army", "A {#b}", "[X] # y", "2025 budget", "{}"}).Draw(t, "title"),
				Issue:  rapid.SampledFrom([]string{"", "army"}).Draw(t, "issue"),
				Body:   anyBody(t, "body"),
			}
			if p.Issue != "" {
				p.Alternative = rapid.SampledFrom([]string{"", "no-cap"}).Draw(t, "alternative")
			}
			points = append(points, p)
		}
		source := draft.Format(preamble, points)
		gotPreamble, gotPoints, _ := draft.Parse(source)
		if diff := cmp.Diff(preamble, gotPreamble); diff != "" {
			t.Fatalf("preamble of\n%s\n-want +got:\n%s", source, diff)
		}
		if diff := cmp.Diff(points, gotPoints); diff != "" {
			t.Fatalf("points of\n%s\n-want +got:\n%s", source, diff)
		}
	})
}

func TestFormatKeepsTwoBracketsApart(t *testing.T) {
	two := parley.Text{bracket(parley.Variant{Text: words("a")}), {Words: " "}, bracket(parley.Variant{Text: words("b")})}
	if got, want := draft.FormatText(two), "[a]\n\n[b]"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"The parties [agree | US].\n\n## 6. Army {#army}\n\n[cap-600k | US RU: a] [b | E3: c [d]]",
		`\[ \] \| \\ [a \| b | US] [x](y) [x]\(y)`, "## {#a .b}\n[", "]]][[[|||", "##\n \n##6\n   ## ", "[a|b:c|d:]",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		preamble, points, problems := draft.Parse(source)
		lines := strings.Count(strings.ReplaceAll(source, "\r\n", "\n"), "\n") + strings.Count(source, "\r") + 1
		for _, p := range problems {
			if p.Line < 1 || p.Line > lines || p.Column < 1 {
				t.Errorf("a problem lies outside the text: %v", p)
			}
		}
		written := draft.Format(preamble, points)
		again, pointsAgain, _ := draft.Parse(written)
		if diff := cmp.Diff(preamble, again); diff != "" {
			t.Errorf("preamble changed:\n%s", diff)
		}
		if diff := cmp.Diff(points, pointsAgain); diff != "" {
			t.Errorf("points changed:\n%s", diff)
		}
		if got, want := letters(written), letters(source); got != want {
			t.Errorf("letters lost: have %q, had %q", got, want)
		}
		if twice := draft.Format(again, pointsAgain); twice != written {
			t.Errorf("not settled after one writing: %q, then %q", written, twice)
		}
	})
}

// letters are the letters and digits of a text, sorted: reading and writing
// may move a few, and must lose none.
func letters(s string) string {
	kept := []rune(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s))
	slices.Sort(kept)
	return string(kept)
}

func ExampleParse() {
	_, points, _ := draft.Parse("## 6. Size of the armed forces {#army}\n\nThe army is [cap-600k | US RU: limited to 600,000] [cap-800k | E3: limited to 800,000].\n")
	for _, v := range points[0].Body[1].Bracket.Variants {
		fmt.Println(v.Alternative, v.Backers, v.Text[0].Words)
	}
	// Output:
	// cap-600k [US RU] limited to 600,000
	// cap-800k [E3] limited to 800,000
}
