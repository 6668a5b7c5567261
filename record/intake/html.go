package intake

import (
	"bytes"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// least is the length under which the main part that readability found is not
// trusted and the whole body is taken.
const least = 250

// readHTML takes the article out of a saved page. label is the character set
// that was declared outside of the page, if any.
func readHTML(data []byte, label string) (Document, error) {
	if label == "" {
		_, label, _ = charset.DetermineEncoding(data[:min(len(data), 1024)], "")
		if label == "windows-1252" { // its word for “not declared”
			label = ""
		}
	}
	page, err := html.Parse(strings.NewReader(Decode(data, label)))
	if err != nil {
		return Document{}, err
	}
	whole := plainText(page)
	var d Document
	article, err := readability.FromDocument(page, nil)
	if err == nil && article.Node != nil {
		d.Text = plainText(article.Node)
		d.Title, d.Author, d.Outlet = article.Title(), article.Byline(), article.SiteName()
		if t, err := article.PublishedTime(); err == nil {
			d.Date = t.Format("2006-01-02")
		}
	}
	if len(d.Text) < least {
		d.Text = whole
	}
	return d, nil
}

var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Blockquote: true, atom.Li: true, atom.Ul: true, atom.Ol: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Figure: true, atom.Figcaption: true,
	atom.Table: true, atom.Tr: true, atom.Header: true, atom.Footer: true, atom.Main: true, atom.Aside: true, atom.Pre: true, atom.Hr: true, atom.Dd: true, atom.Dt: true,
}

var skipped = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Nav: true, atom.Svg: true, atom.Head: true,
	atom.Iframe: true, atom.Button: true, atom.Form: true, atom.Figcaption: true, atom.Select: true,
}

// plainText writes the words of a page, blocks parted by blank lines. An
// embedded post stays one paragraph, its signature behind its words.
func plainText(n *html.Node) string {
	var b bytes.Buffer
	var walk func(n *html.Node, post bool)
	walk = func(n *html.Node, post bool) {
		switch n.Type {
		case html.TextNode:
			b.WriteString(strings.Map(func(r rune) rune {
				if r == '\n' || r == '\t' || r == '\r' {
					return ' '
				}
				return r
			}, n.Data))
			return
		case html.ElementNode:
			if skipped[n.DataAtom] {
				return
			}
			if n.DataAtom == atom.Br {
				if post {
					b.WriteByte(' ')
				} else {
					b.WriteByte('\n')
				}
			}
		}
		block := n.Type == html.ElementNode && blocks[n.DataAtom] && !post
		if block {
			b.WriteString("\n\n")
		}
		if n.DataAtom == atom.Blockquote && strings.Contains(class(n), "tweet") {
			post = true
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, post)
			if post && c.Type == html.ElementNode && blocks[c.DataAtom] {
				b.WriteByte(' ')
			}
		}
		if block {
			b.WriteString("\n\n")
		}
	}
	walk(n, false)
	return paragraphs(b.String())
}

func class(n *html.Node) string {
	for _, a := range n.Attr {
		if a.Key == "class" {
			return a.Val
		}
	}
	return ""
}

// paragraphs makes white space tidy: one space within, a blank line between.
func paragraphs(s string) string {
	var out []string
	for _, p := range strings.Split(s, "\n\n") {
		var lines []string
		for line := range strings.Lines(p) {
			if line = strings.Join(strings.Fields(line), " "); line != "" {
				lines = append(lines, line)
			}
		}
		if len(lines) > 0 {
			out = append(out, strings.Join(lines, "\n"))
		}
	}
	return strings.Join(out, "\n\n")
}
