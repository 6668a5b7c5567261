package token

// A word such as “states”, “want” or “reports” is a noun as often as a verb.
// Where it could tell what somebody says or wants, its clause decides: one that
// has a subject and no verb yet wants one.

// farBack is how many tokens before a word are looked at as its clause.
const farBack = 40

// wanting tells whether the clause before token i has a subject that the word
// at i agrees with, and no verb of its own: “The treaty of 2006 _says_ it”,
// “Two people who were in the shed _say_ the”.
func wanting(toks []Token, i int) bool {
	first := clauseStart(toks, i)
	verbs, relatives := 0, 0
	for j := first; j < i; j++ {
		switch t := &toks[j]; {
		case t.Norm == "who" || t.Norm == "which" || j > first && t.Norm == "that" && t.Tag == PRON:
			relatives++
		case t.Tag == VERB || t.Tag == AUX || t.Tag == MODAL || t.Tag == PAST && !(j+1 < i && toks[j+1].Tag == PREP):
			if j > first && toks[j-1].Tag != AUX && toks[j-1].Tag != MODAL || j == first {
				verbs++
			}
		}
	}
	return verbs <= relatives && agrees(toks[first:i], toks[i].Form)
}

// clauseStart goes back to what opens the clause: a conjunction, a mark that
// parts clauses, a quotation's edge.
func clauseStart(toks []Token, i int) int {
	for j := i - 1; j >= 0; j-- {
		t := &toks[j]
		if t.Kind == Quote || t.Tag == COMP || t.Tag == CONJ || i-j > farBack || t.Kind == Punct && (t.Norm == ":" || t.Norm == ";" || t.Norm == "—" || t.Norm == "–") {
			return j + 1
		}
	}
	return 0
}

// agrees tells whether the first noun phrase of a clause is such a subject as a
// verb of this form has.
func agrees(clause []Token, form verbForm) bool {
	head := -1
scan:
	for j := range clause {
		switch t := &clause[j]; t.Tag {
		case NOUN, NAME, NUM, ADJ:
			head = j
		case PRON:
			if head < 0 {
				head = j
			}
			break scan
		case DET, POSS, ADV:
		default:
			if head >= 0 {
				break scan
			}
		}
	}
	if head < 0 {
		return false
	}
	t := &clause[head]
	many := plural(*t) || t.Tag == ADJ || t.Tag == NUM
	if t.Tag == PRON {
		many = t.Norm != "he" && t.Norm != "she" && t.Norm != "it" && t.Norm != "one"
	}
	switch form {
	case third:
		return !many || t.Tag != NOUN && t.Tag != PRON
	case base:
		return many
	}
	return true
}

// takesObject tells whether what follows token i is what a verb takes and a
// noun seldom has after it: a clause, a noun phrase, a quotation.
func takesObject(toks []Token, i int) bool {
	if i+1 >= len(toks) {
		return false
	}
	n := &toks[i+1]
	return n.Kind == Quote || n.Kind == Number || n.Is(Det|Pron|Poss|Comp|Wh|NumberWord) || n.Norm == "to" || n.Norm == "so" || n.Cap && n.Kind == Word
}
