package deal

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/pareto"
)

// Moves is the way from a draft to the nearest possible package.
type Moves struct {
	From    string         `json:"from"` // the draft
	Package parley.Package `json:"package"`
	Moves   []Move         `json:"moves"`
	// Better is a package that is at least as good for every party as the
	// nearest one, and better for some; nil where there is none.
	Better parley.Package `json:"better,omitempty"`
	// Gains are what each party gains by going there, in its own units.
	Gains []Gain `json:"gains,omitempty"`
}

// MoveKind is what has to be done to the text on one issue.
type MoveKind string

// The kinds of move.
const (
	MoveChange MoveKind = "change" // the draft says something else
	MoveSettle MoveKind = "settle" // one of the draft's brackets is chosen
	MoveAdd    MoveKind = "add"    // the draft says nothing on the issue
)

// Move is one step from the draft to a package.
type Move struct {
	Kind  MoveKind `json:"kind"`
	Issue string   `json:"issue"`
	From  []string `json:"from,omitempty"` // the draft's alternatives
	To    string   `json:"to"`
	// Unknown are the required parties that have said nothing of the
	// alternative: the move rests on their not refusing.
	Unknown []string `json:"unknown,omitempty"`
	Words   string   `json:"words"`
}

// Gain is what one party gains.
type Gain struct {
	Party string `json:"party"`
	Words string `json:"value"` // a decimal, in the party's own units
}

// Moves finds the possible package that changes the fewest of the draft's
// settled issues, then settles the fewest issues that the draft leaves out;
// among those the one with the greatest sum of values. It returns nil when no
// package is possible.
//
// Nearness is one more party's value: 1 for every issue that the package
// leaves as the draft has it, weighed so that no sum of values outweighs it.
func (s *Space) Moves(ctx context.Context, d parley.Draft, limits pareto.Limits) (*Moves, error) {
	offers := d.Offers()
	near, err := s.greatest(ctx, s.nearness(offers), limits)
	if err != nil || near == nil {
		return nil, err
	}
	m := &Moves{From: d.ID, Package: s.named(near)}
	for i, issue := range s.agenda.issues {
		if move, ok := s.move(issue, offers[issue.ID], issue.Alternatives[near[i]].ID); ok {
			m.Moves = append(m.Moves, move)
		}
	}
	return m, s.jointGains(ctx, m, near, limits)
}

// greatest finds the possible package with the greatest sum of values, nil
// when none is possible.
func (s *Space) greatest(ctx context.Context, parties []pareto.Party, limits pareto.Limits) (pareto.Package, error) {
	space, err := s.pareto.Revalue(parties)
	if err != nil {
		return nil, err
	}
	found, err := space.Solve(ctx, pareto.Utilitarian, limits)
	if errors.Is(err, pareto.ErrImpossible) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return found.Package, nil
}

func (s *Space) move(issue parley.Issue, from []string, to string) (Move, bool) {
	if len(from) == 1 && from[0] == to {
		return Move{}, false
	}
	m := Move{Issue: issue.ID, From: from, To: to}
	for _, p := range s.parties {
		if s.positions.Of(p.ID, issue.ID).On(to) == parley.Unknown {
			m.Unknown = append(m.Unknown, p.ID)
		}
	}
	switch {
	case len(from) == 0:
		m.Kind, m.Words = MoveAdd, fmt.Sprintf("add %s: %s", issue.ID, to)
	case slices.Contains(from, to):
		m.Kind, m.Words = MoveSettle, fmt.Sprintf("settle %s on %s", issue.ID, to)
	default:
		m.Kind, m.Words = MoveChange, fmt.Sprintf("change %s from %s to %s", issue.ID, strings.Join(from, " or "), to)
	}
	if len(m.Unknown) > 0 {
		m.Words += fmt.Sprintf(" (%s: unknown)", strings.Join(m.Unknown, ", "))
	}
	return m, true
}

// nearness values every alternative by how little it changes the draft, and
// after that by the sum of the parties' values.
func (s *Space) nearness(offers parley.Choice) []pareto.Party {
	// More than all values together can differ.
	weight := big.NewRat(1, 1)
	for _, p := range s.pareto.Problem().Parties {
		for _, row := range p.Value {
			for _, v := range row {
				weight.Add(weight, new(big.Rat).Abs(v))
			}
		}
	}
	add := new(big.Rat).Set(weight)
	change := new(big.Rat).Mul(weight, big.NewRat(int64(len(s.agenda.issues)+1), 1))
	near := pareto.Party{Name: "nearness"}
	for i, issue := range s.agenda.issues {
		row := make([]*big.Rat, len(issue.Alternatives))
		offered := offers[issue.ID]
		for k, a := range issue.Alternatives {
			row[k] = new(big.Rat)
			for _, p := range s.pareto.Problem().Parties {
				row[k].Add(row[k], p.Value[i][k])
			}
			switch {
			case len(offered) == 0:
				row[k].Sub(row[k], add)
			case !slices.Contains(offered, a.ID):
				row[k].Sub(row[k], change)
			}
		}
		near.Value = append(near.Value, row)
	}
	return []pareto.Party{near}
}

// jointGains looks for a package that nobody has reason to refuse over the one
// found: no party below its value there, the sum as great as can be.
func (s *Space) jointGains(ctx context.Context, m *Moves, from pareto.Package, limits pareto.Limits) error {
	parties := slices.Clone(s.pareto.Problem().Parties)
	at := s.pareto.Values(from)
	for k := range parties {
		if parties[k].NoDeal == nil || parties[k].NoDeal.Cmp(at[k]) < 0 {
			parties[k].NoDeal = at[k]
		}
	}
	better, err := s.greatest(ctx, parties, limits)
	if err != nil || better == nil {
		return err
	}
	there := s.pareto.Values(better)
	gained := false
	for k := range parties {
		gain := new(big.Rat).Sub(there[k], at[k])
		gained = gained || gain.Sign() > 0
		m.Gains = append(m.Gains, Gain{parties[k].Name, decimal(gain)})
	}
	if !gained {
		m.Gains = nil
		return nil
	}
	m.Better = s.named(better)
	return nil
}
