package parley

// Status is where an issue stands. The ladder runs from open to in force; the
// side states lie beside it.
type Status string

// The ladder, in its order, and the side states.
const (
	StatusOpen           Status = "open"
	StatusPlaceholder    Status = "placeholder"
	StatusProposed       Status = "proposed"
	StatusBracketed      Status = "bracketed"
	StatusTechnical      Status = "agreed at technical level"
	StatusAdReferendum   Status = "agreed ad referendum"
	StatusAgreed         Status = "agreed"
	StatusInitialled     Status = "initialled"
	StatusSigned         Status = "signed"
	StatusInForce        Status = "in force"
	StatusDeferred       Status = "deferred"    // to a named mechanism
	StatusSideLetter     Status = "side letter" // moved out of the text
	StatusWithdrawn      Status = "withdrawn"
	StatusReopened       Status = "reopened"
	statusLadderLength          = 10
	statusLadderAgreedAt        = 6
)

// Statuses lists every status: the ladder from its lowest rung, then the side
// states.
var Statuses = []Status{
	StatusOpen, StatusPlaceholder, StatusProposed, StatusBracketed, StatusTechnical, StatusAdReferendum,
	StatusAgreed, StatusInitialled, StatusSigned, StatusInForce,
	StatusDeferred, StatusSideLetter, StatusWithdrawn, StatusReopened,
}

// Rung is the height on the ladder, from 0 for open to 9 for in force; a side
// state is on none.
func (s Status) Rung() (int, bool) {
	for k, t := range Statuses[:statusLadderLength] {
		if s == t {
			return k, true
		}
	}
	return 0, false
}

// Settled reports whether nothing more needs agreeing: agreed or higher,
// withdrawn, deferred to a mechanism or moved to a side letter.
func (s Status) Settled() bool {
	rung, ok := s.Rung()
	if ok {
		return rung >= statusLadderAgreedAt
	}
	return s == StatusDeferred || s == StatusSideLetter || s == StatusWithdrawn
}

// StatusChange records that an issue came to a status on a day.
type StatusChange struct {
	Date   Date   `yaml:"date"`
	Status Status `yaml:"status"`
	// Alternative is the one that was settled on, where one was.
	Alternative string     `yaml:"alternative,omitempty"`
	To          string     `yaml:"to,omitempty"` // the mechanism or side letter it went to
	Evidence    []Evidence `yaml:"evidence,omitempty"`
	Note        string     `yaml:"note,omitempty"`
}

// StatusOn is the latest recorded change on or before a day. Where nothing is
// recorded it returns false: the text may still tell.
func (i Issue) StatusOn(day Date) (StatusChange, bool) {
	var last StatusChange
	found := false
	for _, s := range i.Status {
		if s.Date.By(day) && (!found || s.Date.Compare(last.Date) >= 0) {
			last, found = s, true
		}
	}
	return last, found
}
