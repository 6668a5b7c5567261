// Package pareto answers exact questions about all packages of a negotiation
// without listing them: how many there are, which of them nobody can better
// without another losing, and which one each notion of fairness picks.
//
// It knows nothing of cases, stances or texts. A [Problem] has issues with
// options, parties with a value for every option, and rules that forbid
// combinations; [New] compiles it into a [Space], and the space answers:
//
//	space, err := pareto.New(problem)
//	space.Count()                                 // allowed packages, exactly
//	front, err := space.Frontier(ctx, limits)     // every undominated vector of values
//	sol, err := space.Solve(ctx, pareto.Nash, limits) // one solution, without the frontier
//
// An [Oracle] answers the smaller question "is there a package at all?" for
// thousands of subsets of the rules.
package pareto
