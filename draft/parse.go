package draft

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/parley-desk/parley"
)

// Problem is something in a text that [Parse] could not make sense of. The
// words concerned are kept as they stand.
type Problem struct {
	Line    int // from 1, the first line of the text given
	Column  int // in characters, from 1
	Message string
	Hint    string // what to write instead
}

// String is the problem on one line, with its place and its hint.
func (p Problem) String() string {
	s := fmt.Sprintf("%d:%d: %s", p.Line, p.Column, p.Message)
	if p.Hint != "" {
		s += ": " + p.Hint
	}
	return s
}

var (
	headingForm = regexp.MustCompile(`^ {0,3}##(?:[ \t]+(.*))?$`)
	gluedForm   = regexp.MustCompile(`^ {0,3}##[^#\s]`)
	numberForm  = regexp.MustCompile(`^(\d+\pL*(?:\.\d+\pL*)*)[.):](?:\s+|$)`)
	traitsForm  = regexp.MustCompile(`(?:^|\s)\{([^{}]*)\}$`)
)

// Parse reads the body of a draft: the preamble, then the points that headings
// of the second level start. It accepts any text and loses nothing: what it
// cannot make sense of stays as words, and a problem tells where.
func Parse(source string) (preamble parley.Text, points []parley.Point, problems []Problem) {
	r := reader{places: newPlaces(source)}
	lines := strings.SplitAfter(r.source, "\n")
	offset, start := 0, 0
	var open *parley.Point // the point whose body is being collected
	end := func() {
		body := r.body(start, offset)
		if open == nil {
			preamble = body
			return
		}
		if open.Alternative != "" && !body.Clean() {
			r.tell(r.headings[len(r.headings)-1], "the point says that it stands for "+open.Alternative+" and yet has brackets",
				"name the alternative in the brackets, or take the brackets out")
		}
		open.Body = body
		points = append(points, *open)
	}
	for _, line := range lines {
		bare := strings.TrimSuffix(line, "\n")
		if m := headingForm.FindStringSubmatch(bare); m != nil {
			end()
			point := r.heading(strings.TrimSpace(m[1]), offset)
			open, start = &point, offset+len(line)
		} else if gluedForm.MatchString(bare) {
			r.tell(offset, "this line is not read as the heading of a point", "write a space after ##")
		}
		offset += len(line)
	}
	end()
	r.checkNumbers(points)
	slices.SortStableFunc(r.problems, func(a, b Problem) int {
		return cmp.Or(a.Line-b.Line, a.Column-b.Column)
	})
	return preamble, points, r.problems
}

// reader gathers what is found while a draft is read.
type reader struct {
	places
	problems []Problem
	headings []int // where each point's heading starts
}

func (r *reader) tell(offset int, message, hint string) {
	line, column := r.at(offset)
	r.problems = append(r.problems, Problem{line, column, message, hint})
}

// heading reads "6. Size of the armed forces {#army .cap-600k}".
func (r *reader) heading(text string, offset int) parley.Point {
	r.headings = append(r.headings, offset)
	var p parley.Point
	p.Title = text
	if m := traitsForm.FindStringSubmatchIndex(text); m != nil {
		issue, alternative, ok := traits(text[m[2]:m[3]])
		if ok {
			p.Title, p.Issue, p.Alternative = strings.TrimSpace(text[:m[0]]), issue, alternative
		} else {
			r.tell(offset, fmt.Sprintf("cannot read {%s}", text[m[2]:m[3]]),
				"write {#issue}, or {#issue .alternative} for a point that stands for one alternative")
		}
	}
	if m := numberForm.FindStringSubmatch(p.Title); m != nil {
		p.Number, p.Title = m[1], p.Title[len(m[0]):]
	}
	if t, _ := parseText(p.Title); !t.Clean() {
		r.tell(offset, "brackets in a heading are not read", "put what is not agreed into the body of the point")
	}
	return p
}

// traits reads what stands between the braces of a heading.
func traits(s string) (issue, alternative string, ok bool) {
	for _, f := range strings.Fields(s) {
		switch {
		case len(f) > 1 && f[0] == '#' && issue == "":
			issue = f[1:]
		case len(f) > 1 && f[0] == '.' && alternative == "":
			alternative = f[1:]
		default:
			return "", "", false
		}
	}
	return issue, alternative, true
}

func (r *reader) checkNumbers(points []parley.Point) {
	seen := map[string]bool{}
	for k, p := range points {
		if p.Number != "" && seen[p.Number] {
			r.tell(r.headings[k], "a second point is numbered "+p.Number, "give each point its own number, as in "+p.Number+"b")
		}
		seen[p.Number] = true
	}
}

// body reads the words from start to end, without the blank lines around them.
func (r *reader) body(start, end int) parley.Text {
	if start >= end {
		return nil
	}
	text := strings.TrimRight(r.source[start:end], blanks)
	for {
		line, rest, more := strings.Cut(text, "\n")
		if !more || strings.Trim(line, blanks) != "" {
			break
		}
		start += len(line) + 1
		text = rest
	}
	t, faults := parseText(text)
	for _, f := range faults {
		r.tell(start+f.offset, f.message, f.hint)
	}
	return t
}

const blanks = " \t\n"

// places turns offsets into lines and columns.
type places struct {
	source string
	lines  []int // where each line starts
}

// newPlaces also makes every line end in a mere newline.
func newPlaces(source string) places {
	source = strings.ReplaceAll(source, "\r\n", "\n")
	source = strings.ReplaceAll(source, "\r", "\n")
	p := places{source: source, lines: []int{0}}
	for k := range len(source) {
		if source[k] == '\n' {
			p.lines = append(p.lines, k+1)
		}
	}
	return p
}

func (p places) at(offset int) (line, column int) {
	offset = max(0, min(offset, len(p.source)))
	low, high := 0, len(p.lines)
	for high-low > 1 {
		if mid := (low + high) / 2; p.lines[mid] <= offset {
			low = mid
		} else {
			high = mid
		}
	}
	return low + 1, utf8.RuneCountInString(p.source[p.lines[low]:offset]) + 1
}
