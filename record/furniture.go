package record

import (
	"regexp"
	"strings"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record/token"
)

// role is what a paragraph is on the page.
type role uint8

const (
	body role = iota
	postRole
	furniture // credits, bylines, navigation: nothing is attributed here
)

// furnish gives each paragraph its role.
func furnish(t *token.Text) []role {
	roles := make([]role, len(t.Paragraphs))
	for i, p := range t.Paragraphs {
		if isFurniture(t.Words(p)) {
			roles[i] = furniture
		}
	}
	return roles
}

// furnitureForms are lines that a page prints around a report. They must fill
// the whole paragraph, so that a sentence that starts alike is kept.
var furnitureForms = regexp.MustCompile(`(?i)^(?:` + strings.Join([]string{
	`(?-i:(?:By|BY|by):? (?:\p{Lu}[\p{L}.'’-]*,? ?(?:and |, |in \p{Lu}\p{L}+)?){2,9}(?:[|,–—-].{0,80})?)`,
	`(?:read|see|find out|learn) (?:more|also|next|the full)\b.{0,120}`,
	`(?:also|must|further) (?:read|reading)\b.{0,120}`,
	`(?:related|recommended|more on this|most read|trending|up next|watch|listen|live|video|gallery|in pictures|explainer|opinion)\s*[:|].{0,140}`,
	`(?:related|recommended)(?: (?:stories|articles|coverage|content|topics))?`,
	`advert[ie]?s?e?ment.{0,30}|story continues.{0,40}|article continues.{0,40}|scroll to continue.*`,
	`(?:sign up|subscribe|follow us|click here|download (?:our|the) app|join (?:us|our)|get the latest|support (?:our|independent)|share this|listen to (?:this|our)|watch (?:our|the)|donate)\b.{0,160}`,
	`(?:photo(?:graph)?|image|picture|credit|file photo|illustration|graphic|caption|video)s?(?: credit| by| courtesy)?\s*[:/|].{0,160}`,
	`.{0,200}\((?:photo|image|picture|file)(?:s|\s|:|/).{0,60}\)\.?`,
	`.{0,160}(?:/getty images|getty images|/reuters|/afp|ap photo|/ap)\)?\.?`,
	`(?:©|\(c\)|copyright\b).{0,160}|.{0,80}all rights reserved.{0,40}`,
	`(?:additional )?(?:reporting|editing|writing|report) by .{0,200}`,
	`(?:published|updated|posted|last updated|first published|modified)\b.{0,60}\d.{0,30}`,
	`\d+ (?:min(?:ute)?s? (?:read|ago)|hours? ago|comments?|shares?).{0,40}`,
	`(?:comments?|share|print|email|tags?|topics?|filed under)\s*[:(|].{0,120}`,
	`(?:correction|editor[’']s note)\s*:?`,
	`[\W_]*`,
}, `|`) + `)$`)

func isFurniture(s string) bool { return len(s) < 320 && furnitureForms.MatchString(s) }

// dateLine is the line ` date 2025-12-01 ` that some collections put first.
var dateLine = regexp.MustCompile(`^\s*date:? (\d{4}-\d\d-\d\d)\b`)

func leadingDate(text string) (parley.Date, bool) {
	m := dateLine.FindStringSubmatch(text[:min(len(text), 64)])
	if m == nil {
		return parley.Date{}, false
	}
	d, err := parley.ParseDate(m[1])
	return d, err == nil
}
