package corpus

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record"
	"github.com/parley-desk/parley/record/attribute"
	"github.com/parley-desk/parley/record/meeting"
	"github.com/parley-desk/parley/record/score"
	"github.com/parley-desk/parley/record/token"
)

// Reader is a reader that knows the parties and people of the report's header,
// as a case would. Without models it reads by the shipped weights.
func (r *Report) Reader(a *attribute.Model, m *meeting.Model) (*record.Reader, error) {
	o := record.Options{Model: a, Meetings: m}
	for _, id := range slices.Sorted(maps.Keys(r.Header.Parties)) {
		p := r.Header.Parties[id]
		o.Parties = append(o.Parties, record.Party{ID: id, Name: p.Name, Aliases: p.Aliases})
		for _, pid := range slices.Sorted(maps.Keys(p.People)) {
			q := p.People[pid]
			o.People = append(o.People, record.Person{ID: pid, Name: q.Name, Title: q.Title, Aliases: q.Aliases, Party: id})
		}
	}
	return record.NewReader(o)
}

// Source is the report as a reader is given it.
func (r *Report) Source() (record.Source, error) {
	src := record.Source{ID: r.Name, Title: r.Header.Title, Text: r.Text}
	if r.Header.Date == "" {
		return src, nil
	}
	var err error
	if src.Date, err = parley.ParseDate(r.Header.Date); err != nil {
		return src, fmt.Errorf("%s: %w", r.Name, err)
	}
	return src, nil
}

// Example is the report as [attribute.Train] learns from it. own says that it
// follows our guide.
func (r *Report) Example(own bool) attribute.Example {
	e := attribute.Example{Text: token.Read(r.Text), Own: own}
	for _, a := range r.Attributions {
		e.Gold = append(e.Gold, attribute.Gold{Source: a.Source, Cue: a.Cue, Content: a.Content, Kind: a.Kind})
	}
	return e
}

// Lesson is the report as [meeting.Train] learns from it, its attributions and
// people read by a model.
func (r *Report) Lesson(ctx context.Context, m *attribute.Model) (meeting.Lesson, error) {
	reader, err := r.Reader(m, &meeting.Model{})
	if err != nil {
		return meeting.Lesson{}, err
	}
	src, err := r.Source()
	if err != nil {
		return meeting.Lesson{}, err
	}
	scene, err := reader.Scene(ctx, src)
	if err == nil && scene == nil {
		err = fmt.Errorf("%s is not English", r.Name)
	}
	return meeting.Lesson{Scene: scene, Marked: r.Listed()}, err
}

// Lessons are the reports as [meeting.Train] learns from them.
func Lessons(ctx context.Context, reports []*Report, m *attribute.Model) ([]meeting.Lesson, error) {
	var out []meeting.Lesson
	for _, r := range reports {
		l, err := r.Lesson(ctx, m)
		if err != nil {
			return nil, err
		}
		out = append(out, l)
	}
	return out, nil
}

// Listed are the report's meetings as they are measured.
func (r *Report) Listed() []score.Meeting {
	partyOf := map[string]string{}
	for id, p := range r.Header.Parties {
		for pid := range p.People {
			partyOf[pid] = id
		}
	}
	var out []score.Meeting
	for _, m := range r.Meetings {
		l := score.Meeting{Where: m.Where, Site: m.Site, When: m.When}
		for _, id := range m.Who {
			if p, ok := partyOf[id]; ok {
				id = p
			}
			if !slices.Contains(l.Parties, id) {
				l.Parties = append(l.Parties, id)
			}
		}
		out = append(out, l)
	}
	return out
}
