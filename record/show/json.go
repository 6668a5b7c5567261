package show

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/parley-desk/parley/record"
)

// JSONL writes a document a line, as [record.Document.MarshalJSONL] does, with
// its text.
func JSONL(w io.Writer) Writer { return lines{w} }

type lines struct{ w io.Writer }

func (l lines) Write(d *record.Document) error {
	line, err := d.MarshalJSONL(true)
	if err != nil {
		return err
	}
	_, err = l.w.Write(append(line, '\n'))
	return err
}

func (lines) Close() error { return nil }

// JSON writes one object: the same documents as [JSONL], indented, and after
// them the statements that several of them carry.
//
//	{"documents": […], "carried": [{"by", "words", "in": [{"document", "attribution"}]}]}
func JSON(w io.Writer) Writer { return &object{w: w} }

type object struct {
	w       io.Writer
	written int
	carriers
}

func (o *object) Write(d *record.Document) error {
	o.add(d)
	before := ",\n"
	if o.written == 0 {
		before = "{\n  \"documents\": [\n"
	}
	o.written++
	line, err := d.MarshalJSONL(true)
	if err != nil {
		return err
	}
	b := bytes.NewBufferString(before + "    ")
	if err := json.Indent(b, line, "    ", "  "); err != nil {
		return err
	}
	_, err = o.w.Write(b.Bytes())
	return err
}

func (o *object) Close() error {
	copies := []copied{}
	for _, c := range o.found() {
		one := copied{By: c.Who, Words: c.Words}
		for _, in := range c.In {
			one.In = append(one.In, reference{in.Report, in.Statement})
		}
		copies = append(copies, one)
	}
	data, err := json.MarshalIndent(copies, "  ", "  ")
	if err != nil {
		return err
	}
	before := "\n  ],\n"
	if o.written == 0 {
		before = "{\n  \"documents\": [],\n"
	}
	_, err = fmt.Fprintf(o.w, "%s  \"carried\": %s\n}\n", before, data)
	return err
}

type copied struct {
	By    string      `json:"by"`
	Words string      `json:"words"`
	In    []reference `json:"in"`
}

type reference struct {
	Document    string `json:"document"`
	Attribution string `json:"attribution"`
}
