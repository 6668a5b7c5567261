package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraphs finds the paragraphs of a text as pairs of byte offsets. Blank
// lines part paragraphs. In a text without them each line is a paragraph,
// unless the lines are wrapped. Within a block that blank lines part, a line
// that names a speaker (`Q: …`, `MS HOLT: …`) or follows a short finished line
// starts a paragraph of its own.
func paragraphs(src string) [][2]int {
	type line struct{ from, to int }
	var blocks [][]line
	var block []line
	lines, widest := 0, 0
	for from := 0; from <= len(src); {
		to := len(src)
		if n := strings.IndexAny(src[from:], "\n\u2028\u2029\r"); n >= 0 {
			to = from + n
		}
		if strings.TrimSpace(src[from:to]) == "" {
			if block != nil {
				blocks = append(blocks, block)
				block = nil
			}
		} else {
			block = append(block, line{from, to})
			lines++
			widest = max(widest, to-from)
		}
		if to == len(src) {
			break
		}
		_, n := utf8.DecodeRuneInString(src[to:])
		if strings.HasPrefix(src[to:], "\r\n") {
			n = 2
		}
		from = to + n
	}
	if block != nil {
		blocks = append(blocks, block)
	}
	wrapped := widest <= 132
	var out [][2]int
	for _, b := range blocks {
		start := b[0].from
		for i := 1; i < len(b); i++ {
			prev, this := src[b[i-1].from:b[i-1].to], src[b[i].from:b[i].to]
			if !wrapped || labelled(this) || finished(prev) && len(prev) < widest*2/3 {
				out = append(out, [2]int{start, b[i-1].to})
				start = b[i].from
			}
		}
		out = append(out, [2]int{start, b[len(b)-1].to})
	}
	return out
}

// finished tells whether a line ends as a sentence does.
func finished(s string) bool {
	s = strings.TrimRight(s, " \t\"”’'»)")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, ":")
}

// labelled tells whether a line starts with a speaker's label.
func labelled(s string) bool {
	s = strings.TrimLeft(s, " \t*-–—•")
	i := strings.IndexByte(s, ':')
	if i <= 0 || i > 40 {
		return false
	}
	head := s[:i]
	letters, words := 0, strings.Fields(head)
	for _, r := range head {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters == 0 || len(words) > 5 {
		return false
	}
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(strings.Trim(w, "(\"“*")); unicode.IsLower(r) && w != "of" && w != "the" && w != "de" && w != "al" {
			return false
		}
	}
	return true
}

// sentences cuts the last paragraph, whose tokens start at first.
func (t *Text) sentences(first int) {
	toks := t.Tokens
	start := first
	prelude := t.prelude(first)
	for i := first; i < len(toks); i++ {
		if i+1 < len(toks) && i != prelude && (i < prelude || !t.ends(i)) && i-start < 300 {
			continue
		}
		for j := start; j <= i; j++ {
			toks[j].Sent = len(t.Sentences)
		}
		t.Sentences = append(t.Sentences, Range{start, i + 1})
		start = i + 1
	}
}

// prelude finds the last token of what stands before a paragraph's first
// sentence: a `date 2031-04-02` line, a dateline with its dash (TRELL, April 2 —).
// It is before first where there is none.
func (t *Text) prelude(first int) int {
	last := first - 1
	i := first
	if i+1 < len(t.Tokens) && strings.EqualFold(t.Src[t.Tokens[i].Start:t.Tokens[i].End], "date") && t.Tokens[i+1].Kind == Number {
		last, i = i+1, i+2
	}
	words := 0
	for from := i; i < len(t.Tokens) && i < from+16; i++ {
		k := &t.Tokens[i]
		mark := t.Src[k.Start:k.End]
		switch {
		case (mark == "—" || mark == "–" || mark == "--" || mark == "-") && words > 0 && spaced(t.Src, k):
			if t.Tokens[from].AllCaps || words < 7 && t.Tokens[i-1].Kind != Word || t.Tokens[i-1].Norm == ")" {
				return i
			}
			return last
		case k.Kind == Word && (k.Cap || k.Norm == "of" || k.Norm == "de"):
			words++
		case k.Kind == Number || mark == "," || mark == "(" || mark == ")" || mark == "/" || mark == ".":
		default:
			return last
		}
	}
	return last
}

// spaced tells whether white space stands before a mark and after it.
func spaced(src string, k *Token) bool {
	return k.Start > 0 && k.End < len(src) && (src[k.Start-1] == ' ' || src[k.Start-1] == ')') && (src[k.End] == ' ' || src[k.End] == '\n')
}

// ends tells whether a sentence ends with token i.
func (t *Text) ends(i int) bool {
	toks := t.Tokens
	tok, next := &toks[i], &toks[i+1]
	if tok.Kind == Link && next.Kind != Link {
		return next.Kind == Word && next.Cap
	}
	// Step back over closing marks to the stop itself.
	j := i
	for j > 0 && (toks[j].Close || t.Src[toks[j].Start:toks[j].End] == ")" || t.Src[toks[j].Start:toks[j].End] == "]") && toks[j-1].Para == tok.Para {
		j--
	}
	stop := &toks[j]
	last := t.Src[stop.End-1]
	ellipsis := strings.HasSuffix(t.Src[stop.Start:stop.End], "…")
	if !(last == '.' || last == '!' || last == '?' || ellipsis) || stop.Kind == Link {
		return false
	}
	if next.Close || next.Kind == Punct && strings.Contains(")],;:.!?…", t.Src[next.Start:next.End]) {
		return false
	}
	starts := next
	if next.Open && i+2 < len(toks) {
		starts = &toks[i+2]
	}
	upper := starts.Cap || starts.Kind != Word && starts.Kind != Punct || next.Kind == Punct && !next.Open
	if starts.Kind == Word && !starts.Cap {
		return next.Open && !tok.Close && stop.Kind == Punct && last != '.' // a quote may start low
	}
	if stop.Kind == Word { // an abbreviation
		final := stop.Norm == "p.m" || stop.Norm == "a.m" || stop.Norm == "inc" || stop.Norm == "jr"
		return upper && final && (next.Kind == Word || next.Open) && !stop.Is(Title|Honorific|Country) && stop.Class&Abbrev != 0 || stop.Is(Country) && next.Is(Det|Pron|Poss|Prep) && next.Kind == Word && len(stop.Norm) > 2 ||
			next.Open && stop.Is(Country)
	}
	if tok.Close && last != '.' && t.tagFollows(i+1) {
		return false
	}
	if tok.Close && tok.Quote >= 0 && ellipsis && t.tagFollows(i+1) {
		return false
	}
	return upper
}

// tagFollows tells whether token i starts a short `Holt asked` after a quote.
func (t *Text) tagFollows(i int) bool {
	for j := i; j < len(t.Tokens) && j < i+7; j++ {
		tok := &t.Tokens[j]
		switch {
		case tok.Kind == Quote || tok.Kind == Punct:
			return false
		case tok.Is(Speech) && !tok.Cap && (tok.Form == past || tok.Form == third):
			return true
		}
	}
	return false
}
