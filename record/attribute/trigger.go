package attribute

import (
	"strings"

	"github.com/parley-desk/parley/record/token"
)

// A trigger is a token that may be the heart of a cue, with the cue's extent.
type trigger struct {
	at         int
	first, end int // the whole cue
	sort       cueSort
	sent       token.Range
}

// cueSort is how a cue attributes: as a verb, as a noun, ….
type cueSort uint8

const (
	verbCue cueSort = iota
	nounCue
	adjCue
	accordingCue // according to, in the words of, per
	colonCue     // a transcript's
)

// maxTriggers is the most cues that a sentence is searched for. No sentence
// that a person wrote has as many; one that a machine wrote must not cost more.
const maxTriggers = 32

// triggers lists the tokens that may be cues.
func (v *view) triggers() []trigger {
	var out []trigger
	for _, s := range v.Sentences {
		n := 0
		for i := s.First; i < s.End && n < maxTriggers; i++ {
			if sort, ok := v.trigger(s, i); ok {
				n++
				g := trigger{at: i, sort: sort, sent: s}
				g.first, g.end = v.extent(&g)
				out = append(out, g)
			}
		}
	}
	return out
}

func (v *view) trigger(s token.Range, i int) (cueSort, bool) {
	t := &v.Tokens[i]
	switch {
	case t.Kind == token.Punct && t.Norm == ":":
		return colonCue, v.label(i)
	case t.Kind != token.Word:
		return 0, false
	case (t.Norm == "according" || t.Norm == "per" && !t.Cap) && i+1 < s.End && !(t.Norm == "per" && (v.Tokens[i+1].Norm == "cent" || v.Tokens[i+1].Tag == token.NOUN)):
		return accordingCue, t.Norm == "per" || v.norm(i+1) == "to"
	case (t.Norm == "words" || t.Norm == "view" || t.Norm == "opinion" || t.Norm == "eyes") && i > s.First && v.phrase(s, i):
		return accordingCue, true
	case t.Is(token.CueAdj) && !t.Cap && i > s.First && v.copula(s, i):
		return adjCue, true
	case t.Tag == token.NAME && !(t.Is(token.Speech) && (i == s.First || v.Tokens[i-1].Kind == token.Quote)):
		return 0, false
	case t.Tag == token.NOUN || t.Tag == token.ADJ && t.Is(token.CueNoun):
		if t.Is(token.CueNoun) {
			return nounCue, true
		}
		return verbCue, t.Is(token.CueVerb) && t.Form != 0 && v.nearQuote(s, i)
	case v.withheld(s, i):
		return 0, false
	case t.Is(token.CueVerb):
		return verbCue, t.Form != 0
	case t.Tag == token.VERB || t.Tag == token.PAST || t.Tag == token.ING || t.Tag == token.PART:
		return verbCue, t.Is(token.CommunicationVerb|token.CognitionVerb) || v.nearQuote(s, i) || v.leadsIn(s) || v.norm(i+1) == "that" || v.norm(i+1) == "like"
	}
	return 0, false
}

// withheld tells whether the verb at i only says that words were not given, and
// the cue is the verb after it: declined to say.
func (v *view) withheld(s token.Range, i int) bool {
	return withholding[v.Tokens[i].Lemma] && i+2 < s.End && v.norm(i+1) == "to" && v.Tokens[i+2].Is(token.Speech)
}

var withholding = map[string]bool{"decline": true, "refuse": true}

// label tells whether the colon at i ends a speaker's label at its
// paragraph's start: `MS HOLT: …`, `Q: …`.
func (v *view) label(i int) bool {
	first := v.Paragraphs[v.Tokens[i].Para].First
	if i == first || i-first > 9 || i+1 >= len(v.Tokens) || v.Tokens[i+1].Para != v.Tokens[i].Para {
		return false
	}
	caps := 0
	for j := first; j < i; j++ {
		t := &v.Tokens[j]
		switch {
		case t.Kind == token.Word && t.Cap:
			caps++
		case finite(t) && !t.Cap:
			return false
		case t.Kind == token.Quote:
			return false
		}
	}
	return caps > 0
}

// turns counts the labels before colons. Who has two paragraphs is the speaker
// of a transcript, whatever the words after the colon look like.
func (v *view) turns(triggers []trigger) map[string]int {
	turns := map[string]int{}
	for _, g := range triggers {
		if g.sort == colonCue {
			turns[v.labelled(g.at)]++
		}
	}
	return turns
}

// labelled are the words of the label before the colon at i.
func (v *view) labelled(i int) string {
	words := ""
	for j := v.Paragraphs[v.Tokens[i].Para].First; j < i; j++ {
		words += v.Tokens[j].Norm + " "
	}
	return words
}

// phrase finds `in the words of`, `in his view` around its noun.
func (v *view) phrase(s token.Range, i int) bool {
	for j := i - 1; j >= s.First && j >= i-4; j-- {
		if v.Tokens[j].Norm == "in" {
			return true
		}
	}
	return false
}

func (v *view) copula(s token.Range, i int) bool {
	for j := i - 1; j >= s.First && j >= i-4; j-- {
		t := &v.Tokens[j]
		if t.Tag == token.AUX || t.Lemma == "be" || t.Lemma == "make" || t.Lemma == "remain" || t.Lemma == "sound" || t.Lemma == "seem" || t.Lemma == "appear" || t.Lemma == "feel" {
			return true
		}
		if t.Tag != token.ADV && t.Tag != token.NOT && t.Tag != token.PRON {
			return false
		}
	}
	return false
}

// nearQuote tells whether a quotation mark stands within two tokens.
func (v *view) nearQuote(s token.Range, i int) bool {
	for j := max(s.First, i-3); j < min(s.End, i+3); j++ {
		if v.Tokens[j].Kind == token.Quote && v.Tokens[j].Depth == v.Tokens[i].Depth+1 {
			return true
		}
	}
	return false
}

// leadsIn tells whether a sentence ends in a colon and the next paragraph
// opens a quotation: He put it this way in an interview:
func (v *view) leadsIn(s token.Range) bool {
	return s.End < len(v.Tokens) && v.norm(s.End-1) == ":" && v.Tokens[s.End].Open
}

// extent widens a trigger to the whole cue: its auxiliaries and negation, and
// the particle that belongs to it.
func (v *view) extent(g *trigger) (first, end int) {
	first, end = g.at, g.at+1
	s := g.sent
	switch g.sort {
	case colonCue, nounCue:
		return
	case accordingCue:
		if v.norm(g.at) == "according" {
			return first, end + 1
		}
		if v.norm(g.at) == "per" {
			return
		}
		for first > s.First && v.norm(first) != "in" {
			first--
		}
		if v.norm(end) == "of" {
			end++
		}
		return
	}
	j := g.at
	for j > s.First {
		p := &v.Tokens[j-1]
		if p.Norm == "to" && j-2 >= s.First && v.withheld(s, j-2) {
			j -= 2
			first = j
			continue
		}
		if p.Tag == token.AUX || p.Tag == token.MODAL || p.Tag == token.NOT || p.Norm == "to" && j-2 >= s.First && v.Tokens[j-2].Is(token.Aux) || g.sort == adjCue && p.Lemma == "be" {
			j--
			first = j
			continue
		}
		if p.Tag == token.ADV && p.Kind == token.Word && g.at-j < 3 {
			j--
			continue
		}
		break
	}
	if end < s.End && v.takesParticle(g.at, end) {
		end++
	}
	return
}

// particles are the verbs whose preposition or adverb belongs to the cue.
var particles = map[string]string{
	"call": "for on", "insist": "on", "rule": "out", "ask": "for", "push": "for back", "press": "for", "plead": "for",
	"point": "out to", "set": "out", "hold": "out", "appeal": "for to", "speak": "of out", "talk": "of", "complain": "of about",
	"warn": "of against", "agree": "to on with", "object": "to", "hint": "at", "commit": "to", "hope": "for", "believe": "in",
	"wait": "for", "vote": "for against", "think": "of", "dream": "of", "lash": "out", "hit": "back", "spell": "out", "lay": "out",
	"argue": "for against", "allude": "to", "refer": "to", "long": "for", "campaign": "for", "lobby": "for", "play": "down",
	"turn": "down", "back": "down", "fire": "back", "worry": "about", "boast": "of about", "testify": "to", "joke": "about",
	"comment": "on", "stick": "to", "bet": "on", "sign": "up", "threaten": "to", "want": "to", "plan": "to", "expect": "to",
	"decide": "to", "refuse": "to", "decline": "to", "intend": "to", "vow": "to", "pledge": "to", "promise": "to", "offer": "to",
}

// takesParticle tells whether the word at end belongs to the cue before it. An
// infinitive's “to” stays with the content.
func (v *view) takesParticle(at, end int) bool {
	p := v.norm(end)
	if p == "to" && end+1 < len(v.Tokens) && v.Tokens[end+1].Tag == token.VERB {
		return false
	}
	for w := range strings.FieldsSeq(particles[v.Tokens[at].Lemma]) {
		if w == p {
			return true
		}
	}
	return false
}
