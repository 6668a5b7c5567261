package record

import (
	"math"
	"slices"
	"sort"
	"strings"
	"unicode"

	"github.com/parley-desk/parley/record/token"
)

// topic is a Topic ready for scoring.
type topic struct {
	id      string
	phrases []phrase
}

// phrase is words that tell of a topic when all of them occur, and how much:
// the more the fewer topics share it.
type phrase struct {
	stems  []string
	weight float64
}

// newTopics weighs each phrase by how few topics have it.
func newTopics(ts []Topic) []topic {
	in := map[string]int{}
	all := make([]topic, len(ts))
	for i, t := range ts {
		all[i].id = t.ID
		have := map[string]bool{}
		for _, words := range t.Words {
			cut := stems(words)
			key := strings.Join(cut, " ")
			if key == "" || have[key] {
				continue
			}
			have[key] = true
			in[key]++
			all[i].phrases = append(all[i].phrases, phrase{stems: cut})
		}
	}
	for i := range all {
		for k := range all[i].phrases {
			p := &all[i].phrases[k]
			p.weight = math.Log(1 + float64(len(ts)+1)/float64(in[strings.Join(p.stems, " ")]))
		}
	}
	return all
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

// scoreTopics scores the issues that an attribution's content may be about, by
// the phrases of theirs that it holds. An issue of which it names nothing has
// no score: better none than a guess.
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
		for _, p := range t.phrases {
			if !slices.ContainsFunc(p.stems, func(w string) bool { return !seen[w] }) {
				sum += p.weight
			}
		}
		if sum > 0 {
			out = append(out, Scored{t.id, math.Round(100*sum/(sum+2)) / 100})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Score > out[j].Score })
	return out[:min(len(out), 5)]
}
