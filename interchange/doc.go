// Package interchange reads and writes scenario files: negotiations in numbers,
// as other programs keep them.
//
//	genius      GENIUS: a domain and one utility space a party, in XML
//	geniusweb   GeniusWeb: a domain and one profile a party, in JSON
//	negmas      NegMAS: a domain and one utility function a party, in YAML or JSON
//	plain       Parley's own: one JSON file for all of it
//
// All four say the same thing in different words: issues with options, and
// parties that value a package as the sum over issues of weight × value. A
// [Scenario] is that thing. It keeps weights apart from values, so that what was
// read can be written again as it was:
//
//	format, ok := interchange.Detect(os.DirFS("laptop"))
//	scenario, err := format.Read(os.DirFS("laptop"))
//	problem, err := scenario.Problem()     // for the exact engine
//	negotiation, err := scenario.Case()    // for a case folder
//	files, err := format.Write(scenario)   // the same files again
//
// # Exactly, or not at all
//
// Numbers are read as the decimals that the file has, never as floating point,
// and a division that the other program makes (GENIUS divides the evaluations of
// an issue by the greatest of them) stays a fraction. What a scenario cannot
// hold is refused with the reason, the file and, where there is one, the line:
// real-valued issues, utilities that are no weighted sum, discounting. So is a
// number that a format cannot write: one third has no finite decimal form.
package interchange
