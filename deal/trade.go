package deal

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/parley-desk/parley"
)

// Trade is an exchange worth proposing: on one issue a party gets the
// alternative that it likes best and that costs the other little, and on
// another the other way round (logrolling).
type Trade struct {
	First  string   `json:"first"`  // a party
	Second string   `json:"second"` // the other
	Gets   Exchange `json:"gets"`   // what the first party gets and the second pays
	Gives  Exchange `json:"gives"`  // what the first pays and the second gets
	// FirstGain is how much the first party gains from both together over having
	// the issues the other way round: a decimal in its own units.
	FirstGain string `json:"first_gain"`
	// SecondGain is the same for the second.
	SecondGain string `json:"second_gain"`
	Words      string `json:"words"`

	smaller *big.Rat // of the gains
}

// Exchange is one side of a trade.
type Exchange struct {
	Issue       string          `json:"issue"`
	Alternative string          `json:"alternative"`
	Matters     parley.Priority `json:"matters"`         // the issue's priority to who gets
	Costs       parley.Priority `json:"costs,omitempty"` // its priority to who gives; absent when unknown
}

// Trades proposes exchanges between two parties on two issues, those with the
// greatest smaller gain first. Who gets must have said how much the issue
// matters; of who gives, at least the attitude to what it would give or the
// priority must be known, since nobody can be asked for what nobody has spoken
// of. What a red line excludes is never proposed.
func (s *Space) Trades(most int) []Trade {
	var all []Trade
	for a := range s.parties {
		for b := range s.parties[:a] {
			all = append(all, s.tradesBetween(b, a)...)
		}
	}
	slices.SortStableFunc(all, func(x, y Trade) int { return y.smaller.Cmp(x.smaller) })
	return all[:min(most, len(all))]
}

// stake is what a dispute over one issue is about for two parties: the best
// open alternative of each, and what having the first's rather than the
// second's is worth to them.
type stake struct {
	issue  int
	first  int // the first party's best alternative
	second int
	gain   *big.Rat // to the first party, of its own best over the other's
	cost   *big.Rat // to the second party, of the same
}

func (s *Space) tradesBetween(a, b int) []Trade {
	var stakes []stake
	for i := range s.agenda.issues {
		if st, ok := s.stake(a, b, i); ok {
			stakes = append(stakes, st)
		}
	}
	var all []Trade
	for _, x := range stakes {
		for _, y := range stakes {
			// The first party gets its way on x, the second on y.
			first := new(big.Rat).Sub(x.gain, y.gain)
			second := new(big.Rat).Sub(y.cost, x.cost)
			if x.issue == y.issue || first.Sign() <= 0 || second.Sign() <= 0 {
				continue
			}
			if !s.known(a, b, x.issue, x.first) || !s.known(b, a, y.issue, y.second) {
				continue
			}
			all = append(all, s.trade(a, b, x, y, first, second))
		}
	}
	return all
}

func (s *Space) trade(a, b int, x, y stake, first, second *big.Rat) Trade {
	one, other := s.parties[a], s.parties[b]
	t := Trade{
		First: one.ID, Second: other.ID, FirstGain: decimal(first), SecondGain: decimal(second), smaller: first,
		Gets:  s.exchange(x.issue, x.first, one.ID, other.ID),
		Gives: s.exchange(y.issue, y.second, other.ID, one.ID),
	}
	if second.Cmp(first) < 0 {
		t.smaller = second
	}
	t.Words = fmt.Sprintf("%s gets %s on %s (%s priority; %s for %s), %s gets %s on %s (%s priority; %s for %s)",
		one.Name, t.Gets.Alternative, t.Gets.Issue, t.Gets.Matters, known(t.Gets.Costs), other.Name,
		other.Name, t.Gives.Alternative, t.Gives.Issue, t.Gives.Matters, known(t.Gives.Costs), one.Name)
	return t
}

func known(p parley.Priority) string {
	if p == parley.PriorityUnknown {
		return "nobody knows how much"
	}
	return string(p)
}

func (s *Space) exchange(issue, alternative int, getter, giver string) Exchange {
	i := s.agenda.issues[issue]
	return Exchange{
		Issue: i.ID, Alternative: i.Alternatives[alternative].ID,
		Matters: s.positions.Of(getter, i.ID).Priority, Costs: s.positions.Of(giver, i.ID).Priority,
	}
}

// stake compares what two parties want on an issue, among the alternatives
// that no red line of anybody excludes.
func (s *Space) stake(a, b, issue int) (stake, bool) {
	best := func(p int) int {
		values, best := s.pareto.Problem().Parties[p].Value[issue], -1
		for k := range values {
			if s.openAlone(issue, k) && (best < 0 || values[k].Cmp(values[best]) > 0) {
				best = k
			}
		}
		return best
	}
	st := stake{issue: issue, first: best(a), second: best(b)}
	if st.first < 0 || st.first == st.second {
		return stake{}, false
	}
	worth := func(p int) *big.Rat {
		values := s.pareto.Problem().Parties[p].Value[issue]
		return new(big.Rat).Sub(values[st.first], values[st.second])
	}
	st.gain, st.cost = worth(a), new(big.Rat).Neg(worth(b))
	return st, st.gain.Sign() > 0 && st.cost.Sign() > 0
}

// known reports whether enough is known to ask one party to give another an
// alternative.
func (s *Space) known(getter, giver, issue, alternative int) bool {
	i := s.agenda.issues[issue]
	gets, gives := s.positions.Of(s.parties[getter].ID, i.ID), s.positions.Of(s.parties[giver].ID, i.ID)
	return gets.Priority != parley.PriorityUnknown &&
		(gives.Priority != parley.PriorityUnknown || gives.On(i.Alternatives[alternative].ID) != parley.Unknown)
}

// openAlone reports whether no bar rules the alternative out by itself.
func (s *Space) openAlone(issue, alternative int) bool {
	for _, r := range s.pareto.Problem().Rules {
		if len(r.Forbids) == 1 && r.Forbids[0].Issue == issue && slices.Contains(r.Forbids[0].Options, alternative) {
			return false
		}
	}
	return true
}
