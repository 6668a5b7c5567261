// Package intake turns a report as it lies about — a text file in whatever
// encoding, Markdown, a saved web page, a mail, a line of JSON — into plain
// text that package record can read.
//
//	docs, err := intake.Read("axios.html", data)
//
// It never fetches anything. Offsets that are found later count in the text
// that it returns; where the file itself is the text (plain UTF-8) they are the
// file's own.
package intake

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// A Document is a report's text with what the file told of it.
type Document struct {
	ID     string // the file's name without its ending, or the line's id
	Title  string
	Text   string
	Date   string // YYYY-MM-DD where the file tells
	Outlet string
	Author string
	Link   string
}

// Format is what a file holds.
type Format string

// The formats.
const (
	Plain    Format = "text"
	Markdown Format = "markdown"
	HTML     Format = "html"
	Mail     Format = "mail"
	JSONL    Format = "jsonl"
)

// Detect tells a file's format by its name, or by its first bytes where the
// name does not tell (standard input).
func Detect(name string, data []byte) Format {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".txt", ".text":
		return Plain
	case ".md", ".markdown":
		return Markdown
	case ".html", ".htm", ".xhtml", ".mhtml":
		return HTML
	case ".eml":
		return Mail
	case ".jsonl", ".ndjson", ".json":
		return JSONL
	}
	head := strings.ToLower(strings.TrimSpace(string(data[:min(len(data), 1024)])))
	switch {
	case strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html") || strings.Contains(head, "<body"):
		return HTML
	case strings.HasPrefix(head, "{") && strings.Contains(head, `"text"`):
		return JSONL
	case strings.HasPrefix(head, "---\n"):
		return Markdown
	case mailHead(head):
		return Mail
	}
	return Plain
}

// Read turns a file into the documents it holds: one, or for JSONL one a line.
func Read(name string, data []byte) ([]Document, error) {
	id := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	var docs []Document
	var err error
	switch Detect(name, data) {
	case JSONL:
		docs, err = readJSONL(data)
	case HTML:
		docs, err = one(readHTML(data, ""))
	case Mail:
		docs, err = one(readMail(data))
	case Markdown:
		docs, err = one(readMarkdown(Decode(data, "")), nil)
	default:
		docs, err = one(Document{Text: Decode(data, "")}, nil)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	for i := range docs {
		if docs[i].ID == "" {
			docs[i].ID = id
		}
	}
	return docs, nil
}

func one(d Document, err error) ([]Document, error) { return []Document{d}, err }

// Decode turns bytes into UTF-8. A byte-order mark decides, then the name of
// the character set if one is given, then whether the bytes are UTF-8 already;
// a line that is not is taken for windows-1252, so that files pasted together
// from several sources come out right.
func Decode(data []byte, label string) string {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return valid(data[3:])
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decode16(data[2:], false)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decode16(data[2:], true)
	}
	if e := named(label); e != nil {
		if out, err := e.NewDecoder().Bytes(data); err == nil {
			return valid(out)
		}
	}
	if utf8.Valid(data) && bytes.IndexByte(data, 0) < 0 {
		return string(data)
	}
	if big, ok := looks16(data); ok {
		return decode16(data, big)
	}
	return valid(data)
}

// named finds the encoding of a label; nil for UTF-8, none and unknown ones.
func named(label string) encoding.Encoding {
	if label == "" {
		return nil
	}
	e, name := charset.Lookup(label)
	if name == "utf-8" || name == "" {
		return nil
	}
	return e
}

// valid keeps UTF-8 lines and reads the others as windows-1252.
func valid(data []byte) string {
	if utf8.Valid(data) {
		return string(data)
	}
	var b strings.Builder
	for line := range bytes.Lines(data) {
		if utf8.Valid(line) {
			b.Write(line)
			continue
		}
		out, err := charmap.Windows1252.NewDecoder().Bytes(line)
		if err != nil {
			out = bytes.ToValidUTF8(line, []byte("\ufffd"))
		}
		b.Write(out)
	}
	return b.String()
}

// looks16 guesses UTF-16 without a mark: every other byte of the head is zero.
func looks16(data []byte) (big, ok bool) {
	head := data[:min(len(data), 512)&^1]
	even, odd := 0, 0
	for i, b := range head {
		if b == 0 {
			if i%2 == 0 {
				even++
			} else {
				odd++
			}
		}
	}
	half := len(head) / 2
	return even > odd, half > 0 && max(even, odd)*3 > half*2
}

func decode16(data []byte, big bool) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		a, b := uint16(data[2*i]), uint16(data[2*i+1])
		if big {
			a, b = b, a
		}
		units[i] = a | b<<8
	}
	return string(utf16.Decode(units))
}

// readJSONL reads documents a line each, with `id` and `text` and, where given,
// `title`, `date`, `outlet` or `publisher`, and `url`.
func readJSONL(data []byte) ([]Document, error) {
	var docs []Document
	n := 0
	for line := range strings.Lines(Decode(data, "")) {
		n++
		if strings.TrimSpace(line) == "" {
			continue
		}
		var l struct {
			ID, Title, Text, Date, Outlet, Publisher, Author, URL string
		}
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			return nil, fmt.Errorf("line %d: %w (expected a document a line: {\"id\": …, \"text\": …})", n, err)
		}
		if l.Text == "" {
			return nil, fmt.Errorf("line %d: the document has no \"text\"", n)
		}
		if l.Outlet == "" {
			l.Outlet = l.Publisher
		}
		docs = append(docs, Document{ID: l.ID, Title: l.Title, Text: l.Text, Date: l.Date, Outlet: l.Outlet, Author: l.Author, Link: l.URL})
	}
	return docs, nil
}
