package interchange

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/big"
	"regexp"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// element is one element of an XML file, with its line.
type element struct {
	file     string
	line     int
	name     string
	attrs    map[string]string
	children []*element
}

// xml reads an XML file.
func (d folder) xml(name string) (*element, error) {
	data, err := d.data(name)
	if err != nil {
		return nil, err
	}
	dec := xml.NewDecoder(bytes.NewReader(mendAmpersands(data)))
	dec.CharsetReader = charset
	root := &element{}
	open := []*element{root}
	for {
		token, err := dec.Token()
		line, _ := dec.InputPos()
		if err == io.EOF {
			break
		}
		if syntax := (*xml.SyntaxError)(nil); errors.As(err, &syntax) {
			return nil, refuse(name, line, "is no XML: %s", syntax.Msg)
		} else if err != nil {
			return nil, refuse(name, line, "is no XML: %v", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if len(open) > deepest {
				return nil, refuse(name, line, "nests deeper than %d", deepest)
			}
			e := &element{file: name, line: line, name: t.Name.Local, attrs: map[string]string{}}
			for _, a := range t.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			parent := open[len(open)-1]
			parent.children = append(parent.children, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		}
	}
	if len(root.children) != 1 {
		return nil, refuse(name, 1, "holds no XML element")
	}
	return root.children[0], nil
}

// entity is what an ampersand may begin in XML.
var entity = regexp.MustCompile(`^&(?:lt|gt|amp|quot|apos|#[0-9]+|#x[0-9a-fA-F]+);`)

// mendAmpersands writes out those that stand alone, as in "tea & coffee": GENIUS
// itself writes them so into its files.
func mendAmpersands(data []byte) []byte {
	var mended []byte
	for {
		before, _, found := bytes.Cut(data, []byte("&"))
		mended = append(mended, before...)
		if !found {
			return mended
		}
		data = data[len(before):]
		mended = append(mended, '&')
		if !entity.Match(data[:min(len(data), 12)]) {
			mended = append(mended, "amp;"...)
		}
		data = data[1:]
	}
}

// charset reads the encodings that old domain files are in.
func charset(label string, input io.Reader) (io.Reader, error) {
	switch strings.ToLower(label) {
	case "iso-8859-1", "latin1":
		return charmap.ISO8859_1.NewDecoder().Reader(input), nil
	case "windows-1252":
		return charmap.Windows1252.NewDecoder().Reader(input), nil
	case "us-ascii":
		return input, nil
	}
	return nil, fmt.Errorf("the encoding %s is not known here: save it as UTF-8", label)
}

func (e *element) refuse(format string, args ...any) error {
	return refuse(e.file, e.line, format, args...)
}

// all are the children of a name.
func (e *element) all(name string) []*element {
	var found []*element
	for _, c := range e.children {
		if c.name == name {
			found = append(found, c)
		}
	}
	return found
}

// only refuses children other than those known: what they would change cannot
// be carried.
func (e *element) only(known ...string) error {
	for _, c := range e.children {
		if !containsFold(known, c.name) {
			return c.refuse("<%s> inside <%s> cannot be carried: a scenario is a weighted sum over discrete issues", c.name, e.name)
		}
	}
	return nil
}

func containsFold(all []string, name string) bool {
	for _, s := range all {
		if strings.EqualFold(s, name) {
			return true
		}
	}
	return false
}

// need is an attribute that must be there.
func (e *element) need(attr string) (string, error) {
	v, ok := e.attrs[attr]
	if !ok {
		return "", e.refuse("<%s> has no %s", e.name, attr)
	}
	return v, nil
}

// number is an attribute as an exact number.
func (e *element) number(attr string) (*big.Rat, error) {
	s, err := e.need(attr)
	if err != nil {
		return nil, err
	}
	v, err := number(strings.TrimSpace(s))
	if err != nil {
		return nil, e.refuse("%s of <%s>: %v", attr, e.name, err)
	}
	return v, nil
}

// whole is an attribute as a whole number.
func (e *element) whole(attr string) (int, error) {
	v, err := e.number(attr)
	if err != nil {
		return 0, err
	}
	if !v.IsInt() || !v.Num().IsInt64() || v.Num().Int64() > 1<<31-1 || v.Num().Int64() < -1<<31 {
		return 0, e.refuse("%s of <%s> is %s: expected a whole number", attr, e.name, words(v))
	}
	return int(v.Num().Int64()), nil
}
