package parley

// Commitment is who promised what to whom, on which day, before which witness,
// until when. A guarantee is a commitment with a trigger.
type Commitment struct {
	ID      string           `yaml:"id"`
	Title   string           `yaml:"title"`
	Date    Date             `yaml:"date,omitempty"`
	By      []string         `yaml:"by"`
	To      []string         `yaml:"to,omitempty"`
	Issue   string           `yaml:"issue,omitempty"`
	Says    string           `yaml:"says,omitempty"`
	Witness []string         `yaml:"witness,omitempty"`
	Until   Date             `yaml:"until,omitempty"`
	Term    string           `yaml:"term,omitempty"` // how long it is to run, in words
	Status  CommitmentStatus `yaml:"status,omitempty"`
	// Guarantee is set where the commitment is one.
	Guarantee *Guarantee `yaml:"guarantee,omitempty"`
	// Accounts are how different people remember the commitment.
	Accounts []Account  `yaml:"accounts,omitempty"`
	Evidence []Evidence `yaml:"evidence,omitempty"`
	Note     string     `yaml:"note,omitempty"`
	Room     Room       `yaml:"room,omitempty"`
}

// Guarantee is what a guarantor does and when.
type Guarantee struct {
	Trigger  string `yaml:"trigger,omitempty"`
	Response string `yaml:"response,omitempty"`
	// Voids is what ends the guarantee.
	Voids []string `yaml:"voids,omitempty"`
	// Snapback is the penalty that returns on breach.
	Snapback string `yaml:"snapback,omitempty"`
}

// CommitmentStatus is how far a commitment has come.
type CommitmentStatus string

// The states of a commitment.
const (
	CommitmentProposed CommitmentStatus = "proposed" // in a text, or offered
	CommitmentMade     CommitmentStatus = "made"
	CommitmentKept     CommitmentStatus = "kept"
	CommitmentBreached CommitmentStatus = "breached"
	CommitmentLapsed   CommitmentStatus = "lapsed"
	CommitmentVoided   CommitmentStatus = "voided"
)

// CommitmentStatuses lists every state.
var CommitmentStatuses = []CommitmentStatus{
	CommitmentProposed, CommitmentMade, CommitmentKept, CommitmentBreached, CommitmentLapsed, CommitmentVoided,
}

// Divergences are the ways in which the commitment is remembered differently.
func (c Commitment) Divergences() []Divergence {
	return divergences(c.Accounts, nil, nil)
}
