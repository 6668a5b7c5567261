// Package record reads reports: who is said to have said, demanded, believed
// or posted what, through whom, about which issue; who met whom; who is named.
// All of it is a proposal, with exact places, for a person to confirm.
//
//	reader := record.NewReader(record.Options{Parties: parties, Topics: topics})
//	doc, err := reader.Read(ctx, record.Source{ID: "axios-30", Text: text, Date: date})
//	for _, a := range doc.Attributions {
//		fmt.Println(doc.Words(a.Source), "→", doc.Words(a.Content))
//	}
//
// The way of a report through the package, and the files of each step:
//
//	token/      paragraphs, sentences, tokens, what stands in quotation marks
//	furniture   what on the page is not the report: credits, bylines, “Read more”
//	post        embedded posts with author, handle and date
//	attribute/  cues with their sources and contents, by a trained model
//	voice       quotations that go on after their attribution, or stand alone;
//	            leadin: those that a colon leads in or a noun sums up
//	cast        people and parties, by name; register, name, gender, outlet
//	speaker     who a source is: a person, a party, unnamed people, an outlet;
//	            source, beside, office, pronoun, thread, pair, institute, writing
//	chain       through which outlets the words came; hearer, unnamed
//	meeting/    who met, where, when, how long, by a trained model; scene tells
//	            it what was found so far, day/ reads the days
//	topic       which issue the words are about
//
// Everything is deterministic and local: no network, no clock, no state
// between reports. Offsets are bytes of the text that was read, half open, and
// never cut a character; JSONL output counts Unicode code points instead
// (see [Document.MarshalJSONL]).
//
// The model's language is English. A text in another language is said to be so
// in [Document.Note] and not read.
package record

import (
	"context"
	"sync"

	_ "embed"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record/attribute"
	"github.com/parley-desk/parley/record/meeting"
	"github.com/parley-desk/parley/record/token"
)

// A Span is a half-open range of bytes of a document's text.
type Span = token.Span

// A Meeting is an encounter that the report tells of: held, or set for a day.
type Meeting = meeting.Meeting

// A Source is a report as it is given to be read.
type Source struct {
	ID     string
	Title  string
	Text   string
	Date   parley.Date // resolves “on Tuesday”; zero where unknown
	Outlet string
}

// A Person is somebody a case knows.
type Person struct {
	ID, Name, Title string
	Party           string // the id of the party spoken for
	Aliases         []string
}

// A Party is an actor a case knows.
type Party struct {
	ID, Name string
	Aliases  []string
}

// A Topic is an issue with the words that tell of it: its title, its
// alternatives' titles, its keywords.
type Topic struct {
	ID    string
	Words []string
}

// Options is what a reader knows beforehand. The zero value knows nothing and
// still reads: speakers then are whom the report itself names.
type Options struct {
	People   []Person
	Parties  []Party
	Outlets  []string // media besides those known by their names' form
	Topics   []Topic
	Model    *attribute.Model // default: the embedded one, for English
	Meetings *meeting.Model   // likewise
	// Bare leaves attributions as the model reads them, without our guide's
	// rules for quotations that go on and for a speaker's own “I think”. It is
	// for measuring on corpora with other conventions.
	Bare bool
}

// A Document is a report that was read.
type Document struct {
	ID           string
	Title        string
	Outlet       string
	Date         parley.Date
	Text         string
	Language     string // en, or "" where the text is in no language that is read
	Note         string // why a text was not read
	Attributions []Attribution
	Meetings     []Meeting
	People       []Mentioned
}

// An Attribution is words, a demand, a belief or an expectation that the
// report puts to somebody's account. Any role but the content may be empty.
type Attribution struct {
	ID                   string // s1, s2, … in the order of the text
	Source, Cue, Content []Span
	Kind                 parley.Kind
	Manner               Manner
	Speaker              Speaker
	Chain                Chain
	Post                 *Post
	Issues               []Scored // best first
	Date                 parley.Date
	Confidence           float64 // 0 to 1, how sure the model is of the cue
}

// Manner is how words are given: direct, mixed or indirect.
type Manner string

// The manners: direct has nine words in ten inside quotation marks, indirect none.
const (
	Direct   Manner = "direct"
	Mixed    Manner = "mixed"
	Indirect Manner = "indirect"
)

// Speaker is whom the source means. All fields are empty where that is not known.
type Speaker struct {
	Person string // id of a known person
	Second string // id of a known person who says it too: both ministers
	Name   string // as the report or the case names the person or party; of both where there is a second
	Party  string // id of a known party
}

// Chain is how the words came into the report.
type Chain struct {
	Anonymous bool     // the source is unnamed
	Count     int      // how many unnamed; 0 where the text does not say
	Outlet    string   // the source itself is this medium or document
	Via       []string // outlets between the speaker and the report, nearest the speaker first
	Holds     []string // ids of the attributions inside this one
}

// A Mentioned is a person the report names.
type Mentioned struct {
	ID    string // of a known person
	Name  string
	Title string
	Party string
	First Span
}

// Scored is an issue with how well the words fit it, 0 to 1.
type Scored struct {
	ID    string
	Score float64
}

// A Reader reads reports. It is immutable: use one from many goroutines.
type Reader struct {
	model    *attribute.Model
	meetings *meeting.Model
	known    *register
	topics   []topic
	bare     bool
}

//go:embed english.model
var english []byte

//go:embed meetings.model
var meetings []byte

// The embedded weights are unpacked on first use.
var (
	englishModel  = sync.OnceValues(func() (*attribute.Model, error) { return attribute.Decode(english) })
	meetingsModel = sync.OnceValues(func() (*meeting.Model, error) { return meeting.Decode(meetings) })
)

// NewReader prepares a reader for a case.
func NewReader(o Options) (*Reader, error) {
	r := &Reader{model: o.Model, meetings: o.Meetings, known: newRegister(o), topics: newTopics(o.Topics), bare: o.Bare}
	var err error
	if r.model == nil {
		if r.model, err = englishModel(); err != nil {
			return nil, err
		}
	}
	if r.meetings == nil {
		if r.meetings, err = meetingsModel(); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// Read finds what a report attributes to whom. It fails only when ctx ends.
func (r *Reader) Read(ctx context.Context, src Source) (*Document, error) {
	w, err := r.read(ctx, src)
	if err != nil || w.Text == nil {
		return w.doc, err
	}
	w.doc.Meetings = r.meetings.Find(w.scene())
	for i := range w.doc.Attributions {
		a := &w.doc.Attributions[i]
		a.Issues = scoreTopics(r.topics, w.doc, a)
	}
	return w.doc, nil
}

// Scene is a report as the finder of meetings sees it: what its weights are
// learnt from. It is nil for a text in a language that is not read.
func (r *Reader) Scene(ctx context.Context, src Source) (*meeting.Scene, error) {
	w, err := r.read(ctx, src)
	if err != nil || w.Text == nil {
		return nil, err
	}
	return w.scene(), nil
}

// read finds what is attributed to whom, and who is named. The work has no text
// where its language is not read.
func (r *Reader) read(ctx context.Context, src Source) (*work, error) {
	doc := &Document{ID: src.ID, Title: src.Title, Outlet: src.Outlet, Date: src.Date, Text: src.Text, Language: r.model.Language}
	w := &work{doc: doc, known: r.known, bare: r.bare}
	if d, ok := leadingDate(src.Text); ok && doc.Date.IsZero() {
		doc.Date = d
	}
	if r.model.Language == "en" && !isEnglish(src.Text) {
		doc.Language = ""
		doc.Note = "the text does not look English, the one language this reader knows; nothing was read in it"
		return w, nil
	}
	w.Text = token.Read(src.Text)
	w.roles = furnish(w.Text)
	if err := ctx.Err(); err != nil {
		return &work{}, err
	}
	w.posts()
	w.attributions(r.model.Find(w.Text))
	if !r.bare {
		w.voices()
	}
	if err := ctx.Err(); err != nil {
		return &work{}, err
	}
	w.casting()
	w.hearers()
	w.speakers()
	w.chains()
	w.finish()
	return w, nil
}

// Words is the text of spans, pieces parted by an ellipsis.
func (d *Document) Words(spans []Span) string {
	out := ""
	for i, s := range spans {
		if i > 0 {
			out += " … "
		}
		out += d.Text[s.Start:s.End]
	}
	return out
}
