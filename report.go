package parley

// Report is something published or received that the case rests on: an
// article, a readout, a speech, a note of a call.
type Report struct {
	ID     string `yaml:"id"`
	Title  string `yaml:"title,omitempty"`
	Outlet string `yaml:"outlet,omitempty"`
	Author string `yaml:"author,omitempty"`
	Date   Date   `yaml:"date,omitempty"`
	Link   string `yaml:"link,omitempty"`
	// Via names the outlets through which the words came before this one,
	// nearest to the speaker first.
	Via      []string `yaml:"via,omitempty"`
	Grade    Grade    `yaml:"grade,omitempty"`
	Language string   `yaml:"language,omitempty"`
	Note     string   `yaml:"note,omitempty"`
	Room     Room     `yaml:"room,omitempty"`

	// Text is the report itself; offsets into it count bytes.
	Text string `yaml:"-"`
}

// Chain is the outlets through which the words came, nearest to the speaker
// first, this report's own outlet last.
func (r Report) Chain() []string {
	if r.Outlet == "" {
		return r.Via
	}
	return append(append([]string(nil), r.Via...), r.Outlet)
}

// Statement is words put to somebody's account in a report: found by a reader,
// confirmed by a person.
type Statement struct {
	ID     string `yaml:"id"`
	Report string `yaml:"report"`
	Date   Date   `yaml:"date,omitempty"` // when it was said; the report's date when unstated
	Kind   Kind   `yaml:"kind,omitempty"`

	// Person and Party are the speaker, where known; Speaker is how the report
	// names it: "two Ukrainian officials".
	Person    string `yaml:"person,omitempty"`
	Party     string `yaml:"party,omitempty"`
	Speaker   string `yaml:"speaker,omitempty"`
	Anonymous bool   `yaml:"anonymous,omitempty"`
	Count     int    `yaml:"count,omitempty"` // how many unnamed speakers; 0 when unsaid
	To        string `yaml:"to,omitempty"`    // the hearer
	// Via names the outlets between the speaker and the report, nearest to the
	// speaker first.
	Via []string `yaml:"via,omitempty"`
	// Handle and Platform belong to an embedded post.
	Handle   string `yaml:"handle,omitempty"`
	Platform string `yaml:"platform,omitempty"`

	Source  []Selector `yaml:"source,omitempty"`
	Cue     []Selector `yaml:"cue,omitempty"`
	Content []Selector `yaml:"content,omitempty"`

	// Issue and the attitude are the coding: what a person takes the words to
	// mean for the case.
	Issue        string   `yaml:"issue,omitempty"`
	Alternatives []string `yaml:"alternatives,omitempty"`
	Attitude     Attitude `yaml:"attitude,omitempty"`

	// Unreviewed marks what a script accepted and no person has read.
	Unreviewed bool `yaml:"unreviewed,omitempty"`
	// Repeats names the statement of which this is another carrier's copy: five
	// copies are not five confirmations.
	Repeats string `yaml:"repeats,omitempty"`
	Coder   string `yaml:"coder,omitempty"`
	Note    string `yaml:"note,omitempty"`
	Room    Room   `yaml:"room,omitempty"`
}

// Kind is what sort of cue attributes a statement.
type Kind string

// The kinds of cue.
const (
	KindSpeech      Kind = "speech"      // said, announced, according to
	KindPosition    Kind = "position"    // wants, demands, rejects
	KindExpectation Kind = "expectation" // expects, hopes, believes
	KindPost        Kind = "post"        // an embedded post
	KindOther       Kind = "other"
)

// Kinds lists every kind of cue.
var Kinds = []Kind{KindSpeech, KindPosition, KindExpectation, KindPost, KindOther}

// Selector marks a stretch of a report's text so that it can be found again
// when the text is cleaned up: a W3C Web Annotation text quote selector with a
// text position selector beside it. Start and End count bytes, half open.
type Selector struct {
	Exact  string `yaml:"exact"`
	Prefix string `yaml:"prefix,omitempty"`
	Suffix string `yaml:"suffix,omitempty"`
	Start  int    `yaml:"start"`
	End    int    `yaml:"end"`
}
