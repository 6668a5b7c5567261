package record

import "github.com/parley-desk/parley/record/token"

// reckoning takes a named body for a source of figures, as a report is one,
// where it counts and is no party: the Fiscal Forum estimates, according to
// the Bureau of Labour Accounts.
func (w *work) reckoning(f *found, r token.Range) string {
	if f.at < 0 || !counting[w.Tokens[f.at].Lemma] && !(w.Tokens[f.at].Norm == "according" && w.Tokens[r.First].Norm == "the") {
		return ""
	}
	return w.bodyName(r.First, r.End)
}

// counting are the verbs of those who work out a number.
var counting = token.Set("estimate calculate reckon project forecast put compute tally rank")

// house is the named body that people without a name work for, and whose view
// they give: analysts at the Harbour Institute.
func (w *work) house(r token.Range, head int) string {
	if head+2 >= len(w.Tokens) || head+2 > r.End || w.Tokens[head+1].Norm != "at" || !experts[w.Tokens[head].Norm] {
		return ""
	}
	return w.bodyName(head+2, r.End)
}

var experts = token.Set("analysts economists researchers scientists experts strategists forecasters pollsters historians scholars academics")

// bodyName is the name from token first on, without its article, up to the
// comma after it, where it is one that a person does not have.
func (w *work) bodyName(first, end int) string {
	for first < end && w.Tokens[first].Tag == token.DET {
		first++
	}
	r := token.Range{First: first, End: first}
	for r.End < end && w.Tokens[r.End].Norm != "," {
		r.End++
	}
	for r.End == end && end+1 < len(w.Tokens) && w.Tokens[end].Norm == "of" && w.Tokens[end+1].Cap { // for the Study, of War
		end += 2
		r.End = end
	}
	if r.First >= r.End || !w.Tokens[r.First].Cap || !w.Tokens[r.End-1].Cap || w.personName(r) && w.nameRun(first).End == r.End {
		return ""
	}
	return w.Words(r)
}
