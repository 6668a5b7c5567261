package record

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/parley-desk/parley/record/token"
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
