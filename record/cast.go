package record

import (
	_ "embed"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/parley-desk/parley/record/token"
)

//go:embed names.txt
var namesText string

// sameNames gives each name of a country or bloc the line it stands on.
var sameNames = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(namesText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		names := strings.Split(strings.TrimSpace(line), "; ")
		for _, n := range names {
			out[n] = names
		}
	}
	return out
})

// An identity is whom a mention means: a figure of the cast, a party of the
// case, or unnamed people. The zero value is nobody known.
type identity struct {
	figure    int // index into the cast from 1; 0 is none
	second    int // who speaks with the figure, likewise
	party     string
	anonymous bool
	count     int
	outlet    string
	document  bool   // the outlet is a document and no medium
	name      string // of a group without party
	plural    bool
	gender    gender
	from      int // of unnamed people: the attribution that brought them up, from 1
}

func (id identity) known() bool {
	return id.figure > 0 || id.party != "" || id.anonymous || id.outlet != "" || id.name != ""
}

// A figure is somebody named, known to the case or met in the report.
type figure struct {
	Person
	gender gender
	keys   []string // lower-case names it answers to
	office string   // lower-case titles, of the case and before the name
	first  Span
}

// cast is everybody who appears in one report and where.
type cast struct {
	figures  []figure // the case's first, then those the report names
	known    int
	keys     map[string]int // lower-case name → index into figures + 1; -1 ambiguous
	given    map[string]int // lower-case first name → the same
	mentions []mention      // by name, in the order of the text
	spoken   []mention      // speakers by any other word, as they come up
	starts   []int32        // for each token: index of the mention that starts there + 1
	sources  []bool         // for each token: part of a source outside quotations
	last     []int          // for each figure: token where it was named last, before seen
	seen     int            // mentions counted in last
	followed int            // tokens whose pronouns are resolved
	outlets  map[string]string
}

// maxFigures is how many people one report may bring; a text of millions of
// names is no report.
const maxFigures = 3000

// advance counts the mentions before token at as seen.
func (c *cast) advance(at int) {
	for c.seen < len(c.mentions) && c.mentions[c.seen].First < at {
		if m := &c.mentions[c.seen]; m.figure > 0 {
			c.last[m.figure-1] = m.First
		}
		c.seen++
	}
}

// lastOutletBefore is the medium named last before a token.
func (c *cast) lastOutletBefore(at int) string {
	i := before(c.mentions, at)
	for n := 0; i >= 0 && n < 200; i, n = i-1, n+1 {
		if c.mentions[i].outlet != "" {
			return c.mentions[i].outlet
		}
	}
	return ""
}

// before is the index of the last mention that starts before a token, or -1.
func before(ms []mention, at int) int {
	return sort.Search(len(ms), func(i int) bool { return ms[i].First >= at }) - 1
}

// A mention is a stretch of tokens that names a figure, a party or an outlet.
type mention struct {
	token.Range
	identity
	subject bool // starts its sentence, or nearly
}

func (c *cast) addKeys(i int) {
	for _, k := range c.figures[i].keys {
		if have, ok := c.keys[k]; ok && have != i+1 {
			if strings.Contains(k, " ") {
				continue
			}
			c.keys[k] = -1 // two of one name: only the full name tells
			continue
		}
		c.keys[k] = i + 1
	}
	if first, _, ok := strings.Cut(c.figures[i].keys[0], " "); ok && !titleWord(first) && token.ClassOf(first)&(token.Title|token.Country|token.Month|token.Weekday) == 0 {
		if have, taken := c.given[first]; taken && have != i+1 {
			c.given[first] = -1
		} else {
			c.given[first] = i + 1
		}
	}
}

// figureNamed is the figure that a key means, from 1, or 0. Where two bear the
// name it is the one whose title or sex the words before it give, else one of
// the case, else the one named last.
func (w *work) figureNamed(key string, r token.Range) int {
	c := &w.cast
	f, ok := c.keys[key]
	if !ok || f > 0 {
		return f
	}
	best, top := 0, -1.0
	for i := range c.figures[:min(len(c.figures), 400)] {
		g := &c.figures[i]
		if !slices.Contains(g.keys, key) {
			continue
		}
		s := 0.0
		if n := w.latest[i]; n > 0 {
			s = float64(n) / float64(len(w.Tokens)+1)
			if w.Tokens[n-1].Para == w.Tokens[r.First].Para {
				s += 1.5
			}
		}
		if g.ID != "" { // whom the case is about needs no first name
			s++
		}
		for j := r.First - 1; j >= 0 && j >= r.First-3 && w.Tokens[j].Tag == token.NAME; j-- {
			t := &w.Tokens[j]
			if sex := genderTitle(t.Norm); sex != anyGender && sex == g.gender {
				s += 2
			}
			if strings.Contains(strings.ToLower(g.Title+" "+g.Name), t.Norm) {
				s += 2
			}
		}
		if s > top {
			best, top = i+1, s
		}
	}
	return best
}

// casting finds every mention by name.
func (w *work) casting() {
	c := &w.cast
	c.figures = slices.Clone(w.known.people)
	c.known = len(c.figures)
	c.keys, c.given = map[string]int{}, map[string]int{}
	for i := range c.figures {
		c.addKeys(i)
	}
	c.starts = make([]int32, len(w.Tokens))
	c.outlets = map[string]string{}
	w.latest = map[int]int{}
	for i := 0; i < len(w.Tokens); {
		m, ok := w.mentionAt(i)
		if !ok {
			i++
			continue
		}
		s := w.Sentences[w.Tokens[i].Sent]
		m.subject = i-s.First < 5
		c.mentions = append(c.mentions, m)
		c.starts[i] = int32(len(c.mentions))
		if m.figure > 0 {
			w.latest[m.figure-1] = i + 1
			f := &c.figures[m.figure-1]
			w.entitle(f, m)
			if f.first.End == 0 && w.roles[w.Tokens[i].Para] != furniture {
				f.first = w.span(m.Range)
			}
		}
		i = m.End
	}
	c.last = slices.Repeat([]int{-1}, len(c.figures))
	w.genders()
}

// key is tokens first to end as a name is looked up.
func (w *work) key(first, end int) string {
	if end == first+1 {
		return w.Tokens[first].Norm
	}
	var b strings.Builder
	for i := first; i < end; i++ {
		if i > first {
			b.WriteByte(' ')
		}
		b.WriteString(w.Tokens[i].Norm)
	}
	return b.String()
}

// mentionAt finds the longest name that starts at token i.
func (w *work) mentionAt(i int) (mention, bool) {
	t := &w.Tokens[i]
	if t.Kind != token.Word && t.Kind != token.Handle {
		return mention{}, false
	}
	if !t.Cap && !w.known.lower[t.Norm] {
		return mention{}, false
	}
	c := &w.cast
	limit := min(i+6, w.Sentences[t.Sent].End)
	var best mention
	for end := i + 1; end <= limit; end++ {
		last := &w.Tokens[end-1]
		if last.Kind == token.Punct && last.Norm != "-" && last.Norm != "&" || last.Kind == token.Quote {
			break
		}
		k := w.key(i, end)
		if f := w.figureNamed(k, token.Range{First: i, End: end}); f > 0 && (t.Cap || end > i+1 || w.known.lower[k]) && w.fullName(f, k, i, end) {
			best = mention{Range: token.Range{First: i, End: end}, identity: identity{figure: f, party: c.figures[f-1].Party, gender: c.figures[f-1].gender}}
			continue
		}
		if o, ok := w.known.outlets[k]; ok && t.Cap {
			best = mention{Range: token.Range{First: i, End: end}, identity: identity{outlet: o}}
			continue
		}
		if p, ok := w.known.party[k]; ok && (t.Cap || end > i+1 || w.known.lower[k]) && !(k == "us" && !t.AllCaps) && (len(k) > 3 || t.AllCaps) {
			best = mention{Range: token.Range{First: i, End: end}, identity: identity{party: p, plural: last.Norm != t.Norm}}
		}
	}
	if best.End == 0 && t.Tag == token.NAME {
		if p := w.known.byStem(t.Norm); p != "" {
			best = mention{Range: token.Range{First: i, End: i + 1}, identity: identity{party: p}}
		}
	}
	// A longer name than any known one is somebody or something else.
	run := w.nameRun(i)
	for k := i + 1; k < run.End && best.figure == 0; k++ { // Deputy Prime Minister Ilya Mirek, Cllr Okeke
		titled := titles(&w.Tokens[k-1])
		for end := min(run.End+2, limit); titled && end > run.End; end-- { // President Farid el-Hadi
			if f := c.keys[w.key(k, end)]; f > 0 {
				return mention{Range: token.Range{First: i, End: end}, identity: identity{figure: f, party: c.figures[f-1].Party, gender: c.figures[f-1].gender}}, true
			}
		}
		if f := w.figureNamed(w.key(k, run.End), token.Range{First: k, End: run.End}); f > 0 && (titled || run.End-k > 1 && w.cast.figures[f-1].ID != "") {
			return mention{Range: run, identity: identity{figure: f, party: c.figures[f-1].Party, gender: c.figures[f-1].gender}}, true
		}
	}
	if run.End <= i+1 && best.figure == 0 && (t.Tag == token.NAME || givenName(t)) { // the paper Den; then Den alone
		if o := w.cast.outlets[t.Norm]; o != "" && strings.EqualFold(o, t.Norm) {
			return mention{Range: run, identity: identity{outlet: o}}, true
		}
		if best.End == 0 && run.End > i && w.medium(run) {
			return w.newName(run)
		}
		if f := c.given[t.Norm]; f > 0 && best.End <= i+1 && (best.party == "" || givenName(t)) { // Ana, of Ana Dure
			best = mention{Range: token.Range{First: i, End: i + 1}, identity: identity{figure: f, party: c.figures[f-1].Party, gender: c.figures[f-1].gender}}
		}
	}
	if run.End > max(best.End, i+1) && !(best.figure > 0 && best.End > i+1) {
		if best.party == "" || best.figure > 0 || w.personName(run) || w.medium(run) {
			if m, ok := w.newName(run); ok {
				return m, true
			}
		}
	}
	return best, best.End > 0
}

// fullName keeps “Trump” in “Trump Tower” and a first name before another last
// name from meaning the person.
func (w *work) fullName(f int, key string, i, end int) bool {
	if strings.Contains(key, " ") {
		return true
	}
	if i > 0 && w.Tokens[i-1].Tag == token.NAME && w.Tokens[i-1].Is(token.MaleName|token.FemaleName) && !strings.Contains(strings.ToLower(w.cast.figures[f-1].Name), w.Tokens[i-1].Norm) {
		return false
	}
	return true
}
