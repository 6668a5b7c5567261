package record

import (
	"slices"
	"strings"

	"github.com/parley-desk/parley/record/token"
)

// byOffice is whom a source means by an office: the minister, seen from the
// side that speaks of him, or else of the cast; the one holder named just now;
// the leader of a party.
func (w *work) byOffice(f *found, r token.Range, head int, party string) identity {
	ht, first := &w.Tokens[head], &w.Tokens[r.First]
	definite := first.Norm == "the" || first.Tag == token.POSS || ht.Cap || first.Tag == token.NAME || first.Is(token.Title)
	if titles(ht) && head-r.First <= 6 && definite && !strings.HasSuffix(ht.Norm, "s") {
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
		return w.leader(party)
	}
	return identity{}
}

// byTitle finds the person of the cast whose title a description gives: the
// foreign minister, Vale's negotiator. Where the report has named none that it
// fits, it must fit one only.
func (w *work) byTitle(r token.Range, party string) identity {
	want, abroad := w.wanted(r)
	if len(want) == 0 {
		return identity{}
	}
	best, top, unnamed := 0, 0.0, 0
	for i := range w.cast.figures {
		f := &w.cast.figures[i]
		if party != "" && f.Party != "" && f.Party != party || abroad && party == "" && f.Party != "" {
			continue
		}
		score := f.fits(want)
		if score == 0 {
			continue
		}
		if at := w.cast.last[i]; at >= 0 {
			score += 3 - float64(max(0, r.First-at))/float64(r.First+1)
		} else if i < w.cast.known {
			unnamed++
		} else {
			continue
		}
		if score > top {
			best, top = i+1, score
		}
	}
	if best == 0 || w.cast.last[best-1] < 0 && unnamed > 1 {
		return identity{}
	}
	f := &w.cast.figures[best-1]
	return identity{figure: best, party: f.Party, gender: f.gender}
}

// wanted is the words of a description that a title must have. A country that
// is no party's leaves it to nobody of a party: the Polish prime minister.
func (w *work) wanted(r token.Range) (want []string, abroad bool) {
	for i := r.First; i < r.End; i++ {
		t := &w.Tokens[i]
		if t.Tag == token.PREP || t.Norm == "," || t.Norm == "who" {
			break
		}
		if t.Tag != token.NOUN && t.Tag != token.NAME && t.Tag != token.ADJ {
			continue
		}
		ours := w.known.byStem(t.Norm) != ""
		if t.Is(token.Country|token.Demonym) || ours {
			abroad = abroad || t.Cap && !ours && w.known.party[t.Norm] == ""
			continue
		}
		want = append(want, office(t.Norm)...)
	}
	return want, abroad
}

// fits tells how much of a figure's offices the words of a description are, 0
// where one is not among them. Nobody calls a prime minister “the minister”, a
// vice president “the president”, or so the president's spokesman.
func (f *figure) fits(want []string) float64 {
	noun := want[len(want)-1]
	if !strings.Contains(f.office, noun) {
		return 0
	}
	have := strings.FieldsFunc(f.office, func(r rune) bool { return r == ' ' || r == '-' || r == ',' })
	for _, word := range want {
		if !slices.Contains(have, word) {
			return 0
		}
	}
	at := slices.Index(have, noun)
	for _, word := range have[:at] {
		if (lesser[word] || word == "prime" && noun == "minister") && !slices.Contains(want, word) || word == "of" || word == "to" || word == "for" {
			return 0
		}
	}
	return float64(len(want)) / float64(len(have))
}

// lesser are the words of a title that make it another, lower one.
var lesser = token.Set("vice deputy assistant under former spokesman spokeswoman aide adviser advisor")

// holder is the one person named in this paragraph or the one before whose
// office a description ends in, whatever else it says: the third-term senator
// from Northfield.
func (w *work) holder(r token.Range, head int, party string) identity {
	noun := w.Tokens[head].Norm
	if w.Tokens[r.First].Norm != "the" || !offices[noun] && !prominent[noun] || noun == "man" || noun == "woman" {
		return identity{}
	}
	found := 0
	for i := range w.cast.figures {
		last := w.cast.last[i]
		f := &w.cast.figures[i]
		if last < 0 || w.Tokens[r.First].Para-w.Tokens[last].Para > 1 || !w.ofKind(f, noun) || party != "" && f.Party != party {
			continue
		}
		if found > 0 {
			return identity{}
		}
		found = i + 1
	}
	if found == 0 {
		return identity{}
	}
	f := &w.cast.figures[found-1]
	return identity{figure: found, party: f.Party, gender: f.gender}
}

// leader is who leads a party, where its people have one office that does: the
// Kestrian leader, of its president.
func (w *work) leader(party string) identity {
	var id identity
	for i := range w.cast.figures[:w.cast.known] {
		f := &w.cast.figures[i]
		title := strings.ToLower(f.Title)
		if f.Party != party || !leading[title] {
			continue
		}
		if id.known() {
			return identity{}
		}
		id = identity{figure: i + 1, party: party, gender: f.gender}
	}
	return id
}

var leading = map[string]bool{
	"president": true, "prime minister": true, "premier": true, "chancellor": true, "king": true, "queen": true, "emir": true, "sultan": true,
	"leader": true, "chairman": true, "chairwoman": true, "party leader": true, "general secretary": true, "first minister": true,
}

// office is a word for an office as titles spell it: general for Gen., prime
// minister for PM.
func office(word string) []string {
	if long := abbreviated[word]; long != nil {
		return long
	}
	return strings.Split(word, "-")
}

var abbreviated = map[string][]string{
	"pm": {"prime", "minister"}, "gen": {"general"}, "sen": {"senator"}, "rep": {"representative"}, "gov": {"governor"}, "col": {"colonel"},
	"lt": {"lieutenant"}, "capt": {"captain"}, "adm": {"admiral"}, "amb": {"ambassador"}, "sgt": {"sergeant"}, "cmdr": {"commander"},
	"cpl": {"corporal"}, "maj": {"major"}, "supt": {"superintendent"}, "insp": {"inspector"}, "msgr": {"monsignor"}, "pres": {"president"}, "prof": {"professor"}, "rev": {"reverend"},
}

// entitle gives a figure the rank that the report puts before the name, for
// “the cardinal” to mean him.
func (w *work) entitle(f *figure, m mention) {
	for i := m.First; i < m.End-1 && i < m.First+4; i++ {
		t := &w.Tokens[i]
		if !titles(t) || t.Is(token.MaleName|token.FemaleName) || everybodys[t.Norm] {
			continue
		}
		for _, word := range office(t.Norm) {
			if len(f.office) < 120 && !strings.Contains(f.office, word) {
				f.office += " " + word
			}
		}
	}
}

// everybodys are the titles that tell of no rank.
var everybodys = token.Set("mr mrs ms miss mx dr sir madam former acting")

// titles tells whether a word is somebody's title: captain, Capt., co-chair.
func titles(t *token.Token) bool {
	if t.Is(token.Title|token.Honorific) || t.Cap && abbreviated[t.Norm] != nil || t.Norm == "pm" {
		return true
	}
	i := strings.LastIndexByte(t.Norm, '-')
	return i > 0 && !t.Cap && token.ClassOf(t.Norm[i+1:])&token.Title != 0
}

// sameNoun tells whether a noun of a range is a form of lemma.
func (w *work) sameNoun(r token.Range, lemma string) bool {
	for i := r.First; i < r.End; i++ {
		if w.Tokens[i].Lemma == lemma {
			return true
		}
	}
	return false
}

// counterpart is who holds the same office in another party: his Valese
// counterpart. Where no party is named there must be one only.
func (w *work) counterpart(of int, party string) identity {
	f := &w.cast.figures[of-1]
	var id identity
	for i := range w.cast.figures {
		g := &w.cast.figures[i]
		if g.Title == "" || g.Party == f.Party || !strings.EqualFold(g.Title, f.Title) || party != "" && party != f.Party && g.Party != party {
			continue
		}
		if id.known() {
			return identity{}
		}
		id = identity{figure: i + 1, party: g.Party, gender: g.gender}
	}
	return id
}

// bodyOf is the party whose body a source speaks of by a word used before, or
// by a word that one party's name has: the ministry, a member of the
// delegation, the Front.
func (w *work) bodyOf(r token.Range) string {
	for i := r.First; i+1 < r.End; i++ {
		t := &w.Tokens[i+1]
		if w.Tokens[i].Norm != "the" || t.Tag != token.NOUN && t.Tag != token.NAME || !orgWords[t.Norm] && !t.Is(token.GroupNoun) {
			continue
		}
		if o := w.antecedent(r.First, func(m *mention) float64 {
			if m.party == "" || m.figure > 0 || m.End <= m.First || !w.sameNoun(m.Range, t.Lemma) {
				return -1
			}
			return 1
		}); o.known() {
			return o.party
		}
		if p := w.known.body[t.Norm]; p != "" {
			return p
		}
	}
	return ""
}

// officeIn is the party of whoever holds the office that a source mentions: a
// spokeswoman for the prime minister, the senator's aides.
func (w *work) officeIn(r token.Range) string {
	for i := r.First; i+1 < r.End; i++ {
		if w.Tokens[i].Norm != "the" {
			continue
		}
		end := i + 1
		for end < r.End && end < i+4 && !offices[w.Tokens[end].Norm] && w.Tokens[end].Norm != "senator" {
			end++
		}
		if end == r.End || end == i+4 || end+1 == r.End && i == r.First { // the prime minister himself
			continue
		}
		if i > r.First || w.Possessive(end+1) {
			if id := w.byTitle(token.Range{First: i, End: end + 1}, ""); id.party != "" {
				return id.party
			}
		}
	}
	return ""
}
