// Package pareto answers exact questions about all packages of a negotiation
// without listing them: how many there are, which of them nobody can better
// without another losing, and which one each notion of fairness picks.
//
// It knows nothing of cases, stances or texts. A [Problem] has issues with
// options, parties with a value for every option, and rules that forbid
// combinations; [New] compiles it into a [Space], and the space answers:
//
//	space, err := pareto.New(problem)
//	space.Count()                                     // allowed packages, exactly
//	front, err := space.Frontier(ctx, limits)         // every undominated vector of values
//	sol, err := space.Solve(ctx, pareto.Nash, limits) // one solution, without the frontier
//
// An [Oracle] answers the smaller question "is there a package at all?" for
// thousands of subsets of the rules.
//
// # The idea
//
// 28 issues of three options make 22,876,792,454,961 packages. Nobody needs
// them all. Decide the issues one after the other, and after each keep only
// the partial packages that might still become part of an answer:
//
//	no issue     army          army, troops         … all issues
//	            ┌ cap ────┬──▶ cap, none  (5, 2)
//	   ∅ ───────┤         └──▶ cap, some  (4, 1)  ✗  worse for both than (5, 2)
//	            └ no cap ─┬──▶ no cap, none (3, 6)
//	                      └──▶ no cap, some (2, 7)
//
// Values add up over issues. So whatever is added later is added alike to
// (4, 1) and to (5, 2), and what is dominated now stays dominated: it can be
// forgotten with all its completions (Nemhauser & Ullmann 1969). The 2.3·10¹³
// packages for three parties pass through lists of a few thousand.
//
// # Rules
//
// That holds only where the same choices remain open. Rules are therefore
// compiled first, into a decision diagram (diagram.go) whose nodes stand for
// "what may still follow" and whose paths are exactly the allowed packages. The
// walk then keeps one list for each node. Rules that come to nothing cost
// nothing; what costs is how many different states the issues decided so far
// can leave, and the order of issues (order.go) is chosen to keep them few.
// Where no order does, New returns a [TangledError] that names the knot. The
// number of packages is the number of paths.
//
// Rows of one node are not compared with rows of another that leaves more open.
// It was tried: lists became five times shorter, and the whole no faster.
//
// # Exactness
//
// A party's values are scaled to whole numbers once, exactly (units.go), and
// held in as many machine words as their sums need. When lists are merged
// (merge.go), each candidate gets a rank for each party: equal precisely where
// the amounts are equal. Which rows are dominated (maxima.go) is then a
// question about small integers, decided as exact arithmetic decides it,
// true ties included. Packages with equal values are one row that counts them
// and holds the lexicographically first.
//
// # No-deal values
//
// The diagram knows the most that each node can still add for each party, so a
// row that cannot reach a no-deal value is dropped at once (floor.go); and
// where several parties have one, cuts drop what can reach each of them but
// not all together.
//
// # Solutions without the frontier
//
// The frontier of six parties may be too long to list. A search (search.go)
// makes the same walk, but drops every row whose completions all score below a
// package already known. The bound on what a completion may score comes from
// tangent planes of the score, which are longest paths in the diagram
// (cut.go). Narrow walks find good packages; wider ones prove that there is no
// better. Bounds are floating-point with room for their errors, and never
// decide between packages: what is left at the end is compared exactly.
//
// # Limits
//
// Where the lists outgrow the [Limits], nearly equal amounts are given the
// same rank (thin.go). The frontier is then an approximation with a
// certificate, [Frontier.Epsilon]: every possible package is within epsilon of
// a listed one, for every party.
//
// # Cost
//
// With n candidates at a merge, two parties take n steps, three n·log n and d
// parties about n·(log n)^(d-2). What matters more is how long frontiers are,
// and that grows quickly with the number of parties: for 28 issues of three
// options and independent values about a hundred vectors for two parties,
// thousands for three, tens of thousands for four, and from five on more than
// one would want to list. Solutions take a fraction of a second up to six
// parties. BenchmarkGrowth shows each growth by itself.
package pareto
