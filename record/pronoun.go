package record

import (
	"strings"

	"github.com/parley-desk/parley/record/token"
)

// pronoun says whom the pronoun at token at means, for the attribution f whose
// source it starts.
//
// Everybody named or quoted before competes: near beats far, the last speaker
// and subjects beat others, and gender and number must not contradict. “I” and
// “we” mean the speaker of the quotation they stand in.
func (w *work) pronoun(f *found, at int) identity {
	t := &w.Tokens[at]
	if firstPerson[t.Norm] {
		return w.ownVoice(f, at)
	}
	switch t.Norm {
	case "he", "she", "his", "her", "him", "hers", "himself", "herself":
		want := male
		if t.Is(token.Female) || t.Norm == "her" {
			want = female
		}
		own := 0 // who speaks of “him” means another
		if t.Depth > 0 {
			own = w.ownVoice(f, at).figure
		}
		doer := w.doer(at)
		id := w.antecedent(at, func(m *mention) float64 {
			switch {
			case m.figure > 0 && (m.figure == own || m.figure == doer) || m.anonymous && w.Tokens[m.First].Depth > t.Depth:
				return -1
			case m.figure == 0 && !m.anonymous || m.plural || m.anonymous && m.count != 1:
				return -1
			case m.gender != anyGender && m.gender != want:
				return -1
			case m.figure > 0 && w.cast.figures[m.figure-1].gender != anyGender && w.cast.figures[m.figure-1].gender != want:
				return -1
			case m.gender == want:
				return 1
			}
			return 0
		})
		if id.figure > 0 { // a pronoun tells a gender, too
			w.cast.figures[id.figure-1].gender = want
		}
		return id
	case "they", "their", "them":
		if id, ok := w.couple(at); ok && t.Depth == 0 {
			return id
		}
		var own identity
		if t.Depth > 0 {
			own = w.ownVoice(f, at)
		}
		private := w.private(own)
		id := w.antecedent(at, func(m *mention) float64 {
			switch {
			case private && w.Tokens[m.First].Quote != t.Quote: // “They told us to wait,” whoever they are
				return -1
			case own.party != "" && m.party == own.party: // they are not we
				return -1
			case m.anonymous && (m.plural || m.count != 1) || m.second > 0:
				return 2
			case m.anonymous && m.count == 1:
				return 0.4
			case m.figure > 0 || m.outlet != "":
				return -1
			case m.party != "":
				return 0.2
			}
			return -1
		})
		if !id.known() && private && t.Norm == "they" {
			return identity{anonymous: true, plural: true}
		}
		return id
	case "it", "its":
		return w.antecedent(at, func(m *mention) float64 {
			switch {
			case m.outlet != "":
				return 1
			case m.party != "" && m.figure == 0 && !m.anonymous:
				return 0.5
			}
			return -1
		})
	case "both":
		return identity{anonymous: true, count: 2, plural: true}
	case "one", "another", "somebody", "someone", "anyone":
		return identity{anonymous: true, count: 1}
	case "some", "many", "others", "several", "few", "most", "those":
		return identity{anonymous: true, plural: true}
	}
	return identity{}
}

// private tells whether a speaker is somebody without an office, who says
// “they” of those who have one.
func (w *work) private(id identity) bool {
	if id.figure == 0 {
		return false
	}
	f := &w.cast.figures[id.figure-1]
	for word := range strings.FieldsSeq(f.office) {
		if token.ClassOf(strings.Trim(word, ",."))&token.Title != 0 {
			return false
		}
	}
	return true
}

// doer is the figure named last before the verb whose object the pronoun at is,
// or 0: “Dure, who received him” does not mean Dure by him.
func (w *work) doer(at int) int {
	if n := w.Tokens[at].Norm; n != "him" && n != "her" || w.Tokens[at].Tag == token.POSS || at == 0 {
		return 0
	}
	if v := w.Tokens[at-1].Tag; v != token.PAST && v != token.VERB {
		return 0
	}
	i := before(w.cast.mentions, at)
	if i < 0 || w.Tokens[w.cast.mentions[i].First].Sent != w.Tokens[at].Sent {
		return 0
	}
	return w.cast.mentions[i].figure
}

var firstPerson = token.Set("i we me us my our ours myself")

// ownVoice is the speaker of the quotation around token at. A speaker who says
// “I” himself outside quotation marks is the report's own voice and not looked
// for: two such could hold each other.
func (w *work) ownVoice(f *found, at int) identity {
	pos := w.Tokens[at].Start
	// The attribution of the quotation may stand before it or after.
	var id identity
	for i := max(0, f.index-25); i < len(w.found) && i < f.index+25; i++ {
		g := &w.found[i]
		if g == f || g.post != nil || !token.Within(g.content, pos) {
			continue
		}
		if g.who.known() {
			id = g.who
		} else if g.src.First < g.src.End && w.Tokens[g.src.First].Depth == 0 && !firstPerson[w.Tokens[g.src.First].Norm] {
			id = w.identify(g, g.src)
		}
	}
	return id
}

// antecedent finds the mention before token at that fits best. fit is below 0
// for a mention that cannot be meant and else its merit.
func (w *work) antecedent(at int, fit func(*mention) float64) identity {
	t := &w.Tokens[at]
	var best *mention
	top := -1e9
	for _, ms := range [][]mention{w.cast.mentions, w.cast.spoken} {
		for i := before(ms, at); i >= 0; i-- {
			m := &ms[i]
			mt := &w.Tokens[m.First]
			if t.Para-mt.Para > 5 || at-m.First > 1500 {
				break
			}
			s := fit(m)
			if s < 0 {
				continue
			}
			s += w.standing(m, t)
			if s > top {
				best, top = m, s
			}
		}
	}
	if best == nil {
		return identity{}
	}
	return best.identity
}

// standing is what speaks for a mention as the one that a later token t means,
// by where it stands. The weights were fitted to the reports for training; a
// fifth more or less of any makes little difference.
func (w *work) standing(m *mention, t *token.Token) float64 {
	mt := &w.Tokens[m.First]
	s := -1.3*float64(min(t.Sent-mt.Sent, 6)) - 0.8*float64(t.Para-mt.Para)
	if m.subject {
		s += 1.2
		if mt.Para == t.Para && mt.Sent == w.Tokens[w.Paragraphs[mt.Para].First].Sent {
			s++ // a paragraph is about whom it opens with
		}
	}
	if w.cast.sources[m.First] {
		s += 0.8
	}
	if m.anonymous {
		s -= 1.5
	}
	if mt.Depth > 0 && t.Depth == 0 {
		s -= 2 // named by somebody else's words
	}
	if m.End < len(w.Tokens) && w.Possessive(m.End) {
		s -= 0.6
	}
	if m.First > 0 && w.Tokens[m.First-1].Tag == token.PREP {
		s-- // pressed by Holt, she
	}
	return s
}
