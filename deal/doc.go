// Package deal works out the deal space of a case: which packages every party
// could sign, what rules the others out, and what would have to give.
//
// The way from a case to an answer has four steps, a file or two for each.
//
//  1. Everything that can rule a package out becomes a [Bar] (bar.go): a red
//     line, a condition, a link of the case, a no-deal value. A bar knows whose
//     it is, what it forbids and the evidence it rests on. What nobody has
//     said rules nothing out, unless [Options.Unknown] asks for it.
//  2. What each party wants becomes exact numbers (value.go): its own where it
//     gave them, otherwise the centroid of everything that agrees with the
//     order of its attitudes and priorities, and nothing more.
//  3. [New] hands both to package pareto, which counts packages, lists the
//     frontier and finds the named solutions without enumerating anything.
//  4. The answers are told in terms of the case: [Space.Conflicts] names the
//     smallest sets of bars that leave no package (blockers) and the smallest
//     whose giving-up would leave one (openings); [Space.Moves] the shortest
//     way from a draft; [Space.Trades] what could be exchanged; [Space.Robust]
//     how far all of it rests on what nobody knows.
//
// [Make] does all of it and returns [Deals], a plain value that is the
// documented JSON; package show beside it puts it on a page.
//
// A red line is a veto throughout. It acts inside the search and is part of no
// sum; a party's value is never lowered by it and never makes up for it.
package deal
