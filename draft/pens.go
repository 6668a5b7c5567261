package draft

import (
	"strings"
	"unicode"
)

// printable replaces control characters, so that no text can steer the
// terminal it is shown on.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}
