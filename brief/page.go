package brief

import (
	"fmt"
	"strings"

	"github.com/parley-desk/parley/cite"
	"github.com/parley-desk/parley/page"
)

// Page is the brief for people: the picture in short, then everything it rests
// on.
func (b Brief) Page() *page.Page {
	when := "with everything known"
	if b.AsOf != "" {
		when = "as of " + b.AsOf
	}
	p := &page.Page{Title: fmt.Sprintf("%s: state of play %s", b.Title, when)}
	w := writer{p}
	w.short(b)
	w.atAGlance(b)
	w.parties(b)
	w.changes(b.Changes)
	w.issues(b)
	w.deadlocks(b.Deadlocks)
	w.divergences(b.Divergences)
	w.drafts(b)
	w.commitments(b.Commitments)
	return p
}

// writer adds the sections of a brief to a page.
type writer struct{ *page.Page }

func (w writer) none(words string) { w.Add(page.Paragraph{Words: page.In(page.Faint, words)}) }

func (w writer) short(b Brief) {
	var items []page.Line
	for _, f := range b.Short {
		items = append(items, cite.On(w.Page, page.Words(f.Words), f.Evidence))
	}
	w.Add(page.List{Items: items})
	if b.Summary != "" {
		w.Add(page.Paragraph{Words: page.In(page.Faint, strings.Join(strings.Fields(b.Summary), " "))})
	}
}

func (w writer) atAGlance(b Brief) {
	w.Section("glance", "The issues at a glance")
	t := page.Table{Head: []page.Line{page.Words("issue"), page.Words("status"), page.Words("all could sign"), page.Words("ruled out by nobody")}}
	for _, i := range b.Issues {
		common, left := page.In(page.Faint, "–"), page.In(page.Veto, "nothing: red lines meet")
		if len(i.Common) > 0 {
			common = page.In(page.Keen, strings.Join(i.Common, ", "))
		}
		if len(i.Left) > 0 {
			left = page.Words(strings.Join(i.Left, ", "))
		}
		t.Rows = append(t.Rows, []page.Line{page.In(page.Strong, i.ID), cite.On(w.Page, page.Words(string(i.Status)), i.StatusEvidence), common, left})
	}
	w.Add(t)
}

func (w writer) parties(b Brief) {
	w.Section("parties", "Who speaks for whom")
	t := page.Table{Head: []page.Line{page.Words("party"), page.Words("role"), page.Words("head of delegation"), page.Words("with")}}
	for _, p := range b.Parties {
		name := page.Line{{Words: p.ID, Tone: page.Strong}, {Words: " " + p.Name}}
		if p.Within != "" {
			name = append(name, page.Span{Words: ", within " + p.Within, Tone: page.Faint})
		}
		role := strings.Join(p.Roles, ", ")
		if p.Required {
			role += "; consent required"
		}
		if p.Interest != "" {
			role += "; " + p.Interest
		}
		var heads, members []page.Line
		for _, n := range p.Heads {
			heads = append(heads, w.person(n))
		}
		for _, n := range p.Members {
			members = append(members, w.person(n))
		}
		head := page.Join("; ", heads...)
		if len(head) == 0 && p.Required {
			head = page.In(page.Faint, "not recorded")
		}
		t.Rows = append(t.Rows, []page.Line{name, page.Words(role), head, page.Join("; ", members...)})
	}
	w.Add(t)
}

func (w writer) person(n Person) page.Line {
	l := page.Line{{Words: n.Name, Tone: page.Strong}}
	if n.Title != "" {
		l = append(l, page.Span{Words: ", " + n.Title})
	}
	if n.Since != "" {
		l = append(l, page.Span{Words: ", since " + n.Since, Tone: page.Faint})
	}
	return cite.On(w.Page, l, n.Evidence)
}

// changes tells what is new, what one party said on one day in one item.
func (w writer) changes(c Changes) {
	w.Section("changes", "Since the last meeting")
	if c.Meeting == "" {
		w.none("No meeting is recorded up to this day.")
		return
	}
	w.Add(page.Paragraph{Words: page.Words("Last met: " + c.Words + ".")})
	if len(c.Items) == 0 {
		w.none("Nothing new is recorded since.")
		return
	}
	var items []page.Line
	at := map[string]int{} // where the item stands that others join
	for _, i := range c.Items {
		key := i.Date + i.Kind + i.Who
		if k, met := at[key]; met && (i.Who != "" || i.Kind == "status") {
			words := "; " + strings.TrimPrefix(i.Words, i.Who+" ")
			items[k] = cite.On(w.Page, append(items[k], page.Span{Words: words}), i.Evidence)
			continue
		}
		at[key] = len(items)
		items = append(items, cite.On(w.Page, page.Line{{Words: i.Date + " ", Tone: page.Faint}, {Words: i.Words}}, i.Evidence))
	}
	w.Add(page.List{Items: items})
}

func (w writer) deadlocks(all []Deadlock) {
	w.Section("circles", "Circular preconditions")
	if len(all) == 0 {
		w.none("None among the conditions on record.")
		return
	}
	for _, d := range all {
		w.Add(page.Heading{Level: 2, Words: page.In(page.Veto, d.Words)})
		var items []page.Line
		for _, s := range d.Steps {
			items = append(items, cite.On(w.Page, page.Words(s.Words), s.Evidence))
		}
		w.Add(page.List{Items: items})
	}
}

func (w writer) divergences(all []Divergence) {
	w.Section("divergences", "Accounts that diverge")
	if len(all) == 0 {
		w.none("None on record.")
		return
	}
	about := ""
	for _, d := range all {
		if d.About != about {
			w.Add(page.Heading{Level: 2, Words: page.Words(d.Words)})
			about = d.About
		}
		line := page.Line{{Words: d.Topic, Tone: page.Strong}, {Words: " (" + d.Kind + "): ", Tone: page.Wary}}
		for k, a := range d.Accounts {
			if k > 0 {
				line = append(line, page.Span{Words: "; "})
			}
			line = append(line, page.Span{Words: a.By + ": " + a.Says})
			if a.Value != "" {
				line = append(line, page.Span{Words: " [" + a.Value + "]", Tone: page.Faint})
			}
			line = cite.On(w.Page, line, a.Evidence)
		}
		if len(d.Silent) > 0 {
			line = append(line, page.Span{Words: "; " + page.And(d.Silent) + ": not mentioned", Tone: page.Wary})
		}
		w.Add(page.List{Items: []page.Line{line}})
	}
}

func (w writer) commitments(all []Commitment) {
	w.Section("commitments", "Commitments and guarantees")
	if len(all) == 0 {
		w.none("None on record.")
		return
	}
	for _, m := range all {
		words := page.Line{{Words: m.Title, Tone: page.Strong}}
		kind := "commitment"
		if m.Guarantee {
			kind = "guarantee"
		}
		about := []string{kind}
		for _, part := range []string{m.Status, m.Date} {
			if part != "" {
				about = append(about, part)
			}
		}
		words = append(words, page.Span{Words: " (" + strings.Join(about, ", ") + ")", Tone: page.Faint})
		words = append(words, page.Span{Words: ": " + page.And(m.By)})
		for _, part := range []struct{ before, words string }{
			{" to ", page.And(m.To)},
			{", witnessed by ", page.And(m.Witness)},
			{". ", m.Says},
			{" Runs ", m.Term},
			{" Until ", m.Until},
			{" Trigger: ", m.Trigger},
			{" Response: ", m.Response},
			{" Snapback: ", m.Snapback},
			{" Void if: ", strings.Join(m.Voids, "; ")},
		} {
			if part.words != "" {
				words = append(words, page.Span{Words: part.before + strings.TrimRight(part.words, ".")})
				if part.before != " to " && part.before != ", witnessed by " {
					words = append(words, page.Span{Words: "."})
				}
			}
		}
		w.Add(page.List{Items: []page.Line{cite.On(w.Page, words, m.Evidence)}})
	}
}
