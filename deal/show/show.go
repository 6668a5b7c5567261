// Package show puts a deal space on a page: in words first, then in tables,
// then in pictures that have the same in words beside them.
package show

import (
	"fmt"
	"maps"
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
	say(page.Plain, "%s in all: one alternative for each of %s.", packages(w.Packages.Total), page.Count(len(w.Issues), "issue"))
	switch {
	case w.Packages.Possible == "0":
		say(page.Veto, "No package is possible: the red lines, conditions and links of %s and those who must ratify leave none.", page.And(w.Deals.Parties))
	case w.Packages.Possible == "1":
		say(page.Strong, "One is possible: ruled out by nobody, what is unknown read as %s.", w.Unknown)
	default:
		say(page.Strong, "%s are possible: ruled out by nobody, what is unknown read as %s.", grouped(w.Packages.Possible), w.Unknown)
	}
	switch {
	case w.Plain:
		say(page.Plain, "The scenario has numbers and nobody's stances, so nothing in it is secured on evidence.")
	case w.Packages.Secured == "0":
		say(page.Plain, "None is secured: on no package has every required party accepted every issue on evidence.")
	case w.Packages.Secured == "1":
		say(page.Plain, "One is secured: accepted or better by every required party on every issue, on evidence.")
	default:
		say(page.Plain, "%s are secured: accepted or better by every required party on every issue, on evidence.", grouped(w.Packages.Secured))
	}
	if w.Packages.Possible != "0" && len(w.Openings) > 0 {
		say(page.Veto, "But none of them is worth at least no deal to everybody.")
	}
	if r := w.Robustness; r != nil && r.Draws > 0 && w.Packages.Possible != "0" {
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
		head := fmt.Sprintf("%d. %s", k+1, page.Count(len(c.Bars), "bar"))
		if c.Leaves != "" {
			head += ", given up would leave " + packages(c.Leaves)
		}
		w.Add(page.Heading{Level: 2, Words: page.Words(head)})
		var items []page.Line
		for _, b := range c.Bars {
			tone := page.Plain
			if b.Kind == deal.BarRedLine {
				tone = page.Veto
			}
			line := page.Line{{Words: string(b.Kind) + ": ", Tone: page.Faint}, {Words: b.Words, Tone: tone}}
			if b.Title != "" {
				line = append(line, page.Span{Words: " (" + b.Title + ")", Tone: page.Faint})
			}
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

// picked is a package with the notions of fairness that pick it.
type picked struct {
	names string
	deal.Solution
}

// picked groups the notions by the package that they pick, in their order.
func (w writer) picked() []picked {
	var all []picked
	for _, kind := range pareto.Kinds {
		s, ok := w.Solutions[kind.String()]
		if !ok {
			continue
		}
		same := slices.IndexFunc(all, func(p picked) bool { return maps.Equal(p.Package, s.Package) })
		if same >= 0 {
			all[same].names += ", " + names[kind.String()]
			continue
		}
		all = append(all, picked{names[kind.String()], s})
	}
	return all
}

func (w writer) solutions() {
	all := w.picked()
	if len(all) == 0 {
		return
	}
	w.Section("solutions", "Fair packages, by four notions of fairness")
	w.Add(page.Paragraph{Words: page.In(page.Faint, "Nash: the greatest product of gains. Kalai–Smorodinsky: the greatest smallest share of the possible gain. Egalitarian: the greatest smallest gain. Utilitarian: the greatest sum. * marks what the package rests on without anybody's word.")})
	if len(all) == 1 {
		w.Add(page.Paragraph{Words: page.Words("All notions pick the same package.")})
	}
	t := page.Table{Head: []page.Line{page.Words("issue")}}
	for _, p := range all {
		t.Head = append(t.Head, page.Words(p.names))
	}
	for _, issue := range w.Issues {
		row := []page.Line{page.In(page.Strong, issue)}
		for _, p := range all {
			row = append(row, w.choice(issue, p.Solution))
		}
		t.Rows = append(t.Rows, row)
	}
	for k, party := range w.Deals.Parties {
		row := []page.Line{page.In(page.Strong, party+" gets")}
		for _, p := range all {
			row = append(row, page.Words(share(p.Shares[k])))
		}
		t.Rows = append(t.Rows, row)
	}
	w.Add(t)
	if w.Plain {
		return
	}
	for _, p := range all {
		w.givesAndGets(p)
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
// wants and on which it is not, and on whose word.
func (w writer) givesAndGets(s picked) {
	var items []page.Line
	for _, party := range w.Deals.Parties {
		line := page.In(page.Strong, party)
		for _, group := range []struct {
			words string
			of    []parley.Attitude
		}{
			{" gets what it wants on ", []parley.Attitude{parley.Demands, parley.Prefers}},
			{" can live with ", []parley.Attitude{parley.Accepts}},
			{" gives on ", []parley.Attitude{parley.Resists}},
			{" has not spoken on ", []parley.Attitude{parley.Unknown}},
		} {
			var issues []page.Line
			for _, issue := range w.Issues {
				alternative := s.Package[issue]
				if slices.Contains(group.of, w.Attitude(party, issue, alternative)) {
					issues = append(issues, cite.On(w.Page, page.Words(issue), w.Evidence(party, issue, alternative)))
				}
			}
			if len(issues) == 0 {
				continue
			}
			if len(line) > 1 {
				line = append(line, page.Span{Words: ";"})
			}
			line = append(append(line, page.Span{Words: group.words}), page.Join(", ", issues...)...)
		}
		items = append(items, append(line, page.Span{Words: "."}))
	}
	w.Add(page.Heading{Level: 2, Words: page.Words("Under " + s.names)}, page.List{Items: items})
}

func (w writer) trades() {
	if w.Plain {
		return
	}
	w.Section("trades", "Trades worth proposing")
	if len(w.Trades) == 0 {
		w.Add(page.Paragraph{Words: page.In(page.Faint, "None on what is known: a trade needs two issues that two parties weigh differently, with priorities stated, and no red line across it.")})
		return
	}
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
	w.Add(page.Paragraph{Words: page.Words("From there nobody need lose and some can gain, with " + strings.Join(changes, "; ") + ". Gains in each party's own units: " + page.And(gains) + ".")})
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
		if p.Swing <= 0 && p.Lost <= 0 {
			continue
		}
		words := fmt.Sprintf("%s: a no would take %s of the possible packages", p.Words, percent(p.Lost))
		if p.Swing > 0 {
			words += fmt.Sprintf(" and lower the share of draws with a deal by %.1f points", 100*p.Swing)
		}
		items = append(items, page.Words(words))
	}
	if len(items) > 0 {
		w.Add(page.Heading{Level: 2, Words: page.Words("Worth finding out first")}, page.List{Items: items})
	}
}

// share says how much of its possible gain a party has.
func share(x *float64) string {
	if x == nil {
		return "the same in all, as far as known"
	}
	return percent(*x) + " of the possible gain"
}

func percent(x float64) string { return fmt.Sprintf("%.0f %%", 100*x) }

// packages says how many there are.
func packages(n string) string {
	if n == "1" {
		return "1 package"
	}
	return grouped(n) + " packages"
}

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
