package draft

import (
	"strings"

	"github.com/parley-desk/parley"
)

// Format writes the body of a draft in its canonical form: Parse(Format(x)) is
// x. Words are written as they are; only what would be read as something else
// is escaped. Two brackets that stand side by side and are yet two are kept
// apart by a blank line, since side by side they would be one.
func Format(preamble parley.Text, points []parley.Point) string {
	var blocks []string
	if s := FormatText(preamble); s != "" {
		blocks = append(blocks, s)
	}
	for _, p := range points {
		blocks = append(blocks, FormatHeading(p))
		if s := FormatText(p.Body); s != "" {
			blocks = append(blocks, s)
		}
	}
	if len(blocks) == 0 {
		return ""
	}
	return strings.Join(blocks, "\n\n") + "\n"
}

// FormatHeading writes the heading that starts a point.
func FormatHeading(p parley.Point) string {
	parts := []string{"##"}
	if p.Number != "" {
		parts = append(parts, p.Number+".")
	}
	title := strings.TrimSpace(strings.ReplaceAll(p.Title, "\n", " "))
	if title != "" {
		parts = append(parts, title)
	}
	var named []string
	if p.Issue != "" {
		named = append(named, "#"+p.Issue)
	}
	if p.Alternative != "" {
		named = append(named, "."+p.Alternative)
	}
	if len(named) > 0 || endsInTraits(title) {
		parts = append(parts, "{"+strings.Join(named, " ")+"}")
	}
	return strings.Join(parts, " ")
}

// endsInTraits reports whether the end of a title would be read as traits, were
// there none behind it.
func endsInTraits(title string) bool {
	m := traitsForm.FindStringSubmatch(title)
	if m == nil {
		return false
	}
	_, _, ok := traits(m[1])
	return ok
}

// FormatText writes words and brackets as they stand in a draft's body.
func FormatText(t parley.Text) string {
	var w writer
	w.text(t, 0, "")
	return w.String()
}

// writer writes text and knows where in the line it is.
type writer struct{ strings.Builder }

// text writes fragments; next is what will follow them.
func (w *writer) text(t parley.Text, depth int, next string) {
	t = tidy(t)
	for k, f := range t {
		if f.Bracket != nil {
			w.bracket(f.Bracket, depth)
			if k+1 < len(t) && t[k+1].Bracket != nil {
				w.WriteString("\n\n")
			}
			continue
		}
		words, follows := f.Words, next
		if k+1 < len(t) {
			follows = "["
		}
		if k > 0 {
			if follows == "[" && sameLines(token{words: words}) {
				words = "\n\n"
			}
			words = w.afterBracket(words)
		}
		w.words(words, depth, follows)
	}
}

// afterBracket writes the start of words that follow a bracket so that the two
// are not read as a link: [not]\(yet).
func (w *writer) afterBracket(words string) string {
	bare := strings.TrimLeft(words, `\`)
	run := len(words) - len(bare)
	if !strings.HasPrefix(bare, "(") {
		return words
	}
	w.WriteString(strings.Repeat(`\`, 2*run))
	if run == 0 {
		written := w.String()
		start := strings.LastIndexByte(written, '[')
		if linkForm.MatchString(written[start:] + bare) {
			w.WriteByte('\\')
		}
	}
	w.WriteByte('(')
	return bare[1:]
}

// words escapes what would be read as a mark.
func (w *writer) words(words string, depth int, next string) {
	rest := words + next
	for k := 0; k < len(words); {
		run := len(words[k:]) - len(strings.TrimLeft(words[k:], `\`))
		at := k + run
		if at == len(rest) || !isMark(rest[at:], w.String(), depth > 0, false) {
			w.WriteString(words[k : k+max(run, 1)])
			k += max(run, 1)
			continue
		}
		w.WriteString(strings.Repeat(`\`, 2*run))
		if at == len(words) {
			return
		}
		if n := len(linkForm.FindString(words[at:])); n > 0 {
			w.WriteString(words[at : at+n])
			k = at + n
			continue
		}
		if words[at] != '#' || run == 0 {
			w.WriteByte('\\')
		}
		w.WriteByte(words[at])
		k = at + 1
	}
}

// bracket writes the variants side by side, or one a line where they are long
// or name alternatives.
func (w *writer) bracket(b *parley.Bracket, depth int) {
	between := " "
	for _, v := range b.Variants {
		if v.Alternative != "" || size(v.Text) > 40 {
			between = "\n"
		}
	}
	for k, v := range b.Variants {
		if k > 0 {
			w.WriteString(between)
		}
		w.variant(v, depth+1)
	}
}

// size is how many bytes of words a text holds.
func size(t parley.Text) int {
	n := 0
	for _, f := range t {
		n += len(f.Words)
		if f.Bracket != nil {
			for _, v := range f.Bracket.Variants {
				n += size(v.Text)
			}
		}
	}
	return n
}

func (w *writer) variant(v parley.Variant, depth int) {
	w.WriteByte('[')
	switch {
	case v.Alternative != "":
		w.WriteString(v.Alternative + " | " + strings.Join(v.Backers, " ") + ": ")
		w.text(v.Text, depth, "]")
	case len(v.Backers) > 0:
		w.text(v.Text, depth, " |")
		w.WriteString(" | " + strings.Join(v.Backers, ", "))
	default:
		w.text(v.Text, depth, "]")
	}
	w.WriteByte(']')
}
