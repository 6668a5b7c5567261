package record

import (
	"slices"
	"strings"

	"github.com/parley-desk/parley/record/token"
)

// speakers says whom each source means, in the order of the text, since a
// pronoun means somebody named or quoted before.
func (w *work) speakers() {
	var lastVoice identity // who spoke last
	lastPara := -1
	w.cast.sources = make([]bool, len(w.Tokens))
	for i := range w.found {
		f := &w.found[i]
		f.index = i
		for j := f.src.First; j < f.src.End && w.depth(f) == 0; j++ {
			w.cast.sources[j] = true
		}
	}
	for i := range w.found {
		f := &w.found[i]
		w.follow(f)
		w.cast.advance(f.first)
		switch {
		case f.post != nil:
			f.who = w.postAuthor(f.post)
			continue
		case f.src.First < f.src.End:
			f.who = w.identify(f, f.src)
		case f.at < 0: // a quotation alone: the voice before it goes on
			if lastPara >= 0 && f.para-lastPara <= 2 {
				f.who = lastVoice
			}
		default:
			f.who = w.implied(f, i)
		}
		if f.who.known() {
			if f.who.anonymous && f.who.from == 0 {
				f.who.from = i + 1
			}
			w.remember(f)
			if w.depth(f) == 0 {
				lastVoice, lastPara = f.who, f.para
			}
		}
	}
}

func (w *work) depth(f *found) uint8 {
	if f.at < 0 {
		return 0
	}
	return w.Tokens[f.at].Depth
}

// remember makes a speaker that is not a name a mention, for pronouns to mean.
func (w *work) remember(f *found) {
	if f.src.First >= f.src.End {
		return
	}
	w.mention(mention{Range: f.src, identity: f.who, subject: true})
}

// mention files a mention by another word than a name.
func (w *work) mention(m mention) {
	c := &w.cast
	if m.figure > 0 { // “she” and “the minister” name her anew
		c.last[m.figure-1] = max(c.last[m.figure-1], m.First)
	}
	at := len(c.spoken)
	for at > 0 && c.spoken[at-1].First > m.First {
		at--
	}
	c.spoken = slices.Insert(c.spoken, at, m)
}

// implied is the speaker of a cue without a source: whose name stands right
// before it, or that of the cue before it in the sentence, as in “she smiled,
// adding that …”.
func (w *work) implied(f *found, i int) identity {
	if m, ok := w.endingBefore(w.cueStart(f)); ok && m.figure > 0 {
		return m.identity
	}
	for j := i - 1; j >= 0; j-- {
		p := &w.found[j]
		if p.at < 0 || w.Tokens[p.at].Sent != w.Tokens[f.at].Sent {
			break
		}
		if w.Tokens[p.at].Depth == w.Tokens[f.at].Depth {
			return p.who
		}
	}
	return identity{}
}

func (w *work) postAuthor(p *Post) identity {
	low := strings.ToLower(p.Author)
	if f := w.cast.keys[low]; f > 0 {
		return identity{figure: f, party: w.cast.figures[f-1].Party, gender: w.cast.figures[f-1].gender}
	}
	if id, ok := w.known.party[low]; ok {
		return identity{party: id}
	}
	words := strings.Fields(low)
	for i := len(words) - 1; i > 0; i-- { // T. E. Lind, Mons. Ortuz
		f := w.cast.keys[words[i]]
		if f <= 0 {
			continue
		}
		name := strings.ToLower(w.cast.figures[f-1].Name)
		if first := strings.TrimSuffix(words[0], "."); first != words[0] && (len(first) > 1 || strings.HasPrefix(name, first)) {
			return identity{figure: f, party: w.cast.figures[f-1].Party, gender: w.cast.figures[f-1].gender}
		}
	}
	return identity{name: p.Author}
}

// identify says whom a source means.
func (w *work) identify(f *found, r token.Range) identity {
	if id := w.beside(f, r); id.known() {
		return id
	}
	if f.label {
		if id := w.labelled(r); id.known() {
			return id
		}
	}
	if id, ok := w.pair(r); ok {
		return id
	}
	if last := r.End - 1; last > r.First && w.lateSubject(r, last) { // eight minutes later he
		return w.pronoun(f, last)
	}
	head := w.headOf(r)
	id, side := w.byName(f, r, head)
	if id.known() {
		return id
	}
	first := &w.Tokens[r.First]
	switch {
	case first.Tag == token.PRON && r.End-r.First <= 2:
		return w.pronoun(f, r.First)
	case first.Tag == token.PRON && first.Norm != "one" && first.Norm != "some" && first.Norm != "both" && first.Norm != "many":
		if id := w.pronoun(f, r.First); id.known() {
			return id
		}
	}
	return w.byNoun(f, r, head, w.sideOf(f, r, side))
}

// A side is whose a source is: of a party, or of somebody's household.
type side struct {
	party     string
	possessor identity
}

// byName is the person or medium whose name is a source's head, or stands in
// apposition to it. Where there is none, the names tell the side.
func (w *work) byName(f *found, r token.Range, head int) (identity, side) {
	var of side
	ht, first := &w.Tokens[head], &w.Tokens[r.First]
	mentions := w.mentionsIn(r)
	for i, m := range mentions {
		owns := m.End < len(w.Tokens) && w.Possessive(m.End)
		if owns {
			of.possessor = m.identity
		}
		if m.party != "" && of.party == "" {
			of.party = m.party
		}
		if m.End <= head && i+1 < len(mentions) && mentions[i+1].figure > 0 && mentions[i+1].First <= head { // Trump spokeswoman Katrina Pierson
			continue
		}
		if owns || w.oblique(r, m.First, head) || m.End <= head && !ht.Cap && !(m.outlet != "" && storyNouns[ht.Norm]) {
			continue
		}
		if m.figure > 0 || m.outlet != "" && (m.End >= head || head < m.First && mediaHints[ht.Norm] || storyNouns[ht.Norm]) {
			id := m.identity
			if id.figure > 0 && id.party == "" && of.party == "" && first.Tag == token.POSS && m.First > head { // her spokesman, Tom Reed
				of.party = w.pronoun(f, r.First).party
			}
			if id.figure > 0 && id.party == "" && of.party != "" {
				id.party = of.party
				w.cast.figures[id.figure-1].Party = of.party
			}
			return id, of
		}
	}
	return identity{}, of
}

// sideOf completes the side that a source's names tell by its possessive, the
// body and the office that it speaks of.
func (w *work) sideOf(f *found, r token.Range, of side) side {
	if w.Tokens[r.First].Tag == token.POSS {
		if o := w.pronoun(f, r.First); o.known() {
			of.possessor = o
		}
	}
	if of.party == "" {
		of.party = of.possessor.party
	}
	if of.party == "" {
		of.party = w.bodyOf(r)
	}
	if of.party == "" {
		of.party = w.officeIn(r)
	}
	return of
}

// byNoun is whom a source without a name describes: somebody by an office,
// people unnamed, a document, a party.
func (w *work) byNoun(f *found, r token.Range, head int, of side) identity {
	ht, party := &w.Tokens[head], of.party
	if ht.Norm == "counterpart" && of.possessor.figure > 0 {
		if id := w.counterpart(of.possessor.figure, party); id.known() {
			return id
		}
	}
	if o := w.medial(r, head); o != "" {
		return identity{outlet: o}
	}
	if id := w.byOffice(f, r, head, party); id.known() {
		return id
	}
	if id, ok := w.group(r, head, party); ok {
		return id
	}
	if ht.Is(token.Document) && !ht.Is(token.PersonNoun) && (ht.Tag != token.NAME || party == "") { // the Kestrian readout, documents filed by Vale
		return w.document(f, r, head, party)
	}
	for _, m := range w.mentionsIn(r) { // Kestria; the Kestrian delegation; Russia and Iran
		if m.party != "" && (m.End > head || !w.oblique(r, m.First, head) || orgWords[ht.Norm] || ht.Is(token.GroupNoun)) {
			return identity{party: m.party, plural: true}
		}
	}
	if party != "" {
		return identity{party: party}
	}
	if ht.Tag == token.NAME {
		if o := w.reporting(f, r); o != "" {
			return identity{outlet: o}
		}
		if o := w.reckoning(f, r); o != "" {
			return identity{outlet: o}
		}
		return identity{name: strings.Trim(w.Words(r), " ,")}
	}
	return identity{}
}

// labelled resolves a transcript's label: MS HOLT, SECRETARY DURE, Q.
func (w *work) labelled(r token.Range) identity {
	for _, m := range w.mentionsIn(r) {
		if m.figure > 0 {
			return m.identity
		}
	}
	key := ""
	for i := r.First; i < r.End; i++ {
		t := &w.Tokens[i]
		for _, names := range []map[string]int{w.cast.keys, w.cast.given} {
			if f := names[t.Norm]; f > 0 {
				return identity{figure: f, party: w.cast.figures[f-1].Party}
			}
		}
		if i == r.First {
			key = t.Norm
		}
	}
	switch key {
	case "q", "question", "reporter", "moderator", "journalist", "voice":
		return identity{anonymous: true, count: 1}
	}
	return w.byTitle(r, "")
}
