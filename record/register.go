package record

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parley-desk/parley/record/token"
)

// register is what the options tell, ready for look-ups. It is immutable.
type register struct {
	people  []figure
	parties []Party
	party   map[string]string // lower-case name → id
	part    map[string]string // lower-case word of a longer name → id, "" if two have it
	body    map[string]string // noun for a body in a party's name → id, "" if two have it
	stems   map[string]string // start of a party's name → id
	outlets map[string]string // lower-case name → name
	lower   map[string]bool   // first words of names that are written small
}

// learn notes a name that starts with a small letter, such as “the premier” or
// “al-Rawi”.
func (r *register) learn(names ...string) {
	for _, n := range names {
		first, _, _ := strings.Cut(strings.TrimPrefix(n, "the "), " ")
		if c, _ := utf8.DecodeRuneInString(first); unicode.IsLower(c) {
			r.lower[strings.ToLower(first)] = true
		}
	}
}

func newRegister(o Options) *register {
	r := &register{party: map[string]string{}, stems: map[string]string{}, part: map[string]string{}, body: map[string]string{}, outlets: map[string]string{}, lower: map[string]bool{}, parties: o.Parties}
	for _, p := range o.People {
		r.people = append(r.people, newFigure(p))
		r.learn(p.Aliases...)
		if words := strings.Fields(p.Name); len(words) > 1 && strings.Contains(words[len(words)-1], "-") {
			r.learn(words[len(words)-1]) // al-Rawi, of Jassim al-Rawi
		}
	}
	for _, p := range o.Parties {
		names := append([]string{p.Name}, p.Aliases...)
		r.learn(names...)
		for _, n := range names {
			low := strings.TrimPrefix(strings.ToLower(n), "the ")
			if low == "" {
				continue
			}
			r.party[asRead(low)] = p.ID
			for _, s := range sameNames()[low] {
				if _, taken := r.party[asRead(s)]; !taken {
					r.party[asRead(s)] = p.ID
				}
			}
			// Kestria is also in Kestrian; the Merrin Fleet Association in the association.
			if !strings.Contains(low, " ") {
				if stem := strings.TrimRight(low, "aeiouy"); len(stem) >= 3 {
					r.stems[stem] = p.ID
				}
			}
		}
		for w := range strings.FieldsSeq(p.Name) { // Tavrisia of the Government of Tavrisia
			low := strings.ToLower(strings.TrimSuffix(strings.TrimSuffix(strings.Trim(w, ",.()"), "'s"), "’s"))
			if (orgWords[low] || token.ClassOf(low)&token.GroupNoun != 0) && sameNames()[strings.ToLower(p.Name)] == nil { // the states are not the United States
				claim(r.body, low, p.ID)
			}
			if r := []rune(w); len(low) < 4 || !unicode.IsUpper(r[0]) || !strings.Contains(p.Name, " ") || orgWords[low] || placeWords[low] || token.ClassOf(low)&(token.Demonym|token.Title|token.GroupNoun) != 0 {
				continue
			}
			claim(r.part, low, p.ID)
		}
		if len(p.ID) <= 5 && strings.ToUpper(p.ID) == p.ID {
			if _, taken := r.party[strings.ToLower(p.ID)]; !taken {
				r.party[strings.ToLower(p.ID)] = p.ID
			}
		}
	}
	for _, w := range slices.Sorted(maps.Keys(r.part)) { // words that only one party's name has
		if id := r.part[w]; id != "" && r.party[w] == "" && r.stems[w] == "" {
			r.party[w] = id
			r.stems[w] = id
		}
	}
	for _, o := range append(slices.Clone(media), o.Outlets...) {
		r.outlets[strings.ToLower(o)] = o
	}
	return r
}

// claim gives a word to a party, or to none where two have it.
func claim(words map[string]string, word, id string) {
	if have, taken := words[word]; taken && have != id {
		id = ""
	}
	words[word] = id
}

// asRead is a lower-case name as its tokens' norms spell it: without the final
// stop of an abbreviation, U.S. for one.
func asRead(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		words[i] = strings.TrimSuffix(w, ".")
	}
	return strings.Join(words, " ")
}

// newFigure prepares a person's names.
func newFigure(p Person) figure {
	f := figure{Person: p, office: strings.ToLower(p.Title)}
	add := func(s string) {
		s = strings.TrimPrefix(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(s)), ".", ""), "the ")
		if s != "" && !slices.Contains(f.keys, s) {
			f.keys = append(f.keys, s)
		}
	}
	for _, n := range append([]string{p.Name}, p.Aliases...) {
		add(n)
	}
	words := strings.Fields(p.Name)
	for len(words) > 1 && titleWord(words[0]) {
		f.office += " " + strings.ToLower(words[0])
		words = words[1:]
	}
	if len(words) > 0 {
		add(strings.Join(words, " "))
		last := words[len(words)-1]
		switch strings.ToLower(strings.Trim(last, ".,")) {
		case "jr", "sr", "ii", "iii", "iv":
			if len(words) > 1 {
				last = strings.Trim(words[len(words)-2], ",")
			}
		}
		if len(words) > 1 {
			add(last)
			if len(words) > 2 {
				add(strings.Join(words[1:], " ")) // Costa Lima, of Rui Costa Lima
			}
			for i := 1; i < len(words)-1; i++ { // de la Cruz, bin Salman, Juan Manuel Santos
				if r := []rune(words[i]); unicode.IsLower(r[0]) {
					add(strings.Join(words[i:], " "))
					break
				}
			}
		}
		f.gender = genderOf(words[0])
	}
	for _, w := range strings.Fields(strings.ToLower(p.Name + " " + p.Title)) {
		if g := genderTitle(w); g != anyGender {
			f.gender = g
		}
	}
	return f
}

// titleWord tells whether a name's word is a title, which is shed from the
// front of it: General, Dr., the.
func titleWord(w string) bool {
	low := strings.ToLower(strings.Trim(w, "."))
	c := token.ClassOf(low)
	return low == "the" || c&(token.Title|token.Honorific) != 0 && c&(token.MaleName|token.FemaleName) == 0
}

// byStem finds the party of Kestrian, Valese, Ostmarkers.
func (r *register) byStem(w string) string {
	for n := len(w) - 1; n >= 3 && n >= len(w)-6; n-- {
		if id, ok := r.stems[w[:n]]; ok {
			for _, tail := range []string{"n", "an", "ian", "ean", "ese", "ish", "i", "ans", "ians", "er", "ers", "ite", "ites", "ic", "eans", "nian", "nese", "ns", "is", "en", "ene", "enes", "ine"} {
				if strings.HasSuffix(w[n:], tail) {
					return id
				}
			}
		}
	}
	return ""
}
