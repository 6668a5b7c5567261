package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/casefolder"
	"github.com/parley-desk/parley/record"
	"github.com/parley-desk/parley/record/intake"
)

// reports yields what a name on the command line stands for: the report in a
// file, each document of a .jsonl file, what is piped in where it is -, or a
// report of the case by its id.
func (d desk) reports(ctx context.Context, c parley.Case, name string) iter.Seq2[record.Source, error] {
	return func(yield func(record.Source, error) bool) {
		if r, ok := c.Report(name); ok {
			yield(sourceOf(r), nil)
			return
		}
		if name == "-" {
			readFile("-", d.input(ctx), yield)
			return
		}
		f, err := os.Open(name)
		if errors.Is(err, fs.ErrNotExist) {
			err = missing(c, name)
		}
		if err != nil {
			yield(record.Source{}, err)
			return
		}
		defer f.Close()
		readFile(name, f, yield)
	}
}

// sourceOf is a case's report as a reader takes it.
func sourceOf(r parley.Report) record.Source {
	return record.Source{ID: r.ID, Title: r.Title, Text: r.Text, Date: r.Date, Outlet: r.Outlet}
}

// missing says that a name is neither a file nor, where there is a case, one
// of its reports.
func missing(c parley.Case, name string) error {
	if len(c.Reports) == 0 {
		return fmt.Errorf("there is no file %s", name)
	}
	var ids []string
	for _, r := range c.Reports {
		ids = append(ids, r.ID)
	}
	if near := casefolder.Nearest(name, ids); near != "" {
		return fmt.Errorf("there is no file %s, nor such a report in the case; did you mean %s?", name, near)
	}
	return fmt.Errorf("there is no file %s, nor such a report in the case", name)
}

// readFile yields the report in a file of any form. Of a .jsonl file only one
// line is held at a time.
func readFile(name string, r io.Reader, yield func(record.Source, error) bool) {
	b := bufio.NewReader(r)
	head, err := b.Peek(1024)
	if err != nil && err != io.EOF {
		yield(record.Source{}, fmt.Errorf("reading %s: %w", name, err))
		return
	}
	if intake.Detect(name, head) == intake.JSONL {
		readLines(name, b, yield)
		return
	}
	data, err := io.ReadAll(b)
	if err != nil {
		yield(record.Source{}, fmt.Errorf("reading %s: %w", name, err))
		return
	}
	yieldAll(name, data, yield)
}

// readLines yields a document a line.
func readLines(name string, b *bufio.Reader, yield func(record.Source, error) bool) {
	for n := 1; ; n++ {
		line, err := b.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			ok := yieldAll(".jsonl", line, func(src record.Source, err error) bool {
				if err != nil {
					err = fmt.Errorf("%s, line %d: %s", name, n, strings.TrimPrefix(err.Error(), ".jsonl: line 1: "))
				}
				if src.ID == "" {
					src.ID = fmt.Sprintf("%s-%d", stem(name), n)
				}
				return yield(src, err)
			})
			if !ok {
				return
			}
		}
		if err == io.EOF {
			return
		}
		if err != nil {
			yield(record.Source{}, fmt.Errorf("reading %s: %w", name, err))
			return
		}
	}
}

// yieldAll yields the documents in data; false ends it.
func yieldAll(name string, data []byte, yield func(record.Source, error) bool) bool {
	docs, err := intake.Read(name, data)
	if err != nil {
		return yield(record.Source{}, err)
	}
	for _, d := range docs {
		if !yield(taken(d)) {
			return false
		}
	}
	return true
}

// taken is a document that was taken in, ready for a reader.
func taken(d intake.Document) (record.Source, error) {
	src := record.Source{ID: d.ID, Title: d.Title, Text: d.Text, Outlet: d.Outlet}
	if d.Date == "" {
		return src, nil
	}
	var err error
	if src.Date, err = parley.ParseDate(d.Date); err != nil {
		return src, fmt.Errorf("%s: %w", d.ID, err)
	}
	return src, nil
}

// stem is a file's name without its folder and ending.
func stem(name string) string {
	base := filepath.Base(name)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

// input is standard input, which ends with an error when ctx does: whoever
// waits for somebody to type can be interrupted.
func (d desk) input(ctx context.Context) io.Reader {
	r, w := io.Pipe()
	go func() {
		_, err := io.Copy(w, d.in)
		w.CloseWithError(err)
	}()
	context.AfterFunc(ctx, func() { r.CloseWithError(ctx.Err()) })
	return r
}
