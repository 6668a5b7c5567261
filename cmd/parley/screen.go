package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/parley-desk/parley/page"
	"golang.org/x/term"
)

// keyboard is the terminal that somebody types at; false where standard input
// or output is none.
func (d desk) keyboard() (*os.File, bool) {
	in, ok := d.in.(*os.File)
	if !ok || !term.IsTerminal(int(in.Fd())) {
		return nil, false
	}
	out, ok := d.out.(*os.File)
	return in, ok && term.IsTerminal(int(out.Fd()))
}

// keys are bytes from a terminal in raw mode. What came in with a key and has
// not been asked for yet waits for whoever reads next.
type keys struct {
	in      io.Reader
	pending []byte
}

// Read reads what waits, or else from the terminal.
func (k *keys) Read(p []byte) (int, error) {
	if len(k.pending) == 0 {
		return k.in.Read(p)
	}
	n := copy(p, k.pending)
	k.pending = k.pending[n:]
	return n, nil
}

// next is the next key: a character, or the name of a special key.
func (k *keys) next() (string, error) {
	if len(k.pending) == 0 {
		buffer := make([]byte, 64)
		n, err := k.in.Read(buffer)
		if err != nil {
			return "", err
		}
		k.pending = buffer[:n]
	}
	for sequence, name := range map[string]string{"\x1b[C": "right", "\x1b[D": "left", "\x1bOC": "right", "\x1bOD": "left"} {
		if rest, ok := bytes.CutPrefix(k.pending, []byte(sequence)); ok {
			k.pending = rest
			return name, nil
		}
	}
	c := k.pending[0]
	k.pending = k.pending[1:]
	switch c {
	case 3, 4: // Ctrl-C, Ctrl-D
		return "s", nil
	case '\r', '\n':
		return "enter", nil
	case '\t':
		return "tab", nil
	case 0x1b:
		k.pending = nil // a key that nobody here knows
		return "escape", nil
	}
	return string(c), nil
}

const keyLine = "a accept  d drop  e edit  i issue  t attitude  n next  p previous  s stop  ?"

const editLine = "←→ the %s  Tab the other  w who  y party  u unnamed  g day  o note  Enter"

// prompts are the edits that need words.
var prompts = map[string]string{"i": "issue", "t": "attitude", "w": "speaker", "y": "party", "u": "unnamed", "g": "day", "o": "note"}

// screen reviews on a terminal, a key a command.
func (s *session) screen(ctx context.Context, in *os.File) error {
	before, err := term.MakeRaw(int(in.Fd()))
	if err != nil {
		return err
	}
	fmt.Fprint(s.out, "\x1b[?1049h")
	defer func() {
		fmt.Fprint(s.out, "\x1b[?1049l")
		_ = term.Restore(int(in.Fd()), before) // nothing more can be done about a terminal that is gone
	}()
	k := &keys{in: in}
	say, edge := "", "" // the edge that arrows move; "" outside editing
	for ctx.Err() == nil {
		if err := s.draw(say, edge); err != nil {
			return err
		}
		key, err := k.next()
		if err != nil {
			return err
		}
		var command string
		switch {
		case edge != "":
			command, edge = editKey(key, edge)
		case key == "e":
			edge = "end"
		case strings.Contains("adnps?it", key):
			command = key
		}
		if word := prompts[command]; word != "" {
			command = s.ask(k, word)
		}
		if say = ""; command == "" {
			continue
		}
		var stop bool
		if say, stop, err = s.do(command); err != nil || stop {
			return err
		}
	}
	return ctx.Err()
}

// editKey is the command of a key while editing, and the edge that arrows move
// from then on.
func editKey(key, edge string) (command, next string) {
	switch key {
	case "left":
		return edge + " -1", edge
	case "right":
		return edge + " +1", edge
	case "tab":
		return "", map[string]string{"start": "end", "end": "start"}[edge]
	case "enter", "escape", "e":
		return "", ""
	case "a", "d", "s", "?":
		return key, ""
	}
	if prompts[key] != "" {
		return key, edge
	}
	return "", edge
}

// draw clears the screen and shows the statement, what came of the last
// command, and the keys.
func (s *session) draw(say, edge string) error {
	var b bytes.Buffer
	if err := s.page().Text(&b, page.TextOptions{Width: s.width(), Color: s.color}); err != nil {
		return err
	}
	fmt.Fprintln(&b)
	if say != "" {
		fmt.Fprintln(&b, say)
	}
	if edge == "" {
		fmt.Fprintln(&b, keyLine)
	} else {
		fmt.Fprintf(&b, editLine+"\n", edge)
	}
	_, err := io.WriteString(s.out, "\x1b[2J\x1b[H"+strings.ReplaceAll(b.String(), "\n", "\r\n"))
	return err
}

// ask asks for the words of an edit, with the case's ids to complete by Tab,
// and returns the whole command; "" where the person thought better of it.
func (s *session) ask(k *keys, word string) string {
	choices := s.review.Choices(word)
	if len(choices) > 0 {
		p := &page.Page{}
		p.Add(page.Paragraph{Words: page.Words(strings.Join(choices, " · "))})
		var b bytes.Buffer
		_ = p.Text(&b, page.TextOptions{Width: s.width()}) // a buffer takes everything
		fmt.Fprint(s.out, strings.ReplaceAll(b.String(), "\n", "\r\n"))
	}
	t := term.NewTerminal(struct {
		io.Reader
		io.Writer
	}{k, s.out}, word+": ")
	t.AutoCompleteCallback = func(line string, at int, key rune) (string, int, bool) {
		if key != '\t' {
			return "", 0, false
		}
		return complete(line, at, choices)
	}
	answer, err := t.ReadLine()
	if err != nil || strings.TrimSpace(answer) == "" && word != "issue" && word != "unnamed" && word != "attitude" {
		return ""
	}
	return word + " " + answer
}

// complete finishes the last word of a line where only one choice begins so.
func complete(line string, at int, choices []string) (string, int, bool) {
	if at != len(line) {
		return "", 0, false
	}
	begun := line[strings.LastIndexByte(line, ' ')+1:]
	found := ""
	for _, c := range choices {
		if strings.HasPrefix(c, begun) {
			if found != "" {
				return "", 0, false
			}
			found = c
		}
	}
	if found == "" {
		return "", 0, false
	}
	line = line[:len(line)-len(begun)] + found + " "
	return line, len(line), true
}
