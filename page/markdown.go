package page

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Markdown writes the page as CommonMark with tables and footnote anchors that
// common viewers follow.
func (p *Page) Markdown(w io.Writer) error {
	b := bufio.NewWriter(w)
	if p.Title != "" {
		fmt.Fprintf(b, "# %s\n", escapeMarkdown(p.Title))
	}
	markdownBlocks(b, p.Blocks)
	if len(p.Notes) > 0 {
		fmt.Fprint(b, "\n## Evidence\n\n")
		for k, n := range p.Notes {
			fmt.Fprintf(b, "%d. <a id=\"note-%d\"></a>%s", k+1, k+1, markdownLine(n.Words))
			if safeLink(n.Link) {
				fmt.Fprintf(b, " <%s>", n.Link)
			}
			fmt.Fprintln(b)
		}
	}
	return b.Flush()
}

func markdownBlocks(w io.Writer, blocks []Block) {
	for _, b := range blocks {
		fmt.Fprintln(w)
		switch b := b.(type) {
		case Heading:
			fmt.Fprintf(w, "%s %s\n", strings.Repeat("#", b.Level+1), markdownLine(b.Words))
		case Paragraph:
			fmt.Fprintln(w, markdownLine(b.Words))
		case List:
			for _, item := range b.Items {
				fmt.Fprintf(w, "- %s\n", markdownLine(item))
			}
		case Table:
			markdownTable(w, b)
		case Drawing:
			fence := fenceAround(b.Lines)
			fmt.Fprintf(w, "%stext\n", fence)
			for _, l := range b.Lines {
				fmt.Fprintln(w, oneLine(l))
			}
			fmt.Fprintln(w, fence)
		case Figure:
			if b.Title != "" {
				fmt.Fprintf(w, "**%s**\n", escapeMarkdown(b.Title))
			}
			markdownBlocks(w, b.Words)
		}
	}
}

// fenceAround is a fence longer than any run of backticks in the lines.
func fenceAround(lines []string) string {
	fence := "```"
	for _, l := range lines {
		for strings.Contains(l, fence) {
			fence += "`"
		}
	}
	return fence
}

func markdownTable(w io.Writer, t Table) {
	if t.Caption != "" {
		fmt.Fprintf(w, "*%s*\n\n", escapeMarkdown(t.Caption))
	}
	row := func(cells []Line) {
		for _, c := range cells {
			fmt.Fprintf(w, "| %s ", strings.ReplaceAll(markdownLine(c), "\n", " "))
		}
		fmt.Fprintln(w, "|")
	}
	row(t.Head)
	fmt.Fprintln(w, strings.Repeat("| --- ", len(t.Head))+"|")
	for _, r := range t.Rows {
		row(r)
	}
}

func markdownLine(l Line) string {
	var s strings.Builder
	for _, span := range l {
		words := escapeMarkdown(span.Words)
		switch {
		case span.Note > 0:
			fmt.Fprintf(&s, "<sup>[%d](#note-%d)</sup>", span.Note, span.Note)
		case strings.TrimSpace(words) == "":
			s.WriteString(words)
		case safeLink(span.Link):
			fmt.Fprintf(&s, "[%s](<%s>)", words, span.Link)
		case markdownSigns[span.Tone] != "":
			sign, body := markdownSigns[span.Tone], strings.TrimSpace(words)
			lead, tail, _ := strings.Cut(words, body)
			s.WriteString(lead + sign + body + sign + tail)
		default:
			s.WriteString(words)
		}
	}
	return s.String()
}

// markdownSigns stand before and after words of a tone.
var markdownSigns = map[Tone]string{Strong: "**", Veto: "**", Struck: "~~", Added: "**"}

var markdownEscapes = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, "|", `\|`, "#", `\#`, "~", `\~`, "&", `\&`,
)

func escapeMarkdown(s string) string { return markdownEscapes.Replace(oneLine(s)) }
