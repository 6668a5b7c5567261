package record

import (
	_ "embed"
	"strings"

	"github.com/parley-desk/parley/record/token"
)

//go:embed outlets.txt
var outletsText string

// media lists the media known by name.
var media = func() []string {
	var out []string
	for line := range strings.Lines(outletsText) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}()

// mediaWords are words that make a name a medium's: the Trell Courier.
var mediaWords = token.Set(`times post journal news herald tribune courier dispatch gazette chronicle guardian telegraph mail press star
	globe observer examiner inquirer register sentinel monitor mirror standard express echo bulletin review record ledger
	independent argus advertiser sun reporter messenger mercury beacon correspondent newspaper magazine radio television tv fm
	broadcasting broadcaster weekly daily zeitung gazeta glasnik vecer vecernji tageblatt blatt journalen posten tidende bladet compass
	lantern banner clarion intelligencer enquirer picayune republican democrat citizen leader voice wire agency newswire
	abendblatt hirlap evening lokalanzeiger folha courant packet bugle bee avis dagblad nieuws soir matin tarde prensa nacion nación stampa corriere insider network channel kanal canal telegrafo diario heraldo mundo monde figaro presse kurier rundschau anzeiger eye orb sheet`)

// mediaHints are nouns that stand beside a medium's name: the newspaper Den.
var mediaHints = token.Set(`newspaper paper daily weekly monthly quarterly magazine tabloid broadsheet broadcaster agency station channel website site outlet
	newsletter portal radio television network blog journal wire podcast programme program tracker`)

// mediaStarts begin names of media.
var mediaStarts = token.Set(`zeitung folha le la el il radio channel kanal canal diario daily weekly evening morning novaya die der den`)

// medium tells whether a run of name tokens is a medium's name.
func (w *work) medium(r token.Range) bool {
	last, first := &w.Tokens[r.End-1], &w.Tokens[r.First]
	n := r.End - r.First
	the := r.First > 0 && w.Tokens[r.First-1].Norm == "the" && !first.Is(token.Honorific|token.Title) // the Jordan Times is nobody
	if n > 1 && mediaWords[last.Norm] && (the || !first.Is(token.Honorific|token.Title|token.MaleName|token.FemaleName)) {
		return true
	}
	if n > 1 && mediaStarts[first.Norm] && !last.Is(token.Title) && first.Norm != "den" && first.Norm != "der" && first.Norm != "la" {
		return true
	}
	if r.First > 0 { // the newspaper Den; the tabloid, Helmi
		p := &w.Tokens[r.First-1]
		if p.Sent == first.Sent && mediaHints[p.Norm] && !p.Cap {
			return true
		}
	}
	// Vecer, the largest paper in Kroslav; Helmi, the tabloid
	for i := r.End; i < r.End+6 && i < len(w.Tokens) && w.Tokens[r.End].Norm == ","; i++ {
		if t := &w.Tokens[i]; mediaHints[t.Norm] {
			return !first.Is(token.MaleName|token.FemaleName) && w.Tokens[r.End+1].Tag == token.DET
		} else if i > r.End && t.Tag != token.DET && t.Tag != token.ADJ && t.Tag != token.NOUN && t.Tag != token.NAME {
			break
		}
	}
	return false
}

// outletName is a medium's name without its article.
func outletName(s string) string {
	for _, the := range []string{"The ", "the "} {
		s = strings.TrimPrefix(s, the)
	}
	return strings.TrimSpace(s)
}

// reporting takes a name that nobody else has for a medium's where it reports:
// Kantonsblatt reported, according to the Dagblad.
func (w *work) reporting(f *found, r token.Range) string {
	if f.at < 0 || r.End-r.First > 3 {
		return ""
	}
	switch cue := &w.Tokens[f.at]; {
	case cue.Lemma == "report" && cue.Tag != token.NOUN:
	case cue.Norm == "according" && w.Tokens[r.First].Norm == "the":
	default:
		return ""
	}
	i := r.First
	if w.Tokens[i].Tag == token.DET {
		i++
	}
	if i+1 != r.End {
		return ""
	}
	return w.asOutlet(i)
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
