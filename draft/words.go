package draft

import (
	"regexp"
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// Op is what became of some words from one draft to the next.
type Op string

// The three things that can become of words.
const (
	Same   Op = "same"
	Struck Op = "struck"
	Added  Op = "added"
)

// Edit is a run of words with one fate. The edits that are same or struck make
// up the earlier words, those same or added the later.
type Edit struct {
	Op    Op     `json:"op"`
	Words string `json:"words"`
}

// wordForm cuts text into words, marks and white space. A number with its
// separators is one word: 600,000 does not become 800,000 by one digit.
var wordForm = regexp.MustCompile(`[\pL\pN]+(?:['’.,\-][\pL\pN]+)*|\s+|.`)

// tokenize cuts text into words; line breaks count as spaces, blank lines do not.
func tokenize(s string) []string {
	tokens := wordForm.FindAllString(strings.TrimSpace(s), -1)
	for k, t := range tokens {
		switch {
		case strings.TrimSpace(t) != "":
		case strings.Count(t, "\n") > 1:
			tokens[k] = "\n\n"
		default:
			tokens[k] = " "
		}
	}
	return tokens
}

// compareWords finds what was struck and added, word by word. The shortest list
// of changes is Myers's; it is found over words that each stand as one rune,
// without a time limit, so that the same texts always compare alike.
func compareWords(before, after string) []Edit {
	vocabulary := map[string]rune{}
	var known []string
	encode := func(tokens []string) []rune {
		runes := make([]rune, len(tokens))
		for k, t := range tokens {
			if _, ok := vocabulary[t]; !ok {
				vocabulary[t] = runeOf(len(known))
				known = append(known, t)
			}
			runes[k] = vocabulary[t]
		}
		return runes
	}
	a, b := encode(tokenize(before)), encode(tokenize(after))
	matcher := diffmatchpatch.New()
	matcher.DiffTimeout = 0
	ops := map[diffmatchpatch.Operation]Op{
		diffmatchpatch.DiffEqual: Same, diffmatchpatch.DiffDelete: Struck, diffmatchpatch.DiffInsert: Added,
	}
	var steps []step
	for _, d := range matcher.DiffMainRunes(a, b, false) {
		s := step{op: ops[d.Type]}
		for _, r := range d.Text {
			s.tokens = append(s.tokens, known[indexOf(r)])
		}
		steps = append(steps, s)
	}
	return smooth(steps)
}

// runeOf numbers words by runes, leaving out the surrogates, which are none.
func runeOf(k int) rune {
	if k++; k < 0xD800 {
		return rune(k)
	}
	return rune(k + 0x800)
}

func indexOf(r rune) int {
	if r < 0xD800 {
		return int(r) - 1
	}
	return int(r) - 0x800 - 1
}

// step is an edit before its words are put together.
type step struct {
	op     Op
	tokens []string
}

// smooth makes edits that read well: what was struck stands before what was
// added, and a mere space or a single word that stayed between two changes is
// told as part of them.
func smooth(steps []step) []Edit {
	var edits []Edit
	var struck, added strings.Builder
	flush := func() {
		if struck.Len() > 0 {
			edits = append(edits, Edit{Struck, struck.String()})
		}
		if added.Len() > 0 {
			edits = append(edits, Edit{Added, added.String()})
		}
		struck.Reset()
		added.Reset()
	}
	for k, s := range steps {
		words := strings.Join(s.tokens, "")
		within := k > 0 && k+1 < len(steps) && len(s.tokens) <= 3 && !strings.Contains(words, "\n\n")
		switch {
		case s.op == Struck:
			struck.WriteString(words)
		case s.op == Added:
			added.WriteString(words)
		case within:
			struck.WriteString(words)
			added.WriteString(words)
		default:
			flush()
			edits = append(edits, Edit{Same, words})
		}
	}
	flush()
	return edits
}

// similarity is how much two texts share, from 0 to 1: Dice's coefficient,
// twice the words in common over all words, however often each occurs.
func similarity(a, b string) float64 {
	count := map[string]int{}
	total, shared := 0, 0
	for _, w := range contentWords(a) {
		count[w]++
		total++
	}
	for _, w := range contentWords(b) {
		total++
		if count[w] > 0 {
			count[w]--
			shared++
		}
	}
	if total == 0 {
		return 0
	}
	return 2 * float64(shared) / float64(total)
}

// contentWords are the words of a text in lower case, without marks.
func contentWords(s string) []string {
	var words []string
	for _, t := range tokenize(strings.ToLower(s)) {
		if strings.IndexFunc(t, isLetterOrDigit) >= 0 {
			words = append(words, t)
		}
	}
	return words
}
