package record

import (
	"slices"
	"sort"
	"strings"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record/token"
)

// A Meeting is an encounter that the report tells of: held, or set for a day.
type Meeting struct {
	People  []string // ids of known people
	Parties []string // ids of parties, those of the people too
	Names   []string // people and countries the case does not know
	Place   string
	Site    string
	Date    parley.Date // zero where the text does not say
	Hours   float64     // 0 where the text does not say
	AtLeast bool        // “more than four hours”
	Format  parley.Format
	Trigger Span // the word that tells of it
}

// meetingNouns and meetingVerbs tell of an encounter. Sure ones need no further
// sign; the others want a day, a length or a place beside them.
var (
	meetingNouns = set("meeting meetings talks summit session sessions negotiations consultations plenary call encounter discussions conversation round tête-à-tête conference sitting")
	meetingVerbs = set("meet confer huddle convene host receive shuttle sit see speak talk gather shake")
	unreal       = set("would could might should if unless refused refuse refuses declined ready willing proposed offered propose offer offers proposes no never without invited wants want hoped hopes hope cancelled canceled postponed requested suggested nor whether")
)

// event is one sentence's tale of a meeting.
type event struct {
	Meeting
	future, sure bool
	weight       int
	para         int
}

// meetings gathers what sentences tell of encounters and joins what is one.
func (w *work) meetings() {
	var all []*event
	main := w.mainParties()
	home := w.dateline()
	for si := range w.Sentences {
		if e := w.eventIn(si); e != nil {
			all = w.join(all, e)
		}
		if len(all) > 200 {
			break
		}
	}
	// What a later sentence says of “the meeting” alone fills up the first one.
	for i, e := range all {
		if len(e.Parties) < 2 && len(e.Parties)+len(e.Names) < 3 && len(main) >= 2 {
			for _, p := range main[:2] {
				if !slices.Contains(e.Parties, p) && len(e.Parties) < 2 {
					e.Parties = append(e.Parties, p)
				}
			}
		}
		if len(e.Parties)+len(e.Names) < 2 || e.weight < 2 && e.Date.IsZero() {
			continue
		}
		if e.Place == "" && !e.future && e.Format != parley.FormatPhone && i == 0 {
			e.Place = home
		}
		w.format(e)
		slices.Sort(e.People)
		w.doc.Meetings = append(w.doc.Meetings, e.Meeting)
	}
}

// eventIn reads a sentence, or returns nil where it tells of no meeting.
func (w *work) eventIn(si int) *event {
	s := w.Sentences[si]
	first := &w.Tokens[s.First]
	if w.roles[first.Para] != body || w.inPost(first.Start) {
		return nil
	}
	at := -1
	sure, phone := false, false
	for i := s.First; i < s.End; i++ {
		t := &w.Tokens[i]
		if t.Depth > 0 {
			continue
		}
		n := t.Norm
		verb := t.Tag == token.PAST || t.Tag == token.VERB || t.Tag == token.ING || t.Tag == token.PART
		switch {
		case n == "phone" || n == "telephone" || n == "telephoned" || n == "phoned":
			phone = true
			if n == "phoned" || n == "telephoned" {
				at = i
			}
		case at >= 0 && sure:
		case meetingNouns[n] && (t.Tag == token.NOUN || t.Tag == token.ING || t.Tag == token.VERB):
			if n == "call" && !w.near(i, "phone", "telephone", "video", "minute", "hour") || n == "round" && !w.near(i, "of", "talks", "next") {
				continue
			}
			at = i
		case verb && meetingVerbs[t.Lemma]:
			if ok, firm := w.meetVerb(s, i); ok {
				at, sure = i, firm
			}
		}
	}
	if at < 0 {
		at = w.closeted(s)
		sure = true
	}
	if at < 0 {
		return nil
	}
	e := &event{sure: sure, para: first.Para}
	e.Trigger = w.span(token.Range{First: at, End: at + 1})
	for i := max(s.First, at-8); i < at; i++ {
		if t := &w.Tokens[i]; unreal[t.Norm] && t.Depth == 0 {
			return nil
		}
		if n := w.Tokens[i].Norm; n == "will" || n == "next" || n == "due" || n == "scheduled" {
			e.future = true
		}
	}
	for i := s.First; i < s.End; i++ {
		n := w.Tokens[i].Norm
		if (n == "will" || n == "resume" || n == "reconvene" || n == "due" || n == "scheduled" || n == "tomorrow" || n == "planned") && w.Tokens[i].Depth == 0 ||
			n == "to" && i > s.First && (w.Tokens[i-1].Is(token.Aux) || i == at-1) && i-at < 3 && at-i < 5 {
			e.future = true
		}
	}
	if phone {
		e.Format = parley.FormatPhone
	}
	w.attendance(e, s, at)
	w.whereabouts(e, s)
	e.Hours, e.AtLeast = w.hoursIn(s)
	nearest := s.End - s.First
	for i := s.First; i < s.End; i++ {
		if t := &w.Tokens[i]; t.Depth == 0 && max(i-at, at-i) < nearest {
			if d, ok := w.dayAt(i, e.future); ok && d.Day > 0 {
				e.Date, nearest = d, max(i-at, at-i)
			}
		}
	}
	if e.Date.IsZero() && si > 0 && e.Hours > 0 && len(e.Parties) < 2 {
		e.sure = true // “They talked for five hours.”
	}
	for _, has := range []bool{!e.Date.IsZero(), e.Place != "", e.Site != "", e.Hours > 0, len(e.Parties)+len(e.Names) >= 2, e.sure, phone} {
		if has {
			e.weight++
		}
	}
	if e.weight == 0 {
		return nil
	}
	return e
}

// closeted finds a meeting that no word names: two delegations kept in a house
// for hours.
func (w *work) closeted(s token.Range) int {
	if h, _ := w.hoursIn(s); h == 0 {
		return -1
	}
	var e event
	w.whereabouts(&e, s)
	if e.Site == "" {
		return -1
	}
	for i := s.First; i < s.End; i++ {
		t := &w.Tokens[i]
		if m, ok := w.named(i); t.Depth == 0 && (t.Norm == "delegations" || t.Norm == "negotiators" || t.Norm == "ministers" || t.Norm == "sides" || ok && (m.figure > 0 || m.party != "")) {
			return i
		}
	}
	return -1
}

// near tells whether one of the words stands within three tokens of i.
func (w *work) near(i int, words ...string) bool {
	for j := max(0, i-3); j < min(len(w.Tokens), i+4); j++ {
		if j != i && slices.Contains(words, w.Tokens[j].Norm) {
			return true
		}
	}
	return false
}

// meetVerb sifts verbs: met Holt, sat down with, spoke by phone; not met the
// deadline, talked of.
func (w *work) meetVerb(s token.Range, i int) (ok, firm bool) {
	t := &w.Tokens[i]
	next := func(k int) *token.Token {
		if i+k < s.End {
			return &w.Tokens[i+k]
		}
		return &token.Token{}
	}
	n := next(1)
	switch t.Lemma {
	case "meet":
		if n.Norm == "the" || n.Norm == "a" || n.Tag == token.POSS { // met the deadline, met the president
			if h := next(2); !h.Is(token.Title|token.PersonNoun|token.Demonym) && h.Tag != token.NAME {
				return false, false
			}
		}
		return true, true
	case "sit":
		return n.Norm == "down" || n.Norm == "again" || w.near(i, "across", "opposite", "from") || n.Norm == "with", true
	case "shake":
		return n.Norm == "hands", false
	case "speak", "talk":
		return w.near(i, "phone", "telephone", "hours", "hour", "minutes", "separately", "video"), true
	case "see", "receive", "host":
		for k := 1; k < 5; k++ {
			if m, ok := w.named(i + k); i+k < s.End && ok && (m.figure > 0 || m.party != "") || next(k).Norm == "separately" || next(k).Norm == "delegations" {
				return true, t.Lemma != "see" || w.near(i, "separately", "both")
			}
		}
		return false, false
	case "gather":
		return w.near(i, "delegations", "negotiators", "ministers", "envoys", "sides"), false
	}
	return true, true
}

// attendance notes who the sentence says was there.
func (w *work) attendance(e *event, s token.Range, at int) {
	for i := w.attendFrom(s, at); i < s.End; i++ {
		t := &w.Tokens[i]
		if t.Depth > 0 {
			continue
		}
		m, ok := w.named(i)
		if !ok {
			if t.Tag == token.PRON || t.Tag == token.POSS && t.Norm != "'s" {
				f := found{}
				if id := w.pronoun(&f, i); id.figure > 0 || id.party != "" {
					w.attend(e, id)
				}
			} else if t.Kind == token.Word && t.Is(token.Country|token.Demonym|token.Capital) && len(w.known.parties) == 0 {
				if names := sameNames()[t.Norm]; names != nil {
					addTo(&e.Names, capitalise(names[0]))
				}
			}
			continue
		}
		if w.saysSo(i) {
			i = m.End - 1
			continue
		}
		w.attend(e, m.identity)
		i = m.End - 1
	}
}

// attendFrom is where a sentence starts to tell who came: from its start, or,
// where the meeting hangs on a preposition (to build on Sunday's talks with
// Vale), from the meeting on.
func (w *work) attendFrom(s token.Range, at int) int {
	if !meetingNouns[w.Tokens[at].Norm] {
		return s.First
	}
	for i := at - 1; i >= s.First && i >= at-5; i-- {
		switch w.Tokens[i].Norm {
		case "upon", "on", "about", "from", "by", "before":
			return at
		case "of", "after", "in", "during", "for", "at", "held", "had", "hold":
			return s.First
		}
	}
	return s.First
}

// saysSo tells whether a name is the source of an outer cue rather than
// somebody who attended: “…, Holt told reporters” may be either, an outlet never.
func (w *work) saysSo(i int) bool {
	m, _ := w.named(i)
	return m.outlet != "" || m.End < len(w.Tokens) && w.Tokens[m.End].Norm == ":"
}

func (w *work) attend(e *event, id identity) {
	if id.figure > 0 {
		f := &w.cast.figures[id.figure-1]
		if f.ID != "" {
			addTo(&e.People, f.ID)
		} else if f.Party == "" {
			addTo(&e.Names, f.Name)
		}
		if id.party == "" {
			id.party = f.Party
		}
	}
	if id.party != "" {
		addTo(&e.Parties, id.party)
	}
}

func addTo(list *[]string, s string) {
	if s != "" && !slices.Contains(*list, s) {
		*list = append(*list, s)
	}
}

func capitalise(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}

// join adds an event to the one it tells more of, or as a new one.
func (w *work) join(all []*event, e *event) []*event {
	for _, o := range all {
		if o.future != e.future && (!o.Date.IsZero() || !e.Date.IsZero()) || (o.Format == parley.FormatPhone) != (e.Format == parley.FormatPhone) && e.sure {
			continue
		}
		if !o.Date.IsZero() && !e.Date.IsZero() && o.Date != e.Date || o.Place != "" && e.Place != "" && o.Place != e.Place {
			continue
		}
		if len(o.Parties) > 1 && len(e.Parties) > 1 && !overlapping(o.Parties, e.Parties) {
			continue
		}
		if o.Date.IsZero() {
			o.Date = e.Date
		}
		if o.Place == "" {
			o.Place = e.Place
		}
		if o.Site == "" {
			o.Site = e.Site
		}
		if o.Hours == 0 {
			o.Hours, o.AtLeast = e.Hours, e.AtLeast
		}
		if o.Format == "" {
			o.Format = e.Format
		}
		o.future = o.future && e.future
		if len(o.Parties) < 2 || e.sure && !o.sure {
			for _, p := range e.Parties {
				addTo(&o.Parties, p)
			}
			for _, p := range e.People {
				addTo(&o.People, p)
			}
			for _, p := range e.Names {
				addTo(&o.Names, p)
			}
		}
		o.sure = o.sure || e.sure
		o.weight += e.weight
		return all
	}
	return append(all, e)
}

func overlapping(a, b []string) bool {
	for _, x := range a {
		if slices.Contains(b, x) {
			return true
		}
	}
	return false
}

// format names the form that the text did not name.
func (w *work) format(e *event) {
	if e.Format != "" {
		return
	}
	switch len(e.Parties) {
	case 2:
		e.Format = parley.FormatBilateral
	case 3:
		e.Format = parley.FormatTrilateral
	}
}

// mainParties are the parties by how often the report names them.
func (w *work) mainParties() []string {
	count := map[string]int{}
	for _, m := range w.cast.mentions {
		if m.party != "" {
			count[m.party]++
		}
	}
	var ids []string
	for id := range count {
		ids = append(ids, id)
	}
	sort.Slice(ids, func(i, j int) bool {
		if count[ids[i]] != count[ids[j]] {
			return count[ids[i]] > count[ids[j]]
		}
		return ids[i] < ids[j]
	})
	return ids
}
