package parley

// Attitude is what a party feels about one alternative. The zero Attitude is
// Unknown.
type Attitude string

// The attitudes, from the keenest to the most opposed, and the unknown.
const (
	Unknown Attitude = ""
	Demands Attitude = "demands"
	Prefers Attitude = "prefers"
	Accepts Attitude = "accepts"
	Resists Attitude = "resists"
	Refuses Attitude = "refuses"
)

// Attitudes lists the known attitudes, the keenest first.
var Attitudes = []Attitude{Demands, Prefers, Accepts, Resists, Refuses}

// String is the attitude's word; Unknown is "unknown".
func (a Attitude) String() string {
	if a == Unknown {
		return "unknown"
	}
	return string(a)
}

// RedLine reports whether the attitude is a veto: a refusal of the alternative,
// or a demand that shuts out all others.
func (a Attitude) RedLine() bool { return a == Demands || a == Refuses }

// Agrees reports whether the party could sign the alternative on this word
// alone: it accepts it, or better.
func (a Attitude) Agrees() bool { return a == Demands || a == Prefers || a == Accepts }

// Priority is how much an issue matters to a party; the zero Priority is
// unknown.
type Priority string

// The priorities.
const (
	PriorityUnknown  Priority = ""
	PriorityCritical Priority = "critical"
	PriorityHigh     Priority = "high"
	PriorityMedium   Priority = "medium"
	PriorityLow      Priority = "low"
)

// Priorities lists the known priorities, the greatest first.
var Priorities = []Priority{PriorityCritical, PriorityHigh, PriorityMedium, PriorityLow}

// Number is an exact decimal as it was typed: "12", "0.35". The empty Number is
// unknown.
type Number string

// Stance records one party's attitudes on one issue at a date, on stated
// evidence. A later stance supersedes an earlier one alternative by
// alternative; the earlier stays in the history.
type Stance struct {
	ID    string `yaml:"id,omitempty"`
	Party string `yaml:"party"` // or a ratifier
	Issue string `yaml:"issue,omitempty"`
	Date  Date   `yaml:"date,omitempty"`

	Demands []string `yaml:"demands,omitempty"`
	Prefers []string `yaml:"prefers,omitempty"`
	Accepts []string `yaml:"accepts,omitempty"`
	Resists []string `yaml:"resists,omitempty"`
	Refuses []string `yaml:"refuses,omitempty"`
	Unknown []string `yaml:"unknown,omitempty"` // no longer known: ends an earlier stance

	// The conditions hold for every alternative that the stance demands,
	// prefers, accepts or resists.
	OnlyIf    Choice `yaml:"only_if,omitempty"`
	OnlyAfter Choice `yaml:"only_after,omitempty"`
	Unless    Choice `yaml:"unless,omitempty"`

	Priority Priority          `yaml:"priority,omitempty"`
	Value    map[string]Number `yaml:"value,omitempty"`   // by alternative
	Weight   Number            `yaml:"weight,omitempty"`  // of the issue
	NoDeal   Number            `yaml:"no_deal,omitempty"` // what no deal at all is worth to the party

	Evidence []Evidence `yaml:"evidence,omitempty"`
	Grade    Grade      `yaml:"grade,omitempty"`
	// ClaimedBy is the party that says this of another. Such a stance is a
	// claim: shown beside the party's own word, never in its place.
	ClaimedBy string `yaml:"claimed_by,omitempty"`
	Coder     string `yaml:"coder,omitempty"`
	Note      string `yaml:"note,omitempty"`
	Room      Room   `yaml:"room,omitempty"`
}

// Claim reports whether the stance is one actor's claim about another.
func (s Stance) Claim() bool { return s.ClaimedBy != "" && s.ClaimedBy != s.Party }

// Each calls f for every alternative that the stance speaks of, keenest
// attitude first, then those it makes unknown again.
func (s Stance) Each(f func(alternative string, a Attitude)) {
	for _, group := range []struct {
		a   Attitude
		ids []string
	}{
		{Demands, s.Demands},
		{Prefers, s.Prefers},
		{Accepts, s.Accepts},
		{Resists, s.Resists},
		{Refuses, s.Refuses},
		{Unknown, s.Unknown},
	} {
		for _, id := range group.ids {
			f(id, group.a)
		}
	}
}

// Attitude is what the stance says of one alternative; false when it does not
// speak of it.
func (s Stance) Attitude(alternative string) (found Attitude, spoken bool) {
	s.Each(func(id string, a Attitude) {
		if id == alternative && !spoken {
			found, spoken = a, true
		}
	})
	return found, spoken
}
