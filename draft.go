package parley

import "slices"

// Draft is one version of the negotiating text. Drafts form a graph: several
// parents, several children, rival texts side by side.
type Draft struct {
	ID       string   `yaml:"id"`
	Title    string   `yaml:"title"`
	Date     Date     `yaml:"date,omitempty"`
	Authors  []string `yaml:"authors,omitempty"` // party ids
	Follows  []string `yaml:"follows,omitempty"` // draft ids
	Standing Standing `yaml:"standing,omitempty"`
	// Disputed holds what is claimed against the stated authorship or
	// standing, each claim with its evidence.
	Disputed []Evidence `yaml:"disputed,omitempty"`
	Source   string     `yaml:"source,omitempty"` // the report that carries the text
	// Stated is how many points the text is said to have, where the text itself
	// is not known; 0 when nobody says.
	Stated   int       `yaml:"stated,omitempty"`
	Consents []Consent `yaml:"consents,omitempty"`
	Note     string    `yaml:"note,omitempty"`
	Room     Room      `yaml:"room,omitempty"`

	Points []Point `yaml:"-"`
	// Preamble is what stands before the first point, brackets and all.
	Preamble Text `yaml:"-"`
}

// Standing is what kind of paper a draft is.
type Standing string

// The standings.
const (
	StandingOfficial  Standing = "official"
	StandingChair     Standing = "chair's text"
	StandingNonPaper  Standing = "non-paper"
	StandingCounter   Standing = "counter-text"
	StandingLeak      Standing = "leak"
	StandingReadOut   Standing = "read-out"
	StandingReported  Standing = "reported" // others say that it exists
	StandingSigned    Standing = "signed"
	StandingStatement Standing = "joint statement"
)

// Standings lists every standing.
var Standings = []Standing{
	StandingOfficial, StandingChair, StandingNonPaper, StandingCounter, StandingLeak,
	StandingReadOut, StandingReported, StandingSigned, StandingStatement,
}

// Consent is a party's or a ratifier's yes to a draft as a whole.
type Consent struct {
	By           string     `yaml:"by"`
	Date         Date       `yaml:"date,omitempty"`
	AdReferendum bool       `yaml:"ad_referendum,omitempty"` // subject to the capital
	Evidence     []Evidence `yaml:"evidence,omitempty"`
}

// Point is a numbered provision of one draft.
type Point struct {
	Number string // as the draft numbers it: "6", "14b"; "" when unnumbered
	Title  string
	Issue  string // the issue that the point is about; "" when none is named
	// Alternative is the issue's alternative that a point without brackets
	// stands for; "" when the draft names none.
	Alternative string
	Body        Text
}

// Text is words with brackets among them.
type Text []Fragment

// Fragment is a run of words, or a bracket; never both.
type Fragment struct {
	Words   string
	Bracket *Bracket
}

// Bracket holds what is not agreed: rival wordings for one place. A bracket
// with a single variant is keep-or-delete.
type Bracket struct {
	Variants []Variant
}

// Variant is one wording in a bracket.
type Variant struct {
	// Alternative is the issue's alternative that the wording stands for; "" when
	// the draft names none.
	Alternative string
	// Backers are the parties that want this wording.
	Backers []string
	Text    Text
}

// Clean reports whether the text has no brackets. Only clean text can be
// adopted.
func (t Text) Clean() bool {
	for _, f := range t {
		if f.Bracket != nil {
			return false
		}
	}
	return true
}

// Brackets counts the brackets in the text, nested ones too.
func (t Text) Brackets() int {
	n := 0
	for _, f := range t {
		if f.Bracket == nil {
			continue
		}
		n++
		for _, v := range f.Bracket.Variants {
			n += v.Text.Brackets()
		}
	}
	return n
}

// PointsOn are the draft's points about an issue, in the draft's order.
func (d Draft) PointsOn(issue string) []Point {
	var on []Point
	for _, p := range d.Points {
		if p.Issue == issue {
			on = append(on, p)
		}
	}
	return on
}

// Brackets counts the brackets of the whole draft.
func (d Draft) Brackets() int {
	n := d.Preamble.Brackets()
	for _, p := range d.Points {
		n += p.Body.Brackets()
	}
	return n
}

// Offers is what the draft leaves on the table: for each issue that its points
// name, the alternatives that they stand for, in the draft's order. The text
// is the model: where there is one alternative the issue is settled in this
// draft, where there are more it is bracketed.
func (d Draft) Offers() Choice {
	offers := Choice{}
	add := func(issue, alternative string) {
		if issue != "" && alternative != "" && !slices.Contains(offers[issue], alternative) {
			offers[issue] = append(offers[issue], alternative)
		}
	}
	for _, p := range d.Points {
		add(p.Issue, p.Alternative)
		p.Body.eachVariant(func(v Variant) { add(p.Issue, v.Alternative) })
	}
	return offers
}

func (t Text) eachVariant(f func(Variant)) {
	for _, fragment := range t {
		if fragment.Bracket == nil {
			continue
		}
		for _, v := range fragment.Bracket.Variants {
			f(v)
			v.Text.eachVariant(f)
		}
	}
}
