package parley

// Format is how people met.
type Format string

// The formats.
const (
	FormatBilateral   Format = "bilateral"
	FormatTrilateral  Format = "trilateral"
	FormatPlenary     Format = "plenary"
	FormatProximity   Format = "proximity" // same site, separate rooms
	FormatShuttle     Format = "shuttle"   // the mediator travels
	FormatCaucus      Format = "caucus"    // the mediator alone with one party
	FormatBackChannel Format = "back channel"
	FormatPhone       Format = "phone"
	FormatStatement   Format = "statement" // nobody met: somebody spoke or published
)

// Formats lists every format.
var Formats = []Format{
	FormatBilateral, FormatTrilateral, FormatPlenary, FormatProximity, FormatShuttle,
	FormatCaucus, FormatBackChannel, FormatPhone, FormatStatement,
}

// Meeting is who met whom, where, when and for how long, and what each said of
// it afterwards.
type Meeting struct {
	ID      string   `yaml:"id"`
	Title   string   `yaml:"title,omitempty"`
	Date    Date     `yaml:"date,omitempty"`
	Until   Date     `yaml:"until,omitempty"` // the last day, of a meeting of several
	Place   string   `yaml:"place,omitempty"` // the town
	Site    string   `yaml:"site,omitempty"`  // the house
	Format  Format   `yaml:"format,omitempty"`
	Parties []string `yaml:"parties,omitempty"`
	People  []string `yaml:"people,omitempty"` // person ids
	// Hours is how long, as told: "4+", "6 and 2".
	Hours string `yaml:"hours,omitempty"`
	// Outcome is what came of it, in our words.
	Outcome string `yaml:"outcome,omitempty"`
	// Postponed says why a meeting that was announced did not take place.
	Postponed string     `yaml:"postponed,omitempty"`
	Readouts  []Readout  `yaml:"readouts,omitempty"`
	Evidence  []Evidence `yaml:"evidence,omitempty"`
	Note      string     `yaml:"note,omitempty"`
	Room      Room       `yaml:"room,omitempty"`
}

// Day is the day on which the meeting was over, as far as dates tell.
func (m Meeting) Day() Date {
	if m.Until.IsZero() {
		return m.Date
	}
	return m.Until
}

// Readout is one account of a meeting: a party's own, a joint statement, or
// what an outlet was told.
type Readout struct {
	By       string     `yaml:"by"`              // a party, a person or an outlet
	Joint    bool       `yaml:"joint,omitempty"` // the agreed account
	Says     []Account  `yaml:"says,omitempty"`
	Evidence []Evidence `yaml:"evidence,omitempty"`
	Room     Room       `yaml:"room,omitempty"`
}

// Account is what one side says on one topic.
type Account struct {
	By    string `yaml:"by,omitempty"` // for accounts outside a readout: who tells it
	Topic string `yaml:"topic"`        // an issue's id, or a word of our own such as "mood"
	Says  string `yaml:"says"`
	// Value is what it comes down to, so that accounts can be compared: a word
	// or a number. Unit belongs to a number.
	Value    string     `yaml:"value,omitempty"`
	Unit     string     `yaml:"unit,omitempty"`
	Evidence []Evidence `yaml:"evidence,omitempty"`
}
