package attribute

import (
	"github.com/parley-desk/parley/record/linear"
	"github.com/parley-desk/parley/record/token"
)

// A view is a text prepared for features: a symbol for each token and the base
// noun phrases.
type view struct {
	*token.Text
	sym    []uint64 // what a token is called in features
	tag    []uint64
	chunks []chunk
	at     []int32 // chunk that a token is part of, or -1
}

// A chunk is a base noun phrase: a determiner to its head noun, or a pronoun.
type chunk struct{ first, end, head int }

// closedClass are words that features may name; open-class words go by sort.
const closedClass = token.Det | token.Pron | token.Poss | token.Aux | token.Modal | token.Neg | token.Prep |
	token.Conj | token.Comp | token.Wh | token.AdvWord

func newView(t *token.Text) *view {
	n := len(t.Tokens)
	v := &view{Text: t, sym: make([]uint64, n), tag: make([]uint64, n), at: make([]int32, n)}
	for i := range t.Tokens {
		v.sym[i] = symbol(&t.Tokens[i])
		v.tag[i] = uint64(t.Tokens[i].Tag) + 1
		v.at[i] = -1
	}
	for _, s := range t.Sentences {
		v.chunk(s)
	}
	return v
}

// symbol names a token by its word if it is a closed-class word or a mark,
// else by what sort of word it is, so that features do not learn names.
func symbol(t *token.Token) uint64 {
	switch {
	case t.Open:
		return linear.Hash("«")
	case t.Close:
		return linear.Hash("»")
	case t.Kind == token.Number:
		return linear.Hash("0")
	case t.Kind == token.Punct || t.Kind == token.Quote:
		if t.Norm == "–" || t.Norm == "--" {
			return linear.Hash("—")
		}
		return linear.Hash(t.Norm)
	case t.Kind != token.Word:
		return uint64(t.Kind) + 900
	case t.Tag == token.NAME:
		return sortOf(t) + 1000
	case t.Is(closedClass):
		return linear.Hash(t.Norm)
	}
	return uint64(t.Tag)*64 + sortOf(t) + 5000
}

// sortOf is a small number for what a noun or name stands for.
func sortOf(t *token.Token) uint64 {
	switch {
	case t.Is(token.Month | token.Weekday):
		return 1
	case t.Is(token.Title | token.Honorific):
		return 2
	case t.Is(token.Country | token.Capital):
		return 3
	case t.Is(token.Demonym):
		return 4
	case t.Is(token.MaleName | token.FemaleName):
		return 5
	case t.Tag == token.NAME && t.AllCaps:
		return 6
	case t.Tag == token.NAME:
		return 7
	case t.Is(token.Document):
		return 8
	case t.Is(token.PersonNoun):
		return 9
	case t.Is(token.GroupNoun):
		return 10
	case t.Is(token.CommunicationNoun):
		return 11
	case t.Is(token.TimeNoun):
		return 12
	case t.Is(token.CueVerb) && t.Tag != token.NOUN:
		return 13
	case t.Is(token.CueNoun):
		return 14
	case t.Tag != token.NOUN:
		return 0
	case t.Is(token.ActNoun):
		return 15
	case t.Is(token.ThoughtNoun):
		return 16
	case t.Is(token.EventNoun):
		return 17
	case t.Is(token.MoneyNoun):
		return 18
	case t.Is(token.ThingNoun):
		return 19
	}
	return 0
}

// chunk finds the base noun phrases of a sentence.
func (v *view) chunk(s token.Range) {
	for i := s.First; i < s.End; {
		t := &v.Tokens[i]
		if t.Tag == token.PRON || t.Kind == token.Handle {
			v.addChunk(i, i+1, i)
			i++
			continue
		}
		j, head := i, -1
		for ; j < s.End; j++ {
			t := &v.Tokens[j]
			inside := j > i
			if head >= 0 && timeAhead(v.Tokens[j:s.End]) { // Holt last week; Holt Tuesday
				goto done
			}
			switch t.Tag {
			case token.DET:
				if t.Norm == "that" && j+1 < s.End && (v.Tokens[j+1].Tag == token.DET || v.Tokens[j+1].Tag == token.NAME) { // said that the premier
					goto done
				}
				if inside && v.Tokens[j-1].Tag != token.DET && v.Tokens[j-1].Tag != token.ADV {
					goto done
				}
				continue
			case token.POSS:
				if t.Norm != "'s" && inside && v.Tokens[j-1].Tag != token.DET {
					goto done
				}
				continue
			case token.ADJ, token.NUM:
				continue
			case token.ING, token.PART, token.PAST:
				// an adjective by use: the warring parties
				if inside && v.Tokens[j-1].Tag == token.DET && j+1 < s.End && nominal(&v.Tokens[j+1]) {
					continue
				}
				goto done
			case token.NOUN, token.NAME:
				head = j
				continue
			}
			if inside && t.Kind == token.Punct && (t.Norm == "-" || t.Norm == "/") && head == j-1 && j+1 < s.End && nominal(&v.Tokens[j+1]) {
				continue
			}
			if inside && t.Kind == token.Quote && head < 0 && j+1 < s.End && nominal(&v.Tokens[j+1]) && t.Open {
				continue
			}
			goto done
		}
	done:
		if head < 0 {
			if j > i && (v.Tokens[j-1].Tag == token.NUM || j > i+1 && v.Tokens[i].Tag == token.DET && v.Tokens[j-1].Norm == "other") { // the other
				head = j - 1
			} else if j > i && v.Tokens[i].Tag == token.DET && j == i+1 {
				head = i // that, some, most standing alone
			} else {
				i = max(j, i+1)
				continue
			}
		}
		end := head + 1
		if end < j && v.Tokens[end].Norm == "'s" { // a possessor that stands alone
			end++
		}
		v.addChunk(i, end, head)
		i = max(end, i+1)
	}
}

// timeAhead tells whether tokens start an adverbial of time: last week, Tuesday.
func timeAhead(toks []token.Token) bool {
	t := &toks[0]
	if t.Is(token.Weekday) {
		return true
	}
	switch t.Norm {
	case "last", "this", "next", "late", "early", "earlier", "later":
		return len(toks) > 1 && (toks[1].Is(token.TimeNoun|token.Weekday|token.Month) || toks[1].Norm == "night")
	}
	return false
}

func nominal(t *token.Token) bool {
	return t.Tag == token.NOUN || t.Tag == token.NAME || t.Tag == token.ADJ
}

func (v *view) addChunk(first, end, head int) {
	for i := first; i < end; i++ {
		v.at[i] = int32(len(v.chunks))
	}
	v.chunks = append(v.chunks, chunk{first, end, head})
}

// finite tells whether a token is a finite verb, as far as tags tell.
func finite(t *token.Token) bool {
	return t.Tag == token.VERB || t.Tag == token.PAST || t.Tag == token.AUX || t.Tag == token.MODAL
}

// finites counts the finite verbs of a range, up to most.
func (v *view) finites(r token.Range, most int) int {
	n := 0
	for i := r.First; i < r.End && n < most; i++ {
		if finite(&v.Tokens[i]) {
			n++
		}
	}
	return n
}

// norm is the lower-case word at i, or "" outside the sentence's paragraph.
func (v *view) norm(i int) string {
	if i < 0 || i >= len(v.Tokens) {
		return ""
	}
	return v.Tokens[i].Norm
}

// symAt is the symbol at i within range r, or an edge mark.
func (v *view) symAt(r token.Range, i int) uint64 {
	if i < r.First {
		return 1
	}
	if i >= r.End {
		return 2
	}
	return v.sym[i]
}

func (v *view) tagAt(r token.Range, i int) uint64 {
	if i < r.First || i >= r.End {
		return 0
	}
	return v.tag[i]
}
