// Package show puts a deal space on a page: in words first, then in tables,
// then in pictures that have the same in words beside them.
package show

import (
	"fmt"
	"slices"
	"strings"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/cite"
	"github.com/parley-desk/parley/deal"
	"github.com/parley-desk/parley/page"
	"github.com/parley-desk/parley/pareto"
)

// Page shows the deal space.
func Page(d *deal.Deals) *page.Page {
	title := d.Title + ": deal space"
	if d.AsOf != "" {
		title += " as of " + d.AsOf
	}
	w := writer{&page.Page{Title: title}, d}
	w.short()
	w.supposed()
	w.conflicts("blockers", "What blocks: the smallest sets of bars that leave no package", d.Blockers, d.AllBlockers)
	w.conflicts("openings", "What would have to give: the smallest sets that would leave one", d.Openings, d.AllOpenings)
	w.solutions()
	w.frontier()
	w.trades()
	w.moves()
	w.robustness()
	if len(d.Notes) > 0 {
		w.Section("notes", "What could not be used")
		for _, n := range d.Notes {
			w.Add(page.List{Items: []page.Line{page.Words(n)}})
		}
	}
	return w.Page
}

// writer adds the sections of a deal space to a page.
type writer struct {
	*page.Page
	*deal.Deals
}

// names are the solutions as a reader knows them.
var names = map[string]string{
	"nash": "Nash", "kalai_smorodinsky": "Kalai–Smorodinsky", "egalitarian": "egalitarian", "utilitarian": "utilitarian",
}

func (w writer) short() {
	var items []page.Line
	say := func(tone page.Tone, format string, args ...any) {
		items = append(items, page.In(tone, fmt.Sprintf(format, args...)))
	}
	say(page.Plain, "%s packages in all: one alternative for each of %d issues.", grouped(w.Packages.Total), len(w.Issues))
	switch {
	case w.Packages.Possible == "0":
		say(page.Veto, "No package is possible: the red lines, conditions and links of %s and those who must ratify leave none.", list(w.Deals.Parties))
	default:
		say(page.Strong, "%s are possible: ruled out by nobody, what is unknown read as %s.", grouped(w.Packages.Possible), w.Unknown)
	}
	if w.Packages.Secured == "0" {
		say(page.Plain, "None is secured: on no package has every required party accepted every issue on evidence.")
	} else {
		say(page.Plain, "%s are secured: accepted or better by every required party on every issue, on evidence.", grouped(w.Packages.Secured))
	}
	if w.Packages.Possible != "0" && len(w.Openings) > 0 {
		say(page.Veto, "But none of them is worth at least no deal to everybody.")
	}
	if r := w.Robustness; r != nil && r.Draws > 0 {
		say(page.Plain, "If a coin decided each unknown, a package would remain in %s of %d draws.", percent(r.Exists), r.Draws)
	}
	w.Add(page.List{Items: items})
}

func (w writer) supposed() {
	if len(w.Supposed) == 0 {
		return
	}
	w.Section("supposed", "What is supposed, and what it changes")
	w.Add(page.Paragraph{Words: page.In(page.Wary, "Supposed: "+strings.Join(w.Supposed, "; ")+". Nobody has said so.")})
	var items []page.Line
	for _, words := range w.Changed {
		items = append(items, page.Words(words))
	}
	w.Add(page.List{Items: items})
}

// shown is how many conflicts a page tells in full; the JSON has all found.
const shown = 8

func (w writer) conflicts(id, title string, all []deal.Conflict, complete bool) {
	if len(all) == 0 {
		return
	}
	w.Section(id, title)
	for k, c := range all[:min(shown, len(all))] {
		head := fmt.Sprintf("%d. %s", k+1, count(len(c.Bars), "bar"))
		if c.Leaves != "" {
			head += fmt.Sprintf(", given up would leave %s packages", grouped(c.Leaves))
		}
		w.Add(page.Heading{Level: 2, Words: page.Words(head)})
		var items []page.Line
		for _, b := range c.Bars {
			tone := page.Plain
			if b.Kind == deal.BarRedLine {
				tone = page.Veto
			}
			line := page.Line{{Words: string(b.Kind) + " ", Tone: page.Faint}, {Words: b.Words, Tone: tone}}
			items = append(items, cite.On(w.Page, line, b.Evidence))
		}
		w.Add(page.List{Items: items})
	}
	switch {
	case len(all) > shown && complete:
		w.Add(page.Paragraph{Words: page.In(page.Faint, fmt.Sprintf("%d in all; the first %d are shown.", len(all), shown))})
	case len(all) > shown:
		w.Add(page.Paragraph{Words: page.In(page.Faint, fmt.Sprintf("%d were looked for and found, and there are more; the first %d are shown, the smallest first.", len(all), shown))})
	case !complete:
		w.Add(page.Paragraph{Words: page.In(page.Faint, "There are more, of this size or larger.")})
	}
}

func (w writer) solutions() {
	if len(w.Solutions) == 0 {
		return
	}
	w.Section("solutions", "Four packages, four notions of fairness")
	w.Add(page.Paragraph{Words: page.In(page.Faint, "Nash: the greatest product of gains. Kalai–Smorodinsky: the greatest smallest share of the possible gain. Egalitarian: the greatest smallest gain. Utilitarian: the greatest sum. * marks what the package rests on without anybody's word.")})
	t := page.Table{Head: []page.Line{page.Words("issue")}}
	var order []string
	for _, n := range pareto.Kinds {
		if _, ok := w.Solutions[n.String()]; ok {
			order = append(order, n.String())
			t.Head = append(t.Head, page.Words(names[n.String()]))
		}
	}
	for _, issue := range w.Issues {
		row := []page.Line{page.In(page.Strong, issue)}
		for _, n := range order {
			row = append(row, w.choice(issue, w.Solutions[n]))
		}
		t.Rows = append(t.Rows, row)
	}
	for k, party := range w.Deals.Parties {
		row := []page.Line{page.In(page.Strong, party+" gets")}
		for _, n := range order {
			row = append(row, page.Words(percent(w.Solutions[n].Shares[k])+" of the possible gain"))
		}
		t.Rows = append(t.Rows, row)
	}
	w.Add(t)
	for _, n := range order {
		w.givesAndGets(n)
	}
}

func (w writer) choice(issue string, s deal.Solution) page.Line {
	alternative := s.Package[issue]
	for _, u := range s.Unknown {
		if strings.HasSuffix(u, "."+issue+"."+alternative) {
			return page.In(page.Wary, alternative+" *")
		}
	}
	return page.Words(alternative)
}

// givesAndGets tells for each party on which issues the package is what it
// wants and on which it is not.
func (w writer) givesAndGets(notion string) {
	s := w.Solutions[notion]
	var items []page.Line
	for _, party := range w.Deals.Parties {
		by := map[parley.Attitude][]string{}
		for _, issue := range w.Issues {
			a := w.Attitude(party, issue, s.Package[issue])
			by[a] = append(by[a], issue)
		}
		var parts []string
		for _, group := range []struct {
			words string
			of    []parley.Attitude
		}{
			{"gets what it wants on ", []parley.Attitude{parley.Demands, parley.Prefers}},
			{"can live with ", []parley.Attitude{parley.Accepts}},
			{"gives on ", []parley.Attitude{parley.Resists}},
			{"has not spoken on ", []parley.Attitude{parley.Unknown}},
		} {
			var issues []string
			for _, a := range group.of {
				issues = append(issues, by[a]...)
			}
			if len(issues) > 0 {
				parts = append(parts, group.words+list(issues))
			}
		}
		items = append(items, page.Line{{Words: party, Tone: page.Strong}, {Words: " " + strings.Join(parts, "; ") + "."}})
	}
	w.Add(page.Heading{Level: 2, Words: page.Words("Under " + names[notion])}, page.List{Items: items})
}

func (w writer) trades() {
	if len(w.Trades) == 0 {
		return
	}
	w.Section("trades", "Trades worth proposing")
	var items []page.Line
	for _, t := range w.Trades {
		items = append(items, page.Words(t.Words+"."))
	}
	w.Add(page.List{Items: items})
}

func (w writer) moves() {
	m := w.Moves
	if m == nil {
		return
	}
	w.Section("moves", "From "+m.From+" to the nearest possible package")
	if len(m.Moves) == 0 {
		w.Add(page.Paragraph{Words: page.Words("The draft is a possible package as it stands.")})
	}
	var items []page.Line
	for _, step := range m.Moves {
		items = append(items, page.Words(step.Words))
	}
	w.Add(page.List{Items: items})
	if m.Better == nil {
		return
	}
	var gains, changes []string
	for _, g := range m.Gains {
		gains = append(gains, fmt.Sprintf("%s %s", g.Party, g.Words))
	}
	for _, issue := range w.Issues {
		if m.Better[issue] != m.Package[issue] {
			changes = append(changes, fmt.Sprintf("%s: %s rather than %s", issue, m.Better[issue], m.Package[issue]))
		}
	}
	w.Add(page.Paragraph{Words: page.Words("From there nobody need lose and some can gain, with " + strings.Join(changes, "; ") + ". Gains in each party's own units: " + list(gains) + ".")})
}

func (w writer) robustness() {
	r := w.Robustness
	if r == nil {
		return
	}
	w.Section("robustness", "How sure all this is")
	words := fmt.Sprintf("%d draws of %d asked for, seed %d. ", r.Draws, r.Asked, r.Seed)
	if r.Draws < r.Asked {
		words += "Stopped early; the draws taken are kept. "
	}
	words += fmt.Sprintf("A package remains in %s of them.", percent(r.Exists))
	w.Add(page.Paragraph{Words: page.Words(words)})
	if len(r.Holds) > 0 {
		t := page.Table{Head: []page.Line{page.Words("package"), page.Words("nobody turns out to refuse it")}}
		for _, party := range w.Deals.Parties {
			t.Head = append(t.Head, page.Words(party+" gets, nine draws of ten"))
		}
		for _, n := range pareto.Kinds {
			if _, ok := r.Holds[n.String()]; !ok {
				continue
			}
			row := []page.Line{page.Words(names[n.String()]), page.Words(percent(r.Holds[n.String()]))}
			for _, b := range r.Shares[n.String()] {
				row = append(row, page.Words(percent(b.Low)+" to "+percent(b.High)))
			}
			t.Rows = append(t.Rows, row)
		}
		w.Add(t)
	}
	var items []page.Line
	for _, p := range r.Pivots {
		if p.Swing > 0 || p.Lost > 0 {
			items = append(items, page.Words(fmt.Sprintf("%s: a no would take %s of the possible packages and lower the share of draws with a deal by %s", p.Words, percent(p.Lost), points(p.Swing))))
		}
	}
	if len(items) > 0 {
		w.Add(page.Heading{Level: 2, Words: page.Words("Worth finding out first")}, page.List{Items: items})
	}
}

func percent(x float64) string { return fmt.Sprintf("%.0f %%", 100*x) }

func points(x float64) string { return fmt.Sprintf("%.1f points", 100*max(x, 0)) }

// grouped writes a whole number with thin groups of three digits.
func grouped(n string) string {
	var parts []string
	for len(n) > 3 {
		parts = append(parts, n[len(n)-3:])
		n = n[:len(n)-3]
	}
	parts = append(parts, n)
	slices.Reverse(parts)
	return strings.Join(parts, ",")
}

func list(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
