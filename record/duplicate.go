package record

import (
	"sort"
	"strings"
	"unicode"
)

// A Ref points at an attribution of one of several documents.
type Ref struct{ Document, Attribution int }

// A Repeat is one statement and the places that carry it: five papers with one
// wire story are one statement with five carriers, not five confirmations.
type Repeat struct {
	First    Ref   // the earliest, by date, then by order
	Carriers []Ref // all of them, First included
}

// Repeats groups the attributions of several documents that carry the same
// words of the same speaker. Two are the same where one's content shares most
// of its three-word runs with the other's and their speakers do not contradict
// each other. Only groups that span two documents or more are returned, in the
// order of their first carriers.
//
// The work is linear in the number of attributions: a run of words that more
// than 64 share tells nothing and is not followed.
func Repeats(docs []*Document) []Repeat {
	var refs []Ref
	var runs []map[uint64]bool
	index := map[uint64][]int{}
	for d, doc := range docs {
		for a := range doc.Attributions {
			r := wordRuns(doc, &doc.Attributions[a])
			if len(r) < 3 { // too short to tell
				continue
			}
			n := len(refs)
			refs, runs = append(refs, Ref{d, a}), append(runs, r)
			for h := range r {
				if len(index[h]) < 64 {
					index[h] = append(index[h], n)
				}
			}
		}
	}
	parent := make([]int, len(refs))
	for i := range parent {
		parent[i] = i
	}
	root := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	for i := range refs {
		shared := map[int]int{}
		for h := range runs[i] {
			for _, j := range index[h] {
				if j < i && refs[j].Document != refs[i].Document {
					shared[j]++
				}
			}
		}
		for j, n := range shared {
			small, large := min(len(runs[i]), len(runs[j])), max(len(runs[i]), len(runs[j]))
			if 10*n >= 7*small && 3*small >= large && sameVoice(docs, refs[i], refs[j]) {
				a, b := root(i), root(j)
				parent[max(a, b)] = min(a, b)
			}
		}
	}
	groups := map[int][]Ref{}
	for i := range refs {
		groups[root(i)] = append(groups[root(i)], refs[i])
	}
	var out []Repeat
	for _, g := range groups {
		if spans(g) {
			sort.SliceStable(g, func(i, j int) bool { return docs[g[i].Document].Date.Compare(docs[g[j].Document].Date) < 0 })
			out = append(out, Repeat{First: g[0], Carriers: g})
		}
	}
	sort.Slice(out, func(i, j int) bool {
		a, b := out[i].First, out[j].First
		return a.Document < b.Document || a.Document == b.Document && a.Attribution < b.Attribution
	})
	return out
}

func spans(g []Ref) bool {
	for _, r := range g {
		if r.Document != g[0].Document {
			return true
		}
	}
	return false
}

// sameVoice tells whether two attributions may have one speaker.
func sameVoice(docs []*Document, a, b Ref) bool {
	x, y := &docs[a.Document].Attributions[a.Attribution], &docs[b.Document].Attributions[b.Attribution]
	if (x.Chain.Outlet != "") != (y.Chain.Outlet != "") { // the paper's own words and the speaker's within them
		return false
	}
	s, t := x.Speaker, y.Speaker
	switch {
	case s.Person != "" && t.Person != "":
		return s.Person == t.Person
	case s.Name != "" && t.Name != "" && !x.Chain.Anonymous && !y.Chain.Anonymous:
		return strings.Contains(s.Name, lastWord(t.Name)) || strings.Contains(t.Name, lastWord(s.Name))
	}
	return true
}

func lastWord(s string) string {
	f := strings.Fields(s)
	if len(f) == 0 {
		return s
	}
	return f[len(f)-1]
}

// wordRuns is the set of hashes of the three-word runs of a content.
func wordRuns(d *Document, a *Attribution) map[uint64]bool {
	out := map[uint64]bool{}
	var last [2]uint64
	n := 0
	for _, s := range a.Content {
		for w := range strings.FieldsFuncSeq(strings.ToLower(d.Text[s.Start:s.End]), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			h := uint64(14695981039346656037)
			for i := 0; i < len(w); i++ {
				h = (h ^ uint64(w[i])) * 1099511628211
			}
			if n >= 2 {
				out[last[0]*31+last[1]*17+h] = true
			}
			last[0], last[1] = last[1], h
			n++
		}
	}
	return out
}
