package record

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/parley-desk/parley/record/token"
)

// gender is a person's sex as far as words tell it.
type gender uint8

const (
	anyGender gender = iota
	male
	female
)

//go:embed given.txt
var givenText string

// given is the sex that first names tell.
var given = sync.OnceValue(func() map[string]gender {
	sexes := map[string]gender{"male": male, "female": female, "either": anyGender}
	out := map[string]gender{}
	for line := range strings.Lines(givenText) {
		sex, names, _ := strings.Cut(line, ": ")
		g, ok := sexes[sex]
		if !ok {
			continue
		}
		for name := range strings.FieldsSeq(names) {
			out[name] = g
		}
	}
	return out
})

// genderOf is the sex that a first name tells.
func genderOf(first string) gender {
	if g, ok := given()[strings.ToLower(first)]; ok {
		return g
	}
	switch c := token.ClassOf(first); {
	case c&token.MaleName != 0 && c&token.FemaleName == 0:
		return male
	case c&token.FemaleName != 0 && c&token.MaleName == 0:
		return female
	}
	return anyGender
}

// givenName tells whether a capitalised word can be a first name.
func givenName(t *token.Token) bool {
	_, ok := given()[t.Norm]
	return t.Cap && ok || t.Is(token.MaleName|token.FemaleName)
}

func genderTitle(w string) gender {
	switch c := token.ClassOf(strings.Trim(w, ".,")); {
	case c&token.Male != 0:
		return male
	case c&token.Female != 0:
		return female
	}
	return anyGender
}

// genders tells the sex of those whose names do not, or not truly: by a Mr. or Ms. before the
// name, and by the possessive that follows it in its sentence, with nobody else
// named between.
func (w *work) genders() {
	votes := make([]int, len(w.cast.figures)) // above 0 for her, below for him
	for _, m := range w.cast.mentions {
		if m.figure == 0 {
			continue
		}
		t := &w.Tokens[m.First]
		for i := m.First; i < m.End; i++ { // Mr. Holt
			votes[m.figure-1] += 5 * vote(genderTitle(w.Tokens[i].Norm))
		}
		for i := m.End; i < w.Sentences[t.Sent].End; i++ {
			if n, ok := w.named(i); ok && n.figure > 0 {
				break
			}
			if i == m.End+1 && w.Tokens[m.End].Norm == "," { // Ana Dure, his counterpart
				continue
			}
			if u := &w.Tokens[i]; u.Depth == t.Depth && (u.Tag == token.POSS || strings.HasSuffix(u.Norm, "self")) {
				votes[m.figure-1] += vote(genderTitle(u.Norm))
			}
		}
	}
	for i, v := range votes {
		f := &w.cast.figures[i]
		if f.gender != anyGender { // a Marion may be a man, but one word does not tell
			v /= 2
		}
		switch {
		case v > 0:
			f.gender = female
		case v < 0:
			f.gender = male
		}
	}
}

// vote is 1 for her and -1 for him.
func vote(g gender) int {
	switch g {
	case female:
		return 1
	case male:
		return -1
	}
	return 0
}
