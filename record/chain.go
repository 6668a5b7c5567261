package record

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record/token"
)

// chains finds through which outlets words came. An outlet's attribution holds
// those that lie inside its content: “two officials said, according to Axios”
// is two attributions, the officials' via Axios and Axios's own. “Il Monte
// reported, citing a source” is the same the other way round, and what somebody
// told a paper came via that paper.
func (w *work) chains() {
	for i := range w.found {
		f := &w.found[i]
		f.chain = Chain{Anonymous: f.who.anonymous, Count: f.who.count, Outlet: f.who.outlet}
	}
	for i := range w.found {
		f := &w.found[i]
		if f.post != nil {
			continue
		}
		var via []string
		add := func(o string) {
			if o != "" && o != f.chain.Outlet && !slices.Contains(via, o) {
				via = append(via, o)
			}
		}
		add(f.to)
		if o := w.relayed(f); o != "" {
			add(o)
		}
		for j := max(0, i-12); j < len(w.found) && j < i+12; j++ {
			g := &w.found[j]
			if i == j || !w.inside(f, g) {
				continue
			}
			if g.who.outlet != "" && !g.who.document && !w.inside(g, f) { // a survey holds what 52 percent think; it carries nobody's words
				add(g.who.outlet)
			}
		}
		if o := w.citedBy(f, i); o != "" {
			add(o)
		}
		if len(via) == 0 && (f.who.anonymous || f.who.document) && f.who.from > 0 && f.who.from-1 != i { // they, the official
			via = w.found[f.who.from-1].chain.Via
		}
		f.chain.Via = via
	}
}

// inside tells whether attribution f lies in the content of g.
func (w *work) inside(f, g *found) bool {
	return f.at >= 0 && g.para == f.para && token.Within(g.content, w.Tokens[f.first].Start)
}

// citedBy is the outlet that cites f: in “Il Monte reported, citing a source,
// that …”, both have one content and a cue of citing is the inner one; in “Il
// Monte quoted a source as saying” the words before the source cite it.
func (w *work) citedBy(f *found, i int) string {
	if f.at < 1 {
		return ""
	}
	at := f.at
	if w.Tokens[at-1].Norm == "as" && f.src.First > 0 && f.src.First < f.src.End && f.src.First < at {
		at = f.src.First
		if !citing[w.Tokens[at].Lemma] { // not “Il Monte cited a source” taken for the source
			at--
		}
	}
	if !citing[w.Tokens[at].Lemma] {
		return ""
	}
	for j := max(0, i-4); j < len(w.found) && j < i+4; j++ {
		g := &w.found[j]
		if j == i || g.at < 0 || w.Tokens[g.at].Sent != w.Tokens[f.at].Sent {
			continue
		}
		if g.who.outlet != "" {
			return g.who.outlet
		}
	}
	return w.cites(at)
}

// cites is the medium that does what the verb at a token says: the Courier
// quoted; the paper then quoted.
func (w *work) cites(verb int) string {
	first := w.Sentences[w.Tokens[verb].Sent].First
	for i := verb - 1; i >= first && i >= verb-4; i-- {
		if m, ok := w.named(i); ok {
			return m.outlet
		}
		if o := w.medial(token.Range{First: max(first, i-1), End: i + 1}, i); o != "" {
			return o
		}
	}
	return ""
}

var citing = token.Set("cite quote attribute")

// relaying are the verbs after which an outlet is named that had the words.
var relaying = token.Set("publish obtain see hear report quote cite release interview speak air broadcast carry play print forward leak give show send share describe")

// relayed is the outlet that published what speaks: a copy published by the
// Dispatch; a draft, dated Monday and seen by Union Wire.
func (w *work) relayed(f *found) string {
	for i := max(1, f.src.First); i < w.sourceEnd(f); i++ {
		t := &w.Tokens[i]
		if m, ok := w.named(i); ok && m.outlet != "" && m.End < w.sourceEnd(f) && relaying[w.Tokens[m.End].Lemma] { // a letter that the Dispatch published
			return m.outlet
		}
		if t.Norm != "by" && t.Norm != "to" && t.Norm != "in" && t.Norm != "with" && t.Norm != "on" || !relaying[w.Tokens[i-1].Lemma] {
			continue
		}
		for j := i + 1; j < w.sourceEnd(f) && j < i+4; j++ {
			m, ok := w.named(j)
			if ok && m.outlet != "" {
				return m.outlet
			}
			if !ok && t.Norm == "by" && w.Tokens[i-1].Lemma != "release" && w.Tokens[j].Tag == token.NAME {
				if o := w.asOutlet(j); o != "" {
					return o
				}
			}
		}
	}
	return ""
}

// sourceEnd is where what is told of a source ends: a document's goes on, up to
// its cue or its sentence's end, with who had it.
func (w *work) sourceEnd(f *found) int {
	if f.src.First >= f.src.End || f.at < 0 {
		return f.src.End
	}
	end := w.Sentences[w.Tokens[f.src.First].Sent].End
	if f.at > f.src.First {
		end = f.at
	}
	for i := f.src.End; i < end && i < f.src.End+24; i++ {
		if t := &w.Tokens[i]; t.Open || t.Norm == ";" {
			return i
		}
	}
	return max(f.src.End, min(end, f.src.End+24))
}

// finish moves what was found into the document.
func (w *work) finish() {
	d := w.doc
	for i := range w.found {
		f := &w.found[i]
		f.index = i
		a := Attribution{
			ID: "s" + strconv.Itoa(i+1), Source: f.source, Cue: f.cue, Content: tidy(f.content), Kind: kindOf(f.kind),
			Chain: f.chain, Post: f.post, Confidence: confidence(f), Date: d.Date,
		}
		if f.post != nil {
			a.Kind, a.Confidence = parley.KindPost, 1
			if !f.post.Date.IsZero() {
				a.Date = f.post.Date
			}
		} else if day, ok := w.saidOn(f); ok {
			a.Date = day
		}
		a.Manner = w.manner(f)
		a.Speaker = w.speaker(f.who)
		d.Attributions = append(d.Attributions, a)
	}
	for i := range w.found {
		f := &w.found[i]
		if f.who.outlet == "" {
			continue
		}
		for j := max(0, i-12); j < len(w.found) && j < i+12; j++ {
			if i != j && w.inside(&w.found[j], f) && !w.inside(f, &w.found[j]) {
				d.Attributions[i].Chain.Holds = append(d.Attributions[i].Chain.Holds, d.Attributions[j].ID)
			}
		}
	}
	for i := range w.cast.figures {
		f := &w.cast.figures[i]
		if f.first.End > 0 {
			d.People = append(d.People, Mentioned{ID: f.ID, Name: f.Name, Title: f.Title, Party: f.Party, First: f.first})
		}
	}
	slices.SortStableFunc(d.People, func(a, b Mentioned) int { return a.First.Start - b.First.Start })
}

// tidy joins touching spans and puts them in order.
func tidy(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int { return a.Start - b.Start })
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

func (w *work) speaker(id identity) Speaker {
	s := Speaker{Party: id.party, Name: id.name}
	if id.figure > 0 {
		f := &w.cast.figures[id.figure-1]
		s.Person, s.Name = f.ID, f.Name
		if f.Party != "" && id.second == 0 {
			s.Party = f.Party
		}
		if id.second > 0 {
			g := &w.cast.figures[id.second-1]
			s.Second, s.Name = g.ID, f.Name+" and "+g.Name
		}
	} else if id.party != "" && !id.anonymous {
		for _, p := range w.known.parties {
			if p.ID == id.party {
				s.Name = p.Name
			}
		}
	}
	return s
}

// manner counts the words of a content inside quotation marks.
func (w *work) manner(f *found) Manner {
	words, quoted := 0, 0
	for _, s := range f.content {
		i, _ := slices.BinarySearchFunc(w.Tokens, s.Start, func(t token.Token, at int) int { return t.Start - at })
		for ; i < len(w.Tokens) && w.Tokens[i].Start < s.End; i++ {
			if k := w.Tokens[i].Kind; k == token.Word || k == token.Number {
				words++
				if w.Tokens[i].Quote >= 0 {
					quoted++
				}
			}
		}
	}
	switch {
	case words > 0 && 10*quoted >= 9*words:
		return Direct
	case quoted > 0:
		return Mixed
	}
	return Indirect
}

// confidence squeezes the model's margin into 0 to 1.
func confidence(f *found) float64 {
	if f.at < 0 {
		return 0.5
	}
	const scale = 200 // of the trained margins, so that a doubtful cue shows as one
	return 1 / (1 + math.Exp(-float64(f.margin)/scale))
}

// nameOf is for messages and tests: whom an attribution's source means.
func (s Speaker) String() string {
	switch {
	case s.Name != "" && s.Party != "":
		return s.Name + " (" + s.Party + ")"
	case s.Name != "":
		return s.Name
	}
	return strings.TrimSpace(s.Party)
}

// kindOf gives attributions without a kind from the model that of speech.
func kindOf(k parley.Kind) parley.Kind {
	if k == "" {
		return parley.KindSpeech
	}
	return k
}

// saidOn finds the day on which a statement was made: a day in the cue's
// sentence that stands outside the content.
func (w *work) saidOn(f *found) (parley.Date, bool) {
	if f.at < 0 {
		return parley.Date{}, false
	}
	s, days := w.Sentences[w.Tokens[f.at].Sent], w.days()
	for i := max(s.First, f.at-12); i < s.End && i < f.at+12; i++ {
		t := &w.Tokens[i]
		if !t.Is(token.Weekday|token.Month) && t.Norm != "today" && t.Norm != "yesterday" || token.Within(f.content, t.Start) {
			continue
		}
		if d, ok := days.At(i, false); ok {
			return d, true
		}
	}
	return parley.Date{}, false
}
