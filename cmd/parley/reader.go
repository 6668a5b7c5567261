package main

import (
	"context"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record"
)

// caseReader reads reports with what a case knows on each report's day. The
// zero caseReader knows nothing and reads all the same.
type caseReader struct {
	known  parley.Case
	day    parley.Date
	reader *record.Reader
}

// read reads a report. One that turns out to state its own date is read once
// more, with the offices that people held on that day.
func (r *caseReader) read(ctx context.Context, src record.Source) (*record.Document, error) {
	if err := r.on(src.Date); err != nil {
		return nil, err
	}
	doc, err := r.reader.Read(ctx, src)
	if err != nil || doc.Date == src.Date || len(r.known.Parties) == 0 {
		return doc, err
	}
	src.Date = doc.Date
	if err := r.on(src.Date); err != nil {
		return nil, err
	}
	return r.reader.Read(ctx, src)
}

// on readies a reader for a day.
func (r *caseReader) on(day parley.Date) error {
	if r.reader != nil && r.day == day {
		return nil
	}
	reader, err := record.NewReader(record.For(&r.known, day))
	if err != nil {
		return err
	}
	r.reader, r.day = reader, day
	return nil
}
