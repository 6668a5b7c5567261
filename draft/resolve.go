package draft

import (
	"fmt"
	"slices"
	"strings"

	"github.com/parley-desk/parley"
)

// Lone is what becomes of lone brackets when a package is put into the text: a
// package chooses among alternatives, and a lone bracket has none.
type Lone int

// What can become of a lone bracket.
const (
	LeaveLone Lone = iota
	KeepLone
	DeleteLone
)

// Resolution says how [Resolve] goes about it. The zero value leaves lone
// brackets as they are and borrows nothing.
type Resolution struct {
	Lone Lone
	// Borrow are drafts whose words may stand in where the draft itself has none
	// for what the package chooses; the first that has them lends them.
	Borrow []parley.Draft
}

// Unresolved is a place where the text and the package did not simply meet. It
// is told, never settled in silence.
type Unresolved struct {
	Point   int    // index of the point in the draft; -1 for the preamble, or for no place at all
	Number  string // the point's
	Issue   string
	Says    []string // the alternatives that the draft has words for here
	Chosen  string   // the package's alternative; "" when it chooses none
	Draft   string   // the draft resolved
	From    string   // the draft that lent its words; "" when none did
	Bracket string   // the bracket left standing, as written; "" when none is
}

// String says it in words.
func (u Unresolved) String() string {
	place := "the preamble"
	switch {
	case u.Number != "":
		place = "point " + u.Number
	case u.Issue != "":
		place = "the point on " + u.Issue
	case u.Point >= 0:
		place = fmt.Sprintf("the unnumbered point at place %d", u.Point+1)
	}
	says := strings.Join(u.Says, " or ")
	switch {
	case u.From != "" && says != "":
		return fmt.Sprintf("%s: %s says %s here; the package chooses %s, in the words of %s", place, u.Draft, says, u.Chosen, u.From)
	case u.From != "":
		return fmt.Sprintf("%s: %s has no words for %s; these are the words of %s", place, u.Draft, u.Chosen, u.From)
	case u.Point < 0 && u.Issue != "":
		return fmt.Sprintf("%s has no point on %s; the package chooses %s", u.Draft, u.Issue, u.Chosen)
	case u.Chosen != "" && says != "":
		return fmt.Sprintf("%s: %s says %s here; the package chooses %s", place, u.Draft, says, u.Chosen)
	case u.Chosen != "":
		return fmt.Sprintf("%s: no wording in %s names an alternative; the package chooses %s", place, u.Bracket, u.Chosen)
	}
	return fmt.Sprintf("%s: the package does not tell what becomes of %s", place, u.Bracket)
}

// Resolve puts a package into the text: every bracket with a wording for the
// alternative chosen on the point's issue gives way to that wording. Where the
// draft says something else the words stay, unless another draft may lend its
// own; where it has no point on an issue, a lent one comes last, without a
// number. Either way the second result tells. The draft given is left as it was.
func Resolve(d parley.Draft, chosen parley.Package, how Resolution) (parley.Draft, []Unresolved) {
	var all []Unresolved
	r := resolver{chosen: chosen, how: how}
	d.Preamble = r.text(d.Preamble, "")
	for _, b := range r.standing {
		all = append(all, Unresolved{Point: -1, Draft: d.ID, Bracket: b})
	}
	points := slices.Clone(d.Points)
	treated := map[string]bool{}
	for k, p := range points {
		treated[p.Issue] = true
		point, unresolved := resolvePoint(p, chosen, how)
		for _, u := range unresolved {
			u.Point, u.Draft = k, d.ID
			all = append(all, u)
		}
		points[k] = point
	}
	d.Points = points
	for _, issue := range sortedKeys(chosen) {
		if treated[issue] {
			continue
		}
		told := Unresolved{Point: -1, Draft: d.ID, Issue: issue, Chosen: chosen[issue]}
		if lent, from, ok := borrow(issue, chosen[issue], chosen, how); ok {
			told.Point, told.From = len(d.Points), from
			d.Points = append(d.Points, parley.Point{Title: lent.Title, Issue: issue, Alternative: chosen[issue], Body: lent.Body})
		}
		all = append(all, told)
	}
	return d, all
}

func resolvePoint(p parley.Point, chosen parley.Package, how Resolution) (parley.Point, []Unresolved) {
	alternative := chosen[p.Issue]
	if p.Issue == "" {
		alternative = ""
	}
	told := Unresolved{Number: p.Number, Issue: p.Issue, Says: offeredIn(p), Chosen: alternative}
	r := resolver{chosen: chosen, how: how}
	body := r.text(p.Body, p.Issue)
	differs := p.Alternative != "" && alternative != "" && p.Alternative != alternative
	if !differs && len(r.standing) == 0 {
		if alternative != "" && slices.Contains(told.Says, alternative) {
			p.Alternative = alternative
		}
		p.Body = body
		return p, nil
	}
	if lent, from, ok := borrow(p.Issue, alternative, chosen, how); ok {
		p.Body, p.Alternative, told.From = lent.Body, alternative, from
		return p, []Unresolved{told}
	}
	p.Body = body
	if differs {
		return p, []Unresolved{told}
	}
	var all []Unresolved
	for _, b := range r.standing {
		told.Bracket = b
		all = append(all, told)
	}
	return p, all
}

// borrow looks for another draft's point that has clean words for an
// alternative.
func borrow(issue, alternative string, chosen parley.Package, how Resolution) (lent parley.Point, from string, found bool) {
	if issue == "" || alternative == "" {
		return parley.Point{}, "", false
	}
	for _, other := range how.Borrow {
		for _, p := range other.PointsOn(issue) {
			if !slices.Contains(offeredIn(p), alternative) {
				continue
			}
			r := resolver{chosen: chosen, how: how}
			if body := r.text(p.Body, issue); body.Clean() && len(body) > 0 {
				p.Body = body
				return p, other.ID, true
			}
		}
	}
	return parley.Point{}, "", false
}

// resolver replaces brackets and remembers those that it had to leave.
type resolver struct {
	chosen   parley.Package
	how      Resolution
	standing []string
}

func (r *resolver) text(t parley.Text, issue string) parley.Text {
	var out parley.Text
	deleted := false
	for _, f := range t {
		if f.Bracket == nil {
			out = appendWords(out, f.Words, deleted)
			deleted = false
			continue
		}
		words, resolved := r.bracket(f.Bracket, issue)
		switch {
		case !resolved:
			out = append(out, f)
			r.standing = append(r.standing, FormatText(parley.Text{f}))
		case len(words) == 0:
			deleted = true
		default:
			out = append(out, words...)
		}
	}
	return tidy(out)
}

// bracket gives the words that take a bracket's place; none, and true, when it
// is deleted.
func (r *resolver) bracket(b *parley.Bracket, issue string) (parley.Text, bool) {
	named := false
	for _, v := range b.Variants {
		named = named || v.Alternative != ""
		if v.Alternative != "" && issue != "" && v.Alternative == r.chosen[issue] {
			return r.text(v.Text, issue), true
		}
	}
	if len(b.Variants) != 1 || named {
		return nil, false
	}
	switch r.how.Lone {
	case KeepLone:
		return r.text(b.Variants[0].Text, issue), true
	case DeleteLone:
		return nil, true
	}
	return nil, false
}

// appendWords adds words, closing the gap where something was deleted before
// them: "shall [not] leave" becomes "shall leave".
func appendWords(t parley.Text, words string, deleted bool) parley.Text {
	if deleted {
		last := len(t) - 1
		if last < 0 {
			words = strings.TrimLeft(words, " ")
		} else if t[last].Bracket == nil && strings.HasSuffix(t[last].Words, " ") && words != "" && strings.Contains(" .,;:)", words[:1]) {
			t[last].Words = strings.TrimSuffix(t[last].Words, " ")
		}
	}
	return append(t, parley.Fragment{Words: words})
}

// Offered lists the alternatives that a draft leaves on the table, by issue, in
// the order in which it names them.
func Offered(d parley.Draft) map[string][]string {
	offered := map[string][]string{}
	for _, p := range d.Points {
		if p.Issue == "" {
			continue
		}
		for _, id := range offeredIn(p) {
			if !slices.Contains(offered[p.Issue], id) {
				offered[p.Issue] = append(offered[p.Issue], id)
			}
		}
	}
	return offered
}

func offeredIn(p parley.Point) []string {
	var all []string
	add := func(id string) {
		if id != "" && !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	add(p.Alternative)
	eachVariant(p.Body, func(v parley.Variant) { add(v.Alternative) })
	return all
}

// eachVariant calls f for every variant in a text, nested ones after the one
// that holds them.
func eachVariant(t parley.Text, f func(parley.Variant)) {
	for _, fragment := range t {
		if fragment.Bracket == nil {
			continue
		}
		for _, v := range fragment.Bracket.Variants {
			f(v)
			eachVariant(v.Text, f)
		}
	}
}

// Package is what a clean draft amounts to: the alternative that its points
// stand for, issue by issue. Issues on which no point names an alternative are
// left out. It is false for a draft with brackets, and for one whose points
// stand for two alternatives of one issue.
func Package(d parley.Draft) (parley.Package, bool) {
	if d.Brackets() > 0 {
		return nil, false
	}
	amounts := parley.Package{}
	for issue, alternatives := range Offered(d) {
		if len(alternatives) > 1 {
			return nil, false
		}
		amounts[issue] = alternatives[0]
	}
	return amounts, true
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
