package record

import (
	"strings"

	"github.com/parley-desk/parley/record/token"
)

// hearers finds whom each attribution's words were told. They come before the
// speakers, since a medium that was told anything is known from then on.
func (w *work) hearers() {
	for i := range w.found {
		if f := &w.found[i]; f.at >= 0 {
			f.to = w.hearer(f)
		}
	}
}

// hearer is the outlet that was told: told the Courier, said in an interview
// with Axios.
func (w *work) hearer(f *found) string {
	s := w.Sentences[w.Tokens[f.at].Sent]
	lemma := w.Tokens[f.at].Lemma
	end := min(s.End, f.at+14)
	told := lemma == "tell" || lemma == "inform" || lemma == "text" || lemma == "brief"
	start := f.at + 1
	if f.src.First > f.at {
		start = max(start, f.src.End)
	}
	for i := start; i < end; i++ {
		t := &w.Tokens[i]
		if t.Open && t.Depth > w.Tokens[f.at].Depth {
			if o := w.programme(i); o != "" && (told && i-start <= 4 || aired(&w.Tokens[i-1])) {
				return o
			}
			break
		}
		if t.Norm == "that" {
			break
		}
		m, ok := w.named(i)
		if told && i-start <= 2 && w.sameMedium(start, i) {
			return w.cast.lastOutletBefore(start)
		}
		if told && !ok && (i-start == 1 && w.Tokens[i-1].Norm == "the" || i == start && !w.personName(w.nameRun(i))) {
			if o := w.asOutlet(i); o != "" {
				return o
			}
		}
		if o := w.stateMedium(i); told && o != "" && i-start <= 4 {
			return o
		}
		if !ok || m.outlet == "" {
			continue
		}
		direct := told && i-start <= 3
		for j := i - 1; j >= start && j >= i-4; j-- {
			n := w.Tokens[j].Norm
			if n == "to" && j == i-1 || n == "with" || n == "on" && !posting[lemma] || n == "for" && told || n == "by" && lemma == "quote" {
				direct = true
			}
		}
		if direct {
			return m.outlet
		}
	}
	return ""
}

// asOutlet takes the name at token i for a medium's, where it is nobody's else:
// told the Capital Letter.
func (w *work) asOutlet(i int) string {
	r := w.nameRun(i)
	if r.End <= i || audiences[w.Tokens[r.End-1].Norm] || w.Tokens[i].Tag != token.NAME || w.Tokens[i].Is(token.Demonym|token.Country|token.Title) || orgWords[w.Tokens[r.End-1].Norm] {
		return ""
	}
	name := outletName(w.Words(r))
	if o := w.cast.outlets[strings.ToLower(name)]; o != "" {
		return o
	}
	w.learnOutlet(name)
	return name
}

// audiences are who is told things without printing them.
var audiences = token.Set("commons lords mps parliament chamber house court senators lawmakers rotary club")

// posting are the verbs of those who publish by themselves, on a platform.
var posting = token.Set("write post tweet")

// stateMedium reads a medium named by whose it is: Zerqan state television,
// Kurmian radio, the state news agency.
func (w *work) stateMedium(i int) string {
	r := token.Range{First: i, End: i}
	for r.End < len(w.Tokens) && owned[w.Tokens[r.End].Norm] {
		r.End++
	}
	if r.End >= len(w.Tokens) || !broadcast[w.Tokens[r.End].Norm] {
		return ""
	}
	r.End++
	if r.End < len(w.Tokens) && w.Tokens[r.End].Cap { // the state agency TASS
		return ""
	}
	for n := 0; n < 2 && r.First > 0 && (w.Tokens[r.First-1].Norm == "'s" || w.Tokens[r.First-1].Cap && w.Tokens[r.First-1].Tag != token.PRON); n++ {
		r.First--
	}
	if r.First == i && !owned[w.Tokens[i].Norm] { // told radio listeners
		return ""
	}
	return w.Words(r)
}

var (
	owned     = token.Set("state public national local news")
	broadcast = token.Set("television radio tv agency")
)

// programme is the name of a broadcast that quotation marks hold at token i:
// told “Front Porch”.
func (w *work) programme(i int) string {
	q := w.Tokens[i].Quote
	if q < 0 || w.Quotes[q].First != i {
		return ""
	}
	r := token.Range{First: i + 1, End: w.Quotes[q].End - 1}
	for r.End > r.First && w.Tokens[r.End-1].Kind == token.Punct {
		r.End--
	}
	if r.End <= r.First || r.End-r.First > 5 || !w.Tokens[r.First].Cap && w.Tokens[r.First].Kind != token.Number || !w.Tokens[r.End-1].Cap {
		return ""
	}
	name := w.Words(r)
	w.learnOutlet(name)
	return name
}

// aired tells whether a word before a name in quotation marks makes it a
// broadcast's: on the programme “Late Room”.
func aired(t *token.Token) bool { return mediaHints[t.Norm] || t.Norm == "show" }

// sameMedium tells whether tokens first to at end in a word for a medium named
// before: told the paper, told the same programme.
func (w *work) sameMedium(first, at int) bool {
	if !mediaHints[w.Tokens[at].Norm] || w.Tokens[at].Cap || w.Tokens[first].Norm != "the" || first == at {
		return false
	}
	if at+1 < len(w.Tokens) {
		if n := &w.Tokens[at+1]; n.Cap || n.Open || n.Tag == token.NOUN {
			return false
		}
	}
	return at == first+1 || w.Tokens[first+1].Norm == "same"
}
