package corpus

import (
	"fmt"
	"strings"
)

// A Problem is one thing that is wrong with a file, and where.
type Problem struct {
	File      string
	Line, Col int // from 1; Col counts characters
	Text      string
}

func (p Problem) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Col, p.Text)
}

// Problems is everything that is wrong with one file, in the file's order.
type Problems []Problem

func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}
