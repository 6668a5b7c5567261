package token

import "strings"

// NormIn is the norm of token i, or "" outside the range.
func (t *Text) NormIn(r Range, i int) string {
	if i < r.First || i >= r.End {
		return ""
	}
	return t.Tokens[i].Norm
}

// Possessive tells whether token i is the mark of a possessive: Holt|’s, the
// ministers|’.
func (t *Text) Possessive(i int) bool {
	k := &t.Tokens[i]
	return k.Norm == "'s" || i > 0 && (k.Norm == "’" || k.Norm == "'") && k.Start == t.Tokens[i-1].End
}

// Set is a set of words written with blanks between.
func Set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
