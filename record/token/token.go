// Package token cuts a report into paragraphs, sentences and tokens, tells for
// every token whether it stands inside quotation marks, and what sort of word
// it is.
//
// Offsets are bytes of the text given to [Read]; a token never starts or ends
// inside a UTF-8 sequence. The work is linear in the length of the text, and
// texts of any shape are taken: a paragraph longer than [MaxParagraph] tokens
// is cut, so that whoever looks at a whole paragraph stays fast.
//
// Word sorts come from a hand-made list (words.txt) and a digest of WordNet
// (wordnet.bin, made by the command in the wordnet folder). They are coarse on
// purpose: the reader needs to know a verb of saying from a noun, not more.
package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxParagraph is the most tokens a paragraph holds.
const MaxParagraph = 1500

// Kind is what a token is made of.
type Kind uint8

// The kinds.
const (
	Word Kind = iota
	Number
	Punct
	Quote
	Symbol // emoji and the like
	Handle // @name
	Link
)

// A Token is a word, a number or a mark of a text.
type Token struct {
	Start, End int // bytes
	Kind       Kind
	Tag        Tag
	Form       verbForm
	Norm       string // lower case, straight apostrophes, no final stop of an abbreviation
	Lemma      string // of a verb or noun, else Norm
	Class      Class
	Cap        bool // starts with a capital
	AllCaps    bool // two or more letters, all of them capitals
	Open       bool // an opening quotation mark
	Close      bool // a closing one
	Depth      uint8
	Quote      int // index of the outermost quotation it belongs to, or -1
	Sent, Para int
}

// Is reports whether the token belongs to any of the classes.
func (t *Token) Is(c Class) bool { return t.Class&c != 0 }

// A Range is tokens First up to but not including End.
type Range struct{ First, End int }

// A Text is a report cut up.
type Text struct {
	Src        string
	Tokens     []Token
	Sentences  []Range
	Paragraphs []Range
	Quotes     []Range // outermost quotations with their marks
}

// Read cuts a text up.
func Read(src string) *Text {
	t := &Text{Src: src, Tokens: make([]Token, 0, len(src)/5+8)}
	lex := words()
	for _, p := range paragraphs(src) {
		t.paragraph(lex, p[0], p[1])
	}
	return t
}

// paragraph cuts src[from:to], in windows of at most MaxParagraph tokens.
func (t *Text) paragraph(lex *lexicon, from, to int) {
	for from < to {
		first := len(t.Tokens)
		from = t.scan(from, to)
		if len(t.Tokens) == first {
			return
		}
		for i := first; i < len(t.Tokens); i++ {
			tok := &t.Tokens[i]
			tok.Para, tok.Quote = len(t.Paragraphs), -1
			lex.look(t.Src, tok)
		}
		t.Paragraphs = append(t.Paragraphs, Range{first, len(t.Tokens)})
		t.quotes(first)
		t.sentences(first)
		for s := len(t.Sentences) - 1; s >= 0 && t.Sentences[s].First >= first; s-- {
			lex.tag(t.Tokens[t.Sentences[s].First:t.Sentences[s].End])
		}
	}
}

// Words is the text of tokens first up to end.
func (t *Text) Words(r Range) string {
	if r.First >= r.End {
		return ""
	}
	return t.Src[t.Tokens[r.First].Start:t.Tokens[r.End-1].End]
}

// scan appends the tokens of src[i:to] and returns where it stopped: at to, or
// earlier when the window is full.
func (t *Text) scan(i, to int) int {
	first := len(t.Tokens)
	src := t.Src
	for i < to {
		c, n := utf8.DecodeRuneInString(src[i:to])
		if unicode.IsSpace(c) || c == '\ufeff' || c == '\u200b' || c == utf8.RuneError && n == 1 {
			i += n
			continue
		}
		if len(t.Tokens)-first >= MaxParagraph {
			return i
		}
		end, kind := one(src[:to], i, c, n)
		if kind != Word {
			t.Tokens = append(t.Tokens, Token{Start: i, End: end, Kind: kind})
			i = end
			continue
		}
		// A clitic is a token of its own: Trump|’s, they|’ll.
		if cut := clitic(src[i:end]); cut > 0 {
			t.Tokens = append(t.Tokens, Token{Start: i, End: i + cut}, Token{Start: i + cut, End: end})
		} else {
			t.Tokens = append(t.Tokens, Token{Start: i, End: end})
		}
		i = end
	}
	return to
}

// one finds the end and kind of the token that starts at i with rune c of n bytes.
func one(src string, i int, c rune, n int) (int, Kind) {
	rest := src[i:]
	switch {
	case unicode.IsDigit(c):
		return number(src, i), Number
	case unicode.IsLetter(c):
		for _, head := range []string{"http://", "https://", "www.", "pic.twitter.com", "t.co/"} {
			if c == rune(head[0]) && strings.HasPrefix(rest, head) {
				return i + untilSpace(rest), Link
			}
		}
		return word1(src, i), Word
	case c == '@' || c == '#':
		j := i + 1
		for j < len(src) {
			r, m := utf8.DecodeRuneInString(src[j:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' {
				break
			}
			j += m
		}
		if j > i+1 {
			return j, Handle
		}
		return j, Punct
	case strings.HasPrefix(rest, "''") || strings.HasPrefix(rest, "``"):
		return i + 2, Quote
	case strings.ContainsRune("“”«»\"‘’'„‟", c):
		return i + n, Quote
	case strings.HasPrefix(rest, "..."):
		j := i
		for j < len(src) && src[j] == '.' {
			j++
		}
		return j, Punct
	case strings.HasPrefix(rest, "--"):
		return i + 2, Punct
	case unicode.IsPunct(c):
		return i + n, Punct
	}
	// A symbol with its joiners and modifiers.
	j := i + n
	for j < len(src) {
		r, m := utf8.DecodeRuneInString(src[j:])
		if r != '\u200d' && r != '\ufe0f' && !unicode.Is(unicode.Mn, r) && (r < 0x1F3FB || r > 0x1F3FF) {
			break
		}
		j += m
	}
	return j, Symbol
}

func untilSpace(s string) int {
	for i, r := range s {
		if unicode.IsSpace(r) || strings.ContainsRune("”\"»)]", r) {
			return max(i, 1)
		}
	}
	return len(s)
}

func number(src string, i int) int {
	for i < len(src) {
		c, n := utf8.DecodeRuneInString(src[i:])
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			i += n
		case (c == '.' || c == ',' || c == ':' || c == '-') && i+1 < len(src) && src[i+1] >= '0' && src[i+1] <= '9',
			c == '-' && i+1 < len(src) && isLetter(src[i+1]):
			i++
		default:
			return i
		}
	}
	return i
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// word1 finds the end of the word at i: letters with inner apostrophes and
// hyphens, and the stops of abbreviations (U.S., Mr.).
func word1(src string, i int) int {
	start := i
	for i < len(src) {
		c, n := utf8.DecodeRuneInString(src[i:])
		if unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) || c == '_' {
			i += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(src[min(i+n, len(src)):])
		inner := unicode.IsLetter(next) || unicode.IsDigit(next)
		switch {
		case (c == '\'' || c == '’' || c == '-' || c == '‑') && inner:
			i += n
		case c == '.' && abbreviated(src[start:i], inner):
			i++
		case c == '&' && inner && i-start < 3: // AT&T
			i++
		default:
			return i
		}
	}
	return i
}

// abbreviated tells whether a stop after head belongs to the word.
func abbreviated(head string, inner bool) bool {
	last := head[strings.LastIndexByte(head, '.')+1:]
	if utf8.RuneCountInString(last) == 1 { // U. of U.S., an initial
		r, _ := utf8.DecodeRuneInString(last)
		return unicode.IsLetter(r) && (inner || unicode.IsUpper(r) && last != "I" || len(last) < len(head))
	}
	if inner || len(head) > 6 {
		return false
	}
	return words().words[strings.ToLower(head)].class&Abbrev != 0
}

// clitic returns where the clitic of a word starts, or 0.
func clitic(w string) int {
	for _, tail := range []string{"s", "S", "ll", "re", "ve", "d", "m"} {
		if h, ok := strings.CutSuffix(w, tail); ok {
			if b, ok := strings.CutSuffix(h, "'"); ok && b != "" {
				return len(b)
			}
			if b, ok := strings.CutSuffix(h, "’"); ok && b != "" {
				return len(b)
			}
		}
	}
	return 0
}

// look fills in what the lexicon knows of a token.
func (lex *lexicon) look(src string, t *Token) {
	raw := src[t.Start:t.End]
	t.Norm = raw
	if t.Kind != Word {
		if t.Kind == Number {
			t.Tag = NUM
		} else {
			t.Tag = PUNCT
		}
		t.Lemma = raw
		return
	}
	first, _ := utf8.DecodeRuneInString(raw)
	t.Cap = unicode.IsUpper(first) || unicode.IsTitle(first)
	t.AllCaps = t.Cap && len(raw) > 1 && strings.ToUpper(raw) == raw && strings.Trim(raw, ".") != raw[:1]
	t.Norm = strings.ToLower(raw)
	if strings.Contains(t.Norm, "’") {
		t.Norm = strings.ReplaceAll(t.Norm, "’", "'")
	}
	bare := strings.TrimSuffix(t.Norm, ".")
	w, ok := lex.words[t.Norm]
	if !ok {
		w = lex.words[bare]
	}
	t.Norm = bare
	t.Class, t.Lemma = w.class&^(verbClasses|nounClasses), bare
	if !t.Cap {
		t.Class &^= Month | Weekday | Country | Capital | Demonym | MaleName | FemaleName
	}
	if l, form := lex.verbLemma(bare); l != "" {
		t.Lemma, t.Form = l, form
		t.Class |= lex.words[l].class & (verbClasses | CommunicationVerb | CognitionVerb)
	}
	if l, _ := lex.nounLemma(bare); l != "" {
		t.Class |= lex.words[l].class & (nounClasses | PersonNoun | GroupNoun | CommunicationNoun | TimeNoun | PlaceNoun | Male | Female)
		if t.Form == none || t.Form == base && l == bare {
			t.Lemma = l
		}
	}
	if w.class&Title != 0 {
		t.Class |= Title
	}
}
