package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotes marks what stands in quotation marks in the last paragraph, whose
// tokens start at first.
//
// The marks come curly, straight, doubled as two apostrophes or backquotes,
// as guillemets and, in British fashion, single. A straight mark and doubled
// apostrophes serve for both ends and are told apart by the state, and by the
// white space around them where that contradicts it. A quotation ends with its
// paragraph at the latest; a speaker who goes on opens it again.
func (t *Text) quotes(first int) {
	q := quoter{Text: t, open: -1, single: -1}
	for i := first; i < len(t.Tokens); i++ {
		tok := &t.Tokens[i]
		if tok.Kind == Quote {
			q.mark(i, tok)
		}
		tok.Depth = q.depth()
		if tok.Close { // a closing mark belongs to what it closes
			tok.Depth++
		}
	}
	if q.open >= 0 {
		q.end(len(t.Tokens) - 1)
	}
}

type quoter struct {
	*Text
	open   int // token that opened the outermost quotation, or -1
	single int // token of a single mark open inside it or as it, or -1
}

func (q *quoter) depth() uint8 {
	switch {
	case q.open < 0:
		return 0
	case q.single < 0 || q.single == q.open:
		return 1
	}
	return 2
}

// start opens a quotation at token i.
func (q *quoter) start(i int) {
	if q.open >= 0 { // two opening marks on end: the first holds nothing
		q.Tokens[q.open].Open = false
	}
	q.Tokens[i].Open = true
	q.open, q.single = i, -1
}

// end closes the outermost quotation with token i.
func (q *quoter) end(i int) {
	for j := q.open; j <= i; j++ {
		q.Tokens[j].Quote = len(q.Quotes)
	}
	q.Quotes = append(q.Quotes, Range{q.open, i + 1})
	q.open, q.single = -1, -1
}

func (q *quoter) close(i int) {
	q.Tokens[i].Close = true
	q.end(i)
}

func (q *quoter) mark(i int, tok *Token) {
	double := q.open >= 0 && q.open != q.single // open by anything but a single mark
	switch mark := q.Src[tok.Start:tok.End]; mark {
	case "“", "«", "„", "``", "‟":
		if mark == "“" && double && q.Src[q.Tokens[q.open].Start:q.Tokens[q.open].End] == "„" { // German: „…“
			q.close(i)
			return
		}
		if q.open >= 0 && i > q.open+1 {
			q.end(i - 1)
		}
		q.start(i)
	case "”", "»":
		if q.open >= 0 {
			q.close(i)
		}
	case `"`, "''":
		before, after := q.around(tok)
		opening, closing := !before && after, before && !after
		switch {
		case double && q.nested(mark, tok):
		case double && opening && i > q.open+2:
			q.end(i - 1)
			q.start(i)
		case double:
			q.close(i)
		case !closing || q.open >= 0:
			if q.open >= 0 {
				q.end(i - 1)
			}
			q.start(i)
		}
	case "‘", "’", "'":
		q.singleMark(i, tok, mark)
	}
}

// nested tells whether a mark stands inside a quotation that the other kind of
// mark opened and will close: "It's ”a draft”, no more."
func (q *quoter) nested(mark string, tok *Token) bool {
	opener := q.Src[q.Tokens[q.open].Start:q.Tokens[q.open].End]
	if opener == mark || opener != `"` && opener != "''" {
		return false
	}
	rest := q.Src[tok.End:min(len(q.Src), tok.End+800)]
	if n := strings.Index(rest, "\n\n"); n >= 0 {
		rest = rest[:n]
	}
	return strings.Contains(rest, opener)
}

// around tells whether text touches a mark on its left and on its right.
func (q *quoter) around(tok *Token) (before, after bool) {
	l, _ := utf8.DecodeLastRuneInString(q.Src[:tok.Start])
	r, _ := utf8.DecodeRuneInString(q.Src[tok.End:])
	before = tok.Start > 0 && !unicode.IsSpace(l) && !strings.ContainsRune("([{—–-“\"‘", l)
	after = tok.End < len(q.Src) && !unicode.IsSpace(r) && !strings.ContainsRune(")]},.;:!?—–”\"’", r)
	return before, after
}

// singleMark treats ‘ ’ and ', which are also apostrophes.
func (q *quoter) singleMark(i int, tok *Token, mark string) {
	before, after := q.around(tok)
	if q.single >= 0 {
		if mark == "‘" || !before || after || q.possessive(tok) {
			return
		}
		if q.single == q.open {
			q.close(i)
		} else {
			tok.Close, q.single = true, -1
		}
		return
	}
	if mark == "’" || before || !after || !q.closes(tok) {
		return
	}
	if q.open < 0 {
		q.start(i)
	} else {
		tok.Open = true
	}
	q.single = i
}

// closer finds the next single mark that could close a quotation.
func (q *quoter) closer(from int) int {
	end := min(from+1200, len(q.Src))
	for from < end {
		n := strings.IndexAny(q.Src[from:end], "'’\n‘")
		if n < 0 {
			return -1
		}
		at := from + n
		c, w := utf8.DecodeRuneInString(q.Src[at:])
		if c == '‘' || c == '\n' && strings.HasPrefix(strings.TrimLeft(q.Src[at+1:end], " \t"), "\n") {
			return -1
		}
		if c != '\n' {
			if b, a := q.around(&Token{Start: at, End: at + w}); b && !a {
				return at
			}
		}
		from = at + w
	}
	return -1
}

// closes tells whether a single mark that would open finds its other end.
func (q *quoter) closes(tok *Token) bool {
	return !strings.HasPrefix(q.Src[tok.End:], "s ") && q.closer(tok.End) >= 0
}

// possessive tells whether the mark after an s is rather an apostrophe: a low
// word follows and a better end comes later.
func (q *quoter) possessive(tok *Token) bool {
	if tok.Start == 0 || q.Src[tok.Start-1]|0x20 != 's' {
		return false
	}
	rest := strings.TrimLeft(q.Src[tok.End:], " ")
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsLower(r) && q.closer(tok.End) >= 0
}
