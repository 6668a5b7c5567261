package draft

import (
	"fmt"
	"html"
	"io"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Medium is what a text is rendered for.
type Medium string

// The media. The zero Medium is Terminal.
const (
	Terminal Medium = "text"
	Markdown Medium = "markdown"
	HTML     Medium = "html" // a fragment: the page around it is the caller's
)

// Options say how a text is rendered. The zero value renders for a terminal 80
// characters wide, without colour.
type Options struct {
	Format Medium
	Color  bool // on a terminal; it repeats what the words say, never more
	Width  int  // of the terminal, in characters; 0 means 80
	// Notes are remarks shown under points, by the point's index; those under -1
	// stand after the preamble.
	Notes map[int][]string
}

// role is what a run of words does in a rendered text.
type role int

const (
	plainRole  role = iota
	markRole        // the brackets themselves, and "or" between variants
	backerRole      // who backs a wording
	struckRole
	addedRole
)

type span struct {
	role  role
	words string
}

// pen writes for one medium.
type pen interface {
	heading(level int, words string)
	paragraph(spans ...span)
	note(words string)
	end()
}

// render calls write with the pen for the medium.
func render(w io.Writer, o Options, class string, write func(pen)) error {
	var out strings.Builder
	var p pen
	switch o.Format {
	case Terminal, "":
		if o.Width <= 0 {
			o.Width = 80
		}
		p = &terminalPen{out: &out, width: o.Width, color: o.Color}
	case Markdown:
		p = markdownPen{&out}
	case HTML:
		fmt.Fprintf(&out, "<article class=\"%s\">\n", class)
		p = htmlPen{&out}
	default:
		return fmt.Errorf("cannot render a text as %q: choose text, markdown or html", o.Format)
	}
	write(p)
	p.end()
	_, err := io.WriteString(w, out.String())
	return err
}

// terminalPen wraps words and marks them with signs, and with colour if wanted.
type terminalPen struct {
	out   *strings.Builder
	width int
	color bool
}

const (
	bold    = "\x1b[1m"
	red     = "\x1b[31m"
	green   = "\x1b[32m"
	yellow  = "\x1b[33m"
	cyan    = "\x1b[36m"
	neutral = "\x1b[0m"
)

func (p *terminalPen) heading(level int, words string) {
	if p.out.Len() > 0 {
		p.out.WriteByte('\n')
	}
	p.wrap(p.paint(bold, oneLine(printable(words))), "", "  ")
	if level == 1 {
		p.out.WriteString(strings.Repeat("=", min(p.width, utf8.RuneCountInString(oneLine(words)))) + "\n")
	}
}

func (p *terminalPen) paragraph(spans ...span) {
	var text strings.Builder
	for _, s := range spans {
		words := printable(s.words)
		switch s.role {
		case markRole:
			words = p.paint(yellow, words)
		case backerRole:
			words = p.paint(cyan, words)
		case struckRole:
			words = p.paint(red, "{-"+words+"-}")
		case addedRole:
			words = p.paint(green, "{+"+words+"+}")
		}
		text.WriteString(words)
	}
	for k, block := range blankLine.Split(strings.Trim(text.String(), blanks), -1) {
		if k > 0 {
			p.out.WriteByte('\n')
		}
		for _, line := range strings.Split(listItem.ReplaceAllString(block, "\x00$1"), "\x00") {
			p.wrap(line, "  ", "  ")
		}
	}
}

func (p *terminalPen) note(words string) { p.wrap(printable(words), "  > ", "    ") }

func (p *terminalPen) end() {}

// paint colours word by word, so that no colour runs into the next line.
func (p *terminalPen) paint(color, words string) string {
	if !p.color {
		return words
	}
	return notBlank.ReplaceAllString(words, color+"$0"+neutral)
}

var (
	blankLine = regexp.MustCompile(`\n[ \t]*\n\s*`)
	// listItem is a line that must not be joined to the one before it.
	listItem = regexp.MustCompile(`\n(\s*(?:[-*+|#>]|\d+[.)])\s?)`)
	notBlank = regexp.MustCompile(`\S+`)
	escape   = regexp.MustCompile("\x1b\\[[0-9]*m")
)

// wrap fills lines with words; first and rest are what lines begin with.
func (p *terminalPen) wrap(words, first, rest string) {
	used := utf8.RuneCountInString(first)
	p.out.WriteString(first)
	for k, word := range strings.Fields(words) {
		n := utf8.RuneCountInString(escape.ReplaceAllString(word, ""))
		switch {
		case k == 0:
		case used+1+n > p.width:
			p.out.WriteString("\n" + rest)
			used = utf8.RuneCountInString(rest)
		default:
			p.out.WriteByte(' ')
			used++
		}
		p.out.WriteString(word)
		used += n
	}
	p.out.WriteByte('\n')
}

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

// markdownPen leaves words as they are, since they are Markdown already.
type markdownPen struct{ out *strings.Builder }

func (p markdownPen) heading(level int, words string) {
	p.out.WriteString(strings.Repeat("#", level) + " " + oneLine(words) + "\n\n")
}

func (p markdownPen) paragraph(spans ...span) {
	for _, s := range spans {
		switch s.role {
		case markRole:
			p.out.WriteString(escapeBrackets.Replace(s.words))
		case backerRole:
			p.out.WriteString(around("*", s.words))
		case struckRole:
			p.out.WriteString(around("~~", s.words))
		case addedRole:
			p.out.WriteString(around("**", s.words))
		default:
			p.out.WriteString(s.words)
		}
	}
	p.out.WriteString("\n\n")
}

var escapeBrackets = strings.NewReplacer("[", `\[`, "]", `\]`)

func (p markdownPen) note(words string) { p.out.WriteString("> " + oneLine(words) + "\n\n") }

func (p markdownPen) end() {}

// around puts emphasis around words, inside the spaces and the blank lines
// around them, where Markdown does not read it.
func around(sign, words string) string {
	var out strings.Builder
	for len(words) > 0 {
		at := blankLine.FindStringIndex(words)
		piece, gap := words, ""
		if at != nil {
			piece, gap = words[:at[0]], words[at[0]:at[1]]
		}
		words = words[len(piece)+len(gap):]
		bare := strings.Trim(piece, blanks)
		if bare != "" {
			left, right, _ := strings.Cut(piece, bare)
			piece = left + sign + bare + sign + right
		}
		out.WriteString(piece + gap)
	}
	return out.String()
}

// htmlPen writes plain elements with classes: a span of class bracket or
// backers, del and ins. Line breaks in the words stay, for a style of
// white-space: pre-line.
type htmlPen struct{ out *strings.Builder }

func (p htmlPen) heading(level int, words string) {
	fmt.Fprintf(p.out, "<h%d>%s</h%d>\n", level, html.EscapeString(words), level)
}

func (p htmlPen) paragraph(spans ...span) {
	p.out.WriteString("<p>")
	for _, s := range spans {
		open, shut := "", ""
		switch s.role {
		case markRole:
			open, shut = `<b class="bracket">`, "</b>"
		case backerRole:
			open, shut = `<span class="backers">`, "</span>"
		case struckRole:
			open, shut = "<del>", "</del>"
		case addedRole:
			open, shut = "<ins>", "</ins>"
		}
		for k, piece := range blankLine.Split(s.words, -1) {
			if k > 0 {
				p.out.WriteString("</p>\n<p>")
			}
			if piece != "" {
				p.out.WriteString(open + html.EscapeString(piece) + shut)
			}
		}
	}
	p.out.WriteString("</p>\n")
}

func (p htmlPen) note(words string) {
	fmt.Fprintf(p.out, "<p class=\"note\">%s</p>\n", html.EscapeString(words))
}

func (p htmlPen) end() { p.out.WriteString("</article>\n") }
