package record

import (
	"strings"

	"github.com/parley-desk/parley/record/token"
)

// pair is the two people that a source means together: both men, the two
// ministers, each, the ministers. They are the two of the kind who were named
// last; where a third was named as lately nobody can tell, and it is no pair.
func (w *work) pair(r token.Range) (identity, bool) {
	kind, ok := w.pairKind(r)
	if !ok {
		return identity{}, false
	}
	two := w.lastNamed(r.First, kind)
	if two[1] == 0 {
		return identity{}, false
	}
	para := func(k int) int { return w.Tokens[w.cast.last[two[k]-1]].Para }
	anybody := kind == "" || kind == "man" || kind == "woman"
	if anybody && para(1) != para(0) || two[2] > 0 && para(2) == para(1) {
		return identity{}, false
	}
	return w.bothOf(two[1], two[0]), true
}

// lastNamed are the three figures of a kind whom the paragraphs up to token at
// named last, the latest first, from 1; 0 is none.
func (w *work) lastNamed(at int, kind string) (named [3]int) {
	for i := range w.cast.figures {
		last := w.cast.last[i]
		if last < 0 || w.Tokens[at].Para-w.Tokens[last].Para > 4 || !w.ofKind(&w.cast.figures[i], kind) {
			continue
		}
		for k, n := range named {
			if n == 0 || w.cast.last[n-1] < last {
				copy(named[k+1:], named[k:2])
				named[k] = i + 1
				break
			}
		}
	}
	return named
}

// bothOf is two figures as one speaker.
func (w *work) bothOf(a, b int) identity {
	if w.cast.figures[a-1].ID == "" { // the case's own goes first
		a, b = b, a
	}
	id := identity{figure: a, second: b, plural: true}
	if p := w.cast.figures[a-1].Party; p == w.cast.figures[b-1].Party {
		id.party = p
	}
	return id
}

// pairKind is the noun of a source that means two people, in the singular: man
// of “both men”, "" of a bare “each”.
func (w *work) pairKind(r token.Range) (kind string, ok bool) {
	i := r.First + 1
	switch first := &w.Tokens[r.First]; {
	case first.Norm == "both" || first.Norm == "each" || first.Norm == "neither":
		if i == r.End {
			return "", true
		}
	case first.Norm != "the" && first.Tag != token.POSS || i >= r.End:
		return "", false
	case w.Tokens[i].Norm == "two":
		i++
	case !offices[singular(&w.Tokens[i])] || singular(&w.Tokens[i]) == w.Tokens[i].Norm:
		return "", false // the ministers, but not the men
	}
	if i+1 != r.End {
		return "", false
	}
	kind = singular(&w.Tokens[i])
	return kind, offices[kind] || prominent[kind]
}

// prominent are further nouns for people whom a report names.
var prominent = token.Set("man woman leader senator candidate nominee chairman")

func singular(t *token.Token) string {
	return strings.TrimSuffix(strings.Replace(t.Norm, "men", "man", 1), "s")
}

// ofKind tells whether a figure is what a noun says.
func (w *work) ofKind(f *figure, kind string) bool {
	switch kind {
	case "":
		return true
	case "man":
		return f.gender != female
	case "woman":
		return f.gender != male
	case "leader":
		return leading[strings.ToLower(f.Title)]
	}
	return f.fits([]string{kind}) > 0
}

// couple is the two people whom an “and” joins at the start of the sentence
// before token at: Ana Dure and Per Holt met. They ….
func (w *work) couple(at int) (identity, bool) {
	si := w.Tokens[at].Sent
	if si == 0 || w.Tokens[w.Sentences[si-1].First].Para != w.Tokens[at].Para {
		return identity{}, false
	}
	s := w.Sentences[si-1]
	for i := s.First; i < s.First+8 && i < s.End; i++ {
		m, ok := w.named(i)
		if !ok || m.figure == 0 || m.End+1 >= s.End || w.Tokens[m.End].Norm != "and" {
			continue
		}
		if n, ok := w.named(m.End + 1); ok && n.figure > 0 && n.figure != m.figure {
			return w.bothOf(m.figure, n.figure), true
		}
	}
	return identity{}, false
}
