// Package score measures how well attributions were found.
//
// A role (source, cue, content) is scored by exact spans, by spans after
// quotation marks and punctuation are taken off their edges, and by words. For
// whole attributions, gold and found ones are paired one to one, best first,
// by how far their contents and cues share words; a pair is linked when the
// contents share at least half of their words (Jaccard) and the sources at
// least half of the shorter one's, or neither has a source.
//
// Contents are direct where nine words in ten stand inside double quotation
// marks, indirect where none does, else mixed; for each kind recall is over the
// marked and precision over the found of that kind.
package score

import (
	"math/rand/v2"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parley-desk/parley/record/token"
)

// A Span is a half-open range of bytes.
type Span = token.Span

// An Attribution is three roles, each of any number of spans.
type Attribution struct{ Source, Cue, Content []Span }

func (a *Attribution) role(i int) []Span {
	return [][]Span{a.Source, a.Cue, a.Content}[i]
}

var roles = []string{"source", "cue", "content"}

// Names lists the measures in the order in which tables show them.
var Names = func() []string {
	var n []string
	for _, r := range roles {
		n = append(n, r+"/exact", r+"/trimmed", r+"/overlap")
	}
	return append(n, "attribution/content-found", "attribution/linked", "attribution/all-exact",
		"attribution/source-given-content", "linked/direct", "linked/mixed", "linked/indirect")
}()

// Count is what one measure counted: right among the marked, right among the
// found, found and marked.
type Count struct{ Right, RightFound, Found, Marked int }

// F1 is the harmonic mean of precision and recall.
func (c Count) F1() float64 {
	p, r := c.PR()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// PR is precision and recall.
func (c Count) PR() (p, r float64) {
	if c.Found > 0 {
		p = float64(c.RightFound) / float64(c.Found)
	}
	if c.Marked > 0 {
		r = float64(c.Right) / float64(c.Marked)
	}
	return p, r
}

// Counts holds a count for each name.
type Counts map[string]Count

// Add adds the counts of another document.
func (c Counts) Add(d Counts) {
	for k, v := range d {
		w := c[k]
		c[k] = Count{w.Right + v.Right, w.RightFound + v.RightFound, w.Found + v.Found, w.Marked + v.Marked}
	}
}

// Range is the middle 95 % of a measure's F1 when documents are drawn anew
// with replacement, rounds times, from a fixed seed.
func Range(parts []Counts, name string, rounds int) (low, high float64) {
	if len(parts) == 0 || rounds == 0 {
		return 0, 0
	}
	rng := rand.New(rand.NewPCG(1, 1))
	all := make([]float64, rounds)
	for i := range all {
		var c Count
		for range parts {
			v := parts[rng.IntN(len(parts))][name]
			c = Count{c.Right + v.Right, c.RightFound + v.RightFound, c.Found + v.Found, c.Marked + v.Marked}
		}
		all[i] = c.F1()
	}
	sort.Float64s(all)
	return all[int(0.025*float64(rounds))], all[max(0, int(0.975*float64(rounds))-1)]
}

// Document counts every measure over one text.
func Document(text string, gold, found []Attribution) Counts {
	d := newDoc(text)
	out := Counts{}
	for i, role := range roles {
		for name, edge := range map[string]string{"exact": " \t\r\n\u00a0", "trimmed": edges} {
			g, p := d.spans(gold, i, edge), d.spans(found, i, edge)
			both := 0
			for s := range p {
				if g[s] {
					both++
				}
			}
			out[role+"/"+name] = Count{both, both, len(p), len(g)}
		}
		g, p := d.all(gold, i), d.all(found, i)
		both := shared(g, p)
		out[role+"/overlap"] = Count{both, both, len(p), len(g)}
	}
	d.whole(gold, found, out)
	return out
}

// Pairs lists the pairs (gold, found) that [Document] compares, and whether
// each is linked.
func Pairs(text string, gold, found []Attribution) []Pair {
	d := newDoc(text)
	return d.pairs(d.words3(gold), d.words3(found))
}

// A Pair is an attribution marked and the one found for it.
type Pair struct {
	Gold, Found     int
	Content, Linked bool
}

// Kind is direct, mixed or indirect, or none for a content without words.
func Kind(text string, content []Span) string {
	d := newDoc(text)
	return d.kind(d.tokens(content))
}

const edges = " \t\r\n\u00a0\"'`“”‘’«»,.;:!?…–—-()[]"

type doc struct {
	text   string
	words  []Span
	quoted []bool // of each word: starts inside quotation marks
}

type set map[int]bool

func newDoc(text string) *doc {
	d := &doc{text: text}
	mask := quoteMask(text)
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !wordRune(r) {
			i += n
			continue
		}
		end := i
		for end < len(text) {
			r, n := utf8.DecodeRuneInString(text[end:])
			if wordRune(r) {
				end += n
				continue
			}
			next, _ := utf8.DecodeRuneInString(text[end+n:])
			if strings.ContainsRune("'’.-", r) && wordRune(next) {
				end += n
				continue
			}
			break
		}
		d.words = append(d.words, Span{Start: i, End: end})
		d.quoted = append(d.quoted, mask[i])
		i = end
	}
	return d
}

func wordRune(r rune) bool {
	return r == '_' || r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.No, r) || unicode.Is(unicode.Nl, r))
}

// quoteMask marks the bytes inside double quotation marks, by paragraph.
func quoteMask(text string) []bool {
	mask := make([]bool, len(text))
	in := false
	for i, r := range text {
		switch {
		case strings.HasPrefix(text[i:], "''"):
			in = !in
		case r == '\n':
			in = false
		case r == '“' || r == '«':
			in = true
		case r == '”' || r == '»':
			in = false
		case r == '"':
			in = !in
		case in:
			mask[i] = true
		}
	}
	return mask
}

func (d *doc) tokens(spans []Span) set {
	out := set{}
	for _, s := range spans {
		i := sort.Search(len(d.words), func(i int) bool { return d.words[i].End > s.Start })
		for ; i < len(d.words) && d.words[i].Start < s.End; i++ {
			out[i] = true
		}
	}
	return out
}

func (d *doc) kind(w set) string {
	if len(w) == 0 {
		return "none"
	}
	q := 0
	for i := range w {
		if d.quoted[i] {
			q++
		}
	}
	switch {
	case float64(q) >= 0.9*float64(len(w)):
		return "direct"
	case q > 0:
		return "mixed"
	}
	return "indirect"
}

func (d *doc) trim(s Span, edge string) Span {
	t := strings.TrimLeft(d.text[s.Start:s.End], edge)
	s.Start = s.End - len(t)
	s.End = s.Start + len(strings.TrimRight(t, edge))
	return s
}

func (d *doc) spans(as []Attribution, role int, edge string) map[Span]bool {
	out := map[Span]bool{}
	for i := range as {
		for _, s := range as[i].role(role) {
			out[d.trim(s, edge)] = true
		}
	}
	return out
}

func (d *doc) all(as []Attribution, role int) set {
	out := set{}
	for i := range as {
		for w := range d.tokens(as[i].role(role)) {
			out[w] = true
		}
	}
	return out
}

func (d *doc) words3(as []Attribution) [][3]set {
	out := make([][3]set, len(as))
	for i := range as {
		for r := range roles {
			out[i][r] = d.tokens(as[i].role(r))
		}
	}
	return out
}

func shared(a, b set) int {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n
}

func jaccard(a, b set) float64 {
	if len(a) == 0 && len(b) == 0 {
		return 0
	}
	n := shared(a, b)
	return float64(n) / float64(len(a)+len(b)-n)
}

func (d *doc) pairs(gold, found [][3]set) []Pair {
	type candidate struct {
		score float64
		i, j  int
	}
	var cands []candidate
	for i := range gold {
		for j := range found {
			if s := jaccard(gold[i][2], found[j][2]) + 0.5*jaccard(gold[i][1], found[j][1]); s > 0 {
				cands = append(cands, candidate{s, i, j})
			}
		}
	}
	slices.SortFunc(cands, func(a, b candidate) int {
		switch {
		case a.score != b.score:
			if a.score > b.score {
				return -1
			}
			return 1
		case a.i != b.i:
			return a.i - b.i
		}
		return a.j - b.j
	})
	usedG, usedF := set{}, set{}
	var out []Pair
	for _, c := range cands {
		if usedG[c.i] || usedF[c.j] {
			continue
		}
		usedG[c.i], usedF[c.j] = true, true
		g, f := gold[c.i], found[c.j]
		p := Pair{Gold: c.i, Found: c.j, Content: jaccard(g[2], f[2]) >= 0.5}
		if p.Content {
			a, b := g[0], f[0]
			p.Linked = len(a) == 0 && len(b) == 0 ||
				len(a) > 0 && len(b) > 0 && 2*shared(a, b) >= min(len(a), len(b))
		}
		out = append(out, p)
	}
	return out
}

func (d *doc) whole(gold, found []Attribution, out Counts) {
	G, F := d.words3(gold), d.words3(found)
	linkedG, linkedF := set{}, set{}
	content, exact := 0, 0
	for _, p := range d.pairs(G, F) {
		if p.Content {
			content++
		}
		if p.Linked {
			linkedG[p.Gold], linkedF[p.Found] = true, true
		}
		same := true
		for r := range roles {
			a, b := d.spans(gold[p.Gold:p.Gold+1], r, edges), d.spans(found[p.Found:p.Found+1], r, edges)
			same = same && len(a) == len(b)
			for s := range a {
				same = same && b[s]
			}
		}
		if same {
			exact++
		}
	}
	n, m := len(found), len(gold)
	out["attribution/content-found"] = Count{content, content, n, m}
	out["attribution/linked"] = Count{len(linkedG), len(linkedG), n, m}
	out["attribution/all-exact"] = Count{exact, exact, n, m}
	out["attribution/source-given-content"] = Count{len(linkedG), len(linkedG), content, content}
	for _, k := range []string{"direct", "mixed", "indirect"} {
		var c Count
		for i := range G {
			if d.kind(G[i][2]) == k {
				c.Marked++
				if linkedG[i] {
					c.Right++
				}
			}
		}
		for j := range F {
			if d.kind(F[j][2]) == k {
				c.Found++
				if linkedF[j] {
					c.RightFound++
				}
			}
		}
		out["linked/"+k] = c
	}
}
