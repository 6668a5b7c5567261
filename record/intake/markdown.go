package intake

import (
	"regexp"
	"strings"
)

var (
	mdImage = regexp.MustCompile(`!\[[^\]]*\]\([^)]*\)`)
	mdLink  = regexp.MustCompile(`\[([^\]]+)\]\([^)\s]*(?:\s+"[^"]*")?\)`)
	mdHead  = regexp.MustCompile(`^\s{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+)`)
	mdBold  = regexp.MustCompile(`(\*\*|__)(\S(?:.*?\S)?)(\*\*|__)`)
	mdItal  = regexp.MustCompile(`(^|[\s(“"])[*_](\S(?:.*?\S)?)[*_]($|[\s.,;:!?)”"])`)
	mdRule  = regexp.MustCompile(`^\s*(?:[-*_]\s*){3,}$`)
)

// readMarkdown takes front matter and marks off a Markdown text. Of the front
// matter it reads title, date, outlet, author and link.
func readMarkdown(s string) Document {
	var d Document
	s = strings.ReplaceAll(s, "\r\n", "\n")
	if rest, ok := strings.CutPrefix(s, "---\n"); ok {
		if head, body, ok := strings.Cut(rest, "\n---\n"); ok {
			s = body
			d = frontMatter(head)
		}
	}
	var out []string
	fenced := false
	for line := range strings.Lines(s) {
		line = strings.TrimRight(line, "\n")
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			fenced = !fenced
			continue
		}
		if !fenced {
			if mdRule.MatchString(line) {
				line = ""
			}
			for mdHead.MatchString(line) {
				line = mdHead.ReplaceAllString(line, "")
			}
			line = mdImage.ReplaceAllString(line, "")
			line = mdLink.ReplaceAllString(line, "$1")
			line = mdBold.ReplaceAllString(line, "$2")
			line = mdItal.ReplaceAllString(line, "$1$2$3")
		}
		out = append(out, line)
	}
	d.Text = strings.TrimLeft(strings.Join(out, "\n"), "\n")
	return d
}

func frontMatter(head string) Document {
	var d Document
	for line := range strings.Lines(head) {
		key, val, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(key, " ") {
			continue
		}
		val = strings.Trim(strings.TrimSpace(val), `"'`)
		switch strings.ToLower(key) {
		case "id":
			d.ID = val
		case "title":
			d.Title = val
		case "date":
			d.Date = val
		case "outlet", "source", "publisher":
			d.Outlet = val
		case "author", "byline":
			d.Author = val
		case "link", "url":
			d.Link = val
		}
	}
	return d
}
