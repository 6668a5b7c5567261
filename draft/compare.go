package draft

import (
	"slices"
	"strings"
	"unicode"

	"github.com/parley-desk/parley"
)

// Fate is what became of a point from one draft to another.
type Fate string

// The fates.
const (
	Kept     Fate = "kept"
	Reworded Fate = "reworded"
	New      Fate = "new"
	Dropped  Fate = "dropped"
)

// ComparisonFormat names the shape of a comparison's JSON. It changes only when a
// field changes its meaning or goes away; new fields may come.
const ComparisonFormat = "parley.compare.v1"

// Comparison is two drafts side by side, aligned by issue whatever their
// numbering. It marshals to JSON as it stands.
type Comparison struct {
	Format string        `json:"format"`
	Before string        `json:"before"` // draft ids
	After  string        `json:"after"`
	Points []PointChange `json:"points"` // in the later draft's order, dropped ones where they stood
}

// PointChange is what became of one point.
type PointChange struct {
	Fate     Fate   `json:"fate"`
	Issue    string `json:"issue,omitempty"`
	Preamble bool   `json:"preamble,omitempty"` // the preamble, not a point
	Before   *Side  `json:"before,omitempty"`   // nil for a new point
	After    *Side  `json:"after,omitempty"`    // nil for a dropped one
	// Moved says that the point's number changed.
	Moved    bool `json:"moved,omitempty"`
	Retitled bool `json:"retitled,omitempty"`
	// Words are the changes word by word; brackets appear as they are written.
	Words []Edit `json:"words,omitempty"`
	// Bracketed are the brackets that are new in a point that is not, as written.
	Bracketed []string `json:"bracketed,omitempty"`
	// Settled are the brackets that are gone though the point is there.
	Settled []Settlement `json:"settled,omitempty"`
}

// Side is a point as one of the two drafts has it.
type Side struct {
	Number      string `json:"number,omitempty"`
	Title       string `json:"title,omitempty"`
	Alternative string `json:"alternative,omitempty"`
	Text        string `json:"text,omitempty"` // as written, brackets and all
}

// Settlement is a bracket that is gone, and what it was settled on: the
// alternative, where one is named, and the wording that stayed. With neither,
// none of its wordings stayed.
type Settlement struct {
	Bracket     string `json:"bracket"`
	Alternative string `json:"alternative,omitempty"`
	Wording     string `json:"wording,omitempty"`
}

// Compare aligns two drafts and says point by point what became of it. Points
// on one issue belong together; where there are several, those most alike do.
// Points without an issue are matched by their titles and words.
func Compare(before, after parley.Draft) Comparison {
	c := Comparison{Format: ComparisonFormat, Before: before.ID, After: after.ID, Points: []PointChange{}}
	if len(before.Preamble) > 0 || len(after.Preamble) > 0 {
		change := comparePoints(&parley.Point{Body: before.Preamble}, &parley.Point{Body: after.Preamble})
		change.Preamble = true
		switch {
		case len(before.Preamble) == 0:
			change.Fate = New
		case len(after.Preamble) == 0:
			change.Fate, change.Settled = Dropped, nil
		}
		c.Points = append(c.Points, change)
	}
	partner := align(before.Points, after.Points)
	told := make([]bool, len(before.Points))
	dropped := func(until int) { // tells the points dropped before a place in the earlier draft
		for k := range until {
			if !told[k] && !slices.Contains(partner, k) {
				c.Points = append(c.Points, comparePoints(&before.Points[k], nil))
				told[k] = true
			}
		}
	}
	for k := range after.Points {
		if partner[k] < 0 {
			c.Points = append(c.Points, comparePoints(nil, &after.Points[k]))
			continue
		}
		dropped(partner[k])
		c.Points = append(c.Points, comparePoints(&before.Points[partner[k]], &after.Points[k]))
	}
	dropped(len(before.Points))
	return c
}

// align finds for each later point the earlier one that it continues, or -1.
func align(before, after []parley.Point) []int {
	partner := make([]int, len(after))
	for k := range partner {
		partner[k] = -1
	}
	type pair struct {
		b, a  int
		alike float64
	}
	taken := make([]bool, len(before))
	match := func(fits func(b, a parley.Point) bool, least float64) {
		var pairs []pair
		for a := range after {
			for b := range before {
				if partner[a] >= 0 || taken[b] || !fits(before[b], after[a]) {
					continue
				}
				if s := likeness(before[b], after[a]); s >= least {
					pairs = append(pairs, pair{b, a, s})
				}
			}
		}
		slices.SortStableFunc(pairs, func(x, y pair) int {
			switch {
			case x.alike > y.alike:
				return -1
			case x.alike < y.alike:
				return 1
			}
			return 0
		})
		for _, p := range pairs {
			if partner[p.a] < 0 && !taken[p.b] {
				partner[p.a], taken[p.b] = p.b, true
			}
		}
	}
	sameIssue := func(b, a parley.Point) bool { return b.Issue != "" && b.Issue == a.Issue }
	match(sameIssue, alikeWithinIssue)
	match(sameIssue, 0)
	match(func(b, a parley.Point) bool { return b.Issue == "" || a.Issue == "" }, alikeWithoutIssue)
	return partner
}

// Points are alike enough to be one point when their words are: on one issue
// that comes first, and what is left is still one point; without a common issue
// half the words must agree.
const (
	alikeWithinIssue  = 0.3
	alikeWithoutIssue = 0.5
)

// likeness compares titles and words; points that are the same are more alike
// than any others, a title that is the same counts for much,
// and a number that is the same only breaks ties.
func likeness(b, a parley.Point) float64 {
	s := similarity(b.Title+" "+bareWords(b.Body), a.Title+" "+bareWords(a.Body))
	if b.Title == a.Title && FormatText(b.Body) == FormatText(a.Body) {
		s = 2
	} else if b.Title != "" && strings.EqualFold(b.Title, a.Title) {
		s = max(s, 0.6) + 0.1
	}
	if b.Number != "" && b.Number == a.Number && s > 0 {
		s += 0.001
	}
	return s
}

func comparePoints(before, after *parley.Point) PointChange {
	var c PointChange
	switch {
	case before == nil:
		c.Fate, c.Issue, c.After = New, after.Issue, side(after)
		c.Words = compareWords("", c.After.Text)
		return c
	case after == nil:
		c.Fate, c.Issue, c.Before = Dropped, before.Issue, side(before)
		c.Words = compareWords(c.Before.Text, "")
		return c
	}
	c.Issue = after.Issue
	if c.Issue == "" {
		c.Issue = before.Issue
	}
	c.Before, c.After = side(before), side(after)
	c.Moved = before.Number != after.Number
	c.Retitled = before.Title != after.Title
	c.Fate = Reworded
	if slices.Equal(tokenize(c.Before.Text), tokenize(c.After.Text)) {
		c.Fate = Kept
	}
	if c.Fate == Reworded {
		c.Words = compareWords(c.Before.Text, c.After.Text)
	}
	c.Settled, c.Bracketed = compareBrackets(*before, *after)
	return c
}

func side(p *parley.Point) *Side {
	return &Side{Number: p.Number, Title: p.Title, Alternative: p.Alternative, Text: FormatText(p.Body)}
}

// compareBrackets pairs the brackets of two versions of a point by their words.
// One that has no partner was settled, or is new.
func compareBrackets(before, after parley.Point) (settled []Settlement, bracketed []string) {
	var was []parley.Fragment
	for _, f := range before.Body {
		if f.Bracket != nil {
			was = append(was, f)
		}
	}
	for _, f := range after.Body {
		if f.Bracket == nil {
			continue
		}
		best, alike := -1, 0.0
		for k, w := range was {
			if s := similarity(bareWords(parley.Text{w}), bareWords(parley.Text{f})); s > alike {
				best, alike = k, s
			}
		}
		if alike >= alikeWithinIssue {
			was = slices.Delete(was, best, best+1)
		} else {
			bracketed = append(bracketed, oneLine(FormatText(parley.Text{f})))
		}
	}
	for _, f := range was {
		settled = append(settled, settlement(f, after))
	}
	return settled, bracketed
}

// settlement finds the variant that stayed: the one whose alternative the point
// now stands for, or else the one with the most words that the text still has.
func settlement(f parley.Fragment, after parley.Point) Settlement {
	s := Settlement{Bracket: oneLine(FormatText(parley.Text{f}))}
	text := " " + strings.Join(contentWords(bareWords(after.Body)), " ") + " "
	most := 0
	for _, v := range f.Bracket.Variants {
		words := contentWords(bareWords(v.Text))
		if v.Alternative != "" && v.Alternative == after.Alternative {
			s.Alternative, s.Wording = v.Alternative, oneLine(FormatText(v.Text))
			return s
		}
		if len(words) > most && strings.Contains(text, " "+strings.Join(words, " ")+" ") {
			most = len(words)
			s.Alternative, s.Wording = v.Alternative, oneLine(FormatText(v.Text))
		}
	}
	return s
}

// bareWords are the words of a text and of all its variants, without marks.
func bareWords(t parley.Text) string {
	var s strings.Builder
	for _, f := range t {
		s.WriteString(f.Words)
		if f.Bracket != nil {
			for _, v := range f.Bracket.Variants {
				s.WriteString(" " + bareWords(v.Text) + " ")
			}
		}
	}
	return s.String()
}

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
