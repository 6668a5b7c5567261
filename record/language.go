package record

import (
	"strings"
	"unicode"

	"github.com/parley-desk/parley/record/token"
)

// englishWords are the words that hardly any English paragraph goes without.
var englishWords = token.Set(`the of and to in a is that for it was on with as he by at be this from are have has not but they his her she said
	will which would were who been had their one an or its we you i there what about if when up out more no so can says`)

// isEnglish looks at the first words of a text. A text with few letters, or
// too short to tell, is taken for English; one in another script is not.
func isEnglish(text string) bool {
	words, hits, latin, letters := 0, 0, 0, 0
	head := text[:min(len(text), 8000)]
	for w := range strings.FieldsFuncSeq(head, func(r rune) bool { return !unicode.IsLetter(r) && r != '’' && r != '\'' }) {
		words++
		if englishWords[strings.ToLower(w)] {
			hits++
		}
		for _, r := range w {
			letters++
			if unicode.Is(unicode.Latin, r) {
				latin++
			}
		}
	}
	if letters < 20 {
		return true
	}
	if latin*2 < letters {
		return false
	}
	return words < 12 || hits*100 >= words*12
}
