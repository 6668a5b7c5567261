package record

import (
	"slices"
	"strings"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record/token"
)

// voices adds the quotations that no cue claims. One that follows an
// attributed quotation in its paragraph goes on in the same voice; one that
// stands alone is an attribution without a cue.
func (w *work) voices() {
	w.untangle()
	next := 0
	var loose []found
	for pi, p := range w.Paragraphs {
		for next < len(w.found) && w.found[next].first < p.First {
			next++
		}
		if w.roles[pi] != body {
			continue
		}
		end := next
		for end < len(w.found) && w.found[end].first < p.End {
			end++
		}
		loose = append(loose, w.loose(pi, p, w.found[next:end])...)
		next = end
	}
	w.found = append(w.found, loose...)
	slices.SortStableFunc(w.found, func(a, b found) int { return a.first - b.first })
}

// loose deals with the unclaimed quotations of one paragraph.
func (w *work) loose(pi int, p token.Range, here []found) []found {
	var out []*found
	var voice *found // who spoke last in this paragraph
	done := 0
	for i := p.First; i < p.End; i++ {
		t := &w.Tokens[i]
		for done < len(here) && here[done].first <= i {
			if here[done].at < 0 || w.Tokens[here[done].at].Depth == 0 && (here[done].kind == parley.KindSpeech || w.quotedContent(&here[done])) {
				voice = &here[done]
			}
			done++
		}
		if !t.Open || t.Quote < 0 || w.Quotes[t.Quote].First != i {
			continue
		}
		q := w.Quotes[t.Quote]
		i = q.End - 1
		f, led := w.summedUp(q)
		if !led {
			f, led = w.ledIn(q)
		}
		if g := w.nobodysWords(here, q); led && g != nil {
			g.source, g.src, g.cue, g.at = f.source, f.src, f.cue, f.at
			voice = g
			continue
		}
		s := w.span(q)
		if w.claimed(here, s) || w.inPost(s.Start) {
			continue
		}
		after := voice != nil && s.Start >= voice.lastByte()
		switch intro := w.introduced(pi, p, q.First); {
		case !led && !w.sentenceLong(q) && !(after && w.goesOn(q, voice)):
		case intro != nil:
			w.introduce(intro, s)
			voice = intro
		case led:
			if g := cuedAt(here, f.at); g != nil {
				g.content = append(g.content, s)
				voice = g
				break
			}
			out = append(out, &f)
			voice = &f
		case after:
			voice.content = append(voice.content, s)
		case voice == nil && w.whole(p, q):
			out = append(out, &found{content: []Span{s}, at: -1, first: q.First, para: pi, kind: parley.KindSpeech})
		}
	}
	var found []found
	for _, f := range out {
		found = append(found, *f)
	}
	return found
}

// goesOn tells whether a quotation takes up the sentence that a voice broke off
// with a comma: “I am not angry,” she said, “I am a customer,” and paused, “and …”
func (w *work) goesOn(q token.Range, voice *found) bool {
	if q.End-q.First < 3 || !w.quotedContent(voice) {
		return false
	}
	if t := &w.Tokens[q.First+1]; t.Kind != token.Word || t.Cap {
		return false
	}
	i := q.First - 1
	for i > 0 && w.Tokens[i].Para == w.Tokens[q.First].Para && !w.Tokens[i].Close {
		i--
	}
	last := &w.Tokens[max(i-1, 0)]
	return w.Tokens[i].Close && w.Tokens[i].Para == w.Tokens[q.First].Para && (last.Norm == "," || last.Norm == "—" || last.Norm == "–")
}

// nobodysWords is the attribution that has a quotation for content and no
// source, or nil.
func (w *work) nobodysWords(here []found, q token.Range) *found {
	s := w.span(q)
	for i := range here {
		for _, c := range here[i].content {
			if len(here[i].source) == 0 && c.Start <= s.Start && s.End <= c.End {
				return &here[i]
			}
		}
	}
	return nil
}

// cuedAt is the attribution outside quotations whose cue is about token at.
func cuedAt(here []found, at int) *found {
	for i := range here {
		if here[i].at == at {
			return &here[i]
		}
	}
	return nil
}

// introduced is the attribution that announces a quotation at its paragraph's
// start: the paragraph before ends in a colon.
func (w *work) introduced(pi int, p token.Range, i int) *found {
	if pi == 0 || i != p.First || w.Tokens[p.First-1].Norm != ":" {
		return nil
	}
	last := w.Tokens[p.First-1].Sent
	here := w.foundIn(pi - 1)
	for j := len(here) - 1; j >= 0; j-- {
		if f := &here[j]; f.at >= 0 && w.Tokens[f.at].Depth == 0 && w.Tokens[f.at].Sent == last && f.kind == parley.KindSpeech {
			return f
		}
	}
	return nil
}

// introduce makes a quotation the content of the attribution before it, in
// place of what the model took for content for want of a better.
func (w *work) introduce(f *found, s Span) {
	kept := f.content[:0]
	cue := w.Tokens[f.at].Start
	for _, c := range f.content {
		if c.Start < cue || w.Src[c.Start:c.Start+1] == "\"" || strings.HasPrefix(w.Src[c.Start:], "“") {
			kept = append(kept, c)
		}
	}
	if len(kept) > 0 && kept[0].Start < cue && !w.quotedContent(&found{content: kept}) {
		kept = kept[:0]
	}
	f.content = append(kept, s)
}

// lastByte is where a voice was heard last.
func (f *found) lastByte() int {
	end := 0
	for _, spans := range [][]Span{f.source, f.cue, f.content} {
		for _, s := range spans {
			end = max(end, s.End)
		}
	}
	return end
}

func (w *work) quotedContent(f *found) bool {
	for _, s := range f.content {
		if strings.ContainsAny(w.Src[s.Start:s.End], "“\"«‘") || strings.Contains(w.Src[s.Start:s.End], "''") {
			return true
		}
	}
	return false
}

// claimed tells whether a quotation is part of what was attributed already.
func (w *work) claimed(here []found, s Span) bool {
	for i := range here {
		if here[i].at >= 0 && w.Tokens[here[i].at].Depth > 0 { // said within the quotation
			continue
		}
		for _, spans := range [][]Span{here[i].content, here[i].source} {
			for _, c := range spans {
				if c.Start < s.End && s.Start < c.End {
					return true
				}
			}
		}
	}
	return false
}

// sentenceLong tells a quoted sentence from scare quotes: it starts a sentence
// and ends one, or fills the rest of its paragraph.
func (w *work) sentenceLong(q token.Range) bool {
	first, last := &w.Tokens[q.First], &w.Tokens[q.End-1]
	if q.End-q.First < 4 || w.Sentences[first.Sent].First != q.First && !(q.First > 0 && w.Tokens[q.First-1].Norm == ":") {
		return false
	}
	s := w.Sentences[last.Sent]
	return q.End >= s.End || q.End == s.End-1 && w.Tokens[q.End].Kind == token.Punct
}

// whole tells whether quotations fill a paragraph.
func (w *work) whole(p, q token.Range) bool {
	outside := 0
	for i := p.First; i < p.End; i++ {
		if w.Tokens[i].Quote < 0 && w.Tokens[i].Kind == token.Word {
			outside++
		}
	}
	return outside == 0 || q.First == p.First || w.Tokens[q.First-1].Norm == ":" || outside < 12
}
