// Package attribute finds attributions in a text: who is said to have said,
// demanded, believed or decided what.
//
// It works a cue at a time. Every token that may attribute (said, according
// to, the colon of a transcript) is a trigger. For each a linear model weighs
// all likely readings at once:
//
//	left content   source   cue   right content
//	“Not yet,”     Dure     said  on Tuesday. “Soon.”
//	               ──────core──
//
// The source is one of the runs of noun phrases in the trigger's sentence;
// source and cue make the core; the content lies to the left of the core, to
// its right or on both sides. So a reading is three spans, its score the sum of
// the scores of the source, of either side and of how the two sides go
// together, and the best of several thousand readings costs a few hundred
// feature sums. Links need no step of their own: a reading has its cue.
//
// A second model then sorts the triggers into no cue, speech, position,
// expectation and other, by the words about them and by what their best reading
// would attribute to whom.
//
// Features name closed-class words, marks, cue lemmas and sorts of words (a
// title, a country, a group), never an open-class word or a name: what is
// learnt of one war's reports holds for the next.
//
// Weights are learnt by the averaged structured perceptron ([Train]), from a
// fixed order and seed, so that the same reports give the same bytes.
package attribute

import (
	"fmt"
	"slices"

	"github.com/parley-desk/parley/record/linear"
	"github.com/parley-desk/parley/record/token"
)

// An Attribution is one cue as the model reads it; the ranges are tokens.
type Attribution struct {
	Source, Cue token.Range
	Left, Right token.Range // content before and after source and cue
	At          int         // the cue's heart
	Kind        string      // speech, position, expectation or other
	Label       bool        // the cue is a transcript's colon
	Margin      float32     // by how much the cue beat being none
}

// A Model holds the weights for one language. A loaded model is never
// changed and may be used by many goroutines at once.
type Model struct {
	Language string // BCP 47
	Made     string // from what, in words
	cue      linear.Table
	link     linear.Table
}

// kindScorer scores the classes of a trigger.
type kindScorer interface {
	Classes(f linear.Features, out []float32)
}

// Encode packs a model.
func (m *Model) Encode() []byte {
	return linear.Pack([]string{m.Language, m.Made}, &m.cue, &m.link)
}

// Decode unpacks what [Model.Encode] packed.
func Decode(packed []byte) (*Model, error) {
	m := &Model{}
	if err := linear.Unpack(packed, []*string{&m.Language, &m.Made}, &m.cue, &m.link); err != nil {
		return nil, fmt.Errorf("attribute: %w", err)
	}
	return m, nil
}

// Find lists the attributions of a text in the order of their cues.
func (m *Model) Find(t *token.Text) []Attribution {
	return find(newView(t), &m.cue, &m.link)
}

func find(v *view, cue kindScorer, link scorer) []Attribution {
	d := &reader{view: v, scorer: link}
	var out []Attribution
	var buf linear.Features
	claimed := make([]bool, len(v.Quotes))
	var doubtful []Attribution // verbs near a quotation that were not taken for cues
	triggers := v.triggers()
	turns := v.turns(triggers)
	for _, g := range triggers {
		ch := d.best(&g, nil)
		f, _ := v.cueFeatures(&g, buf[:0])
		f = v.readingFeatures(&g, ch, f)
		buf = f
		var scores [len(cueKinds)]float32
		cue.Classes(f, scores[:])
		k := argmax(scores[:])
		if k == 0 && g.sort == colonCue && turns[v.labelled(g.at)] > 1 {
			k = speechKind
		}
		if v.Tokens[g.at].Depth > 0 && v.ownMind(&g) {
			k = argmax(scores[1:]) + 1
		} else if v.Tokens[g.at].Depth > 0 && v.polite(&g) {
			continue
		}
		if k == 0 {
			t := &v.Tokens[g.at]
			if g.sort == verbCue && t.Depth == 0 && v.quoteAbout(&g) || g.sort == colonCue && v.Tokens[g.end].Open {
				doubtful = append(doubtful, attribution(&g, ch))
			}
			continue
		}
		if a := attribution(&g, ch); a.content() && !v.nobodys(a) {
			a.Kind, a.Margin = cueKinds[k], scores[k]-scores[0]
			if v.Tokens[g.at].Depth == 0 {
				v.claim(claimed, a)
			}
			out = append(out, a)
		}
	}
	// A quotation that nobody claims goes to the verb beside it.
	for _, a := range doubtful {
		if a.content() && v.quotesOnly(a, claimed) {
			a.Kind = "speech"
			v.claim(claimed, a)
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, func(a, b Attribution) int { return a.At - b.At })
	return v.unrivalled(out)
}

// unrivalled drops a cue whose content is a quotation that a nearer cue of the
// same sentence has as well: asked, in “Yes,” she said when asked about it.
func (v *view) unrivalled(all []Attribution) []Attribution {
	kept := all[:0:0]
	for i, a := range all {
		rival := false
		for j := max(0, i-2); j < len(all) && j < i+3 && !rival; j++ {
			b := &all[j]
			if q := v.loneQuote(a); j != i && q >= 0 && q == v.loneQuote(*b) && v.Tokens[a.At].Depth == 0 && v.Tokens[b.At].Depth == 0 {
				da, db := v.reach(a, q), v.reach(*b, q)
				rival = db < da || db == da && j < i
			}
		}
		if !rival {
			kept = append(kept, a)
		}
	}
	return kept
}

// loneQuote is the quotation that makes up an attribution's content, or -1.
func (v *view) loneQuote(a Attribution) int {
	r := a.Left
	if r.First >= r.End {
		r = a.Right
	} else if a.Right.First < a.Right.End {
		return -1
	}
	if v.shapeOf(r) != quoted {
		return -1
	}
	return v.Tokens[r.First].Quote
}

// reach is how many tokens lie between a cue and a quotation.
func (v *view) reach(a Attribution, quote int) int {
	q := v.Quotes[quote]
	return max(q.First-a.Cue.End, a.Cue.First-q.End)
}

// attribution puts a reading into the form that is handed out.
func attribution(g *trigger, ch choice) Attribution {
	return Attribution{Source: ch.source, Cue: token.Range{First: g.first, End: g.end}, Left: ch.left, Right: ch.right, At: g.at, Label: g.sort == colonCue}
}

// content tells whether anything is attributed.
func (a *Attribution) content() bool {
	return a.Left.First < a.Left.End || a.Right.First < a.Right.End
}

// quoteAbout tells whether a quotation stands in a trigger's sentence or right
// before it: “Three years.” Holt replied by text.
func (v *view) quoteAbout(g *trigger) bool {
	if first := g.sent.First; first > v.Paragraphs[v.Tokens[g.at].Para].First && v.Tokens[first-1].Close {
		return true
	}
	for i := g.sent.First; i < g.sent.End; i++ {
		if v.Tokens[i].Open || v.Tokens[i].Close {
			return true
		}
	}
	return false
}

// claim notes the quotations that a content starts in.
func (v *view) claim(claimed []bool, a Attribution) {
	for _, r := range []token.Range{a.Left, a.Right} {
		for i := r.First; i < r.End; i++ {
			if q := v.Tokens[i].Quote; q >= 0 {
				claimed[q] = true
				i = v.Quotes[q].End - 1
			}
		}
	}
}

// quotesOnly tells whether a reading has a source and its content is
// quotations that nobody claims.
func (v *view) quotesOnly(a Attribution, claimed []bool) bool {
	if a.Source.First >= a.Source.End {
		return false
	}
	for _, r := range []token.Range{a.Left, a.Right} {
		if r.First >= r.End {
			continue
		}
		q := v.Tokens[r.First].Quote
		if v.shapeOf(r) != quoted || claimed[q] || v.Quotes[q].End-v.Quotes[q].First < 5 || !v.Tokens[a.At].Is(token.Speech) && !v.setOff(v.Quotes[q]) {
			return false
		}
	}
	return true
}

// setOff tells whether a quotation stands for itself, as words that were said
// do and words that are mentioned do not: after a comma, a colon or a stop, and
// with a mark before its end.
func (v *view) setOff(q token.Range) bool {
	before, last := v.norm(q.First-1), v.norm(q.End-2)
	begins := q.First == v.Paragraphs[v.Tokens[q.First].Para].First || before == "," || before == ":" || v.Sentences[v.Tokens[q.First].Sent].First == q.First
	begins = begins && (v.Tokens[q.First+1].Cap || v.Tokens[q.First+1].Kind != token.Word) // not: “…,” she said, “and …”
	return begins && (last == "," || last == "." || last == "?" || last == "!" || last == "…" || last == "—")
}

func argmax(s []float32) int {
	best := 0
	for k := range s {
		if s[k] > s[best] {
			best = k
		}
	}
	return best
}
