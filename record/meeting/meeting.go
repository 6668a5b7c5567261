// Package meeting finds the meetings that a report tells of: who met whom,
// where, when, for how long, and whether they did or are to.
//
// Reports have a thousand ways to tell of a meeting, and most of its words tell
// of other things too: the ministers met, met a deadline, refused to meet;
// spent five hours in the boathouse; are due back on Friday. So no list of
// words decides. A sentence is cut into clauses, and for each clause a linear
// model weighs every verb and every noun of a deed as the word that tells of a
// meeting, once as held and once as set for a day to come:
//
//	Dure will travel to Orm on Friday    to meet Holt.
//	     ────                            ────
//	     set: Dure, Orm, 4 April         set: Dure and Holt, 4 April
//
// The word that scores best, if it scores enough, is the clause's account of a
// meeting. What the account says of who, where, when and how long is read by
// rules (attendance, company, place, hours, date), before the model weighs it:
// that two parties, a day and a house are named speaks for a meeting, whatever
// the verb. Accounts that nothing parts are then joined to one meeting.
//
// The weights are learnt from reports whose meetings a person listed, without a
// mark for the words that tell of them ([Train]).
package meeting

import (
	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record/score"
	"github.com/parley-desk/parley/record/token"
)

// A Meeting is an encounter that the report tells of: held, or set for a day.
type Meeting struct {
	People  []string // ids of known people
	Parties []string // ids of parties, those of the people too
	Names   []string // people and countries that the case does not know
	Place   string
	Site    string
	Date    parley.Date // zero where the text does not say
	Hours   float64     // 0 where the text does not say
	AtLeast bool        // “more than four hours”
	Format  parley.Format
	Trigger token.Span // the word that tells of it
}

// Measured is a meeting as it is compared with marked ones.
func (m *Meeting) Measured() score.Meeting {
	out := score.Meeting{Parties: m.Parties, Where: m.Place, Site: m.Site}
	if !m.Date.IsZero() {
		out.When = m.Date.String()
	}
	return out
}

// maxMeetings is the most meetings that one report is searched for. Each is
// compared with those before it, so a machine's report must not have more.
const maxMeetings = 200

// Find lists the meetings of a report in the order in which it tells of them.
func (m *Model) Find(s *Scene) []Meeting {
	f := newFinder(s)
	var all []*account
report:
	for si := range s.Sentences {
		for _, c := range f.clauses(si) {
			t, sum := best(&m.tell, c)
			// What says neither when nor where must say in so many words that they met:
			// else it would bring others into the meeting told of before.
			if t == nil || sum < enough || t.bare() && !f.tellsAlone(t.at) {
				f.retell(all, c)
				continue
			}
			if all, _ = f.tell(all, c, t); len(all) >= maxMeetings {
				break report
			}
		}
	}
	found, _ := f.meetings(all)
	return found
}
