package record

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parley-desk/parley"
)

// surroundings is how many bytes of the text a selector keeps on either side.
const surroundings = 40

// Select makes a selector for a span: the words themselves, some of the text
// around them and the place, as W3C Web Annotation has it.
func Select(text string, s Span) parley.Selector {
	from, to := max(0, s.Start-surroundings), min(len(text), s.End+surroundings)
	for from < s.Start && !utf8.RuneStart(text[from]) {
		from++
	}
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to++
	}
	return parley.Selector{Exact: text[s.Start:s.End], Prefix: text[from:s.Start], Suffix: text[s.End:to], Start: s.Start, End: s.End}
}

// telling is how long words must be to be known again in strange surroundings:
// "said" stands everywhere, a sentence stands in one place.
const telling = 24

// Anchor finds what a selector marks in a text that may have been cleaned up
// since: lines wrapped anew, quotation marks straightened, boilerplate cut. It
// looks, in this order, at the place itself; for the same words elsewhere; for
// the same words with white space, quotation marks and dashes made alike; and
// for whatever stands between the words that stood around. Where several
// places fit, the one with the likest surroundings wins, then the nearest. ok
// is false where nothing fits.
func Anchor(text string, sel parley.Selector) (start, end int, ok bool) {
	if sel.Exact == "" {
		return 0, 0, false
	}
	if s, e := sel.Start, sel.End; s >= 0 && e <= len(text) && s < e && text[s:e] == sel.Exact &&
		strings.HasSuffix(text[:s], sel.Prefix) && strings.HasPrefix(text[e:], sel.Suffix) {
		return s, e, true
	}
	plain := level(text)
	exact := level(sel.Exact)
	prefix, suffix := level(sel.Prefix).text, level(sel.Suffix).text
	near := plain.index(min(max(sel.Start, 0), len(text)))
	s, e, fit := plain.find(exact.text, prefix, suffix, near)
	strange := 4*fit < len(prefix)+len(suffix)
	if fit < 0 || strange { // not there, or not where it was: were the words themselves mended?
		if s, e, ok := plain.between(prefix, suffix, len(exact.text), near); ok {
			return s, e, true
		}
	}
	if fit < 0 || strange && len(exact.text) < telling {
		return 0, 0, false
	}
	return plain.span(s, e)
}

// levelled is a text with its accidents removed and where each byte came from.
type levelled struct {
	text string
	from []int // for each byte of text: the byte it stands for
	end  int   // length of the original
}

// level makes white space single, quotation marks and dashes one kind each, and
// drops soft hyphens and zero-width characters.
func level(s string) *levelled {
	l := &levelled{from: make([]int, 0, len(s)), end: len(s)}
	var b strings.Builder
	space := true
	put := func(t string, at int) {
		b.WriteString(t)
		for range len(t) {
			l.from = append(l.from, at)
		}
	}
	for i, r := range s {
		switch {
		case r == '\u00ad' || r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\u2060' || r == '\ufeff':
		case unicode.IsSpace(r):
			if !space {
				put(" ", i)
			}
			space = true
			continue
		case strings.ContainsRune("“”„‟«»\"", r):
			put(`"`, i)
		case strings.ContainsRune("‘’‚‛'`", r):
			put("'", i)
		case strings.ContainsRune("‐‑‒–—―-", r):
			put("-", i)
		case r == '…':
			put("...", i)
		default:
			_, n := utf8.DecodeRuneInString(s[i:])
			put(s[i:i+n], i)
		}
		space = false
	}
	l.text = b.String()
	for strings.HasSuffix(l.text, " ") {
		l.text = l.text[:len(l.text)-1]
		l.from = l.from[:len(l.from)-1]
	}
	return l
}

// index is the first byte of the levelled text that stands for byte at or later.
func (l *levelled) index(at int) int {
	lo, hi := 0, len(l.from)
	for lo < hi {
		if m := (lo + hi) / 2; l.from[m] < at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// span turns a range of the levelled text into one of the original.
func (l *levelled) span(s, e int) (int, int, bool) {
	if s >= e || e > len(l.from) {
		return 0, 0, false
	}
	start, end := l.from[s], l.end
	for e < len(l.from) && l.from[e] == l.from[e-1] { // half of an ellipsis
		e++
	}
	if e < len(l.from) {
		end = l.from[e]
	}
	return start, end, true
}

// find looks for words and weighs each place by its surroundings. fit is how
// many bytes of those agree, or -1 where the words are not found.
func (l *levelled) find(words, prefix, suffix string, near int) (s, e, fit int) {
	fit = -1
	if words == "" {
		return
	}
	best := -1.0
	for at, tries := 0, 0; tries < 1000; tries++ {
		i := strings.Index(l.text[at:], words)
		if i < 0 {
			break
		}
		i += at
		agree := common(reverse(l.text[max(0, i-len(prefix)-2):i]), reverse(prefix)) +
			common(strings.TrimLeft(l.text[i+len(words):min(len(l.text), i+len(words)+len(suffix)+2)], " "), suffix)
		score := float64(agree) + 1/(1+float64(max(i-near, near-i)))
		if score > best {
			best, s, e, fit = score, i, i+len(words), agree
		}
		at = i + 1
	}
	return s, e, fit
}

// between finds what stands between a prefix and a suffix now, if it is not
// much longer or shorter than what stood there.
func (l *levelled) between(prefix, suffix string, length, near int) (int, int, bool) {
	if len(prefix) < 12 || len(suffix) < 12 {
		return 0, 0, false
	}
	_, e, fit := l.find(prefix, "", "", near-len(prefix))
	if fit < 0 {
		return 0, 0, false
	}
	i := strings.Index(l.text[e:min(len(l.text), e+2*length+len(suffix)+20)], suffix)
	if i <= 0 || 2*i < length {
		return 0, 0, false
	}
	for e < len(l.text) && l.text[e] == ' ' {
		e, i = e+1, i-1
	}
	to := e + i
	for to > e && l.text[to-1] == ' ' {
		to--
	}
	return l.span(e, to)
}

func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func reverse(s string) string {
	s = strings.TrimSpace(s)
	b := []byte(s)
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
	return string(b)
}
