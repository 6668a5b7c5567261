package draft

import (
	"fmt"
	"slices"
	"strings"

	"github.com/parley-desk/parley"
)

// Obstacle is what kind of thing keeps a draft from being adopted.
type Obstacle string

// The obstacles, in the order in which they are told.
const (
	LiveBracket    Obstacle = "bracket"
	AdReferendum   Obstacle = "ad referendum"
	MissingConsent Obstacle = "consent missing"
	Untreated      Obstacle = "issue not treated"
	StillOpen      Obstacle = "issue still open"
)

// Reason is one thing that keeps a draft from being adopted.
type Reason struct {
	Obstacle Obstacle
	Words    string              // the reason in a sentence
	Point    string              // where: the number or title of the point, "preamble", or ""
	Issue    string              // the issue's id, where one is concerned
	By       string              // the party or ratifier whose consent is concerned
	Bracket  *parley.Bracket     // of a live bracket
	Status   parley.StatusChange // of an issue, where its status is the reason
	Evidence []parley.Evidence
}

// GateResult says whether a draft can be adopted, and what is missing.
type GateResult struct {
	Draft   string
	Reasons []Reason
	// Apart are agenda issues that the draft leaves out in a case that may settle
	// some issues without the others. They do not keep it from being adopted.
	Apart []Reason
}

// CanClose reports whether nothing is missing.
func (g GateResult) CanClose() bool { return len(g.Reasons) == 0 }

// Count is how many reasons are of one kind.
func (g GateResult) Count(o Obstacle) int {
	n := 0
	for _, r := range g.Reasons {
		if r.Obstacle == o {
			n++
		}
	}
	return n
}

// String is the result on one line: "cannot close: 2 brackets, 1 ad referendum,
// 3 consents missing".
func (g GateResult) String() string {
	if g.CanClose() {
		return "can close: no brackets, all consents given"
	}
	var parts []string
	for _, form := range []struct {
		o         Obstacle
		one, many string
	}{
		{LiveBracket, "bracket", "brackets"},
		{AdReferendum, "ad referendum", "ad referendum"},
		{MissingConsent, "consent missing", "consents missing"},
		{Untreated, "issue not treated", "issues not treated"},
		{StillOpen, "issue still open", "issues still open"},
	} {
		switch n := g.Count(form.o); n {
		case 0:
		case 1:
			parts = append(parts, "1 "+form.one)
		default:
			parts = append(parts, fmt.Sprintf("%d %s", n, form.many))
		}
	}
	return "cannot close: " + strings.Join(parts, ", ")
}

// Gate says what is missing before a draft can be adopted, on the day of the
// case: brackets that are still live, nested ones too; issues and consents that
// are agreed only subject to the capital; consents of the signatories, and of
// the ratifiers that the draft's issues and alternatives need; and, where
// nothing is agreed until everything is agreed, issues of the agenda that the
// draft does not treat or whose recorded status is not settled.
func Gate(c parley.Case, d parley.Draft) GateResult {
	g := GateResult{Draft: d.ID}
	g.brackets(d.Preamble, "preamble", "")
	for k, p := range d.Points {
		g.brackets(p.Body, place(k, p), p.Issue)
	}
	g.issues(c, d)
	g.consents(c, d)
	order := []Obstacle{LiveBracket, AdReferendum, MissingConsent, Untreated, StillOpen}
	slices.SortStableFunc(g.Reasons, func(a, b Reason) int {
		return slices.Index(order, a.Obstacle) - slices.Index(order, b.Obstacle)
	})
	return g
}

// place names a point: by its number, or else its title, or else its place.
func place(k int, p parley.Point) string {
	switch {
	case p.Number != "":
		return p.Number
	case p.Title != "":
		return p.Title
	}
	return fmt.Sprintf("at place %d", k+1)
}

func (g *GateResult) brackets(t parley.Text, where, issue string) {
	at := "in the preamble"
	if where != "preamble" {
		at = "in point " + where
	}
	for _, f := range t {
		if f.Bracket == nil {
			continue
		}
		what := "rival wordings"
		if len(f.Bracket.Variants) == 1 {
			what = "words to keep or delete"
		}
		g.Reasons = append(g.Reasons, Reason{
			Obstacle: LiveBracket, Point: where, Issue: issue, Bracket: f.Bracket,
			Words: fmt.Sprintf("%s %s: %s", what, at, oneLine(FormatText(parley.Text{f}))),
		})
		for _, v := range f.Bracket.Variants {
			g.brackets(v.Text, where, issue)
		}
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// issues looks at the agenda: what is agreed ad referendum, what is left out,
// what is still open.
func (g *GateResult) issues(c parley.Case, d parley.Draft) {
	for _, i := range c.Issues {
		status, recorded := i.StatusOn(c.Day)
		points := d.PointsOn(i.ID)
		r := Reason{Issue: i.ID, Status: status, Evidence: status.Evidence}
		if len(points) > 0 {
			r.Point = place(slices.IndexFunc(d.Points, func(p parley.Point) bool { return p.Issue == i.ID }), points[0])
		}
		since := ""
		if !status.Date.IsZero() {
			since = " since " + status.Date.String()
		}
		switch {
		case recorded && status.Status.Settled():
			continue
		case status.Status == parley.StatusAdReferendum:
			r.Obstacle, r.Words = AdReferendum, fmt.Sprintf("%s is agreed only ad referendum%s", i.Title, since)
			if len(points) > 0 || c.Whole {
				g.Reasons = append(g.Reasons, r)
			}
		case len(points) == 0:
			r.Obstacle, r.Words = Untreated, fmt.Sprintf("the draft has no point on %s", i.Title)
			if c.Whole {
				g.Reasons = append(g.Reasons, r)
			} else {
				g.Apart = append(g.Apart, r)
			}
		case c.Whole && recorded && !slices.ContainsFunc(points, func(p parley.Point) bool { return !p.Body.Clean() }):
			r.Obstacle, r.Words = StillOpen, fmt.Sprintf("%s is still recorded as %s%s", i.Title, status.Status, since)
			g.Reasons = append(g.Reasons, r)
		}
	}
}

// consents compares who must say yes with who has.
func (g *GateResult) consents(c parley.Case, d parley.Draft) {
	given := map[string]parley.Consent{}
	for _, s := range d.Consents {
		if before, ok := given[s.By]; s.Date.By(c.Day) && (!ok || s.Date.Compare(before.Date) >= 0) {
			given[s.By] = s
		}
	}
	judge := func(id, needed, issue string) {
		consent, ok := given[id]
		r := Reason{By: id, Issue: issue, Evidence: consent.Evidence}
		switch {
		case !ok:
			r.Obstacle, r.Words = MissingConsent, c.Actor(id)+" has not consented"+needed
		case consent.AdReferendum:
			r.Obstacle, r.Words = AdReferendum, c.Actor(id)+" has consented only ad referendum"+needed
		default:
			return
		}
		g.Reasons = append(g.Reasons, r)
	}
	for _, p := range c.Signatories() {
		judge(p.ID, "", "")
	}
	for _, n := range ratifiers(c, d) {
		judge(n.ratifier, n.words, n.issue)
	}
}

// need is a ratifier that must approve a draft, and why.
type need struct{ ratifier, issue, words string }

// ratifiers lists each ratifier that the draft's issues need, or an alternative
// that the draft offers; the first thing that needs it is the reason given.
func ratifiers(c parley.Case, d parley.Draft) []need {
	var needs []need
	add := func(id, issue, words string) {
		known := func(n need) bool { return n.ratifier == id }
		if !slices.ContainsFunc(needs, known) {
			needs = append(needs, need{id, issue, words})
		}
	}
	offered := Offered(d)
	for _, i := range c.Issues {
		if len(d.PointsOn(i.ID)) == 0 {
			continue
		}
		for _, id := range i.Needs {
			add(id, i.ID, ", which "+i.Title+" needs")
		}
	}
	for _, i := range c.Issues {
		for _, id := range offered[i.ID] {
			a, _ := i.Alternative(id)
			whether := ""
			if len(offered[i.ID]) > 1 {
				whether = " if it is chosen"
			}
			for _, ratifier := range a.Needs {
				add(ratifier, i.ID, fmt.Sprintf(", which %s (%s) needs%s", i.Title, a.Title, whether))
			}
		}
	}
	return needs
}
