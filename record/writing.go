package record

import "github.com/parley-desk/parley/record/token"

// writings are documents that one person writes and speaks by.
var writings = token.Set("letter e-mail email message memo memorandum note affidavit invitation diary notebook testimony statement release")

// document is the identity of a document that speaks, and of whoever wrote it.
func (w *work) document(f *found, r token.Range, head int, party string) identity {
	id := identity{outlet: w.documentName(r, head), document: true, party: party}
	if w.Tokens[r.First].Norm == "the" {
		if at := w.toldOf(f, w.Tokens[head].Lemma); at >= 0 {
			g := &w.found[at]
			if g.who.document {
				id.from = at + 1
			}
			if writings[w.Tokens[head].Lemma] {
				id.figure = g.who.figure
			}
			id.party = g.who.party
		}
	}
	if m, ok := w.writer(r, head); ok {
		id.figure, id.party = m.figure, m.party
	}
	return id
}

// writer is who a source says wrote it: a letter from Holt, an e-mail sent by
// Holt, Holt's memo.
func (w *work) writer(r token.Range, head int) (mention, bool) {
	if !writings[w.Tokens[head].Lemma] {
		return mention{}, false
	}
	for _, m := range w.mentionsIn(r) {
		if m.figure == 0 || m.First == 0 {
			continue
		}
		switch before := &w.Tokens[m.First-1]; {
		case m.End <= head && w.Possessive(m.End):
			return m, m.End+1 == head || m.End+2 == head && w.Tokens[m.End+1].Tag == token.ADJ
		case m.First > head && (before.Norm == "from" || before.Norm == "by" && !relaying[w.Tokens[m.First-2].Lemma]):
			return m, true
		}
	}
	return mention{}, false
}

// toldOf is the attribution before f, of the last dozen, that brought a
// document up, or -1: she wrote in a letter; a letter from Holt says.
func (w *work) toldOf(f *found, lemma string) int {
	for i := f.index - 1; i >= 0 && i >= f.index-12; i-- {
		g := &w.found[i]
		if g.at < 0 || w.depth(g) > 0 {
			continue
		}
		if g.who.document && g.src.First < g.src.End && w.sameNoun(g.src, lemma) || g.who.figure > 0 && w.wroteIn(g, lemma) {
			return i
		}
	}
	return -1
}

// wroteIn tells whether an attribution says that its words stood in a document:
// wrote in a letter to the council, told the court in an affidavit.
func (w *work) wroteIn(g *found, lemma string) bool {
	end := min(w.Sentences[w.Tokens[g.at].Sent].End, g.at+12)
	for i := g.at + 1; i < end; i++ {
		if w.Tokens[i].Norm != "in" {
			continue
		}
		for j := i + 1; j < end && j < i+5; j++ {
			switch t := &w.Tokens[j]; {
			case t.Lemma == lemma:
				return true
			case t.Tag != token.DET && t.Tag != token.ADJ && t.Tag != token.POSS && t.Tag != token.NOUN:
				j = end
			}
		}
	}
	return false
}

// documentName is what a document that speaks is called.
func (w *work) documentName(r token.Range, head int) string {
	first := r.First
	for first < head && (w.Tokens[first].Tag == token.DET || w.Tokens[first].Tag == token.POSS && w.Tokens[first].Norm != "'s") {
		first++
	}
	return w.Words(token.Range{First: first, End: head + 1})
}
