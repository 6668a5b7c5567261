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
	w.meant(mention{Range: f.src, identity: f.who, subject: true})
}

// meant files a mention by another word than a name.
func (w *work) meant(m mention) {
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
	if id := w.relative(r); id.known() {
		return id
	}
	if id := w.apposedTo(r); id.known() {
		return id
	}
	if id := w.clauseOf(f, r); id.known() {
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
	ht := &w.Tokens[head]
	first := &w.Tokens[r.First]
	// A name that is the head, or stands in apposition to it.
	party, possessor := "", identity{}
	mentions := w.mentionsIn(r)
	for i, m := range mentions {
		owns := m.End < len(w.Tokens) && w.possessive(m.End)
		if owns {
			possessor = m.identity
		}
		if m.party != "" && party == "" {
			party = m.party
		}
		if m.End <= head && i+1 < len(mentions) && mentions[i+1].figure > 0 && mentions[i+1].First <= head { // Trump spokeswoman Katrina Pierson
			continue
		}
		if owns || w.oblique(r, m.First, head) || m.End <= head && !w.Tokens[head].Cap && !(m.outlet != "" && storyNouns[ht.Norm]) {
			continue
		}
		if m.figure > 0 || m.outlet != "" && (m.End >= head || head < m.First && mediaHints[ht.Norm] || storyNouns[ht.Norm]) {
			id := m.identity
			if id.figure > 0 && id.party == "" && party == "" && first.Tag == token.POSS && m.First > head { // her spokesman, Tom Reed
				party = w.pronoun(f, r.First).party
			}
			if id.figure > 0 && id.party == "" && party != "" {
				id.party = party
				w.cast.figures[id.figure-1].Party = party
			}
			return id
		}
	}
	switch {
	case first.Tag == token.PRON && r.End-r.First <= 2 || r.End == r.First+1 && first.Tag == token.PRON:
		return w.pronoun(f, r.First)
	case first.Tag == token.PRON && first.Norm != "one" && first.Norm != "some" && first.Norm != "both" && first.Norm != "many":
		if id := w.pronoun(f, r.First); id.known() {
			return id
		}
	case first.Tag == token.POSS:
		if o := w.pronoun(f, r.First); o.known() {
			possessor = o
			if party == "" {
				party = o.party
			}
		}
	}
	if party == "" {
		party = possessor.party
	}
	if party == "" {
		party = w.bodyOf(r)
	}
	if party == "" {
		party = w.officeIn(r)
	}
	if ht.Norm == "counterpart" && possessor.figure > 0 {
		if id := w.counterpart(possessor.figure, party); id.known() {
			return id
		}
	}
	if o := w.medial(r, head); o != "" {
		return identity{outlet: o}
	}
	if titles(ht) && head-r.First <= 6 && (first.Norm == "the" || first.Tag == token.POSS || ht.Cap || first.Tag == token.NAME || first.Is(token.Title)) && !strings.HasSuffix(ht.Norm, "s") {
		if home := w.home(r.First, f.index); party == "" && home != "" {
			if id := w.byTitle(r, home); id.party == home {
				return id
			}
		}
		if id := w.byTitle(r, party); id.known() {
			return id
		}
	}
	if id := w.holder(r, head, party); id.known() {
		return id
	}
	if party != "" && first.Norm == "the" && ht.Norm == "leader" {
		if id := w.leader(party); id.known() {
			return id
		}
	}
	if id, ok := w.unnamed(r, head); ok {
		if !w.mixed(r, head) {
			id.party = party
		}
		if party == "" {
			id.outlet = w.house(r, head)
		}
		if w.amongThem(r) { // one of them
			if o := w.antecedent(r.First, func(m *mention) float64 {
				if !m.anonymous || m.count == 1 {
					return -1
				}
				return 1
			}); o.known() {
				id.party, id.from = o.party, o.from
			}
		}
		if first.Norm == "the" && head == r.First+1 && (r.End == head+1 || w.Tokens[head+1].Norm == ",") && id.anonymous { // the official: the one quoted before
			if o := w.antecedent(r.First, func(m *mention) float64 {
				if !m.anonymous || m.plural != id.plural || m.End <= m.First || !w.sameNoun(m.Range, ht.Lemma) {
					return -1
				}
				return 1
			}); o.known() {
				return o
			}
		}
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
			if t.Norm == "-" || t.Kind == token.Quote && i == r.First || w.possessive(i) { // the nurses' union
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
			if m, ok := w.named(at); numberOf(&w.Tokens[r.First]) == 0 || ok && m.figure > 0 && !w.holds(m.figure, &w.Tokens[i-1]) {
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

func (w *work) possessive(i int) bool {
	t := &w.Tokens[i]
	return t.Norm == "'s" || i > 0 && (t.Norm == "’" || t.Norm == "'") && t.Start == w.Tokens[i-1].End
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

// medial is the medium that a source names by a description: the newspaper,
// its correspondent, the Courier.
func (w *work) medial(r token.Range, head int) string {
	ht := &w.Tokens[head]
	if ht.Cap {
		if o := w.cast.outlets[ht.Norm]; o != "" {
			return o
		}
	}
	if r.End-r.First <= 3 && !ht.Cap && (mediaHints[ht.Norm] || ht.Norm == "correspondent" || ht.Norm == "article" || ht.Norm == "editorial") && (w.Tokens[r.First].Norm == "the" || w.Tokens[r.First].Tag == token.POSS) {
		return w.cast.lastOutletBefore(r.First)
	}
	return ""
}

// documentName is what a document that speaks is called.
func (w *work) documentName(r token.Range, head int) string {
	first := r.First
	for first < head && (w.Tokens[first].Tag == token.DET || w.Tokens[first].Tag == token.POSS && w.Tokens[first].Norm != "'s") {
		first++
	}
	return w.Words(token.Range{First: first, End: head + 1})
}
