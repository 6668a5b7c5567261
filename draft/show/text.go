// Package show puts the negotiating text on a page: a draft with its brackets,
// who backs each wording and which alternative it stands for, and two drafts
// side by side with the words that were struck and added.
//
// [Make] turns a draft into a [Text], a plain value that is the documented JSON;
// [Text.Page] is the same for people. [Comparison] shows a
// [draft.Comparison], which is its own JSON.
//
// Marks stand in the words themselves: brackets are brackets, struck words are
// [-struck-], added ones {+added+}. Colour only repeats them.
package show

import (
	"maps"
	"slices"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/draft"
)

// Format names the shape of a text's JSON. It changes only when a field changes
// its meaning or goes away; new fields may come.
const Format = "parley.text.v1"

// Text is a draft, or a draft with a package put into it.
type Text struct {
	Format   string          `json:"format"`
	ID       string          `json:"id"`
	Title    string          `json:"title"`
	Date     string          `json:"date,omitempty"`
	Authors  []string        `json:"authors,omitempty"`
	Follows  []string        `json:"follows,omitempty"`
	Standing string          `json:"standing,omitempty"`
	Note     string          `json:"note,omitempty"`
	Disputed []parley.Source `json:"disputed,omitempty"` // what is said against its authorship or standing
	Evidence []parley.Source `json:"evidence,omitempty"` // the report that carries the text

	// Package is what was put into the text, by issue; absent when nothing was.
	Package parley.Package `json:"package,omitempty"`
	Stated  int            `json:"stated,omitempty"` // how many points the text is said to have
	// Brackets counts what is not agreed, nested brackets too; 0 is clean text.
	Brackets int     `json:"brackets"`
	Preamble []Run   `json:"preamble,omitempty"`
	Points   []Point `json:"points"`
	// Remarks tell where the text and the package did not simply meet, and are
	// about no single point.
	Remarks []string `json:"remarks,omitempty"`
}

// Point is a provision of the text.
type Point struct {
	Number      string   `json:"number,omitempty"`
	Title       string   `json:"title,omitempty"`
	Issue       string   `json:"issue,omitempty"`
	Alternative string   `json:"alternative,omitempty"` // what the point stands for
	Text        []Run    `json:"text"`
	Remarks     []string `json:"remarks,omitempty"`
}

// Run is some words, or a bracket; never both.
type Run struct {
	Words   string    `json:"words,omitempty"`
	Bracket []Variant `json:"bracket,omitempty"` // one variant is keep-or-delete
}

// Variant is one wording in a bracket.
type Variant struct {
	Alternative string   `json:"alternative,omitempty"`
	Backers     []string `json:"backers,omitempty"` // party ids
	Text        []Run    `json:"text"`
}

// Make takes a draft of the case for showing.
func Make(c parley.Case, d parley.Draft) Text {
	sources := c.Sources()
	t := Text{
		Format: Format, ID: d.ID, Title: d.Title, Date: d.Date.String(), Authors: d.Authors, Follows: d.Follows,
		Standing: string(d.Standing), Note: d.Note, Disputed: sources.Of(d.Disputed, ""),
		Stated: d.Stated, Brackets: d.Brackets(), Preamble: runs(d.Preamble), Points: []Point{},
	}
	if d.Source != "" {
		t.Evidence = sources.Of([]parley.Evidence{{Report: d.Source, Says: "carries " + d.Title}}, "")
	}
	for _, p := range d.Points {
		t.Points = append(t.Points, Point{Number: p.Number, Title: p.Title, Issue: p.Issue, Alternative: p.Alternative, Text: runs(p.Body)})
	}
	return t
}

// Resolved takes a draft with a package put into it, and tells where the two
// did not simply meet.
func Resolved(c parley.Case, d parley.Draft, chosen parley.Package, how draft.Resolution) Text {
	resolved, unresolved := draft.Resolve(d, chosen, how)
	t := Make(c, resolved)
	t.Package = maps.Clone(chosen)
	for _, u := range unresolved {
		if u.Point < 0 {
			t.Remarks = append(t.Remarks, u.String())
			continue
		}
		t.Points[u.Point].Remarks = append(t.Points[u.Point].Remarks, u.String())
	}
	return t
}

func runs(t parley.Text) []Run {
	all := []Run{}
	for _, f := range t {
		run := Run{Words: f.Words}
		if f.Bracket != nil {
			for _, v := range f.Bracket.Variants {
				run.Bracket = append(run.Bracket, Variant{v.Alternative, slices.Clone(v.Backers), runs(v.Text)})
			}
		}
		all = append(all, run)
	}
	return all
}
