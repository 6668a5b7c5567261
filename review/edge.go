package review

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record"
)

// moveEdge moves the start or the end of a statement's content by whole words:
// +1 towards the end of the text, -1 towards its start. What stands between
// white space is a word, with its quotation marks and commas.
func (r *Review) moveEdge(s *parley.Statement, edge, value string) error {
	n, err := strconv.Atoi(value)
	if err != nil || n == 0 {
		return fmt.Errorf("%s by how many words? Give +1 or -2", edge)
	}
	if len(s.Content) == 0 {
		return errors.New("the statement has no content to move")
	}
	k := 0
	if edge == "end" {
		k = len(s.Content) - 1
	}
	text := r.Report.Text
	from, to, ok := record.Anchor(text, s.Content[k])
	if !ok {
		return fmt.Errorf("the report no longer has the words %q", s.Content[k].Exact)
	}
	for ; n > 0; n-- {
		from, to = step(text, edge, from, to, +1)
	}
	for ; n < 0; n++ {
		from, to = step(text, edge, from, to, -1)
	}
	if from >= to || strings.TrimSpace(text[from:to]) == "" {
		return errors.New("nothing would be left of the content")
	}
	if between(s.Content, k, from, to) {
		return errors.New("the content would run into its other piece")
	}
	content := append([]parley.Selector{}, s.Content...)
	content[k] = selector(text, from, to)
	s.Content = content
	return nil
}

// between reports whether a piece at its new place touches its neighbours.
func between(pieces []parley.Selector, k, from, to int) bool {
	return k > 0 && from < pieces[k-1].End || k+1 < len(pieces) && to > pieces[k+1].Start
}

// step moves one edge by one word, as far as the text goes.
func step(text, edge string, from, to, direction int) (int, int) {
	switch {
	case edge == "start" && direction > 0:
		return skip(text, skip(text, from, +1, false), +1, true), to
	case edge == "start":
		return skip(text, skip(text, from, -1, true), -1, false), to
	case direction > 0:
		return from, skip(text, skip(text, to, +1, true), +1, false)
	}
	return from, skip(text, skip(text, to, -1, false), -1, true)
}

// skip passes over white space, or over everything else, from a place on.
func skip(text string, at, direction int, space bool) int {
	for {
		var c rune
		var size int
		if direction > 0 {
			c, size = utf8.DecodeRuneInString(text[at:])
		} else {
			c, size = utf8.DecodeLastRuneInString(text[:at])
		}
		if size == 0 || unicode.IsSpace(c) != space {
			return at
		}
		at += size * direction
	}
}

func selector(text string, from, to int) parley.Selector {
	return record.Select(text, record.Span{Start: from, End: to})
}
