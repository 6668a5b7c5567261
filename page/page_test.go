package page_test

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parley-desk/parley/page"
	"github.com/rivo/uniseg"
	"golang.org/x/net/html"
	"pgregory.net/rapid"
)

func Example() {
	p := &page.Page{Title: "Fishing in the strait"}
	p.Section("quota", "Quota")
	said := p.Cite(page.Note{Key: "tide 1", Words: page.Words("Ana Dure: low or nothing"), Link: "https://example.org/tide"})
	p.Add(page.Table{
		Head: []page.Line{page.Words("alternative"), page.Words("Meridia"), page.Words("Solance")},
		Rows: [][]page.Line{
			{page.Words("low"), {{Words: "demands", Tone: page.Veto}, said}, page.In(page.Faint, "unknown")},
			{page.Words("high"), page.In(page.Veto, "refuses"), page.In(page.Keen, "prefers")},
		},
	})
	_ = p.Text(os.Stdout, page.TextOptions{Width: 60})
	// Output:
	// Fishing in the strait
	// ═════════════════════
	//
	// QUOTA
	// ─────
	// alternative  Meridia     Solance
	// low          demands[1]  unknown
	// high         refuses     prefers
	//
	// EVIDENCE
	// ────────
	//  [1] Ana Dure: low or nothing https://example.org/tide
}

func ExamplePage_Markdown() {
	p := &page.Page{}
	p.Add(page.Paragraph{Words: page.Line{{Words: "At most "}, {Words: "600,000", Tone: page.Struck}, {Words: "800,000", Tone: page.Added}}})
	_ = p.Markdown(os.Stdout)
	// Output:
	// At most ~~600,000~~**800,000**
}

// text renders blocks for a terminal.
func text(t interface {
	Helper()
	Fatal(...any)
}, o page.TextOptions, blocks ...page.Block,
) string {
	t.Helper()
	p := &page.Page{Blocks: blocks}
	var b bytes.Buffer
	if err := p.Text(&b, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestText(t *testing.T) {
	row := func(cells ...string) (all []page.Line) {
		for _, c := range cells {
			all = append(all, page.Words(c))
		}
		return all
	}
	tests := map[string]struct {
		width int
		block page.Block
		want  string
	}{
		"words wrap at spaces":        {9, page.Paragraph{Words: page.Words("one two three")}, "one two\nthree\n"},
		"a long word stands alone":    {5, page.Paragraph{Words: page.Words("a incomprehensible b")}, "a\nincomprehensible\nb\n"},
		"wide letters count double":   {6, page.Paragraph{Words: page.Words("停战 协议")}, "停战\n协议\n"},
		"a citation stays with words": {9, page.Paragraph{Words: page.Line{{Words: "said so"}, {Note: 12}}}, "said\nso[12]\n"},
		"no-break spaces hold":        {9, page.Paragraph{Words: page.Words("RU: ✗\u00a0refuses")}, "RU:\n✗ refuses\n"},
		"lines end at no space":       {80, page.Paragraph{Words: page.Words("one \n two\t three ")}, "one two three\n"},
		"items hang":                  {9, page.List{Items: []page.Line{page.Words("one two three")}}, "• one two\n  three\n"},
		"struck and added":            {40, page.Paragraph{Words: page.Line{{Words: "at "}, {Words: "600 ", Tone: page.Struck}, {Words: "800 men", Tone: page.Added}}}, "at [-600-] {+800 men+}\n"},
		"links say where they lead":   {80, page.Paragraph{Words: page.Line{{Words: "see"}, {Words: " here", Link: "https://example.org"}}}, "see here (https://example.org)\n"},
		"a table in columns": {
			40,
			page.Table{Head: row("a", "b"), Rows: [][]page.Line{row("first", "one"), row("second", "two")}},
			"a       b\nfirst   one\nsecond  two\n",
		},
		"the widest column gives way": {
			20,
			page.Table{Head: row("a", "b"), Rows: [][]page.Line{row("first", "one two three four")}},
			"a      b\nfirst  one two three\n       four\n",
		},
		"a table too narrow to read is stacked": {
			24,
			page.Table{Head: row("alternative", "UA", "RU"), Rows: [][]page.Line{row("the line of contact as it stands", "prefers", "refuses")}},
			"the line of contact as\n  it stands\n    UA: prefers;\n    RU: refuses\n",
		},
		"an empty table is nothing": {40, page.Table{}, ""},
		"a drawing as it is":        {5, page.Drawing{Lines: []string{"●─╮ wider than the page"}}, "●─╮ wider than the page\n"},
		"a figure in words":         {40, page.Figure{Title: "Frontier", SVG: "<svg/>", Words: []page.Block{page.Paragraph{Words: page.Words("Three points.")}}}, "Frontier\nThree points.\n"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, text(t, page.TextOptions{Width: tt.width}, tt.block)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// Colour adds nothing and takes nothing away.
func TestColourOnlyRepeats(t *testing.T) {
	codes := regexp.MustCompile("\x1b\\[[0-9;]*m")
	rapid.Check(t, func(t *rapid.T) {
		l := anyLine(t)
		table := page.Table{Head: []page.Line{page.Words("a"), page.Words("b")}, Rows: [][]page.Line{{l, l}}}
		plain := text(t, page.TextOptions{Width: 40}, page.Paragraph{Words: l}, table)
		color := text(t, page.TextOptions{Width: 40, Color: true}, page.Paragraph{Words: l}, table)
		if codes.ReplaceAllString(color, "") != plain {
			t.Fatalf("with colour:\n%q\nwithout:\n%q", color, plain)
		}
	})
}

// No row is wider than the page, unless a single word is; and no word is lost.
func TestWrapLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l, width := anyLine(t), rapid.IntRange(1, 60).Draw(t, "width")
		got := text(t, page.TextOptions{Width: width}, page.Paragraph{Words: l})
		for row := range strings.Lines(got) {
			row = strings.TrimSuffix(row, "\n")
			if n := uniseg.StringWidth(row); n > width && strings.Contains(row, " ") {
				t.Fatalf("%d columns of %d: %q", n, width, row)
			}
		}
		whole := text(t, page.TextOptions{Width: 10_000}, page.Paragraph{Words: l})
		if a, b := strings.Fields(got), strings.Fields(whole); !cmp.Equal(a, b) {
			t.Fatalf("narrow %q, wide %q", a, b)
		}
	})
}

func anyLine(t *rapid.T) page.Line {
	var l page.Line
	for range rapid.IntRange(0, 6).Draw(t, "spans") {
		l = append(l, page.Span{
			Words: rapid.StringOf(rapid.SampledFrom([]rune("ab é✗停 \n\t"))).Draw(t, "words"),
			Tone:  page.Tone(rapid.IntRange(0, int(page.Added)).Draw(t, "tone")),
			Note:  rapid.SampledFrom([]int{0, 0, 0, 7}).Draw(t, "note"),
		})
	}
	return l
}

func TestCiteFilesANoteOnce(t *testing.T) {
	p := &page.Page{}
	first, second := p.Cite(page.Note{Key: "a"}), p.Cite(page.Note{Key: "b"})
	again := p.Cite(page.Note{Key: "a"})
	if first.Note != 1 || second.Note != 2 || again.Note != 1 || len(p.Notes) != 2 {
		t.Errorf("got %d, %d, %d with %d notes; want 1, 2, 1 with 2", first.Note, second.Note, again.Note, len(p.Notes))
	}
}

// hostile puts the same words everywhere that a case's data can come.
func hostile(words, link string) *page.Page {
	p := &page.Page{Title: words}
	l := page.Line{{Words: words}, {Words: words, Tone: page.Veto}, {Words: words, Link: link}, {Words: words, Tone: page.Struck}, p.Cite(page.Note{Key: "k", Words: page.Words(words), Link: link})}
	p.Add(
		page.Heading{Level: 1, ID: words, Words: l}, page.Paragraph{Words: l}, page.List{Items: []page.Line{l}},
		page.Table{Caption: words, Head: []page.Line{l, l}, Rows: [][]page.Line{{l, l}}},
		page.Drawing{Lines: []string{words}, Alt: words}, page.Figure{Title: words},
	)
	return p
}

// Whatever a case holds, a browser runs nothing of it and fetches nothing.
func TestHTMLIsInert(t *testing.T) {
	words := []string{`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`, "</style><script>", "</pre><iframe src=//example.org>"}
	links := []string{"javascript:alert(1)", "data:text/html,<script>", "https://example.org/\" onclick=\"alert(1)", " https://example.org", "https://example.org/a"}
	for _, w := range words {
		for _, link := range links {
			var b bytes.Buffer
			if err := hostile(w, link).HTML(&b); err != nil {
				t.Fatal(err)
			}
			for z := html.NewTokenizer(&b); z.Next() != html.ErrorToken; {
				token := z.Token()
				switch token.Data {
				case "script", "img", "iframe", "object", "embed", "form":
					if token.Type != html.TextToken {
						t.Errorf("%q and %q make an element <%s>", w, link, token.Data)
					}
				}
				for _, a := range token.Attr {
					if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "href" && !strings.HasPrefix(a.Val, "#") && a.Val != "https://example.org/a" {
						t.Errorf("%q and %q make an attribute %s=%q", w, link, a.Key, a.Val)
					}
				}
			}
		}
	}
}

// Nor can it steer a terminal, or leave the line that it stands on.
func TestControlCharactersStayOut(t *testing.T) {
	p := hostile("a\x1b[2J\x07\u202eb\rc\nd", "https://example.org/\x1b[2J")
	var b bytes.Buffer
	for name, write := range map[string]func() error{
		"text":     func() error { return p.Text(&b, page.TextOptions{Width: 200, Color: false}) },
		"markdown": func() error { return p.Markdown(&b) },
		"html":     func() error { return p.HTML(&b) },
	} {
		b.Reset()
		if err := write(); err != nil {
			t.Fatal(err)
		}
		if strings.ContainsAny(b.String(), "\x1b\x07\u202e\r") || strings.Contains(b.String(), "c\nd") {
			t.Errorf("%s: %q", name, b.String())
		}
	}
}

func TestMarkdownEscapes(t *testing.T) {
	p := &page.Page{Title: "a *b* <c>"}
	p.Add(
		page.Paragraph{Words: page.Line{{Words: "[x](javascript:1) & | `y` "}, {Words: " bold ", Tone: page.Strong}, {Words: "out", Link: "javascript:1"}}},
		page.Table{Head: []page.Line{page.Words("a|b")}, Rows: [][]page.Line{{page.Words("c\nd")}}},
	)
	var b bytes.Buffer
	if err := p.Markdown(&b); err != nil {
		t.Fatal(err)
	}
	want := "# a \\*b\\* \\<c>\n\n\\[x\\](javascript:1) \\& \\| \\`y\\`  **bold** out\n\n| a\\|b |\n| --- |\n| c d |\n"
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// A page reads without a mouse and without eyes: headings in order, a language,
// a way past the contents, heads of columns and rows marked as such.
func TestHTMLIsAccessible(t *testing.T) {
	var b bytes.Buffer
	p := hostile("words", "https://example.org/a")
	if err := p.HTML(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`<html lang="en">`, `href="#main"`, `<main id="main">`, `<nav aria-label="Contents">`, `scope="col"`, `scope="row"`, `tabindex="0"`, `aria-label="evidence 1"`, `id="note-1"`, `<pre role="img" aria-label="words">`, `<del>words</del>`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%s is not in the page", want)
		}
	}
}
