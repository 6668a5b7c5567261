package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/page"
	"golang.org/x/term"
)

// desk is what every command works at: where it writes, and how.
type desk struct {
	std
	color bool
}

// colorful reports whether the output is a terminal that wants colour.
func colorful(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && term.IsTerminal(int(f.Fd()))
}

// width is the terminal's, at most 120 columns; 80 where the output is none.
func (d desk) width() int {
	if f, ok := d.out.(*os.File); ok {
		if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
			return min(w, 120)
		}
	}
	return 80
}

// output is how a result is shown; commands that show one embed it.
type output struct {
	Format string `enum:"text,markdown,html,json" default:"text" help:"text, markdown, html or json."`
	Out    string `type:"path" placeholder:"FILE" help:"Write to a file instead of the terminal."`
}

// show writes a result: the value itself as JSON, its page in every other
// form.
func (d desk) show(o output, value any, p *page.Page) error {
	if o.Out == "" {
		return d.render(d.out, o, value, p, page.TextOptions{Width: d.width(), Color: d.color})
	}
	return writeFile(o.Out, func(w io.Writer) error { return d.render(w, o, value, p, page.TextOptions{Width: 100}) })
}

func (d desk) render(w io.Writer, o output, value any, p *page.Page, text page.TextOptions) error {
	switch o.Format {
	case "json":
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(value)
	case "html":
		return p.HTML(w)
	case "markdown":
		return p.Markdown(w)
	}
	return p.Text(w, text)
}

// writeFile writes beside the file and renames, so that a reader never sees
// half of one and a failure leaves the old one.
func writeFile(name string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(name), ".parley-*")
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	if err := errors.Join(write(f), f.Chmod(0o644), f.Close()); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return os.Rename(f.Name(), name)
}

// view is which picture of a case to take; commands that read one embed it.
type view struct {
	Case string   `arg:"" type:"existingdir" help:"The case's folder."`
	AsOf string   `placeholder:"DATE" help:"The picture of that day: 2025-11-24, 2025-11 or 2025; 'now' for everything known. Without it, the day that the case names."`
	Room []string `placeholder:"ROOM" help:"Also show what was told in this room, such as mediators. Without it, only what is public."`
}

// take narrows a case to the day and the rooms asked for.
func (v view) take(c parley.Case) (parley.Case, error) {
	day := c.DefaultDay
	switch v.AsOf {
	case "":
	case "now":
		day = parley.Date{}
	default:
		var err error
		if day, err = parley.ParseDate(v.AsOf); err != nil {
			return parley.Case{}, fmt.Errorf("--as-of: %w", err)
		}
	}
	var rooms []parley.Room
	for _, r := range v.Room {
		rooms = append(rooms, parley.Room(r))
	}
	return c.For(rooms...).AsOf(day), nil
}
