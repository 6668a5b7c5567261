package record

import (
	"strings"

	"github.com/parley-desk/parley/record/token"
)

// headOf finds the head noun of a source: of its first noun phrase.
func (w *work) headOf(r token.Range) int {
	head := r.First
	for i := r.First; i < r.End; i++ {
		switch t := &w.Tokens[i]; t.Tag {
		case token.PRON:
			if i > r.First { // officials who …
				return head
			}
		case token.NOUN, token.NAME, token.NUM:
			head = i
		case token.DET, token.ADJ, token.POSS, token.ADV:
		case token.PAST, token.PART, token.ING:
			if i > r.First {
				return head
			}
		default:
			if t.Norm == "-" || t.Kind == token.Quote && i == r.First || w.Possessive(i) { // the nurses' union
				continue
			}
			if i > r.First {
				return head
			}
		}
	}
	return head
}

// oblique tells whether a name within a source hangs on a preposition: aides
// to Holt, a spokesman for the Kestrian army.
func (w *work) oblique(r token.Range, at, head int) bool {
	if at <= head && w.sameChunk(r, at, head) {
		return false
	}
	for i := at - 1; i >= r.First; i-- {
		t := &w.Tokens[i]
		switch {
		case t.Tag == token.PREP || t.Tag == token.TO || t.Norm == "who" || t.Norm == "whose" || t.Norm == "by":
			return i > r.First || t.Norm == "of"
		case t.Norm == ",":
			// a spokesman for the firm, Ridge Analytics; but a spokesman for Vale, Per Holt
			if m, ok := w.named(at); token.Count(w.Tokens[r.First].Norm) == 0 || ok && m.figure > 0 && !w.holds(m.figure, &w.Tokens[i-1]) {
				return false
			}
		case (t.Tag == token.NOUN || t.Is(token.Title) && t.Tag != token.DET) && w.Tokens[i+1].Norm != ",": // delegation Rustem Umerov
			return false
		}
	}
	return false
}

// holds tells whether a figure has the office that a noun names.
func (w *work) holds(figure int, t *token.Token) bool {
	f := &w.cast.figures[figure-1]
	return t.Is(token.Title|token.PersonNoun) && (f.Title == "" || strings.Contains(f.office, t.Norm))
}

func (w *work) sameChunk(r token.Range, a, b int) bool {
	for i := a; i < b; i++ {
		if t := w.Tokens[i].Tag; t == token.PREP || t == token.TO || w.Tokens[i].Norm == "," || t == token.CONJ {
			return false
		}
	}
	return a >= r.First
}

// mentionsIn lists the mentions by name inside a range.
func (w *work) mentionsIn(r token.Range) []mention {
	var out []mention
	first := r.First
	for i := r.First - 1; i >= max(0, r.First-4); i-- { // Holt, of Per Holt
		if m, ok := w.named(i); ok {
			if m.End > r.First {
				first = i
			}
			break
		}
	}
	for i := first; i < r.End; i++ {
		if m, ok := w.named(i); ok {
			out = append(out, m)
			i = max(i, m.End-1)
		}
	}
	return out
}

// named is the mention by name that starts at token i.
func (w *work) named(i int) (mention, bool) {
	if i >= len(w.cast.starts) || w.cast.starts[i] == 0 {
		return mention{}, false
	}
	return w.cast.mentions[w.cast.starts[i]-1], true
}
