package review

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/parley-desk/parley"
)

// setSpeaker takes a person or a party of the case, by id, name or alias; any
// other words are how the report calls a speaker whom the case does not know.
func (r *Review) setSpeaker(s *parley.Statement, who string) error {
	if who == "" {
		return errors.New("speaker who? Give a person or a party of the case, or the report's words")
	}
	for _, p := range r.c.Parties {
		for _, n := range p.People {
			if called(who, n.ID, n.Name, n.Aliases) {
				s.Person, s.Party, s.Anonymous, s.Count = n.ID, p.ID, false, 0
				return nil
			}
		}
	}
	if id, ok := r.holder(who); ok {
		s.Person, s.Party, s.Anonymous, s.Count = "", id, false, 0
		return nil
	}
	s.Person, s.Party, s.Speaker, s.Anonymous, s.Count = "", "", who, false, 0
	return nil
}

// setParty says for whom an unnamed or unknown speaker speaks.
func (r *Review) setParty(s *parley.Statement, who string) error {
	if who == "-" {
		s.Party = ""
		return nil
	}
	id, ok := r.holder(who)
	if !ok {
		var ids []string
		for _, p := range r.c.Parties {
			ids = append(ids, p.ID)
		}
		return fmt.Errorf("no party %q: name one of %s", who, strings.Join(ids, ", "))
	}
	if n, p, known := r.c.Person(s.Person); known && p.ID != id {
		return fmt.Errorf("%s speaks for %s: change the speaker first", n.Name, p.ID)
	}
	s.Party = id
	return nil
}

// holder finds a party or a ratifier.
func (r *Review) holder(who string) (id string, ok bool) {
	for _, p := range r.c.Parties {
		if called(who, p.ID, p.Name, p.Aliases) {
			return p.ID, true
		}
	}
	for _, f := range r.c.Ratifiers {
		if called(who, f.ID, f.Name, nil) {
			return f.ID, true
		}
	}
	return "", false
}

func called(who, id, name string, aliases []string) bool {
	return who == id || strings.EqualFold(who, name) || slices.ContainsFunc(aliases, func(a string) bool { return strings.EqualFold(who, a) })
}
