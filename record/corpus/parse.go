package corpus

import (
	"fmt"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// Parse reads one annotated report. The error, if any, is of type [Problems].
func Parse(file string, src []byte) (*Report, error) {
	p := &parser{file: file, attrs: map[int]*Attribution{}, first: map[int]pos{}}
	p.report.Name = strings.TrimSuffix(filepath.Base(file), ".report")
	head, body, tail, ok := p.split(src)
	if ok {
		p.header(head)
		p.marks(body)
		p.answers(tail)
		p.agree()
	}
	if len(p.problems) > 0 {
		sort.SliceStable(p.problems, func(i, j int) bool {
			a, b := p.problems[i], p.problems[j]
			return a.Line < b.Line || a.Line == b.Line && a.Col < b.Col
		})
		return nil, p.problems
	}
	for _, n := range p.numbers() {
		p.report.Attributions = append(p.report.Attributions, *p.attrs[n])
	}
	return &p.report, nil
}

type pos struct{ line, col int }

// part is a stretch of the file with the line it starts on.
type part struct {
	text string
	line int
}

type parser struct {
	file     string
	report   Report
	attrs    map[int]*Attribution
	first    map[int]pos // where a number is first marked
	answered map[int]pos // where a number is answered
	problems Problems
}

func (p *parser) problem(at pos, format string, args ...any) {
	p.problems = append(p.problems, Problem{p.file, at.line, at.col, fmt.Sprintf(format, args...)})
}

// numbers lists the numbers that are marked, in order.
func (p *parser) numbers() []int {
	ns := make([]int, 0, len(p.attrs))
	for n := range p.attrs {
		ns = append(ns, n)
	}
	sort.Ints(ns)
	return ns
}

// split finds the three parts of the file.
func (p *parser) split(src []byte) (head, body, tail part, ok bool) {
	text := strings.TrimPrefix(string(src), "\ufeff")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if !utf8.ValidString(text) {
		p.problem(pos{1, 1}, "the file is not UTF-8")
		return
	}
	lines := strings.Split(text, "\n")
	var bars []int
	for i, l := range lines {
		if strings.TrimRight(l, " \t") == "---" {
			bars = append(bars, i)
		}
	}
	switch {
	case len(bars) == 0 || strings.TrimSpace(strings.Join(lines[:bars[0]], "")) != "":
		p.problem(pos{1, 1}, "a report starts with a line of three dashes and its header")
		return
	case len(bars) < 3:
		p.problem(pos{len(lines), 1}, "three lines of three dashes are needed (before the header, the text and the answers), found %d", len(bars))
		return
	case len(bars) > 4 || len(bars) == 4 && strings.TrimSpace(strings.Join(lines[bars[3]+1:], "")) != "":
		p.problem(pos{bars[3] + 1, 1}, "a fourth line of three dashes: only the header, the text and the answers are parted by them")
		return
	}
	end := len(lines)
	if len(bars) == 4 {
		end = bars[3]
	}
	cut := func(from, to int) part {
		return part{strings.Join(lines[from+1:to], "\n"), from + 2}
	}
	return cut(bars[0], bars[1]), cut(bars[1], bars[2]), cut(bars[2], end), true
}

// open is a mark whose brace is not closed yet.
type open struct {
	role  byte
	num   int
	start int // in the plain text
	at    pos
}

// marks takes the braces and labels off the text and keeps their spans.
func (p *parser) marks(body part) {
	var out strings.Builder
	var stack []open
	src, at := body.text, pos{body.line, 1}
	step := func(n int) { // over n bytes of src
		for _, r := range src[:n] {
			if r == '\n' {
				at = pos{at.line + 1, 1}
			} else {
				at.col++
			}
		}
		src = src[n:]
	}
	// space is the run of white space that waits to be written: none, a space
	// or a blank line.
	space := ""
	for src != "" {
		if n := len(src) - len(strings.TrimLeft(src, " \t\n\u00a0")); n > 0 {
			run := src[:n]
			if strings.Count(run, "\n") > 1 {
				if len(stack) > 0 {
					o := stack[len(stack)-1]
					p.problem(o.at, "{%c%d is not closed before the paragraph's end; use a piece for each paragraph", o.role, o.num)
					stack = nil
				}
				space = "\n\n"
			} else if space == "" {
				space = " "
			}
			step(n)
			continue
		}
		if src[0] == '{' {
			role, num, width, ok := label(src)
			if !ok {
				p.problem(at, "a brace opens a mark such as {s1 …}, {v1 …} or {c1 …}; found %q", clip(src))
				step(1)
				continue
			}
			if space != "" && out.Len() > 0 {
				out.WriteString(space)
			}
			space = ""
			stack = append(stack, open{role, num, out.Len(), at})
			step(width)
			step(len(src) - len(strings.TrimLeft(src, " \t\n\u00a0")))
			continue
		}
		if src[0] == '}' {
			if len(stack) == 0 {
				p.problem(at, "a closing brace without an open mark")
			} else {
				o := stack[len(stack)-1]
				stack = stack[:len(stack)-1]
				p.close(o, out.Len())
			}
			step(1)
			continue
		}
		if space != "" && out.Len() > 0 {
			out.WriteString(space)
		}
		space = ""
		n := strings.IndexAny(src, "{} \t\n\u00a0")
		if n < 0 {
			n = len(src)
		}
		if n == 0 { // a byte shared with U+00A0
			_, n = utf8.DecodeRuneInString(src)
		}
		out.WriteString(src[:n])
		step(n)
	}
	for _, o := range stack {
		p.problem(o.at, "{%c%d is not closed", o.role, o.num)
	}
	p.report.Text = out.String()
	if p.report.Text == "" {
		p.problem(pos{body.line, 1}, "the report has no text")
	}
}

// label reads the head of a mark: `{s12 `.
func label(src string) (role byte, num, width int, ok bool) {
	if len(src) < 4 || strings.IndexByte("svc", src[1]) < 0 {
		return
	}
	i := 2
	for i < len(src) && i < 6 && src[i] >= '0' && src[i] <= '9' {
		num = num*10 + int(src[i]-'0')
		i++
	}
	if i == 2 || num == 0 || i == len(src) || src[i] != ' ' && src[i] != '\n' {
		return
	}
	return src[1], num, i, true
}

// clip is the head of a text for a message.
func clip(s string) string {
	n := 0
	for i := range s {
		if n++; n > 12 {
			return s[:i] + "…"
		}
	}
	return s
}

func (p *parser) close(o open, end int) {
	if end <= o.start {
		p.problem(o.at, "{%c%d holds no words", o.role, o.num)
		return
	}
	a := p.attrs[o.num]
	if a == nil {
		a = &Attribution{Number: o.num}
		p.attrs[o.num] = a
		p.first[o.num] = o.at
	}
	role := map[byte]*[]Span{'s': &a.Source, 'v': &a.Cue, 'c': &a.Content}[o.role]
	*role = append(*role, Span{Start: o.start, End: end})
	slices.SortFunc(*role, func(x, y Span) int { return x.Start - y.Start })
}

// agree checks that marks and answers tell of the same numbers.
func (p *parser) agree() {
	for _, n := range p.numbers() {
		a := p.attrs[n]
		if _, ok := p.answered[n]; !ok {
			p.problem(p.first[n], "number %d is marked but has no line in the answers", n)
		}
		if len(a.Content) == 0 {
			p.problem(p.first[n], "number %d has no content: mark what is attributed with {c%d …}", n, n)
		}
		if len(a.Cue) == 0 && len(a.Source) > 0 && a.Kind != "post" && a.Kind != "" && a.Outlet == "" {
			p.problem(p.first[n], "number %d has a source but no cue; only posts and outlets do without: mark {v%d …}", n, n)
		}
		for _, m := range a.Holds {
			if _, ok := p.attrs[m]; !ok {
				p.problem(p.answered[n], "number %d holds %d, which is not marked in the text", n, m)
			}
		}
	}
	for n, at := range p.answered {
		if _, ok := p.attrs[n]; !ok {
			p.problem(at, "number %d is answered but not marked in the text", n)
		}
	}
}
