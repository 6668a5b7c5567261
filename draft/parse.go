package draft

import (
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
	r := reader{source: newlines.Replace(source)}
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
	return preamble, points, r.problems()
}

// reader gathers what is found while a draft is read.
type reader struct {
	source   string
	faults   []fault
	headings []int // where each point's heading starts
}

func (r *reader) tell(offset int, message, hint string) {
	r.faults = append(r.faults, fault{offset, message, hint})
}

// problems gives the faults their lines and columns, in the order of the text.
func (r *reader) problems() []Problem {
	slices.SortStableFunc(r.faults, func(a, b fault) int { return a.offset - b.offset })
	var all []Problem
	line, column, from := 1, 1, 0
	for _, f := range r.faults {
		between := r.source[from:f.offset]
		if last := strings.LastIndexByte(between, '\n'); last >= 0 {
			line, column = line+strings.Count(between, "\n"), 1
			between = between[last+1:]
		}
		column += utf8.RuneCountInString(between)
		from = f.offset
		all = append(all, Problem{line, column, f.message, f.hint})
	}
	return all
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

// newlines makes every line end in a mere newline.
var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n")
