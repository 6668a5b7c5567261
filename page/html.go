package page

import (
	"bufio"
	"embed"
	"fmt"
	"html"
	"io"
	"strings"
)

//go:embed page.css
var assets embed.FS

// HTML writes the page as one self-contained document: no script, nothing
// fetched, readable on paper, by keyboard and by a screen reader.
func (p *Page) HTML(w io.Writer) error {
	css, err := assets.ReadFile("page.css")
	if err != nil {
		return fmt.Errorf("page style: %w", err)
	}
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"+
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%s</title>\n<style>\n%s</style>\n</head>\n<body>\n",
		escapeHTML(p.Title), css)
	fmt.Fprint(b, "<a class=\"skip\" href=\"#main\">Skip to the text</a>\n")
	fmt.Fprintf(b, "<header><h1>%s</h1></header>\n", escapeHTML(p.Title))
	p.contents(b)
	fmt.Fprint(b, "<main id=\"main\">\n")
	htmlBlocks(b, p.Blocks)
	p.notes(b)
	fmt.Fprint(b, "</main>\n</body>\n</html>\n")
	return b.Flush()
}

// contents lists the sections, so that a reader can jump without a mouse.
func (p *Page) contents(w io.Writer) {
	var items []string
	for _, b := range p.Blocks {
		if h, ok := b.(Heading); ok && h.Level == 1 && h.ID != "" {
			items = append(items, fmt.Sprintf("<li><a href=\"#%s\">%s</a></li>", escapeHTML(h.ID), escapeHTML(h.Words.Plain())))
		}
	}
	if len(items) > 0 && len(p.Notes) > 0 {
		items = append(items, "<li><a href=\"#evidence\">Evidence</a></li>")
	}
	if len(items) > 0 {
		fmt.Fprintf(w, "<nav aria-label=\"Contents\"><ul>%s</ul></nav>\n", strings.Join(items, ""))
	}
}

func (p *Page) notes(w io.Writer) {
	if len(p.Notes) == 0 {
		return
	}
	fmt.Fprint(w, "<h2 id=\"evidence\">Evidence</h2>\n<ol class=\"notes\">\n")
	for k, n := range p.Notes {
		fmt.Fprintf(w, "<li id=\"note-%d\">%s", k+1, htmlLine(n.Words))
		if safeLink(n.Link) {
			fmt.Fprintf(w, " <a href=\"%s\">source</a>", escapeHTML(n.Link))
		}
		fmt.Fprint(w, "</li>\n")
	}
	fmt.Fprint(w, "</ol>\n")
}

func htmlBlocks(w io.Writer, blocks []Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case Heading:
			id := ""
			if b.ID != "" {
				id = fmt.Sprintf(" id=\"%s\"", escapeHTML(b.ID))
			}
			fmt.Fprintf(w, "<h%d%s>%s</h%d>\n", b.Level+1, id, htmlLine(b.Words), b.Level+1)
		case Paragraph:
			fmt.Fprintf(w, "<p>%s</p>\n", htmlLine(b.Words))
		case List:
			fmt.Fprint(w, "<ul>\n")
			for _, item := range b.Items {
				fmt.Fprintf(w, "<li>%s</li>\n", htmlLine(item))
			}
			fmt.Fprint(w, "</ul>\n")
		case Table:
			htmlTable(w, b)
		case Drawing:
			fmt.Fprintf(w, "<pre role=\"img\" aria-label=\"%s\">%s</pre>\n", escapeHTML(b.Alt), drawn(b.Lines))
		case Figure:
			fmt.Fprintf(w, "<figure>\n<figcaption>%s</figcaption>\n%s\n", escapeHTML(b.Title), b.SVG)
			htmlBlocks(w, b.Words)
			fmt.Fprint(w, "</figure>\n")
		}
	}
}

func htmlTable(w io.Writer, t Table) {
	fmt.Fprint(w, "<div class=\"scroll\" tabindex=\"0\"><table>\n")
	if t.Caption != "" {
		fmt.Fprintf(w, "<caption>%s</caption>\n", escapeHTML(t.Caption))
	}
	fmt.Fprint(w, "<thead><tr>")
	for _, c := range t.Head {
		fmt.Fprintf(w, "<th scope=\"col\">%s</th>", htmlLine(c))
	}
	fmt.Fprint(w, "</tr></thead>\n<tbody>\n")
	for _, row := range t.Rows {
		fmt.Fprint(w, "<tr>")
		for k, c := range row {
			if k == 0 {
				fmt.Fprintf(w, "<th scope=\"row\">%s</th>", htmlLine(c))
				continue
			}
			fmt.Fprintf(w, "<td%s>%s</td>", label(t.Head, k), htmlLine(c))
		}
		fmt.Fprint(w, "</tr>\n")
	}
	fmt.Fprint(w, "</tbody></table></div>\n")
}

func drawn(lines []string) string {
	var safe []string
	for _, l := range lines {
		safe = append(safe, escapeHTML(l))
	}
	return strings.Join(safe, "\n")
}

// escapeHTML makes words safe between tags and in attributes.
func escapeHTML(words string) string { return html.EscapeString(oneLine(words)) }

// label repeats a column's head at the cell, for screens too narrow for columns.
func label(head []Line, column int) string {
	if column >= len(head) {
		return ""
	}
	return fmt.Sprintf(" data-label=\"%s\"", escapeHTML(head[column].Plain()))
}

var toneClass = map[Tone]string{Strong: "strong", Faint: "faint", Keen: "keen", Open: "open", Wary: "wary", Veto: "veto"}

func htmlLine(l Line) string {
	var s strings.Builder
	for _, span := range l {
		words := escapeHTML(span.Words)
		if safeLink(span.Link) {
			words = fmt.Sprintf("<a href=\"%s\">%s</a>", escapeHTML(span.Link), words)
		}
		switch {
		case span.Note > 0:
			fmt.Fprintf(&s, "\u2060<sup><a href=\"#note-%d\" aria-label=\"evidence %d\">%d</a></sup>", span.Note, span.Note, span.Note)
		case span.Tone == Struck:
			fmt.Fprintf(&s, "<del>%s</del>", words)
		case span.Tone == Added:
			fmt.Fprintf(&s, "<ins>%s</ins>", words)
		case span.Tone != Plain:
			fmt.Fprintf(&s, "<span class=\"%s\">%s</span>", toneClass[span.Tone], words)
		default:
			s.WriteString(words)
		}
	}
	return s.String()
}
