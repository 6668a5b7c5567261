package casefolder

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

// source is one file of the case: its bytes, and the YAML in it as nodes.
type source struct {
	name   string
	data   []byte
	head   int        // where the YAML begins in data: after --- in a Markdown file
	tail   int        // where the YAML ends
	body   int        // where the text after the front matter begins
	root   *yaml.Node // nil where the file holds no YAML that can be read
	failed bool       // whether the file could not be read: nothing may be written over it

	problems Problems
	lines    []int // where each line begins; made when first asked for
}

// The limits that keep a hostile file from taking all memory.
const (
	maxDepth    = 64      // of nested YAML
	maxExpanded = 100_000 // nodes reached through aliases, in one file
	maxSize     = 256 << 20
)

// readSource makes a source of a file's bytes. Markdown files have their YAML in
// the front matter, all others are YAML from end to end.
func readSource(name string, data []byte) *source {
	s := &source{name: name, data: data, tail: len(data), body: len(data)}
	if !s.readable() {
		s.failed = true
		return s
	}
	if strings.HasSuffix(name, ".md") && !s.cutFrontMatter() {
		s.failed = true
		return s
	}
	root, err := parseYAML(s.yaml())
	if err != nil {
		s.failed = true
		s.problems = append(s.problems, s.syntaxProblem(err))
		return s
	}
	s.root = root
	return s
}

// yaml is the part of the file that is YAML.
func (s *source) yaml() []byte { return s.data[s.head:s.tail] }

// text is what follows the front matter.
func (s *source) text() string { return string(s.data[s.body:]) }

// lineOf counts the lines before an offset.
func (s *source) lineOf(offset int) int { return bytes.Count(s.data[:offset], []byte("\n")) }

// readable reports whether the bytes are UTF-8 text, and says what they are
// where they are not.
func (s *source) readable() bool {
	at, message := Position{s.name, 1, 1}, ""
	switch {
	case len(s.data) > maxSize:
		message = fmt.Sprintf("the file is larger than %d MB: split it", maxSize>>20)
	case bytes.HasPrefix(s.data, []byte{0xff, 0xfe}), bytes.HasPrefix(s.data, []byte{0xfe, 0xff}):
		message = "the file is UTF-16: save it as UTF-8"
	case bytes.HasPrefix(s.data, []byte("\xef\xbb\xbf")):
		s.head = 3
	}
	if message == "" && (!utf8.Valid(s.data) || bytes.IndexByte(s.data, 0) >= 0) {
		for k := 0; k < len(s.data); {
			r, size := utf8.DecodeRune(s.data[k:])
			if (r == utf8.RuneError && size == 1) || r == 0 {
				line := bytes.LastIndexByte(s.data[:k], '\n') + 1
				at = Position{s.name, s.lineOf(k) + 1, utf8.RuneCount(s.data[line:k]) + 1}
				message = fmt.Sprintf("byte 0x%02x is not text: save the file as UTF-8", s.data[k])
				break
			}
			k += size
		}
	}
	if message != "" {
		s.problems = append(s.problems, Problem{Position: at, Message: message})
	}
	return message == ""
}

// cutFrontMatter finds the YAML between the first two lines of ---.
func (s *source) cutFrontMatter() bool {
	first, after := cutLine(s.data[s.head:])
	if strings.TrimRight(first, " \t") != "---" {
		s.problems = append(s.problems, Problem{
			Position: Position{s.name, 1, 1}, Message: "the file has no front matter",
			Expected: "a first line of ---, the fields, and another line of ---",
			source:   first,
		})
		return false
	}
	s.head = len(s.data) - len(after)
	for rest := after; len(rest) > 0; {
		line, next := cutLine(rest)
		if strings.TrimRight(line, " \t") == "---" {
			s.tail, s.body = len(s.data)-len(rest), len(s.data)-len(next)
			return true
		}
		rest = next
	}
	s.problems = append(s.problems, Problem{
		Position: Position{s.name, 1, 1}, Message: "the front matter does not end",
		Expected: "a line of --- after the fields", source: first,
	})
	return false
}

// cutLine splits off the first line, without its end.
func cutLine(data []byte) (line string, rest []byte) {
	before, rest, _ := bytes.Cut(data, []byte("\n"))
	return strings.TrimSuffix(string(before), "\r"), rest
}

// parseYAML reads one document; nil where there is none. Whatever goes wrong in
// the library, a panic too, comes back as an error.
func parseYAML(data []byte) (root *yaml.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			root, err = nil, fmt.Errorf("the YAML reader gave up on this file (%v)", r)
		}
	}()
	loader, err := yaml.NewLoader(bytes.NewReader(data),
		yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthValue(maxDepth))))
	if err != nil {
		return nil, err
	}
	var document, second yaml.Node
	if err := loader.Load(&document); err != nil {
		if errors.Is(err, io.EOF) {
			return nil, nil
		}
		return nil, err
	}
	if err := loader.Load(&second); err == nil {
		return nil, &secondDocument{second.Line, second.Column}
	} else if !errors.Is(err, io.EOF) {
		return nil, err
	}
	if document.Kind != yaml.DocumentNode || len(document.Content) == 0 {
		return nil, nil
	}
	return document.Content[0], nil
}

// secondDocument says that a file goes on after a line of ---.
type secondDocument struct{ line, column int }

func (e *secondDocument) Error() string {
	return "a second document begins here: keep one in a file, without a line of --- in its midst"
}

// position says where a node stands in the file.
func (s *source) position(n *yaml.Node) Position {
	if n == nil || n.Line < 1 {
		return Position{File: s.name, Line: 1, Column: 1}
	}
	return Position{s.name, n.Line + s.lineOf(s.head), max(n.Column, 1)}
}

// lineCount is how many lines the file has, an empty last one too.
func (s *source) lineCount() int {
	if s.lines == nil {
		s.lines = []int{0}
		for k, b := range s.data {
			if b == '\n' {
				s.lines = append(s.lines, k+1)
			}
		}
	}
	return len(s.lines)
}

// line is the text of one line, counted from 1; "" beyond the end.
func (s *source) line(number int) string {
	if number < 1 || number > s.lineCount() {
		return ""
	}
	text, _ := cutLine(s.data[s.lines[number-1]:])
	return text
}

// report adds a problem at a node.
func (s *source) report(n *yaml.Node, p Problem) {
	s.reportAt(s.position(n), p)
}

// reportAt adds a problem at a place.
func (s *source) reportAt(at Position, p Problem) {
	p.Position = at
	s.problems = append(s.problems, p)
}

// linesTold matches the place in the library's messages that have no mark.
var linesTold = regexp.MustCompile(`\bline (\d+)`)

// syntaxProblem turns the library's error into a problem.
func (s *source) syntaxProblem(err error) Problem {
	at := &yaml.Node{Line: 1, Column: 1}
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	var load *yaml.LoadError
	var second *secondDocument
	switch {
	case errors.As(err, &second):
		at.Line, at.Column = second.line, second.column
	case errors.As(err, &load):
		message = load.Message
		if load.ContextMsg != "" {
			message += " (" + load.ContextMsg + ")"
		}
		at.Line, at.Column = max(load.Mark.Line, 1), max(load.Mark.Column, 1)
	default:
		if m := linesTold.FindStringSubmatch(message); m != nil {
			at.Line, _ = strconv.Atoi(m[1])
		}
	}
	// A mark may lie behind the last line, where the reader ran out of text.
	at.Line = min(at.Line, bytes.Count(s.yaml(), []byte("\n"))+1)
	p := Problem{Position: s.position(at), Message: "not readable as YAML: " + message}
	if strings.Contains(message, "mapping values are not allowed") {
		p.Expected = "quotation marks around a text that contains a colon"
	}
	return p
}
