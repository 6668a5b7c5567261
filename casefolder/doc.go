// Package casefolder keeps a case on disk: a folder of plain files that people
// read, diff and keep in git. It loads a case, checks it, saves it, puts its
// files into canonical form and starts new ones.
//
//	case.yaml         title, parties and their people, ratifiers    parley.Case
//	agenda.yaml       issues, alternatives, links                   parley.Issue, parley.Link
//	texts/*.md        one draft a file: front matter and points     parley.Draft
//	reports/*.md      one report a file: front matter and text      parley.Report
//	record/*.yaml     statements found in the reports               parley.Statement
//	stances.yaml      or stances/*.yaml                             parley.Stance
//	meetings.yaml     or meetings/*.yaml                            parley.Meeting
//	commitments.yaml  or commitments/*.yaml                         parley.Commitment
//
// Only case.yaml and agenda.yaml are needed.
//
//	folder, err := casefolder.Load("examples/ukraine-2025")
//	if err != nil { … }                  // the folder cannot be read at all
//	problems := folder.Check(casefolder.Checks{})
//	if problems.Errors() > 0 { … }       // every one with file, line and column
//	show(folder.Case)
//
// # One declaration
//
// The yaml tags of the root package's types are the formats. A shape (shape.go)
// is what reflection finds in one type, with one thing added that Go's types do
// not say: which fields name other entities. Loading, checking, the order of
// fields in canonical form and the JSON Schemas all read the same shapes, so a
// field added to a type is loaded, checked, saved and described at once.
//
// # From bytes to a case
//
//	file ─parse─▶ YAML nodes ─decode─▶ values
//	                 │            └──▶ definitions (what has an id) and mentions (who names it)
//	                 └─comments─▶ canonical form
//
// Loading never stops at a mistake: whatever can be read is read, and the rest
// becomes a [Problem]. Decoding notes in passing every id that is defined and
// every id that is mentioned, with its place; checking is then mostly a walk
// through the mentions.
//
// # Comments
//
// The YAML library reads the nodes; where comments stand is found by our own
// reading of the same text (comments.go), because the library moves some and
// loses others. A file is written again only if reading the result gives the
// same values and the same comments; otherwise it is left alone, and a problem
// says so.
package casefolder
