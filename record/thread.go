package record

import "github.com/parley-desk/parley/record/token"

// follow keeps the thread up to an attribution: the pronouns that start
// sentences and the offices on the way to it mean somebody, too, though they
// attribute nothing. She was in the lift again; the senator had left.
func (w *work) follow(f *found) {
	c := &w.cast
	for ; c.followed < f.first && c.followed < len(w.Tokens); c.followed++ {
		t := &w.Tokens[c.followed]
		if t.Depth > 0 || c.sources[c.followed] {
			continue
		}
		switch {
		case t.Norm == "the":
			w.followOffice(c.followed, f.index)
		case t.Cap && (t.Norm == "he" || t.Norm == "she"):
			c.advance(c.followed)
			w.thread(token.Range{First: c.followed, End: c.followed + 1}, w.pronoun(nil, c.followed))
		}
	}
}

// thread files whom a word on the way means.
func (w *work) thread(r token.Range, id identity) {
	if id.known() {
		w.mention(mention{Range: r, identity: id, subject: r.First-w.Sentences[w.Tokens[r.First].Sent].First < 5})
	}
}

// followOffice resolves the office that the article at token i starts, before
// the attribution of an index.
func (w *work) followOffice(i, index int) {
	r := token.Range{First: i, End: i + 1}
	for s := w.Sentences[w.Tokens[i].Sent]; r.End < s.End && r.End < i+5; r.End++ {
		t := &w.Tokens[r.End]
		if _, named := w.named(r.End); named && w.known.byStem(t.Norm) == "" || t.Tag != token.NOUN && t.Tag != token.ADJ && t.Tag != token.NAME {
			break
		}
	}
	if last := &w.Tokens[r.End-1]; !offices[last.Norm] && last.Norm != "senator" {
		return
	}
	if r.End < len(w.Tokens) {
		if next := &w.Tokens[r.End]; next.Norm == "," || next.Norm == "of" || next.Cap || w.Possessive(r.End) { // the president, Ibrahim Sarr
			return
		}
	}
	w.cast.advance(i)
	party := ""
	for _, m := range w.mentionsIn(r) {
		party = m.party
	}
	if home := w.home(i, index); party == "" && home != "" {
		if id := w.byTitle(r, home); id.party == home {
			w.thread(r, id)
			return
		}
	}
	w.thread(r, w.byTitle(r, party))
}

// home is the party from which an office at token i is seen that stands without
// one: in what the Kestrian side says, “the president” is Kestria's. Only what
// was said before the attribution of an index counts.
func (w *work) home(i, index int) string {
	pos := w.Tokens[i].Start
	for j := index - 1; j >= 0 && j >= index-3; j-- {
		g := &w.found[j]
		if g.who.party == "" || g.at < 0 || g.para != w.Tokens[i].Para {
			continue
		}
		if token.Within(g.content, pos) {
			return g.who.party
		}
	}
	return ""
}
