// Package parley holds the words of a negotiation: cases and parties, issues
// and alternatives, drafts and their brackets, stances and the evidence they
// rest on. It reads no file, opens no connection and prints nothing; every
// other package imports it and is named for what it does with these words.
//
// The words, in the order in which they are met:
//
//   - A [Case] is one negotiation with all that is known of it. [Case.AsOf]
//     gives it as it stood on a day, [Case.For] as one room may see it.
//   - A [Party] acts; a [Person] speaks for it, from one date until another.
//     A [Ratifier] must approve at home.
//   - An [Issue] is what must be settled, an [Alternative] one way to settle it.
//   - A [Draft] is one version of the text, cut into points; a [Bracket] in it
//     holds what is not agreed.
//   - A [Report] was published or received, a [Statement] was found in it, and
//     [Evidence] points to the words.
//   - A [Stance] records one party's attitudes on one issue at a date.
//     [Case.Positions] works out which of them are in force.
//   - A [Meeting] has readouts, and they may diverge; a [Commitment] is a
//     promise, and a guarantee is a commitment with a trigger.
//
// Three rules hold in all of it. A red line is a veto: [Attitude.RedLine] says
// which attitudes are one, and nothing averages them. Unknown is unknown: the
// zero [Attitude] is [Unknown] and stays so until evidence says otherwise.
// Every judgement carries its [Evidence].
package parley
