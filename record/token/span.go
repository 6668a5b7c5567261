package token

// A Span is a half-open range of bytes of a text, [Start, End).
type Span struct{ Start, End int }

// Within tells whether a byte stands in any of several spans.
func Within(spans []Span, at int) bool {
	for _, s := range spans {
		if at >= s.Start && at < s.End {
			return true
		}
	}
	return false
}

// Span is the bytes of a range of tokens that is not empty.
func (t *Text) Span(r Range) Span {
	return Span{t.Tokens[r.First].Start, t.Tokens[r.End-1].End}
}
