package record

import "github.com/parley-desk/parley/record/token"

// tookTogether tells whether a drink or a bite was one of both: had a beer with
// Holt, the two had a drink.
func (w *work) tookTogether(s token.Range, i int) bool {
	switch {
	case !w.timed(s.First, s.End) && !w.lasting(s):
		return false
	case w.normIn(s, i+1) == "with":
		return w.objectIs(s, i+2)
	case w.normIn(s, i-1) == "over":
		return w.severalIn(s)
	}
	return w.near(i, "drank", "took", "had", "shared", "drink", "take", "have", "share") && w.severalBefore(s, i)
}

// hadTo tells whether the meal at i is what somebody had people to: Dure had
// Holt and his deputy to dinner.
func (w *work) hadTo(s token.Range, i int) bool {
	for j := i - 2; j >= s.First && j > i-9; j-- {
		if w.Tokens[j].Norm == "had" {
			return w.objectIs(s, j+1)
		}
	}
	return false
}

// stayed tells whether people stayed together for a time: they stayed for three
// hours, Dure drove to Holt’s farm and stayed until midnight.
func (w *work) stayed(s token.Range, i int) bool {
	switch n := w.normIn(s, i+1); {
	case n == "until" || n == "till" || n == "for" && w.lasting(s):
	case n == "the" && (w.near(i+1, "afternoon", "evening", "morning", "night") || w.normIn(s, i+2) == "better"):
	default:
		return false
	}
	return w.normIn(s, i-1) == "they" || w.several(s, i)
}

// several tells whether the words around token i tell of people of more than
// one party, by name or by a pronoun.
func (w *work) several(s token.Range, i int) bool {
	t := account{at: i}
	w.attendance(&t, token.Range{First: max(s.First, i-40), End: min(s.End, i+40)})
	return len(t.Parties)+len(t.Names) > 1
}

// spentWith tells whether the time that was spent was spent with somebody: spent
// four hours with Holt.
func (w *work) spentWith(s token.Range, i int) bool {
	if h, _ := w.hoursIn(token.Range{First: i, End: s.End}); h == 0 && !w.spentDays(token.Range{First: i, End: s.End}) {
		return false
	}
	for j := i + 2; j < min(s.End, i+9); j++ {
		if w.Tokens[j].Norm == "with" {
			return w.objectIs(s, j+1) && w.several(s, i)
		}
	}
	return false
}

// atOneTable tells whether people were put where they had to deal with one
// another: at one table, in the same room.
func (w *work) atOneTable(s token.Range, i int) bool {
	for j := i + 2; j+1 < s.End && j < i+10; j++ {
		if n := w.Tokens[j].Norm; (n == "one" || n == "same") && (w.normIn(s, j+1) == "table" || w.normIn(s, j+1) == "room") {
			return true
		}
	}
	return false
}

// walkedTogether tells whether a walk was one of both: the two men walked along
// the wall.
func (w *work) walkedTogether(s token.Range, i int) bool {
	for j := i - 1; j > s.First && j > i-5; j-- {
		if t := &w.Tokens[j]; (t.Norm == "two" || t.Norm == "both") && w.Tokens[j+1].Tag == token.NOUN || sides[t.Norm] {
			return true
		}
	}
	return false
}

// swapped tells whether two sides handed one another their prisoners.
func (w *work) swapped(s token.Range, i int) bool {
	for j := i + 1; j < min(s.End, i+6); j++ {
		switch w.Tokens[j].Norm {
		case "prisoners", "captives", "hostages", "detainees", "bodies", "remains", "handshake", "handshakes", "words", "pleasantries":
			return w.severalIn(s)
		case "drafts", "papers", "proposals", "maps", "views":
			return w.lasting(s) && w.severalBefore(s, i)
		}
	}
	return false
}

// broughtTogether tells whether somebody brought others together, or put them up.
func (w *work) broughtTogether(s token.Range, i int) bool {
	if w.Tokens[i].Lemma == "put" {
		return w.atOneTable(s, i) || w.normIn(s, i+1) == "up" && w.objectIs(s, i+2) && w.normIn(s, i-1) != "to"
	}
	return (w.together(s, i) || w.atOneTable(s, i)) && w.severalIn(s)
}
