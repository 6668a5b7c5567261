package review

import (
	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record"
)

// repeats finds, for attributions of a document, the recorded statement of
// another report that says the same in the same voice: one wire story in five
// papers is one statement. The answer is by the attribution's place; a copy of
// a copy leads to the first.
func repeats(c parley.Case, doc *record.Document) map[int]string {
	docs := []*record.Document{doc}
	ids := [][]string{nil}
	at := map[string]int{} // the document of each report
	for _, s := range c.Statements {
		r, ok := c.Report(s.Report)
		if !ok || r.ID == doc.ID || s.Room != r.Room {
			continue
		}
		k, known := at[r.ID]
		if !known {
			k = len(docs)
			at[r.ID] = k
			docs = append(docs, &record.Document{ID: r.ID, Text: r.Text, Date: r.Date})
			ids = append(ids, nil)
		}
		docs[k].Attributions = append(docs[k].Attributions, attribution(c, r.Text, s))
		first := s.ID
		if s.Repeats != "" {
			first = s.Repeats
		}
		ids[k] = append(ids[k], first)
	}
	found := map[int]string{}
	for _, group := range record.Repeats(docs) {
		first := ""
		for _, ref := range group.Carriers {
			if ref.Document != 0 {
				first = ids[ref.Document][ref.Attribution]
				break
			}
		}
		for _, ref := range group.Carriers {
			if ref.Document == 0 && first != "" {
				found[ref.Attribution] = first
			}
		}
	}
	return found
}

// attribution is a recorded statement as a reader would have found it.
func attribution(c parley.Case, text string, s parley.Statement) record.Attribution {
	a := record.Attribution{
		Speaker: record.Speaker{Person: s.Person, Party: s.Party},
		Chain:   record.Chain{Anonymous: s.Anonymous},
	}
	if s.Person != "" {
		a.Speaker.Name = c.Actor(s.Person)
	}
	for _, x := range s.Content {
		if start, end, ok := record.Anchor(text, x); ok {
			a.Content = append(a.Content, record.Span{Start: start, End: end})
		}
	}
	return a
}
