package brief

import (
	"fmt"
	"slices"
	"strings"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/cite"
	"github.com/parley-desk/parley/draft"
	"github.com/parley-desk/parley/page"
)

// Draft is one version of the text.
type Draft struct {
	ID       string          `json:"id"`
	Title    string          `json:"title"`
	Date     string          `json:"date,omitempty"`
	Authors  []string        `json:"authors,omitempty"`
	Follows  []string        `json:"follows,omitempty"`
	Standing string          `json:"standing,omitempty"`
	Points   int             `json:"points"`           // known to us
	Stated   int             `json:"stated,omitempty"` // said to be in it
	Brackets int             `json:"brackets"`
	Disputed []parley.Source `json:"disputed,omitempty"` // what is said against its authorship or standing
	Evidence []parley.Source `json:"evidence,omitempty"`
}

// Gate is what stands between the newest text and adoption.
type Gate struct {
	Draft   string       `json:"draft"`
	Open    bool         `json:"open"` // nothing stands between
	Words   string       `json:"words"`
	Reasons []GateReason `json:"reasons"`
}

// GateReason is one thing that must be done first.
type GateReason struct {
	Kind     string          `json:"kind"` // bracket, ad referendum, consent missing, issue not treated, issue still open
	Words    string          `json:"words"`
	Evidence []parley.Source `json:"evidence,omitempty"`
}

// text lists the drafts, newest first, draws them, and asks what stands between
// the newest of them and adoption.
func (d *desk) text() (all []Draft, graph []string, gate *Gate) {
	all = []Draft{}
	family := draft.NewGraph(d.Case.Drafts)
	for _, t := range slices.Backward(family.Drafts()) {
		all = append(all, Draft{
			ID: t.ID, Title: t.Title, Date: t.Date.String(), Authors: t.Authors, Follows: t.Follows, Standing: string(t.Standing),
			Points: len(t.Points), Stated: t.Stated, Brackets: t.Brackets(),
			Disputed: d.Of(t.Disputed, ""), Evidence: d.Of(sourceOf(t), ""),
		})
	}
	newest, ok := family.Newest()
	if !ok {
		return all, nil, nil
	}
	result := draft.Gate(d.Case, newest)
	gate = &Gate{Draft: newest.ID, Open: result.CanClose(), Words: result.String(), Reasons: []GateReason{}}
	for _, r := range result.Reasons {
		gate.Reasons = append(gate.Reasons, GateReason{Kind: string(r.Obstacle), Words: r.Words, Evidence: d.Of(r.Evidence, "")})
	}
	return all, strings.Split(strings.TrimRight(family.Drawing(false), "\n"), "\n"), gate
}

func (w writer) drafts(b Brief) {
	w.Section("texts", "The texts")
	if len(b.Drafts) == 0 {
		w.none("No draft is on record.")
		return
	}
	if len(b.Graph) > 0 {
		w.Add(page.Drawing{Lines: b.Graph, Alt: "The drafts as a graph, newest first; the list below says the same."})
	}
	var items []page.Line
	for _, t := range b.Drafts {
		items = append(items, w.draft(t))
	}
	w.Add(page.List{Items: items})
	if g := b.Gate; g != nil {
		w.Add(page.Heading{Level: 2, Words: page.Words(fmt.Sprintf("Adoption gate: %s %s", g.Draft, g.Words))})
		var items []page.Line
		for _, r := range g.Reasons {
			items = append(items, cite.On(w.Page, page.Words(r.Words), r.Evidence))
		}
		w.Add(page.List{Items: items})
	}
}

func (w writer) draft(t Draft) page.Line {
	l := page.Line{{Words: t.ID, Tone: page.Strong}, {Words: " " + t.Title}}
	var about []string
	for _, part := range []string{t.Date, t.Standing} {
		if part != "" {
			about = append(about, part)
		}
	}
	if len(t.Authors) > 0 {
		about = append(about, "by "+page.And(t.Authors))
	}
	switch {
	case t.Points > 0:
		about = append(about, page.Count(t.Points, "point")+" known")
	case t.Stated == 0:
		about = append(about, "content unknown")
	}
	if t.Stated > 0 && t.Stated != t.Points {
		about = append(about, fmt.Sprintf("said to have %d", t.Stated))
	}
	if t.Brackets > 0 {
		about = append(about, page.Count(t.Brackets, "bracket"))
	}
	if len(t.Follows) > 0 {
		about = append(about, "follows "+page.And(t.Follows))
	}
	l = append(l, page.Span{Words: " (" + strings.Join(about, "; ") + ")", Tone: page.Faint})
	l = cite.On(w.Page, l, t.Evidence)
	if len(t.Disputed) > 0 {
		l = cite.On(w.Page, append(l, page.Span{Words: " disputed", Tone: page.Wary}), t.Disputed)
	}
	return l
}
