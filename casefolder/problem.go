package casefolder

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Severity is how bad a problem is. The zero Severity is an error.
type Severity int

// The severities.
const (
	Error   Severity = iota // the case cannot be trusted until it is mended
	Warning                 // worth a look
)

// String is "error" or "warning".
func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// Position is a place in a file of the case. Lines and columns count from 1,
// columns in characters; the zero Position is no place.
type Position struct {
	File         string // slash-separated, from the case folder
	Line, Column int
}

// String is file:line:column, shorter where less is known.
func (p Position) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Problem is one thing that is wrong with a case, and where.
type Problem struct {
	Position
	Severity Severity
	Message  string // what is wrong
	Expected string // what should stand there, or ""
	Near     string // the nearest word or id that is known, or ""

	source string // the line of the file, for the excerpt
}

// String is one line, as compilers write it:
//
//	stances.yaml:12:9: error: no alternative "cap-800" on issue army; did you mean cap-800k?
func (p Problem) String() string {
	s := fmt.Sprintf("%s: %s: %s", p.Position, p.Severity, p.Message)
	if p.Expected != "" {
		s += "; expected " + p.Expected
	}
	if p.Near != "" {
		s += "; did you mean " + p.Near + "?"
	}
	return s
}

// excerptWidth is how much of a long line an excerpt shows.
const excerptWidth = 100

// Excerpt shows the line of the file with a caret under the place; "" where the
// problem has none.
//
//	12 |   refuses: [cap-800]
//	   |             ^
func (p Problem) Excerpt() string {
	if p.source == "" || p.Column < 1 {
		return ""
	}
	line := []rune(p.source)
	for k, r := range line {
		switch {
		case r == '\t':
			line[k] = ' '
		case !unicode.IsPrint(r):
			line[k] = '·' // a file's control characters are not for a terminal
		}
	}
	caret := min(p.Column-1, len(line))
	if caret >= excerptWidth {
		line, caret = line[caret-excerptWidth/2:], excerptWidth/2
	}
	line = line[:min(len(line), excerptWidth)]
	number := fmt.Sprint(p.Line)
	return fmt.Sprintf("%s | %s\n%*s | %*s^\n", number, string(line), len(number), "", caret, "")
}

// Problems is everything that is wrong with a case, by file and place.
type Problems []Problem

// Errors counts those that are errors.
func (ps Problems) Errors() int {
	n := 0
	for _, p := range ps {
		if p.Severity == Error {
			n++
		}
	}
	return n
}

// String writes one problem a line.
func (ps Problems) String() string {
	var b strings.Builder
	for _, p := range ps {
		b.WriteString(p.String())
		b.WriteByte('\n')
	}
	return b.String()
}

// Err is an error that lists the problems of severity Error; nil when there are
// none.
func (ps Problems) Err() error {
	var errors Problems
	for _, p := range ps {
		if p.Severity == Error {
			errors = append(errors, p)
		}
	}
	if len(errors) == 0 {
		return nil
	}
	return fmt.Errorf("the case has errors:\n%s", strings.TrimSuffix(errors.String(), "\n"))
}

// sort orders by file, line, column and message.
func (ps Problems) sort() {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.Message, b.Message))
	})
}

// Nearest is the known word most like the one given: equal but for case, or
// the fewest edits away, where that is no more than a third of the word; ""
// when none is like it.
func Nearest(word string, known []string) string {
	best, fewest := "", (utf8.RuneCountInString(word)+1)/3+1
	for _, k := range known {
		if strings.EqualFold(k, word) {
			return k
		}
		if strings.HasPrefix(k, word) && len(word) >= 3 && fewest > 1 {
			best, fewest = k, 1
			continue
		}
		if d := distance(word, k, fewest); d < fewest {
			best, fewest = k, d
		}
	}
	return best
}

// distance is the optimal string alignment distance: how many characters must
// be put in, taken out, changed or swapped with a neighbour. It gives up at
// limit.
func distance(a, b string, limit int) int {
	s, t := []rune(strings.ToLower(a)), []rune(strings.ToLower(b))
	if len(s)-len(t) >= limit || len(t)-len(s) >= limit {
		return limit
	}
	before, last, row := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(s); i++ {
		row[0] = i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(t)]
}
