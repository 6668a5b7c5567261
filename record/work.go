package record

import (
	"slices"
	"sort"
	"strings"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record/attribute"
	"github.com/parley-desk/parley/record/token"
)

// work is a report being read.
type work struct {
	*token.Text
	doc     *Document
	known   *register
	roles   []role
	bare    bool
	covered []Span  // posts with their signatures
	posted  []*Post // what is known of each of them
	found   []found
	cast    cast
	latest  map[int]int // figure → token after which it was named last, while casting
}

// found is an attribution on its way into the document.
type found struct {
	source, cue, content []Span
	src                  token.Range // tokens of the source
	at                   int         // the cue's token, -1 without
	first                int         // where it stands: the cue's or the content's first token
	para                 int
	index                int // in work.found
	kind                 parley.Kind
	label                bool
	margin               float32
	post                 *Post
	who                  identity
	chain                Chain
	to                   string // the outlet that was told
}

// span is the bytes of a range of tokens.
func (w *work) span(r token.Range) Span {
	return Span{Start: w.Tokens[r.First].Start, End: w.Tokens[r.End-1].End}
}

func (w *work) spansOf(ranges ...token.Range) []Span {
	var out []Span
	for _, r := range ranges {
		if r.First < r.End {
			out = append(out, w.span(r))
		}
	}
	return out
}

// attributions takes over what the model found in the report's own paragraphs.
func (w *work) attributions(as []attribute.Attribution) {
	labels := map[string]int{}
	for _, a := range as {
		if a.Label {
			labels[w.Words(a.Source)]++
		}
	}
	for _, a := range as {
		if w.roles[w.Tokens[a.At].Para] == furniture || w.inPost(w.Tokens[a.At].Start) {
			continue
		}
		if a.Label && !w.speaks(a.Source, labels[w.Words(a.Source)]) || w.freeRelative(a) {
			continue
		}
		a.Source = w.antecedentOf(a.Source)
		left, right := w.snap(a.Left), w.snap(a.Right)
		w.found = append(w.found, found{
			source: w.spansOf(w.apposed(a)), cue: w.spansOf(a.Cue), content: append(w.spansOf(left, right), w.runsOn(right)...),
			src: a.Source, at: a.At, first: a.At, para: w.Tokens[a.At].Para, kind: parley.Kind(a.Kind), label: a.Label, margin: a.Margin,
		})
	}
	slices.SortStableFunc(w.found, func(a, b found) int { return a.first - b.first })
}

// foundIn lists the attributions that start in a paragraph, in their order.
func (w *work) foundIn(para int) []found {
	upTo := func(token int) int {
		return sort.Search(len(w.found), func(k int) bool { return w.found[k].first >= token })
	}
	p := w.Paragraphs[para]
	return w.found[upTo(p.First):upTo(p.End)]
}

// untangle ends a content before the cue of an attribution that holds it: in
// “Holt hinted at a deal, according to Axios” the deal is Holt's, the rest is
// Axios's.
func (w *work) untangle() {
	for i := range w.found {
		f := &w.found[i]
		for j := max(0, i-3); f.at >= 0 && j < len(w.found) && j < i+4; j++ {
			g := &w.found[j]
			if j == i || g.at <= f.at || w.Tokens[g.at].Norm != "according" || !w.inside(f, g) || !w.inside(g, f) {
				continue
			}
			cut := w.Tokens[g.at].Start
			for k := range f.content {
				if c := &f.content[k]; c.Start < cut && c.End > cut {
					c.End = c.Start + len(strings.TrimRight(w.Src[c.Start:cut], " ,"))
				}
			}
		}
	}
}

// speaks tells a transcript's speaker from a page's other labels (Subject:,
// Option A:, CUE:): it comes again, bears a title or a first name, or asks.
func (w *work) speaks(r token.Range, times int) bool {
	if r.First >= r.End || w.Tokens[r.End-1].Kind == token.Number {
		return false
	}
	if times > 1 || r.End+1 < len(w.Tokens) && w.Tokens[r.End+1].Open {
		return true
	}
	for i := r.First; i < r.End; i++ {
		t := &w.Tokens[i]
		if t.Is(token.Honorific|token.Title|token.MaleName|token.FemaleName) || t.Norm == "q" || t.Norm == "question" || t.Norm == "reporter" || t.Norm == "moderator" {
			return true
		}
		for _, f := range w.known.people {
			if slices.Contains(f.keys, t.Norm) {
				return true
			}
		}
	}
	return false
}

// antecedentOf puts the people before a “who” in its place: three officials,
// who said ….
func (w *work) antecedentOf(r token.Range) token.Range {
	if r.End != r.First+1 || w.Tokens[r.First].Norm != "who" {
		return r
	}
	s := w.Sentences[w.Tokens[r.First].Sent]
	end := r.First
	if end > s.First && w.Tokens[end-1].Norm == "," {
		end--
	}
	first := end
	for first > s.First {
		t := &w.Tokens[first-1]
		if t.Depth != w.Tokens[r.First].Depth || t.Tag != token.NOUN && t.Tag != token.NAME && t.Tag != token.ADJ && t.Tag != token.DET && t.Tag != token.NUM && t.Tag != token.POSS && t.Norm != "of" {
			break
		}
		first--
	}
	if first == end {
		return r
	}
	return token.Range{First: first, End: end}
}

// freeRelative drops “what he wants” in “will get what he wants”, where the wish
// is named, not told, and a speaker's own “I guess”.
func (w *work) freeRelative(a attribute.Attribution) bool {
	t := &w.Tokens[a.At]
	if first := a.Source.First; !w.bare && t.Depth > 0 && a.Source.End == first+1 && w.Tokens[first].Norm == "i" && hedges[t.Lemma] {
		return true // “I guess we do”: the speaker's own hedge
	}
	if a.Kind == "speech" || a.Source.First >= a.Source.End || a.Source.First == 0 {
		return false
	}
	return w.Tokens[a.Source.First-1].Norm == "what" && (a.Left.First >= a.Left.End || a.Left.End == a.Source.First && a.Right.First >= a.Right.End)
}

// hedges are what speakers say of their own words.
var hedges = token.Set("guess mean suppose know")

// apposed gives a source the comma that closes its apposition, and its handle.
func (w *work) apposed(a attribute.Attribution) token.Range {
	r := a.Source
	if r.First >= r.End {
		return r
	}
	if r.End < len(w.Tokens) && w.Tokens[r.End].Norm == "," && r.End < a.Cue.First {
		for i := r.First; i < r.End; i++ {
			if w.Tokens[i].Norm == "," {
				r.End++
				break
			}
		}
	}
	return r
}

// snap moves a content's edges out to quotation marks that it nearly reaches
// and takes the full stop inside.
func (w *work) snap(r token.Range) token.Range {
	if r.First >= r.End {
		return r
	}
	if q := w.Tokens[r.First].Quote; q >= 0 && w.Quotes[q].First == r.First-1 && w.Quotes[q].End <= r.End+2 {
		r.First--
	}
	if q := w.Tokens[r.End-1].Quote; q >= 0 && w.Quotes[q].First >= r.First && r.End < w.Quotes[q].End && w.Quotes[q].End-r.End <= 2 {
		r.End = w.Quotes[q].End
	}
	return r
}

// runsOn lists the paragraphs into which a content's quotation goes on, since
// it is still open where its own paragraph ends.
func (w *work) runsOn(r token.Range) []Span {
	var out []Span
	for r.First < r.End {
		last := &w.Tokens[r.End-1]
		if last.Quote < 0 || last.Close || r.End < w.Paragraphs[last.Para].End || int(last.Para)+1 == len(w.Paragraphs) {
			break
		}
		if r = w.closing(w.Paragraphs[last.Para+1]); r.First < r.End {
			out = append(out, w.span(r))
		}
	}
	return out
}

// closing is the part of a paragraph up to the mark that closes a quotation
// opened before it. A paragraph that opens the quotation anew counts where the
// corpus has it so; in our guide it is an attribution of its own ([work.voices]).
func (w *work) closing(p token.Range) token.Range {
	if t := &w.Tokens[p.First]; t.Open && t.Quote >= 0 && w.bare {
		return w.Quotes[t.Quote]
	}
	for i := p.First; i < p.End; i++ {
		switch t := &w.Tokens[i]; {
		case t.Open:
			return token.Range{}
		case t.Norm == `"` || t.Norm == "”" || t.Norm == "''" || t.Norm == "»":
			return token.Range{First: p.First, End: i + 1}
		}
	}
	return token.Range{}
}
