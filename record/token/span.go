package token

// A Span is a half-open range of bytes of a text, [Start, End).
type Span struct{ Start, End int }

// Span is the bytes of a range of tokens that is not empty.
func (t *Text) Span(r Range) Span {
	return Span{t.Tokens[r.First].Start, t.Tokens[r.End-1].End}
}
