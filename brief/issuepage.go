package brief

import (
	"fmt"
	"slices"
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
		status = append(status, page.Span{Words: ". Must ratify: " + page.And(i.Needs)})
	}
	w.Add(page.Paragraph{Words: append(status, page.Span{Words: "."})})
	w.attitudes(i)

	var items []page.Line
	for _, p := range i.Priorities {
		items = append(items, cite.On(w.Page, page.Words(fmt.Sprintf("%s: %s priority", p.Party, p.Priority)), p.Evidence))
	}
	if silent := i.silent(); len(silent) > 0 {
		items = append(items, page.In(page.Faint, "unknown throughout: "+page.And(silent)))
	}
	if len(items) > 0 {
		w.Add(page.Paragraph{Words: append(page.Join("; ", items...), page.Span{Words: "."})})
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

// silent are the parties of whom nothing is known on any alternative.
func (i Issue) silent() []string {
	if len(i.Alternatives) == 0 {
		return nil
	}
	var all []string
	for k, column := range i.Alternatives[0].Attitudes {
		if !slices.ContainsFunc(i.Alternatives, func(a Alternative) bool { return a.Attitudes[k].known() }) {
			all = append(all, column.Party)
		}
	}
	return all
}

// known reports whether anything is on record: a word that withdraws another
// counts, and so does a demand that shuts the alternative out.
func (c Attitude) known() bool {
	return c.Since != "" || c.ShutOutBy != "" || c.Attitude != parley.Unknown.String()
}

// attitudes is the table of alternatives and parties. Parties that have said
// nothing on the issue have no column, so that the table stays narrow.
func (w writer) attitudes(i Issue) {
	if len(i.Alternatives) == 0 {
		w.none("No alternative is recorded.")
		return
	}
	silent := i.silent()
	spoke := func(party string) bool { return !slices.Contains(silent, party) }
	t := page.Table{Head: []page.Line{page.Words("alternative")}}
	for _, cell := range i.Alternatives[0].Attitudes {
		if spoke(cell.Party) {
			t.Head = append(t.Head, page.Words(cell.Party))
		}
	}
	for _, a := range i.Alternatives {
		name := page.Line{{Words: a.ID, Tone: page.Strong}, {Words: ": " + a.Title}}
		if len(a.In) > 0 {
			name = append(name, page.Span{Words: " (" + strings.Join(a.In, ", ") + ")", Tone: page.Faint})
		}
		if len(a.Needs) > 0 {
			name = append(name, page.Span{Words: "; must ratify: " + page.And(a.Needs), Tone: page.Faint})
		}
		row := []page.Line{name}
		for _, cell := range a.Attitudes {
			if spoke(cell.Party) {
				row = append(row, w.attitude(cell))
			}
		}
		t.Rows = append(t.Rows, row)
	}
	w.Add(t)
}

func (w writer) attitude(c Attitude) page.Line {
	// No-break spaces: a mark and its word are read together.
	words, tone := marks[c.Attitude]+"\u00a0"+c.Attitude, tones[c.Attitude]
	if c.ShutOutBy != "" {
		words, tone = "✗\u00a0shut out: demands "+c.ShutOutBy, page.Veto
	}
	if c.RedLine {
		words += "\u00a0‼"
	}
	if c.Conditional {
		words += "\u00a0*"
	}
	return cite.On(w.Page, page.In(tone, words), c.Evidence)
}
