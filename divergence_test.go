package parley_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/parley-desk/parley"
)

// meeting reads readouts such as "UA: mood=good troops=30:thousand land", a
// joint statement being one by "joint".
func meeting(readouts ...string) parley.Meeting {
	var m parley.Meeting
	for _, line := range readouts {
		by, topics, _ := strings.Cut(line, ":")
		r := parley.Readout{By: by, Joint: by == "joint"}
		for _, f := range strings.Fields(topics) {
			topic, value, _ := strings.Cut(f, "=")
			value, unit, _ := strings.Cut(value, ":")
			r.Says = append(r.Says, parley.Account{Topic: topic, Value: value, Unit: unit})
		}
		m.Readouts = append(m.Readouts, r)
	}
	return m
}

func TestDivergences(t *testing.T) {
	tests := map[string]struct {
		meeting parley.Meeting
		want    []string
	}{
		"no readouts":                  {meeting(), nil},
		"one readout":                  {meeting("UA: mood=good"), nil},
		"they agree":                   {meeting("UA: mood=good", "RU: mood=Good"), nil},
		"they contradict":              {meeting("UA: mood=good", "RU: mood=bad"), []string{"mood: contradiction"}},
		"numbers differ":               {meeting("UA: troops=30", "RU: troops=20"), []string{"troops: different number"}},
		"the same number, written so":  {meeting("UA: troops=30", "RU: troops=30.0"), nil},
		"the same number, other units": {meeting("UA: troops=30:thousand", "RU: troops=30:brigades"), []string{"troops: different number"}},
		"a number and a word":          {meeting("UA: troops=30", "RU: troops=none"), []string{"troops: contradiction"}},
		"one is silent":                {meeting("UA: mood=good land", "RU: mood=good"), []string{"land: omission, silent RU"}},
		"no values, no judgement":      {meeting("UA: land", "RU: land"), nil},
		"a value and none":             {meeting("UA: land=yes", "RU: land"), nil},
		"the joint statement's own topic is omitted by nobody": {meeting("UA: mood", "RU: mood", "joint: land"), nil},
		"a joint statement omits nothing":                      {meeting("UA: mood", "joint: land=yes"), nil},
		"a joint statement can be contradicted":                {meeting("UA: land=no", "joint: land=yes"), []string{"land: contradiction"}},
		"contradiction is graver than numbers":                 {meeting("UA: x=1", "RU: x=2", "US: x=many"), []string{"x: contradiction"}},
		"differing is graver than silence":                     {meeting("UA: x=1", "RU: x=2", "US: mood"), []string{"x: different number", "mood: omission, silent UA RU"}},
		"two readouts of one side are one":                     {meeting("UA: mood=good", "UA: mood=bad"), nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, d := range tt.meeting.Divergences() {
				s := d.Topic + ": " + string(d.Kind)
				if len(d.Silent) > 0 {
					s += ", silent " + strings.Join(d.Silent, " ")
				}
				got = append(got, s)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// Who is heard first makes no difference to what diverges and how.
func TestDivergencesDoNotDependOnTheOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var lines []string
		for _, by := range []string{"UA", "RU", "US", "joint"} {
			line := by + ":"
			for _, topic := range []string{"mood", "land"} {
				line += rapid.SampledFrom([]string{"", " " + topic, " " + topic + "=1", " " + topic + "=2", " " + topic + "=no"}).Draw(t, by+topic)
			}
			lines = append(lines, line)
		}
		kinds := func(m parley.Meeting) map[string]parley.DivergenceKind {
			all := map[string]parley.DivergenceKind{}
			for _, d := range m.Divergences() {
				all[d.Topic] = d.Kind
			}
			return all
		}
		want := kinds(meeting(lines...))
		if diff := cmp.Diff(want, kinds(meeting(rapid.Permutation(lines).Draw(t, "order")...))); diff != "" {
			t.Fatalf("-one order +another:\n%s", diff)
		}
	})
}

func TestDivergencesCarryEvidence(t *testing.T) {
	evidence := []parley.Evidence{{Report: "readout-1"}}
	m := meeting("UA: mood=good", "RU: mood=bad")
	m.Readouts[0].Evidence = evidence
	d := m.Divergences()[0]
	if diff := cmp.Diff(evidence, d.Accounts[0].Evidence); diff != "" || d.Accounts[0].By != "UA" {
		t.Errorf("by %s: %s", d.Accounts[0].By, diff)
	}
}

func TestCommitmentRememberedInTwoWays(t *testing.T) {
	c := parley.Commitment{Accounts: []parley.Account{
		{By: "president", Topic: "freeze", Value: "5", Unit: "years"},
		{By: "minister", Topic: "freeze", Value: "3", Unit: "months"},
		{By: "minister", Topic: "place", Value: "the lodge"},
	}}
	got := c.Divergences()
	if len(got) != 1 || got[0].Topic != "freeze" || got[0].Kind != parley.DifferentNumber {
		t.Errorf("got %+v; want the freeze alone", got)
	}
}

func ExampleMeeting_Divergences() {
	m := parley.Meeting{Readouts: []parley.Readout{
		{By: "UA", Says: []parley.Account{{Topic: "territory", Says: "was not settled", Value: "open"}, {Topic: "prisoners", Says: "an exchange was discussed"}}},
		{By: "RU", Says: []parley.Account{{Topic: "territory", Says: "is settled", Value: "settled"}}},
	}}
	for _, d := range m.Divergences() {
		fmt.Println(d.Topic, "-", d.Kind, d.Silent)
	}
	// Output:
	// territory - contradiction []
	// prisoners - omission [RU]
}
