package brief

import (
	"fmt"
	"strings"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/cite"
	"github.com/parley-desk/parley/page"
)

// marks stand beside the words of an attitude, so that a column can be read
// at a glance without its colour.
var marks = map[string]string{
	string(parley.Demands): "▲▲", string(parley.Prefers): "▲", string(parley.Accepts): "○",
	string(parley.Resists): "▽", string(parley.Refuses): "✗", parley.Unknown.String(): "?",
}

var tones = map[string]page.Tone{
	string(parley.Demands): page.Veto, string(parley.Prefers): page.Keen, string(parley.Accepts): page.Open,
	string(parley.Resists): page.Wary, string(parley.Refuses): page.Veto, parley.Unknown.String(): page.Faint,
}

func (w writer) issues(b Brief) {
	w.Section("issues", "Issue by issue")
	w.Add(page.Paragraph{Words: page.In(page.Faint, "▲▲ demands, ▲ prefers, ○ accepts, ▽ resists, ✗ refuses, ? unknown; ‼ a red line; * on a condition told below.")})
	for _, i := range b.Issues {
		w.issue(i)
	}
}

func (w writer) issue(i Issue) {
	w.Add(page.Heading{Level: 2, ID: "issue-" + i.ID, Words: page.Line{
		{Words: i.Title, Tone: page.Strong}, {Words: " · " + i.ID, Tone: page.Faint},
	}})
	status := page.Line{{Words: "Status: "}, {Words: i.StatusWords, Tone: page.Strong}}
	status = cite.On(w.Page, status, i.StatusEvidence)
	if len(i.Needs) > 0 {
		status = append(status, page.Span{Words: ". Must ratify: " + list(i.Needs)})
	}
	w.Add(page.Paragraph{Words: append(status, page.Span{Words: "."})})
	w.attitudes(i)

	var items []page.Line
	for _, p := range i.Priorities {
		items = append(items, cite.On(w.Page, page.Words(fmt.Sprintf("%s: %s priority", p.Party, p.Priority)), p.Evidence))
	}
	if len(items) > 0 {
		w.Add(page.Paragraph{Words: page.Join("; ", items...)})
	}
	items = nil
	for _, c := range i.Conditions {
		items = append(items, cite.On(w.Page, page.Line{{Words: "* " + c.Party + " " + c.Words, Tone: page.Wary}}, c.Evidence))
	}
	for _, c := range i.Claims {
		items = append(items, cite.On(w.Page, page.Line{{Words: fmt.Sprintf("claim by %s, not %s's own word: %s %s", c.ClaimedBy, c.Party, c.Party, c.Words), Tone: page.Faint}}, c.Evidence))
	}
	if len(items) > 0 {
		w.Add(page.List{Items: items})
	}
}

// attitudes is the table of alternatives and parties. Parties that have said
// nothing on the issue share one line, so that the table stays narrow.
func (w writer) attitudes(i Issue) {
	if len(i.Alternatives) == 0 {
		w.none("No alternative is recorded.")
		return
	}
	spoke := map[string]bool{}
	var silent []string
	for _, a := range i.Alternatives {
		for _, cell := range a.Attitudes {
			spoke[cell.Party] = spoke[cell.Party] || cell.Since != "" || cell.ShutOutBy != "" || cell.Attitude != parley.Unknown.String()
		}
	}
	t := page.Table{Head: []page.Line{page.Words("alternative")}}
	for _, cell := range i.Alternatives[0].Attitudes {
		if spoke[cell.Party] {
			t.Head = append(t.Head, page.Words(cell.Party))
		} else {
			silent = append(silent, cell.Party)
		}
	}
	for _, a := range i.Alternatives {
		name := page.Line{{Words: a.ID, Tone: page.Strong}, {Words: ": " + a.Title}}
		if len(a.In) > 0 {
			name = append(name, page.Span{Words: " (" + strings.Join(a.In, ", ") + ")", Tone: page.Faint})
		}
		if len(a.Needs) > 0 {
			name = append(name, page.Span{Words: "; must ratify: " + list(a.Needs), Tone: page.Faint})
		}
		row := []page.Line{name}
		for _, cell := range a.Attitudes {
			if spoke[cell.Party] {
				row = append(row, w.attitude(cell))
			}
		}
		t.Rows = append(t.Rows, row)
	}
	w.Add(t)
	if len(silent) > 0 {
		w.none("Unknown throughout: " + list(silent) + ".")
	}
}

func (w writer) attitude(c Attitude) page.Line {
	words, tone := marks[c.Attitude]+" "+c.Attitude, tones[c.Attitude]
	if c.ShutOutBy != "" {
		words, tone = "✗ shut out: demands "+c.ShutOutBy, page.Veto
	}
	if c.RedLine {
		words += " ‼"
	}
	if c.Conditional {
		words += " *"
	}
	return cite.On(w.Page, page.In(tone, words), c.Evidence)
}
