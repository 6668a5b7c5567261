package show

import (
	"strings"

	"github.com/parley-desk/parley/page"
	"github.com/parley-desk/parley/record"
)

// The first so many reports, while their texts have together less than so many
// bytes, are searched for words that several carry. That bounds what a writer
// keeps: the rest is shown as it streams by, and the page says so.
const (
	mostReports = 500
	mostBytes   = 32 << 20
)

// carriers keeps reports to find the statements that several of them carry.
// The zero value is ready.
type carriers struct {
	kept  []*record.Document
	bytes int // of their texts
	past  int // reports that were not kept
}

func (c *carriers) add(d *record.Document) {
	if c.past > 0 || len(c.kept) == mostReports || c.bytes+len(d.Text) > mostBytes {
		c.past++
		return
	}
	c.kept, c.bytes = append(c.kept, d), c.bytes+len(d.Text)
}

// carried is one statement and the reports that carry it.
type carried struct {
	Who, Words string
	In         []carrier // the earliest first
}

type carrier struct {
	Report    string // its id
	Statement string // the attribution's id there
	Number    int    // the same as a number
	Section   int    // the report's place among those shown, from 1
	Origin    string // outlet and day
}

// found lists the statements that several reports carry.
func (c *carriers) found() []carried {
	var all []carried
	for _, r := range record.Repeats(c.kept) {
		first := c.kept[r.First.Document]
		a := &first.Attributions[r.First.Attribution]
		one := carried{Who: who(first, a), Words: strings.Join(strings.Fields(first.Words(a.Content)), " ")}
		for _, ref := range r.Carriers {
			d := c.kept[ref.Document]
			one.In = append(one.In, carrier{
				Report: d.ID, Statement: d.Attributions[ref.Attribution].ID, Number: ref.Attribution + 1,
				Section: ref.Document + 1, Origin: join(" · ", d.Outlet, d.Date.String()),
			})
		}
		all = append(all, one)
	}
	return all
}

// note says how far the search went, where it did not go all the way.
func (c *carriers) note() string {
	if c.past == 0 {
		return ""
	}
	return "Looked for among the first " + page.Count(len(c.kept), "report") + " only."
}
