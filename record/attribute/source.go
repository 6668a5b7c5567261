package attribute

import (
	"github.com/parley-desk/parley/record/linear"
	"github.com/parley-desk/parley/record/token"
)

// maxSources is the most spans that are weighed as the source of one cue.
const maxSources = 72

// sources lists the spans that may be the source of a cue: runs of noun
// phrases of its sentence, before it or after, that do not cross a quotation's
// edge. The first, empty one says that there is none.
func (v *view) sources(g *trigger) []token.Range {
	out := []token.Range{{}}
	s := g.sent
	if g.sort == colonCue {
		first := v.Paragraphs[v.Tokens[g.at].Para].First
		return append(out, token.Range{First: max(first, s.First), End: g.first})
	}
	quote, depth := v.Tokens[g.at].Quote, v.Tokens[g.at].Depth
	fits := func(i int) bool { // the source stands in the same voice as the cue
		t := &v.Tokens[i]
		return depth == 0 && t.Depth == 0 || depth > 0 && t.Quote == quote
	}
	grow := func(i, limit int) (whole bool) {
		steps, relative := 0, false
		for end := i; end < limit && steps < 9; {
			if at := v.at[end]; at >= 0 {
				if n := v.Tokens[end].Norm; n == "who" || n == "whom" {
					relative = true
				}
				if end > i && timeAhead(v.Tokens[end:]) {
					if by := v.chunks[at].end; by < limit && v.norm(by) == "by" && formed(&v.Tokens[end-1]) { // a poll released Thursday by
						end = by
						continue
					}
					return false
				}
				end = v.chunks[at].end
				if end > limit {
					return false
				}
				steps++
				out = append(out, token.Range{First: i, End: end})
				if end < limit && v.norm(end) == "," && steps > 1 {
					continue
				}
				continue
			}
			t := &v.Tokens[end]
			// A finite verb belongs to a source only in its relative clause.
			switch {
			case t.Norm == "who" || t.Norm == "which" || t.Norm == "whose" || t.Norm == "whom", t.Norm == "that" && v.Tokens[end-1].Tag != token.NAME: // not: told Axios that
				relative = true
			case t.Norm == "," && v.resumes(end+1, limit): // who left, now says
				relative = false
			case !relative && (t.Tag == token.VERB || t.Tag == token.AUX || t.Tag == token.MODAL || t.Tag == token.PAST && v.acts(i, end, limit)):
				return false
			}
			if t.Open && depth == 0 || t.Kind == token.Punct && (t.Norm == ";" || t.Norm == ":") {
				return false
			}
			end++
		}
		return true
	}
	// After the cue: right behind it or a few tokens on.
	for i, tries := g.end, 0; i < s.End && i < g.end+8 && tries < 3; i++ {
		if at := v.at[i]; at >= 0 {
			c := v.chunks[at]
			if c.first == i && fits(i) && !timeAhead(v.Tokens[i:]) {
				grow(i, min(s.End, i+30))
				tries++
			}
			i = max(i, c.end-1)
		} else if v.Tokens[i].Kind == token.Quote {
			// citing “a person in the room”
			if t := &v.Tokens[i]; t.Open && depth == 0 && i == g.end && v.Quotes[t.Quote].End-i < 16 {
				out = append(out, token.Range{First: i, End: v.Quotes[t.Quote].End})
			}
			break
		}
	}
	// Before it, nearest first.
	for i := g.first - 1; i >= s.First && i > g.first-45 && len(out) < maxSources-9; i-- {
		at := v.at[i]
		if v.norm(i) == ";" && len(out) > 1 {
			break
		}
		if at < 0 {
			continue
		}
		if c := v.chunks[at]; c.first == i && fits(i) && !timeAhead(v.Tokens[i:]) {
			whole := grow(i, g.first)
			// to the cue itself: an aide who asked not to be named
			if r := v.shed(token.Range{First: i, End: g.first}); whole && r.First == i && out[len(out)-1] != r && g.first-i < 26 && v.relativeIn(r) {
				out = append(out, r)
			}
		}
	}
	return out
}

// resumes tells whether a clause goes on with its finite verb at token i, an
// adverb perhaps before it.
func (v *view) resumes(i, limit int) bool {
	for i < limit && v.Tokens[i].Tag == token.ADV {
		i++
	}
	return i < limit && finite(&v.Tokens[i])
}

// formed tells a verb's past form: released, seen.
func formed(t *token.Token) bool { return t.Tag == token.PAST || t.Tag == token.PART }

// acts tells whether the past form at i, which may be a participle, is the verb
// of a clause whose subject starts at first: a pronoun is before it, or an object after.
func (v *view) acts(first, i, limit int) bool {
	if v.Tokens[first].Tag == token.PRON {
		return true
	}
	next := i + 1
	return next < limit && (v.Tokens[next].Tag == token.DET || v.Tokens[next].Tag == token.POSS || v.Tokens[next].Tag == token.PRON)
}

// relativeIn tells whether a span holds a relative clause.
func (v *view) relativeIn(r token.Range) bool {
	for i := r.First; i < r.End; i++ {
		if n := v.norm(i); n == "who" || n == "that" || n == "which" || n == "whose" {
			return true
		}
	}
	return false
}

// sourceFeatures describes a span as the source of a cue.
func (v *view) sourceFeatures(g *trigger, r token.Range, f linear.Features) linear.Features {
	s, cue := g.sent, &v.Tokens[g.at]
	lex, lemma := v.lexical(g), v.lemmaHash(g)
	form := uint64(cue.Tag)
	if r.First >= r.End {
		f.Add(101, lex, form)
		f.Add(102, lemma)
		f.Add(103, form, v.symAt(s, g.end), lex)
		f.Add(104, form, v.symAt(s, g.first-1))
		f.Add(105, linear.Bit(g.first == s.First), lex)
		subj := v.subject(g)
		f.Add(106, linear.Bit(subj >= 0), form)
		return f
	}
	before := r.End <= g.first
	dir := linear.Bit(before)
	head := r.First
	if at := v.at[r.First]; at >= 0 {
		head = v.chunks[at].head
	}
	gapFrom, gapTo := r.End, g.first
	if !before {
		gapFrom, gapTo = g.end, r.First
	}
	verbs, chunks, commas, others := 0, 0, 0, 0
	for i := gapFrom; i < gapTo; i++ {
		t := &v.Tokens[i]
		switch {
		case v.at[i] >= 0:
			if v.chunks[v.at[i]].first == i {
				chunks++
			}
		case t.Norm == ",":
			commas++
		case t.Tag == token.ADV || t.Tag == token.AUX:
		default:
			if finite(t) || t.Tag == token.PART || t.Tag == token.ING {
				verbs++
			}
			others++
		}
	}
	gap := linear.Mix(linear.Mix(dir, linear.Bucket(gapTo-gapFrom)), linear.Bucket(verbs))
	shape := uint64(0) // the symbols of a short gap
	if gapTo-gapFrom <= 3 {
		shape = 7
		for i := gapFrom; i < gapTo; i++ {
			shape = linear.Mix(shape, v.sym[i])
		}
	}
	inVerbs, inCommas, who := 0, 0, uint64(0)
	for i := r.First; i < r.End; i++ {
		t := &v.Tokens[i]
		switch {
		case finite(t):
			inVerbs++
		case t.Norm == ",":
			inCommas++
		case t.Norm == "who" || t.Norm == "whose" || t.Norm == "which":
			who = 1
		}
	}
	parenthesis := linear.Bit(r.End < len(v.Tokens) && v.norm(r.End) == ",")
	length := linear.Bucket(r.End - r.First)
	headSym, firstSym := v.sym[head], v.sym[r.First]
	prev, next := v.symAt(s, r.First-1), v.symAt(s, r.End)
	start := linear.Bit(r.First == s.First)
	inside := linear.Mix(linear.Bucket(inVerbs), linear.Mix(linear.Bucket(inCommas), linear.Mix(who, parenthesis)))
	f.Add(110, dir, lex, form)
	f.Add(111, gap, lex)
	f.Add(112, gap, form)
	f.Add(113, dir, shape)
	f.Add(114, dir, shape, lex)
	f.Add(115, dir, headSym)
	f.Add(116, dir, headSym, lex)
	f.Add(117, dir, prev)
	f.Add(118, dir, next)
	f.Add(119, dir, prev, start)
	f.Add(120, dir, next, length)
	f.Add(121, dir, inside)
	f.Add(122, dir, inside, length)
	f.Add(123, dir, lemma)
	f.Add(124, dir, lemma, linear.Bucket(gapTo-gapFrom))
	f.Add(125, dir, linear.Bucket(chunks), linear.Bucket(verbs), linear.Bucket(commas))
	f.Add(126, dir, firstSym, linear.Bucket(gapTo-gapFrom))
	f.Add(127, dir, linear.Bucket(others), linear.Bucket(commas))
	f.Add(128, dir, v.symAt(s, g.first-1), next)
	f.Add(129, dir, linear.Bit(v.Tokens[r.End-1].Tag == token.NAME), next, inside)
	f.Add(130, dir, headSym, prev)
	f.Add(131, form, dir, shape, linear.Bit(v.Tokens[head].Tag == token.NAME || v.Tokens[head].Tag == token.PRON))
	f.Add(132, dir, v.symAt(s, r.First-1), v.symAt(s, r.First-2))
	f.Add(133, dir, linear.Bit(v.norm(r.First-1) == "by"), form)
	// “The talks were over, said Dure”: a comma before the cue and a verb
	// before that leave the source behind it.
	f.Add(134, dir, v.symAt(s, g.first-1), linear.Bit(verbs > 0), linear.Bit(g.end < s.End && v.at[g.end] >= 0))
	return f
}
