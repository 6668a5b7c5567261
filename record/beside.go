package record

import "github.com/parley-desk/parley/record/token"

// beside is the person by name beside whom a source stands that has none.
func (w *work) beside(f *found, r token.Range) identity {
	if id := w.relative(r); id.known() {
		return id
	}
	if id := w.apposedTo(r); id.known() {
		return id
	}
	return w.clauseOf(f, r)
}

// relative is whom a source that is a clause of its own goes with: Holt, who
// rarely speaks in public and.
func (w *work) relative(r token.Range) identity {
	if w.Tokens[r.First].Norm != "who" || r.First == 0 {
		return identity{}
	}
	at := r.First
	if w.Tokens[at-1].Norm == "," {
		at--
	}
	m, ok := w.endingBefore(at)
	if !ok || m.figure == 0 {
		return identity{}
	}
	return m.identity
}

// apposedTo is the person by name whom a source stands beside: the owner, in
// “Ana Dure, the owner, said”.
func (w *work) apposedTo(r token.Range) identity {
	if w.Tokens[r.First].Norm != "the" || r.First == 0 || r.End >= len(w.Tokens) || w.Tokens[r.First-1].Norm != "," || w.Tokens[r.End].Norm != "," && w.Tokens[r.End-1].Norm != "," {
		return identity{}
	}
	m, ok := w.endingBefore(r.First - 1)
	if s := w.Sentences[w.Tokens[r.First].Sent]; !ok || m.figure == 0 || m.First-s.First > 1 {
		return identity{}
	}
	return m.identity
}

// clauseOf is the person whose clause a source without a name was taken from:
// “Ana Dure, whose son drove a delivery van, said”.
func (w *work) clauseOf(f *found, r token.Range) identity {
	if f.at < r.End || r.End >= len(w.Tokens) || w.Tokens[r.End].Norm != "," && w.Tokens[r.End-1].Norm != "," || w.Tokens[r.First].Cap {
		return identity{}
	}
	s := w.Sentences[w.Tokens[r.First].Sent]
	for i := r.First - 1; i >= s.First && i >= r.First-24; i-- {
		switch w.Tokens[i].Norm {
		case "who", "whose", "whom":
			if m, ok := w.endingBefore(i - 1); ok && m.figure > 0 && w.Tokens[i-1].Norm == "," {
				return m.identity
			}
			return identity{}
		case ",", ";", ":":
			return identity{}
		}
	}
	return identity{}
}

// lateSubject tells whether a source is a pronoun with an adverbial before it
// that was taken for a part of it.
func (w *work) lateSubject(r token.Range, last int) bool {
	switch w.Tokens[last].Norm {
	case "he", "she", "they":
	default:
		return false
	}
	for i := r.First; i < last; i++ {
		if w.Tokens[i].Tag == token.NAME || w.Tokens[i].Tag == token.CONJ {
			return false
		}
	}
	return true
}

// cueStart is the first token of a cue: of “has promised”, “has”.
func (w *work) cueStart(f *found) int {
	at := f.at
	for at > 0 && len(f.cue) > 0 && w.Tokens[at-1].Start >= f.cue[0].Start {
		at--
	}
	return at
}

// endingBefore is the mention by name that ends where token i starts.
func (w *work) endingBefore(i int) (mention, bool) {
	for j := i - 1; j >= 0 && j >= i-6 && w.Tokens[j].Sent == w.Tokens[i].Sent; j-- {
		if m, ok := w.named(j); ok {
			return m, m.End == i
		}
	}
	return mention{}, false
}
