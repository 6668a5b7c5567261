package meeting

import "github.com/parley-desk/parley/record/token"

// twice tells two accounts of one where a clause gives its verb a second object
// or a second day: met Holt on Monday | and Dure on Tuesday.
func (f *finder) twice(c *clause, t *account) (first, second *account) {
	cut := max(f.anotherObject(c.Range, t.at), f.anotherDay(c.Range, t.at))
	if cut < 0 {
		return t, nil
	}
	one, two := *t, *t
	for _, half := range []struct {
		*account
		token.Range
	}{{&one, token.Range{First: c.First, End: cut}}, {&two, token.Range{First: cut, End: c.End}}} {
		a := half.account
		a.Parties, a.People, a.Names = nil, nil, nil
		if a == &two { // who did it stands before the verb
			f.attendance(a, token.Range{First: c.First, End: t.at})
		}
		f.attendance(a, half.Range)
		a.Date = f.date(a.at, a.ahead, half.Range)
		a.Place, a.Site = f.whereabouts(half.Range)
		a.Hours, a.AtLeast = f.hoursIn(half.Range)
	}
	if one.named() < 2 || two.named() < 2 {
		one.Parties, one.People, one.Names = t.Parties, t.People, t.Names
		two.Parties, two.People, two.Names = t.Parties, t.People, t.Names
	}
	two.another = true
	return &one, &two
}

// anotherObject is where a verb's second object with a day of its own starts, or
// -1: met Holt on Monday | and Dure on Tuesday.
func (f *finder) anotherObject(s token.Range, at int) int {
	if t := f.Tokens[at].Tag; t == token.NOUN || t == token.NAME {
		return -1
	}
	for i := at + 3; i+2 < s.End; i++ {
		t := &f.Tokens[i]
		if t.Norm == "and" && f.dayIn(at, i) && f.somebodyAt(s, f.past(s, at, i+1)) && f.dayOrNextIn(i, min(s.End, i+18), at) {
			return i
		}
		if t.Tag == token.PAST || t.Tag == token.VERB || t.Norm == ";" {
			return -1
		}
	}
	return -1
}

// past is where the second object starts: after “then”, a day, a length and a
// house, and after “with” where the verb at has it too: spent a day with Dure
// and then, on Tuesday, three hours in a tent with Holt.
func (f *finder) past(s token.Range, at, i int) int {
	if n := f.NormIn(s, i); n == "then" || n == "later" {
		i++
	}
	for j := i; j < min(s.End, i+18) && !f.verbal(j); j++ {
		if f.Tokens[j].Norm != "with" {
			continue
		}
		for k := at; k < i; k++ {
			if f.Tokens[k].Norm == "with" {
				return j + 1
			}
		}
	}
	return i
}

// anotherDay is where a second day starts, or -1: sat for six hours on Tuesday |
// and for five on Wednesday; met on 3 March | and again on 12 March.
func (f *finder) anotherDay(s token.Range, at int) int {
	for i := at + 3; i+2 < s.End; i++ {
		if f.Tokens[i].Norm != "and" {
			continue
		}
		n := i + 1
		if f.Tokens[n].Norm == "for" {
			n++
		}
		if f.Tokens[n].Norm == "again" && f.dayIn(at, i) && f.dayIn(n, min(s.End, n+4)) {
			return i
		}
		if end := min(s.End, n+5); n < s.End && token.Count(f.Tokens[n].Norm) > 1 && f.dayOrNextIn(at, i, at) && f.dayOrNextIn(n, end, at) {
			if h, _ := f.hoursIn(token.Range{First: at, End: s.End}); h > 0 {
				return i
			}
		}
	}
	return -1
}

// dayOrNextIn tells whether a day is named between two tokens, or one that counts
// from another.
func (f *finder) dayOrNextIn(first, end, at int) bool {
	for i := first; i < end; i++ {
		if _, ok := f.Days.From(i, at); ok {
			return true
		}
	}
	return f.dayIn(first, end)
}

// somebodyAt tells whether a phrase for somebody starts at j.
func (f *finder) somebodyAt(s token.Range, j int) bool {
	switch what, _ := f.phrase(s, j); what {
	case symPerson, symParty, symStranger, symSides, symTitle:
		return true
	}
	return false
}
