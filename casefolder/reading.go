package casefolder

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/draft"
)

// reading is what a bracketed text says of a case.
type reading struct {
	draft    parley.Draft
	parties  []parley.Party
	issues   []parley.Issue
	problems Problems
}

func newReading(head parley.Draft, body string) *reading {
	r := &reading{draft: head}
	if r.draft.ID == "" {
		r.draft.ID = "T1"
	}
	if r.draft.Title == "" {
		r.draft.Title = "The first text"
	}
	var found []draft.Problem
	r.draft.Preamble, r.draft.Points, found = draft.Parse(body)
	one := &file{src: &source{name: "texts/" + r.draft.ID + ".md"}}
	one.reportDraft(found)
	r.problems = one.src.problems
	r.brackets(r.draft.Preamble, nil)
	for k := range r.draft.Points {
		r.point(&r.draft.Points[k])
	}
	for k := range r.issues {
		// An alternative that has no rival is keep-or-delete.
		if i := &r.issues[k]; len(i.Alternatives) == 1 {
			i.Alternatives = append(i.Alternatives, parley.Alternative{ID: "left-out", Title: "Left out"})
		}
	}
	return r
}

// point makes an issue of a point, or adds to the one that it names.
func (r *reading) point(p *parley.Point) {
	if p.Issue == "" {
		p.Issue = unused(slug(p.Title, 4, "point"), func(id string) bool { return r.issue(id) != nil })
	}
	i := r.issue(p.Issue)
	if i == nil {
		r.issues = append(r.issues, parley.Issue{ID: p.Issue, Title: cmp.Or(p.Title, p.Issue)})
		i = &r.issues[len(r.issues)-1]
	}
	if p.Alternative != "" {
		offer(i, p.Alternative, p.Alternative)
	}
	if n := p.Body.Brackets(); n > 1 {
		r.problems = append(r.problems, Problem{
			Position: Position{File: "agenda.yaml"}, Severity: Warning,
			Message: fmt.Sprintf("point %q has %d brackets: give wordings that belong together one id, or cut the point in two", p.Title, n),
		})
	}
	r.brackets(p.Body, i)
}

// issue finds an issue that was read before.
func (r *reading) issue(id string) *parley.Issue {
	k := slices.IndexFunc(r.issues, func(i parley.Issue) bool { return i.ID == id })
	if k < 0 {
		return nil
	}
	return &r.issues[k]
}

// brackets makes alternatives of variants, nested ones too, and fills in the ids
// that the text does not give. Words outside every point belong to no issue:
// of them only the backers count.
func (r *reading) brackets(t parley.Text, i *parley.Issue) {
	for _, f := range t {
		if f.Bracket == nil {
			continue
		}
		for k := range f.Bracket.Variants {
			v := &f.Bracket.Variants[k]
			for _, id := range v.Backers {
				r.party(id)
			}
			if i != nil {
				words := strings.Join(strings.Fields(plainWords(v.Text)), " ")
				if v.Alternative == "" {
					v.Alternative = unused(slug(words, 4, "words"), func(id string) bool { _, taken := i.Alternative(id); return taken })
				}
				offer(i, v.Alternative, words)
			}
			r.brackets(v.Text, i)
		}
	}
}

func (r *reading) party(id string) {
	if !slices.ContainsFunc(r.parties, func(p parley.Party) bool { return p.ID == id }) {
		r.parties = append(r.parties, parley.Party{ID: id, Name: id, Roles: []parley.Role{parley.RoleParty}})
	}
}

// offer adds an alternative to an issue, once. Its title is its words, as far as
// a title goes.
func offer(i *parley.Issue, id, words string) {
	if _, ok := i.Alternative(id); !ok {
		i.Alternatives = append(i.Alternatives, parley.Alternative{ID: id, Title: cmp.Or(clip(words, 80), id)})
	}
}

// plainWords is a text without its brackets' marks, the first variant of each.
func plainWords(t parley.Text) string {
	var b strings.Builder
	for _, f := range t {
		b.WriteString(f.Words)
		if f.Bracket != nil && len(f.Bracket.Variants) > 0 {
			b.WriteString(plainWords(f.Bracket.Variants[0].Text))
		}
	}
	return b.String()
}

// slug makes an id of the first words of a text that carry meaning; of a text
// without any words, it is the one given.
func slug(text string, most int, otherwise string) string {
	all := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	words := slices.DeleteFunc(slices.Clone(all), func(w string) bool { return slices.Contains(smallWords, w) })
	if len(words) == 0 {
		words = all
	}
	if len(words) == 0 {
		return otherwise
	}
	return strings.Join(words[:min(most, len(words))], "-")
}

// smallWords are English words that tell little in an id.
var smallWords = strings.Fields("a an and are as at be by for from in is it its of on or that the their this to with")

// unused is an id that is not taken: the one given, or with -2, -3 and so on.
func unused(id string, taken func(string) bool) string {
	free := id
	for k := 2; taken(free); k++ {
		free = fmt.Sprintf("%s-%d", id, k)
	}
	return free
}
