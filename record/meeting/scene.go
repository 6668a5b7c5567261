package meeting

import (
	"sort"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record/day"
	"github.com/parley-desk/parley/record/token"
)

// A Scene is a report as the finder of meetings needs to know it.
type Scene struct {
	*token.Text
	Days     day.Reader // the days that it names, and its own
	Home     string     // the dateline's town
	Parties  []Party    // of the case
	Mentions []Mention  // who is named, in the order of the text
	Said     []Said     // what is attributed, in the order of the text
	Cast     Cast
}

// A Party is an actor of the case.
type Party struct{ ID, Name string }

// A Mention is a stretch of tokens that names somebody.
type Mention struct {
	token.Range
	Who
}

// Who is whom some words mean. The zero value is nobody known.
type Who struct {
	Person string // id of a person of the case
	Name   string // of a person whom the case does not know
	Party  string // id of the party, the person's too
	Outlet bool   // a medium
	Other  bool   // a name that is nobody who meets: of a house, in a dateline
}

// one tells whether a single person is meant.
func (w Who) one() bool { return w.Person != "" || w.Name != "" || w.Other }

// Said is an attribution: where it stands and what it holds.
type Said struct {
	First   int // the token that it is filed under: the cue or the content's first
	Cue     int // the cue's token, -1 without
	Source  token.Range
	Content []token.Span
	Kind    parley.Kind
}

// holds tells whether a byte stands in the content.
func (s *Said) holds(at int) bool { return token.Within(s.Content, at) }

// A Cast tells whom words mean that are no names.
type Cast interface {
	Told(sentence int) bool   // whether a sentence is the report's own, or tells what a post's writer did
	Pronoun(token int) Who    // he, their, it
	Titled(r token.Range) Who // foreign minister
	Poster(token int) Who     // the writer of the post around a token
}

// finder is a scene with what is looked up in it again and again.
type finder struct {
	*Scene
	starts []int32     // for each token: the mention that starts there, from 1
	dated  []int32     // for each token: how many before it name a day
	sym    []uint64    // for each token: what features call it
	meant  map[int]Who // what pronouns were found to mean, by token
	main   []string    // the parties, those first that the report is about
}

func newFinder(s *Scene) *finder {
	f := &finder{Scene: s, starts: make([]int32, len(s.Tokens)), dated: make([]int32, len(s.Tokens)+1), meant: map[int]Who{}}
	for i, m := range s.Mentions {
		f.starts[m.First] = int32(i + 1)
	}
	for i := range s.Tokens {
		f.dated[i+1] = f.dated[i]
		if d, ok := f.Days.At(i, false); ok && d.Month > 0 {
			f.dated[i+1]++
		}
	}
	f.main = f.mainParties()
	f.sym = f.symbols()
	return f
}

// named is the mention that starts at token i.
func (f *finder) named(i int) (Mention, bool) {
	if i >= len(f.starts) || f.starts[i] == 0 {
		return Mention{}, false
	}
	return f.Mentions[f.starts[i]-1], true
}

// dayIn tells whether a day is named between two tokens.
func (f *finder) dayIn(first, end int) bool {
	return first < end && f.dated[end] > f.dated[first]
}

// saidIn lists what is attributed in a paragraph.
func (f *finder) saidIn(para int) []Said {
	upTo := func(token int) int {
		return sort.Search(len(f.Said), func(k int) bool { return f.Said[k].First >= token })
	}
	p := f.Paragraphs[para]
	return f.Said[upTo(p.First):upTo(p.End)]
}
