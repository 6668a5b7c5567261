package draft

import (
	"regexp"
	"slices"
	"strings"

	"github.com/parley-desk/parley"
)

// deepest is how far brackets may nest. No negotiator goes beyond four; the
// limit keeps a hostile text from exhausting the stack.
const deepest = 100

const idForm = `[\pL\pN][\pL\pN_.\-]*`

var (
	// linkForm has neither backslash nor bracket inside, so that a link is read
	// and written without escapes.
	linkForm = regexp.MustCompile(`^\[[^\[\]\\\n]*\]\((?:[^()\s\\\[\]]|\([^()\s\\\[\]]*\))*(?:[ \t]+"[^"\n\\\[\]]*")?\)`)
	// backedForm is what follows the bar in "[cap-800k | E3 UA: words]".
	backedForm = regexp.MustCompile(`^\s*((?:` + idForm + `(?:\s*,\s*|\s+))*(?:` + idForm + `)?)\s*:`)
	wholeID    = regexp.MustCompile(`^` + idForm + `$`)
)

// fault is a problem at an offset into the text scanned.
type fault struct {
	offset        int
	message, hint string
}

// parseText reads words and brackets. Marks that match nothing stay as words.
func parseText(s string) (parley.Text, []fault) {
	tokens, faults := pair(scan(s))
	b := builder{tokens: tokens, faults: faults}
	segments := b.segments()
	return join(segments), b.faults
}

// token is a run of words, or one of the marks '[', ']' and '|'.
type token struct {
	mark   byte // 0 for words
	words  string
	offset int
}

// scan cuts the text into tokens. Backslashes count only before a mark: two
// make one, and an odd one turns the mark into words.
func scan(s string) []token {
	var tokens []token
	depth := 0
	for k := 0; k < len(s); {
		run := len(s[k:]) - len(strings.TrimLeft(s[k:], `\`))
		at := k + run
		afterBracket := len(tokens) > 0 && tokens[len(tokens)-1].mark == ']'
		switch {
		case at == len(s) || !isMark(s[at:], s[:k], depth > 0, afterBracket):
			at = k + max(run, 1)
			for at < len(s) && strings.IndexByte(marks, s[at]) < 0 {
				at++
			}
			tokens = append(tokens, token{words: s[k:at], offset: k})
		case run%2 == 1 || s[at] == '#' || s[at] == '(':
			at++
			tokens = append(tokens, token{words: strings.Repeat(`\`, run/2) + s[at-1:at], offset: k})
		default:
			if run > 0 {
				tokens = append(tokens, token{words: strings.Repeat(`\`, run/2), offset: k})
			}
			if n := len(linkForm.FindString(s[at:])); n > 0 {
				tokens = append(tokens, token{words: s[at : at+n], offset: at})
				at += n
				break
			}
			tokens = append(tokens, token{mark: s[at], offset: at})
			switch s[at] {
			case '[':
				depth++
			case ']':
				depth = max(depth-1, 0)
			}
			at++
		}
		k = at
	}
	return tokens
}

// marks are the bytes with which something begins that scan looks at.
const marks = `\[]|#(`

// isMark reports whether rest begins with something that backslashes before it
// speak to: a bracket, a bar within brackets, what would be a heading at the
// start of a line, and a parenthesis that would make a link of the bracket just
// closed.
func isMark(rest, before string, inBracket, afterBracket bool) bool {
	switch rest[0] {
	case '[', ']':
		return true
	case '|':
		return inBracket
	case '#':
		return startsHeading(rest) && startsLine(before)
	case '(':
		return afterBracket
	}
	return false
}

func startsHeading(s string) bool {
	after, ok := strings.CutPrefix(s, "##")
	return ok && (after == "" || strings.IndexByte(blanks, after[0]) >= 0)
}

// startsLine reports whether what comes next would stand at the start of a
// line, where Markdown allows up to three spaces.
func startsLine(before string) bool {
	for range 3 {
		before = strings.TrimSuffix(before, " ")
	}
	return before == "" || strings.HasSuffix(before, "\n")
}

// pair turns every mark that belongs to no bracket into words, and joins words
// that stand together. What is left is balanced.
func pair(tokens []token) ([]token, []fault) {
	var faults []fault
	partner := make([]int, len(tokens)) // of a matched '[' or ']', one more than the other's index
	var open []int
	for k, t := range tokens {
		switch {
		case t.mark == '[':
			open = append(open, k)
		case t.mark == ']' && len(open) == 0:
			faults = append(faults, fault{t.offset, "this ] closes no bracket", `write \] where it is mere words`})
		case t.mark == ']':
			last := open[len(open)-1]
			open = open[:len(open)-1]
			partner[last], partner[k] = k+1, last+1
		}
	}
	for _, k := range open {
		faults = append(faults, fault{tokens[k].offset, "this [ is never closed", `close it with ], or write \[ where it is mere words`})
	}
	var kept []token
	depth := 0
	for k, t := range tokens {
		switch {
		case t.mark == '[' && partner[k] > 0:
			if depth == deepest {
				faults = append(faults, fault{t.offset, "brackets nest too deep here", "take the inner brackets out"})
				partner[partner[k]-1] = 0
				t = token{words: "[", offset: t.offset}
			} else {
				depth++
			}
		case t.mark == ']' && partner[k] > 0:
			depth--
		case t.mark == '|' && depth > 0:
		case t.mark != 0:
			t = token{words: string(t.mark), offset: t.offset}
		}
		kept = append(kept, t)
	}
	slices.SortStableFunc(faults, func(a, b fault) int { return a.offset - b.offset })
	return mergeWords(kept), faults
}

func mergeWords(tokens []token) []token {
	var merged []token
	for k := 0; k < len(tokens); {
		t := tokens[k]
		k++
		if t.mark == 0 {
			var words strings.Builder
			words.WriteString(t.words)
			for k < len(tokens) && tokens[k].mark == 0 {
				words.WriteString(tokens[k].words)
				k++
			}
			t.words = words.String()
		}
		merged = append(merged, t)
	}
	return merged
}

// builder turns balanced tokens into text.
type builder struct {
	tokens []token
	at     int
	faults []fault
}

// segments reads up to the bracket's end, or the text's; bars at this level cut
// what is read into segments.
func (b *builder) segments() []parley.Text {
	segments := []parley.Text{nil}
	last := &segments[0]
	for ; b.at < len(b.tokens); b.at++ {
		switch t := b.tokens[b.at]; t.mark {
		case '[':
			*last = append(*last, parley.Fragment{Bracket: b.bracket()})
		case ']':
			return segments
		case '|':
			segments = append(segments, nil)
			last = &segments[len(segments)-1]
		default:
			*last = append(*last, parley.Fragment{Words: t.words})
		}
	}
	return segments
}

// bracket reads a bracket's variants: all that stand side by side. It stops on
// the last token that belongs to them.
func (b *builder) bracket() *parley.Bracket {
	bracket := &parley.Bracket{}
	for {
		offset := b.tokens[b.at].offset
		b.at++
		bracket.Variants = append(bracket.Variants, b.variant(b.segments(), offset))
		next := b.at + 1
		if next < len(b.tokens) && sameLines(b.tokens[next]) {
			next++
		}
		if next >= len(b.tokens) || b.tokens[next].mark != '[' {
			return bracket
		}
		b.at = next
	}
}

// sameLines reports whether a token is white space without a blank line.
func sameLines(t token) bool {
	return t.mark == 0 && strings.Trim(t.words, blanks) == "" && strings.Count(t.words, "\n") < 2
}

// variant tells the three forms of a bracket apart.
func (b *builder) variant(segments []parley.Text, offset int) parley.Variant {
	if len(segments) == 1 {
		return parley.Variant{Text: segments[0]}
	}
	if id, ok := plain(segments[0]); ok && (id == "" || wholeID.MatchString(id)) && len(segments[1]) > 0 {
		words := segments[1][0].Words
		if m := backedForm.FindStringSubmatch(words); m != nil {
			rest := slices.Clone(segments[1:])
			rest[0] = append(trimFirst(words[len(m[0]):]), segments[1][1:]...)
			return parley.Variant{Alternative: id, Backers: ids(m[1]), Text: join(rest)}
		}
	}
	last := len(segments) - 1
	if list, ok := plain(segments[last]); ok {
		backers := ids(list)
		if !slices.ContainsFunc(backers, func(id string) bool { return !wholeID.MatchString(id) }) {
			return parley.Variant{Backers: backers, Text: trimLast(join(segments[:last]))}
		}
	}
	b.faults = append(b.faults, fault{
		offset, "what follows the bar in this bracket is no list of parties",
		`write [words | US, RU] or [alternative | US RU: words], and \| for a bar that is mere words`,
	})
	return parley.Variant{Text: join(segments)}
}

// ids cuts a list of party ids at spaces and commas.
func ids(list string) []string {
	fields := strings.FieldsFunc(list, func(r rune) bool { return r == ',' || strings.ContainsRune(blanks, r) })
	if len(fields) == 0 {
		return nil
	}
	return fields
}

// plain is text that has words only, without the space around them.
func plain(t parley.Text) (string, bool) {
	switch {
	case len(t) == 0:
		return "", true
	case len(t) == 1 && t[0].Bracket == nil:
		return strings.Trim(t[0].Words, blanks), true
	}
	return "", false
}

// trimFirst takes off the one space that follows the colon.
func trimFirst(words string) parley.Text {
	if words != "" && strings.ContainsRune(blanks, rune(words[0])) {
		words = words[1:]
	}
	if words == "" {
		return nil
	}
	return parley.Text{{Words: words}}
}

// trimLast takes off the one space that precedes the bar.
func trimLast(t parley.Text) parley.Text {
	last := len(t) - 1
	if last < 0 || t[last].Bracket != nil {
		return t
	}
	words := t[last].Words
	if words != "" && strings.ContainsRune(blanks, rune(words[len(words)-1])) {
		words = words[:len(words)-1]
	}
	if words == "" {
		t = t[:last]
	} else {
		t[last].Words = words
	}
	if len(t) == 0 {
		return nil
	}
	return t
}

// join puts segments together again, with the bars between them as words.
func join(segments []parley.Text) parley.Text {
	all := segments[0]
	for _, s := range segments[1:] {
		all = append(append(all, parley.Fragment{Words: "|"}), s...)
	}
	return tidy(all)
}

// tidy joins words that stand together and drops what holds nothing.
func tidy(t parley.Text) parley.Text {
	var kept parley.Text
	var words strings.Builder
	flush := func() {
		if words.Len() > 0 {
			kept = append(kept, parley.Fragment{Words: words.String()})
			words.Reset()
		}
	}
	for _, f := range t {
		switch {
		case f.Bracket == nil:
			words.WriteString(f.Words)
		case len(f.Bracket.Variants) > 0:
			flush()
			kept = append(kept, f)
		}
	}
	flush()
	return kept
}
