package page

import (
	"fmt"
	"strings"
)

// And joins words as a sentence does: a, b and c.
func And(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// Count says a number of things: 1 bracket, 2 brackets, 2 parties.
func Count(n int, thing string) string {
	stem, consonant := strings.CutSuffix(thing, "y")
	switch {
	case n == 1:
		return "1 " + thing
	case consonant && !strings.ContainsAny(stem[max(len(stem)-1, 0):], "aeiou"):
		return fmt.Sprintf("%d %sies", n, stem)
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
