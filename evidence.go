package parley

// Grade says how close the evidence is to the words themselves. The zero
// Grade is ungraded.
type Grade string

// The grades.
const (
	GradeA Grade = "A" // the party's own words on its own channel
	GradeB Grade = "B" // a named outlet that saw or heard it
	GradeC Grade = "C" // an outlet relaying another
	GradeD Grade = "D" // unsigned, aggregated or partisan
)

// Grades lists every grade, the closest first.
var Grades = []Grade{GradeA, GradeB, GradeC, GradeD}

// Evidence leads from a judgement to the words it rests on: who said them, to
// whom, through which outlet, when.
type Evidence struct {
	Report    string `yaml:"report,omitempty"`    // the report that carries the words
	Statement string `yaml:"statement,omitempty"` // or a statement in the record
	By        string `yaml:"by,omitempty"`        // the person or party that spoke
	To        string `yaml:"to,omitempty"`        // the hearer
	// Quote is the words themselves, as the report has them.
	Quote string `yaml:"quote,omitempty"`
	// Says is our paraphrase; it is never shown in quotation marks.
	Says string `yaml:"says,omitempty"`
	Date Date   `yaml:"date,omitempty"` // when it was said, where that is not the report's date
}
