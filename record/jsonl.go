package record

import (
	"encoding/json"
	"unicode/utf8"

	"github.com/parley-desk/parley"
)

// points turns byte offsets of a text into offsets in Unicode code points.
// It remembers one count every few hundred bytes.
type points struct {
	text   string
	counts []int // code points before each multiple of step bytes
}

const step = 512

func newPoints(text string) *points {
	p := &points{text: text, counts: make([]int, 0, len(text)/step+1)}
	n, next := 0, 0
	for i := range text {
		for i >= next {
			p.counts = append(p.counts, n)
			next += step
		}
		n++
	}
	return p
}

// at is the number of code points before byte b.
func (p *points) at(b int) int {
	k := min(b/step, len(p.counts)-1)
	if k < 0 {
		return 0
	}
	from := k * step
	for from < len(p.text) && !utf8.RuneStart(p.text[from]) {
		from++
	}
	if from >= b {
		return p.counts[k]
	}
	return p.counts[k] + utf8.RuneCountInString(p.text[from:b])
}

// role writes spans as null, [s, e] or [[s, e], …].
func (p *points) role(spans []Span) any {
	switch len(spans) {
	case 0:
		return nil
	case 1:
		return p.span(spans[0])
	}
	out := make([][2]int, len(spans))
	for i, s := range spans {
		out[i] = p.span(s)
	}
	return out
}

func (p *points) span(s Span) [2]int { return [2]int{p.at(s.Start), p.at(s.End)} }

type jsonDocument struct {
	ID           string            `json:"id"`
	Title        string            `json:"title,omitempty"`
	Outlet       string            `json:"outlet,omitempty"`
	Date         string            `json:"date,omitempty"`
	Language     string            `json:"language,omitempty"`
	Note         string            `json:"note,omitempty"`
	Text         string            `json:"text,omitempty"`
	Attributions []jsonAttribution `json:"attributions"`
	Meetings     []jsonMeeting     `json:"meetings,omitempty"`
	People       []jsonPerson      `json:"people,omitempty"`
}

type jsonAttribution struct {
	ID         string      `json:"id"`
	Source     any         `json:"source"`
	Cue        any         `json:"cue"`
	Content    any         `json:"content"`
	Kind       parley.Kind `json:"kind"`
	Manner     Manner      `json:"manner"`
	Speaker    string      `json:"speaker,omitempty"`
	Person     string      `json:"person,omitempty"`
	Second     string      `json:"second,omitempty"`
	Party      string      `json:"party,omitempty"`
	Anonymous  bool        `json:"anonymous,omitempty"`
	Count      int         `json:"count,omitempty"`
	Outlet     string      `json:"outlet,omitempty"`
	Via        []string    `json:"via,omitempty"`
	Holds      []string    `json:"holds,omitempty"`
	Post       *jsonPost   `json:"post,omitempty"`
	Issues     []jsonIssue `json:"issues,omitempty"`
	Date       string      `json:"date,omitempty"`
	Confidence float64     `json:"confidence"`
}

type jsonPost struct {
	Author   string `json:"author"`
	Handle   string `json:"handle"`
	Date     string `json:"date,omitempty"`
	Platform string `json:"platform,omitempty"`
}

type jsonIssue struct {
	ID    string  `json:"id"`
	Score float64 `json:"score"`
}

type jsonMeeting struct {
	People  []string `json:"people,omitempty"`
	Parties []string `json:"parties,omitempty"`
	Names   []string `json:"names,omitempty"`
	Place   string   `json:"place,omitempty"`
	Site    string   `json:"site,omitempty"`
	Date    string   `json:"date,omitempty"`
	Hours   float64  `json:"hours,omitempty"`
	AtLeast bool     `json:"at_least,omitempty"`
	Format  string   `json:"format,omitempty"`
	Trigger [2]int   `json:"trigger"`
}

type jsonPerson struct {
	ID    string `json:"id,omitempty"`
	Name  string `json:"name"`
	Title string `json:"title,omitempty"`
	Party string `json:"party,omitempty"`
	First [2]int `json:"first"`
}

// MarshalJSONL writes the document as one line of JSON without the line's end.
// Offsets there count Unicode code points. withText puts the text in too.
func (d *Document) MarshalJSONL(withText bool) ([]byte, error) {
	p := newPoints(d.Text)
	out := jsonDocument{
		ID: d.ID, Title: d.Title, Outlet: d.Outlet, Date: dayText(d.Date), Language: d.Language, Note: d.Note,
		Attributions: []jsonAttribution{},
	}
	if withText {
		out.Text = d.Text
	}
	for i := range d.Attributions {
		out.Attributions = append(out.Attributions, d.Attributions[i].json(p))
	}
	for _, m := range d.Meetings {
		out.Meetings = append(out.Meetings, jsonMeeting{m.People, m.Parties, m.Names, m.Place, m.Site, dayText(m.Date), m.Hours, m.AtLeast, string(m.Format), p.span(m.Trigger)})
	}
	for _, m := range d.People {
		out.People = append(out.People, jsonPerson{m.ID, m.Name, m.Title, m.Party, p.span(m.First)})
	}
	return json.Marshal(out)
}

func (a *Attribution) json(p *points) jsonAttribution {
	j := jsonAttribution{
		ID: a.ID, Source: p.role(a.Source), Cue: p.role(a.Cue), Content: p.role(a.Content), Kind: a.Kind, Manner: a.Manner,
		Speaker: a.Speaker.Name, Person: a.Speaker.Person, Second: a.Speaker.Second, Party: a.Speaker.Party, Anonymous: a.Chain.Anonymous, Count: a.Chain.Count,
		Outlet: a.Chain.Outlet, Via: a.Chain.Via, Holds: a.Chain.Holds, Date: dayText(a.Date), Confidence: float64(int(100*a.Confidence)) / 100,
	}
	if a.Post != nil {
		j.Post = &jsonPost{a.Post.Author, a.Post.Handle, dayText(a.Post.Date), a.Post.Platform}
	}
	for _, s := range a.Issues {
		j.Issues = append(j.Issues, jsonIssue(s))
	}
	return j
}

// dayText is a date as text, "" for none.
func dayText(d parley.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}
