package record

import (
	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record/token"
)

// Quotations that no verb of saying carries still have a speaker where the
// sentence leads them in with a colon or closes them with a noun.

// ledIn is the attribution of the quotation q that the clause before a colon
// leads in: “A third was more direct: ‘She has a week.’”
func (w *work) ledIn(q token.Range) (found, bool) {
	colon := q.First - 1
	if colon < 1 || w.Tokens[colon].Norm != ":" || w.Tokens[colon].Para != w.Tokens[q.First].Para {
		return found{}, false
	}
	s := w.Sentences[w.Tokens[colon].Sent]
	if f, ok := w.answer(s.First, colon, q); ok {
		return f, true
	}
	verb := w.mainVerb(token.Range{First: s.First, End: colon})
	if last := &w.Tokens[colon-1]; verb < 0 && colon-1 > s.First && last.Is(token.CueVerb) {
		verb = colon - 1 // The article runs: …
	}
	if verb < 0 || q.End-q.First < 6 && !w.Tokens[verb].Is(token.CueVerb) {
		return found{}, false
	}
	cue := token.Range{First: verb, End: verb + 1}
	for cue.End < colon && groups(w.Tokens[cue.End].Tag) {
		cue.End++
	}
	return w.spoken(w.subjectBefore(s.First, verb), cue, q)
}

// summedUp is the attribution of the quotation q that a noun sums up:
// “‘Not reading,’ was her answer”, “‘A spelling bee’ was how the aide described it”.
func (w *work) summedUp(q token.Range) (found, bool) {
	be := q.End
	if be < len(w.Tokens) && w.Tokens[be].Norm == "," {
		be++
	}
	if be+2 >= len(w.Tokens) || w.Tokens[be].Para != w.Tokens[q.First].Para || w.Tokens[be].Lemma != "be" {
		return found{}, false
	}
	end := min(be+10, w.Sentences[w.Tokens[be].Sent].End)
	if w.Tokens[be+1].Norm == "how" {
		verb := w.mainVerb(token.Range{First: be + 2, End: end})
		if verb < 0 {
			return found{}, false
		}
		return w.spoken(token.Range{First: be + 2, End: verb}, token.Range{First: verb, End: verb + 1}, q)
	}
	src, cue, ok := w.saying(be+1, end)
	if !ok {
		return found{}, false
	}
	f, ok := w.spoken(src, token.Range{First: be, End: be + 1}, q)
	f.cue = append(f.cue, w.span(cue))
	return f, ok
}

// answer is the attribution of a quotation that its noun leads in without a
// verb: “Her answer: ‘Early.’”
func (w *work) answer(first, colon int, q token.Range) (found, bool) {
	src, cue, ok := w.saying(first, colon)
	if !ok || cue.End != colon {
		return found{}, false
	}
	return w.spoken(src, cue, q)
}

// saying finds somebody's noun of saying in a range: her answer, Holt’s dry reply.
func (w *work) saying(first, end int) (src, cue token.Range, ok bool) {
	for i := first; i < end; i++ {
		if t := &w.Tokens[i]; t.Tag != token.POSS || t.Norm == "its" {
			continue
		}
		src = token.Range{First: i, End: i + 1}
		if w.Tokens[i].Norm == "'s" {
			src.First = first
		}
		for noun := i + 1; noun < end && w.Tokens[noun].Tag != token.PREP; noun++ {
			if t := &w.Tokens[noun]; t.Tag == token.NOUN && t.Is(token.CueNoun|token.CommunicationNoun) {
				return src, token.Range{First: i + 1, End: noun + 1}, true
			}
		}
		break
	}
	return token.Range{}, token.Range{}, false
}

// spoken is a quotation as what a source says; nobody says it whose name is
// only “there” or “this”.
func (w *work) spoken(src, cue, q token.Range) (found, bool) {
	if src.First >= src.End || src.End == src.First+1 && nobodyThere[w.Tokens[src.First].Norm] {
		return found{}, false
	}
	return found{
		source: w.spansOf(src), cue: w.spansOf(cue), content: []Span{w.span(q)},
		src: src, at: cue.First, first: min(cue.First, q.First), para: w.Tokens[q.First].Para, kind: parley.KindSpeech,
	}, true
}

var nobodyThere = token.Set("there here it this that these those what")

// mainVerb is the first finite verb of a range outside quotations and relative
// clauses, or -1.
func (w *work) mainVerb(r token.Range) int {
	relative := false
	for i := r.First; i < r.End; i++ {
		t := &w.Tokens[i]
		switch {
		case t.Norm == ",":
			relative = false
		case t.Norm == "who" || t.Norm == "which" || t.Norm == "whose" || t.Norm == "that" && t.Tag == token.PRON:
			relative = true
		case t.Depth == 0 && !relative && i > r.First && (t.Tag == token.VERB || t.Tag == token.PAST || t.Tag == token.AUX || t.Tag == token.MODAL):
			return i
		}
	}
	return -1
}

// groups tells whether a word with the tag goes on a group of verbs: can be heard shouting.
func groups(t token.Tag) bool {
	return t == token.AUX || t == token.MODAL || t == token.NOT || t == token.VERB || t == token.PAST || t == token.PART || t == token.ING
}

// subjectBefore is the noun phrase that ends before the verb, with what a comma
// sets off behind it, and without the adverbial that a sentence starts with.
func (w *work) subjectBefore(first, verb int) token.Range {
	r := token.Range{First: first, End: verb}
	for r.End > r.First && w.Tokens[r.End-1].Tag == token.ADV {
		r.End--
	}
	if r.First >= r.End {
		return r
	}
	if t := &w.Tokens[r.End-1]; t.Tag == token.PRON && t.Norm != "who" {
		return token.Range{First: r.End - 1, End: r.End}
	}
	switch t := &w.Tokens[r.First]; t.Tag {
	case token.PREP, token.ADV, token.COMP, token.ING, token.PART, token.CONJ, token.TO:
		for i := r.End - 1; i > r.First; i-- { // On Monday, the army; But the army
			if w.Tokens[i].Norm == "," || t.Tag == token.CONJ && i == r.First+1 {
				r.First = i + 1
				if t.Tag == token.CONJ && w.Tokens[i].Norm != "," {
					r.First = i
				}
				return r
			}
		}
		return token.Range{}
	}
	return r
}
