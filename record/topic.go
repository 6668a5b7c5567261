package record

import (
	"math"
	"sort"
	"strings"
	"unicode"

	"github.com/parley-desk/parley/record/token"
)

// topic is a Topic ready for scoring: how much each of its words tells.
type topic struct {
	id    string
	words map[string]float64
	total float64
}

// newTopics weighs each word by how few topics share it.
func newTopics(ts []Topic) []topic {
	in := map[string]int{}
	var all []map[string]bool
	for _, t := range ts {
		ws := map[string]bool{}
		for _, phrase := range t.Words {
			for _, w := range stems(phrase) {
				ws[w] = true
			}
		}
		for w := range ws {
			in[w]++
		}
		all = append(all, ws)
	}
	var out []topic
	for i, t := range ts {
		p := topic{id: t.ID, words: map[string]float64{}}
		for w := range all[i] {
			p.words[w] = math.Log(1 + float64(len(ts)+1)/float64(in[w]))
		}
		out = append(out, p)
	}
	return out
}

// stems cuts a text into the stems of its telling words.
func stems(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if c := token.ClassOf(w); len(w) < 3 && !unicode.IsDigit(rune(w[0])) || c&(token.Det|token.Pron|token.Poss|token.Aux|token.Modal|token.Prep|token.Conj|token.Comp|token.Wh|token.AdvWord) != 0 {
			continue
		}
		out = append(out, stem(w))
	}
	return out
}

// stem cuts the commonest endings off, alike on both sides of a comparison.
func stem(w string) string {
	if n, plural := token.Singular(w); plural {
		w = n
	}
	for _, tail := range []string{"isation", "ization", "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ed", "es", "al", "ly", "s", "y", "e"} {
		if strings.HasSuffix(w, tail) && len(w)-len(tail) >= 4 {
			return w[:len(w)-len(tail)]
		}
	}
	return w
}

// scoreTopics scores the issues that an attribution's content may be about:
// the weight of the topic's words that it names, against what a statement
// plainly on the topic would name.
func scoreTopics(ts []topic, d *Document, a *Attribution) []Scored {
	if len(ts) == 0 {
		return nil
	}
	seen := map[string]bool{}
	for _, s := range a.Content {
		for _, w := range stems(d.Text[s.Start:min(s.End, s.Start+2000)]) {
			seen[w] = true
		}
	}
	var out []Scored
	for _, t := range ts {
		sum := 0.0
		for w := range seen {
			sum += t.words[w]
		}
		if sum > 0 {
			out = append(out, Scored{t.id, math.Round(100*sum/(sum+2)) / 100})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Score > out[j].Score })
	return out[:min(len(out), 5)]
}
