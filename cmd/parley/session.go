package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/casefolder"
	"github.com/parley-desk/parley/page"
	"github.com/parley-desk/parley/record"
	"github.com/parley-desk/parley/record/show"
	"github.com/parley-desk/parley/review"
)

// session is a review at work: it carries out commands and saves what they
// decide, and shows the statement at hand. Where the commands come from is not
// its business: see lines and screen.
type session struct {
	desk
	folder *casefolder.Folder
	review *review.Review
	drops  string // the file of dropped proposals
}

// do carries out one command and saves at once.
func (s *session) do(command string) (say string, stop bool, err error) {
	a, wrong := s.review.Do(command)
	if wrong != nil {
		return wrong.Error(), false, nil
	}
	if a.Save != nil {
		if err := s.folder.PutStatements(*a.Save); err != nil {
			return "", true, err
		}
	}
	if a.Gone != "" {
		if err := s.folder.RemoveStatement(a.Gone); err != nil {
			return "", true, err
		}
	}
	if a.Drops {
		if err := s.saveDrops(); err != nil {
			return "", true, err
		}
	}
	say = a.Say
	if (a.Save != nil || a.Drops) && s.review.Left() == 0 {
		say += "; all are decided"
	}
	return say, a.Stop, nil
}

func (s *session) saveDrops() error {
	data, err := review.EncodeDrops(s.review.Drops())
	if err != nil {
		return err
	}
	if data == nil {
		if err := os.Remove(s.drops); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(s.drops), 0o755); err != nil {
		return err
	}
	return writeFile(s.drops, func(w io.Writer) error { _, err := w.Write(data); return err })
}

func (s *session) acceptAll() error {
	all := s.review.AcceptAll()
	if len(all) == 0 {
		fmt.Fprintln(s.out, "nothing new to record")
		return nil
	}
	if err := s.folder.PutStatements(all...); err != nil {
		return err
	}
	fmt.Fprintf(s.out, "Recorded in record/%s.yaml, reviewed by nobody: %d\n", s.review.Report.ID, len(all))
	return nil
}

// lines takes a command a line, shows the statement at hand before each, and
// ends with the input.
func (s *session) lines(ctx context.Context) error {
	in := bufio.NewScanner(s.input(ctx))
	for {
		if err := s.page().Text(s.out, page.TextOptions{Width: s.width(), Color: s.color}); err != nil {
			return err
		}
		if !in.Scan() {
			return in.Err()
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		say, stop, err := s.do(in.Text())
		if say != "" {
			fmt.Fprintf(s.out, "> %s\n", say)
		}
		if err != nil || stop {
			return err
		}
	}
}

// tally tells at the end what was decided.
func (s *session) tally() error {
	accepted, dropped := 0, 0
	for _, p := range s.review.Proposals {
		switch p.Decision {
		case review.Accepted:
			accepted++
		case review.Dropped:
			dropped++
		}
	}
	_, err := fmt.Fprintf(s.out, "\n%s: %d accepted, %d dropped, %d to decide\n", s.review.Report.ID, accepted, dropped, s.review.Left())
	return err
}

// page shows the statement at hand in its place in the report.
func (s *session) page() *page.Page {
	p := &page.Page{}
	at := s.review.Current()
	if at == nil {
		p.Add(page.Paragraph{Words: page.Words("Nobody is said to have said anything in " + s.review.Report.ID + ".")})
		return p
	}
	k, of := s.review.Place()
	decision := "to decide"
	switch {
	case at.Decision != review.Undecided:
		decision = string(at.Decision)
	case at.Recorded:
		decision = "recorded, read by nobody"
	}
	p.Add(page.Paragraph{Words: page.In(page.Strong, fmt.Sprintf("── %s, statement %d of %d: %s", s.review.Report.ID, k, of, decision))})
	st := at.Statement
	p.Add(show.Passage(s.review.Report.Text, record.Attribution{Source: s.spans(st.Source), Cue: s.spans(st.Cue), Content: s.spans(st.Content)})...)
	p.Add(page.Heading{Level: 2, Words: page.In(page.Faint, "The statement")}, page.Table{Rows: s.rows(at)})
	return p
}

// spans are where selectors now stand; one that no longer anchors is left out.
func (s *session) spans(list []parley.Selector) []record.Span {
	var all []record.Span
	for _, x := range list {
		if start, end, ok := record.Anchor(s.review.Report.Text, x); ok {
			all = append(all, record.Span{Start: start, End: end})
		}
	}
	return all
}

// rows are what the statement says beyond its words.
func (s *session) rows(at *review.Proposal) [][]page.Line {
	st := at.Statement
	var rows [][]page.Line
	row := func(name, words string) {
		if words != "" {
			rows = append(rows, []page.Line{page.In(page.Faint, name), page.Words(words)})
		}
	}
	row("speaker", s.speaker(at))
	row("kind", joined(", ", string(st.Kind), string(at.Manner)))
	row("through", strings.Join(st.Via, " → "))
	row("post", joined(" on ", st.Handle, st.Platform))
	row("day", st.Date.String())
	row("issue", first(st.Issue, "none"))
	var likely []string
	for _, i := range at.Issues {
		likely = append(likely, fmt.Sprintf("%s %.2f", i.ID, i.Score))
	}
	row("likely", strings.Join(likely, ", "))
	if st.Issue != "" {
		row("attitude", strings.TrimSpace(st.Attitude.String()+" "+strings.Join(st.Alternatives, ", ")))
	}
	row("note", st.Note)
	row("repeats", st.Repeats)
	return rows
}

// speaker says whom a statement is put down to.
func (s *session) speaker(at *review.Proposal) string {
	st := at.Statement
	if at.Outlet != "" && st.Speaker == at.Outlet {
		return at.Outlet + ", the outlet itself"
	}
	if st.Person != "" {
		return fmt.Sprintf("%s (%s)", s.folder.Case.Actor(st.Person), st.Party)
	}
	who := "nobody whom the case knows"
	switch {
	case st.Anonymous && st.Count > 0:
		who = joined(", ", strconv.Itoa(st.Count)+" unnamed", st.Party)
	case st.Anonymous:
		who = joined(", ", "unnamed", st.Party)
	case st.Party != "":
		who = s.folder.Case.Actor(st.Party)
	}
	if st.Speaker == "" || st.Speaker == who {
		return who
	}
	return "“" + st.Speaker + "”: " + who
}

// joined joins what is not empty.
func joined(between string, parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, between)
}
