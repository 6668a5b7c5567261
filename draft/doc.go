// Package draft works on the negotiating text: it reads and writes it, resolves
// its brackets, compares one draft with another, draws the graph that the
// drafts of a case form, and says what keeps a draft from being adopted. Package
// show beside it puts all that on a page.
//
// # The text is the model
//
// A draft is Markdown. A heading of the second level starts a point and says
// which issue the point is about; square brackets surround what is not agreed:
//
//	Words before the first point are the preamble.
//
//	## 6. Size of the armed forces {#army}
//
//	The army is [cap-600k | US RU: limited to 600,000]
//	[cap-800k | E3: limited to 800,000 in peacetime].
//
//	## 14b. Reserves {#army .cap-600k}
//
//	Reserves [shall | US] [should | EU, CA] count [in full].
//
// Brackets that stand side by side are rival wordings of one place, a
// [parley.Bracket] with several variants; a lone one is keep-or-delete. Three
// forms are told apart:
//
//	[words]                      nobody is said to back it
//	[words | US, RU]             words and those who back them
//	[cap-800k | E3: words]       the alternative, its backers, its words
//
// Brackets nest. A backslash makes a bracket or a bar mere words, and a Markdown
// link [text](address) is words already. A point without brackets can say which
// alternative it stands for, as a class: {#army .cap-600k}.
//
// # Reading and writing
//
// [Parse] reads any text whatsoever: what it cannot make sense of stays in place
// as words and is told as a [Problem]. [Format] writes the canonical form, and
// Parse(Format(x)) is x. The scanner is written by hand because brackets cut
// across Markdown's blocks (one may hold three paragraphs), because every
// problem needs its line and column, and because what is read must be written
// back word for word; a Markdown parser gives none of the three.
//
// # From the text to the deal and back
//
//   - [Offered] lists the alternatives a draft leaves on the table, [Package]
//     the one that clean text amounts to.
//   - [Resolve] puts a package into the text and says where the text has no
//     words for it.
//   - [Compare] aligns two drafts by issue, whatever their numbering.
//   - [NewGraph] orders the drafts of a case: families, heads, the drawing.
//   - [Gate] says what is missing before a draft can be adopted.
package draft
