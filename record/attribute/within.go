package attribute

import "github.com/parley-desk/parley/record/token"

// nobodys tells whether words inside a quotation are put to nobody in
// particular: “whoever says so”, “you want it gone”, “a hope and not a faucet”.
func (v *view) nobodys(a Attribution) bool {
	t := &v.Tokens[a.At]
	if t.Depth == 0 {
		return false
	}
	if t.Quote >= 0 && a.Left.First < a.Left.End && a.Left.First < v.Quotes[t.Quote].First { // “…,” she said, and “mocked a reporter”
		return true
	}
	return a.Source.First >= a.Source.End || a.Source.End == a.Source.First+1 && anybody[v.Tokens[a.Source.First].Norm]
}

// polite tells whether the wish at a trigger is only to speak: “I want to be
// clear”, “I would like to thank”.
func (v *view) polite(g *trigger) bool {
	if l := v.Tokens[g.at].Lemma; l != "want" && l != "like" || v.norm(g.first-1) != "i" && v.norm(g.first-1) != "we" || v.norm(g.at+1) != "to" {
		return false
	}
	switch v.norm(g.at + 2) {
	case "say", "thank", "stress", "add", "congratulate", "apologise", "apologize":
		return true
	case "be", "make":
		return v.norm(g.at+3) == "clear" || v.norm(g.at+3) == "very" && v.norm(g.at+4) == "clear"
	}
	return false
}

var anybody = map[string]bool{"you": true, "one": true, "whoever": true, "anybody": true, "anyone": true}

// ownMind tells whether a quoted speaker says what he himself wants or thinks:
// “We asked for three ships”, “I don’t think so much of it”. Hardly any such
// words are something else, though most verbs in quotations are.
func (v *view) ownMind(g *trigger) bool {
	t := &v.Tokens[g.at]
	if g.sort != verbCue || !minds[t.Lemma] || g.end >= g.sent.End || t.Lemma == "like" && v.norm(g.first) != "would" && v.norm(g.first) != "'d" {
		return false
	}
	for i := g.first; i < g.at; i++ {
		if v.Tokens[i].Lemma == "be" && t.Tag != token.ING { // we were promised
			return false
		}
	}
	i := g.first - 1
	for i > g.sent.First && v.Tokens[i].Tag == token.ADV {
		i--
	}
	if n := v.norm(i); i < g.sent.First || n != "i" && n != "we" {
		return false
	}
	if v.polite(g) {
		return false
	}
	switch v.norm(i - 1) {
	case "if", "what", "when", "that", "as", "than", "whatever":
		return false
	}
	next := &v.Tokens[g.end]
	return next.Kind == token.Word && next.Norm != "so" && next.Norm != "about" && next.Norm != "it" || next.Open
}

// minds are the verbs of what a speaker has in mind.
var minds = map[string]bool{
	"want": true, "hope": true, "believe": true, "think": true, "ask": true, "like": true, "refuse": true, "demand": true, "expect": true,
	"fear": true, "doubt": true, "promise": true, "intend": true, "insist": true, "decide": true, "agree": true, "offer": true, "assume": true,
}
