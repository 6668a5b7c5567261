package record

import (
	"strings"

	"github.com/parley-desk/parley/record/token"
)

// nameRun is the capitalised words from token i on, with the small words that
// names hold together: Mohammed bin Salman, Charles de Gaulle.
func (w *work) nameRun(i int) token.Range {
	s := w.Sentences[w.Tokens[i].Sent]
	end := i
	for end < s.End && end < i+8 {
		t := &w.Tokens[end]
		called := t.Is(token.MaleName|token.FemaleName) && end+1 < s.End && w.Tokens[end+1].Tag == token.NAME // Jan Egeland, June Nakamura
		if t.Tag == token.NAME && t.Kind == token.Word && (called || !t.Is(token.Month|token.Weekday)) {
			end++
			continue
		}
		if end > i && t.Kind == token.Word && end+1 < s.End && w.Tokens[end+1].Tag == token.NAME && joiners[t.Norm] {
			end++
			continue
		}
		if end > i && t.Norm == "&" && end+1 < s.End && w.Tokens[end+1].Cap {
			end++
			continue
		}
		break
	}
	return token.Range{First: i, End: end}
}

var joiners = token.Set("de del della di da dos das du van von der den ten ter bin ibn al el ben la le y e af av zu")

// shedTitles takes titles, demonyms and honorifics off the front of a name run.
func (w *work) shedTitles(r token.Range) (name, title token.Range) {
	name = r
	for i := r.First; i < r.End-1; i++ { // up to the last title: Deputy Prime Minister
		if t := &w.Tokens[i]; titles(t) && t.Class&(token.MaleName|token.FemaleName) == 0 {
			name.First = i + 1
		}
	}
	for name.First < name.End-1 && w.Tokens[name.First].Is(token.Demonym|token.Country) && w.Tokens[name.First].Class&(token.MaleName|token.FemaleName) == 0 {
		name.First++
	}
	return name, token.Range{First: r.First, End: name.First}
}

// personName tells whether a run of names is a person's: by a known first name,
// a title before it, or by standing as nothing else does.
func (w *work) personName(r token.Range) bool {
	name, title := w.shedTitles(r)
	n := name.End - name.First
	first, last := &w.Tokens[name.First], &w.Tokens[name.End-1]
	if n > 4 || last.Is(token.Title|token.GroupNoun|token.Country|token.Capital|token.Demonym|token.Document|token.PlaceNoun) && !last.Is(token.MaleName|token.FemaleName) || orgWords[last.Norm] || first.AllCaps && n == 1 && title.First >= title.End {
		return false
	}
	if title.First < title.End && titles(&w.Tokens[title.End-1]) {
		return true
	}
	if n == 1 {
		return false
	}
	if first.Is(token.MaleName|token.FemaleName) || len(first.Norm) == 1 {
		return true
	}
	if last.Is(token.TimeNoun | token.AdvWord) { // Labor Day, Borders Now
		return false
	}
	for i := name.First; i < name.End; i++ {
		t := &w.Tokens[i]
		if t.Is(token.Country|token.Capital|token.Demonym|token.Month|token.Det) || orgWords[t.Norm] || placeWords[t.Norm] || mediaWords[t.Norm] {
			return false
		}
	}
	if name.First > 0 {
		p := &w.Tokens[name.First-1]
		if p.Sent == first.Sent {
			if p.Is(token.Title|token.PersonNoun) && p.Tag != token.NAME {
				return true
			}
			if p.Norm == "in" || p.Norm == "at" || p.Norm == "the" || p.Norm == "near" || p.Norm == "into" {
				return false
			}
		}
	}
	return true
}

var orgWords = token.Set(`party union ministry department council committee commission parliament congress senate house court army forces force
	guard bank fund group company corporation association alliance league front movement office agency university institute center centre
	foundation assembly federation government administration cabinet board authority service bureau campaign delegation mission team
	republic kingdom state states province county city academy church society chamber embassy consulate college school brigade brigades
	command corps navy police organization organisation conference accord accords agreement treaty act plan pact bill law war summit
	international national partners associates`)

var placeWords = token.Set(`street road avenue square hotel palace hall bridge river lake mountain mount sea strait gulf island islands bay cape port
	harbour harbor valley desert pass canal airport station tower north south east west northern southern eastern western upper lower new
	old great saint san santa fort castle plaza crossing gate inn club pavilion region district`)

// newName files a name that nobody knew: a medium, a person, or nothing that
// can speak by name.
func (w *work) newName(r token.Range) (mention, bool) {
	c := &w.cast
	if w.medium(r) {
		name := outletName(w.Words(r))
		w.learnOutlet(name)
		return mention{Range: r, identity: identity{outlet: name}}, true
	}
	if !w.personName(r) {
		return mention{}, false
	}
	if w.signature(r) || w.town(r) {
		return mention{}, false
	}
	name, title := w.shedTitles(r)
	words := w.Words(name)
	p := Person{Name: words}
	if title.First < title.End {
		p.Title = w.Words(title)
	}
	if f := w.figureNamed(w.key(name.First, name.End), name); f > 0 {
		return mention{Range: r, identity: identity{figure: f, party: c.figures[f-1].Party, gender: c.figures[f-1].gender}}, true
	}
	if f := w.initialed(name); f > 0 {
		return mention{Range: r, identity: identity{figure: f, party: c.figures[f-1].Party, gender: c.figures[f-1].gender}}, true
	}
	if len(c.figures)-c.known >= maxFigures {
		return mention{}, false
	}
	f := newFigure(p)
	if title.First < title.End {
		if g := genderTitle(w.Tokens[title.End-1].Norm); g != anyGender {
			f.gender = g
		}
	}
	c.figures = append(c.figures, f)
	c.addKeys(len(c.figures) - 1)
	return mention{Range: r, identity: identity{figure: len(c.figures), gender: f.gender}}, true
}

// initialed is the figure whose first name a name only gives the first letter
// of, from 1, or 0: P. Holt, of Per Holt.
func (w *work) initialed(name token.Range) int {
	first := strings.TrimSuffix(w.Tokens[name.First].Norm, ".")
	if len(first) != 1 || name.End-name.First < 2 {
		return 0
	}
	f := w.cast.keys[w.Tokens[name.End-1].Norm]
	if f <= 0 || !strings.HasPrefix(strings.ToLower(w.cast.figures[f-1].Name), first) {
		return 0
	}
	return f
}

// signature tells whether a run repeats a post's author in another script:
// — Ana Dure / Ана Дуре (@anadure).
func (w *work) signature(r token.Range) bool {
	return r.First > 0 && w.Tokens[r.First-1].Norm == "/" && w.inPost(w.Tokens[r.First].Start)
}

// town tells whether a run of names is a dateline's: PUERTO SALADO, Oct 19 —.
func (w *work) town(r token.Range) bool {
	if r.First > w.Paragraphs[w.Tokens[r.First].Para].First+2 || r.End >= len(w.Tokens) {
		return false
	}
	for i := r.First; i < r.End; i++ {
		if !w.Tokens[i].AllCaps {
			return false
		}
	}
	switch w.Tokens[r.End].Norm {
	case ",", "(", "-", "–", "—", "--":
		return true
	}
	return false
}

// learnOutlet lets a later “the Courier” mean the Trell Courier.
func (w *work) learnOutlet(name string) {
	low := strings.ToLower(name)
	w.cast.outlets[low] = name
	if i := strings.LastIndexByte(low, ' '); i >= 0 {
		if last := low[i+1:]; w.cast.outlets[last] == "" {
			w.cast.outlets[last] = name
		}
	}
}
