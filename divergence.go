package parley

import (
	"slices"
	"strconv"
	"strings"
)

// DivergenceKind is how two accounts of the same thing differ.
type DivergenceKind string

// The kinds of divergence, the gravest first.
const (
	Contradiction   DivergenceKind = "contradiction"
	DifferentNumber DivergenceKind = "different number"
	Omission        DivergenceKind = "omission"
)

// Divergence is a topic on which accounts differ: the readouts of one meeting,
// or two memories of one commitment.
type Divergence struct {
	Topic string
	Kind  DivergenceKind
	// Accounts are what each says, in the order of the record, each with By set.
	Accounts []Account
	// Silent are those whose account leaves the topic out.
	Silent []string
}

// Divergences compares the readouts of the meeting topic by topic, in the
// order in which the topics are first met. Two accounts contradict each other
// when their values differ; when both values are numbers of one unit, the
// numbers differ. A readout omits what another tells. Accounts without values
// are not judged: nobody has said what they come down to. A topic told in a
// joint statement alone is omitted by nobody.
func (m Meeting) Divergences() []Divergence {
	var tellers []string
	var accounts []Account
	joint := map[string]bool{}
	for _, r := range m.Readouts {
		if !slices.Contains(tellers, r.By) {
			tellers = append(tellers, r.By)
		}
		for _, a := range r.Says {
			a.By = r.By
			if len(a.Evidence) == 0 {
				a.Evidence = r.Evidence
			}
			accounts = append(accounts, a)
		}
		joint[r.By] = joint[r.By] || r.Joint
	}
	return divergences(accounts, tellers, joint)
}

// divergences compares accounts by topic; tellers are all who could have
// spoken, joint those whose account is everybody's.
func divergences(accounts []Account, tellers []string, joint map[string]bool) []Divergence {
	var topics []string
	byTopic := map[string][]Account{}
	for _, a := range accounts {
		if byTopic[a.Topic] == nil {
			topics = append(topics, a.Topic)
		}
		byTopic[a.Topic] = append(byTopic[a.Topic], a)
	}
	var found []Divergence
	for _, topic := range topics {
		told := byTopic[topic]
		if kind, differ := compareAccounts(told); differ {
			found = append(found, Divergence{Topic: topic, Kind: kind, Accounts: told})
			continue
		}
		var silent []string
		onlyJoint := true
		for _, a := range told {
			onlyJoint = onlyJoint && joint[a.By]
		}
		for _, t := range tellers {
			if !joint[t] && !slices.ContainsFunc(told, func(a Account) bool { return a.By == t }) {
				silent = append(silent, t)
			}
		}
		if len(silent) > 0 && !onlyJoint {
			found = append(found, Divergence{Topic: topic, Kind: Omission, Accounts: told, Silent: silent})
		}
	}
	return found
}

// compareAccounts reports the gravest difference between any two tellers.
func compareAccounts(told []Account) (kind DivergenceKind, differ bool) {
	for i, a := range told {
		for _, b := range told[i+1:] {
			if a.By == b.By || a.Value == "" || b.Value == "" || sameValue(a, b) {
				continue
			}
			if !numbers(a, b) {
				return Contradiction, true
			}
			kind, differ = DifferentNumber, true
		}
	}
	return kind, differ
}

func sameValue(a, b Account) bool {
	if !strings.EqualFold(a.Unit, b.Unit) {
		return false
	}
	x, errX := strconv.ParseFloat(a.Value, 64)
	y, errY := strconv.ParseFloat(b.Value, 64)
	if errX == nil && errY == nil {
		return x == y
	}
	return strings.EqualFold(a.Value, b.Value)
}

func numbers(a, b Account) bool {
	_, errA := strconv.ParseFloat(a.Value, 64)
	_, errB := strconv.ParseFloat(b.Value, 64)
	return errA == nil && errB == nil
}
