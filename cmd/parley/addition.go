package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/casefolder"
	"github.com/parley-desk/parley/record/intake"
)

// addition is what is known of a report that is added, beyond what its file
// tells.
type addition struct {
	ID     string `placeholder:"ID" help:"With --add: the report's id; OUTLET-DATE without it."`
	Title  string `placeholder:"WORDS" help:"With --add: its title."`
	Outlet string `placeholder:"NAME" help:"With --add: who published it."`
	Date   string `placeholder:"DATE" help:"With --add: the day it was published."`
	Link   string `placeholder:"URL" help:"With --add: its address."`
	Grade  string `enum:",A,B,C,D" default:"" placeholder:"A" help:"With --add: how close it is to the words, A to D."`
}

// add copies a report's file into the case, as text with front matter, and
// returns its id. What neither the file nor the flags tell is asked for where
// somebody is at the keyboard.
func (a addition) add(d desk, folder *casefolder.Folder, name string) (id string, err error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return "", err
	}
	docs, err := intake.Read(name, data)
	if err != nil {
		return "", err
	}
	if len(docs) != 1 {
		return "", fmt.Errorf("%s holds %d reports: add them one by one", name, len(docs))
	}
	r, err := a.report(d, docs[0])
	if err != nil {
		return "", err
	}
	if _, taken := folder.Case.Report(r.ID); taken {
		return "", fmt.Errorf("the case has a report %s already: review that, or give another --id", r.ID)
	}
	folder.Case.Reports = append(folder.Case.Reports, r)
	if _, err := folder.Save(); err != nil {
		return "", err
	}
	fmt.Fprintf(d.out, "Added reports/%s.md\n", r.ID)
	return r.ID, nil
}

func (a addition) report(d desk, doc intake.Document) (parley.Report, error) {
	r := parley.Report{
		ID: a.ID, Title: first(a.Title, doc.Title), Outlet: first(a.Outlet, doc.Outlet), Author: doc.Author,
		Link: first(a.Link, doc.Link), Grade: parley.Grade(a.Grade), Text: strings.TrimLeft(doc.Text, "\n"),
	}
	date := first(a.Date, doc.Date)
	if f, ok := d.keyboard(); ok {
		in := bufio.NewReader(f)
		for _, q := range []struct {
			what string
			to   *string
		}{{"Outlet", &r.Outlet}, {"Date", &date}, {"Link", &r.Link}} {
			if *q.to == "" {
				fmt.Fprintf(d.out, "%s (Enter for none): ", q.what)
				line, err := in.ReadString('\n')
				if err != nil {
					return r, err
				}
				*q.to = strings.TrimSpace(line)
			}
		}
	}
	if date != "" {
		var err error
		if r.Date, err = parley.ParseDate(date); err != nil {
			return r, err
		}
	}
	if r.ID == "" {
		r.ID = dashed(r.Outlet + " " + r.Date.String())
	}
	if r.ID == "" {
		r.ID = dashed(strings.TrimSuffix(doc.ID, filepath.Ext(doc.ID)))
	}
	if !strings.HasSuffix(r.Text, "\n") {
		r.Text += "\n"
	}
	return r, nil
}

// dashed makes an id of words: small letters and digits with - between.
func dashed(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), "-")
}

// first is the first that is given.
func first(words ...string) string {
	for _, w := range words {
		if w != "" {
			return w
		}
	}
	return ""
}
