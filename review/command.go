package review

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record"
)

// Answer is what came of a command.
type Answer struct {
	Say   string            // for the person, perhaps empty
	Save  *parley.Statement // to put into the record now
	Gone  string            // the id of a statement to take out of the record now
	Drops bool              // the list of drops has changed, and is to be saved now
	Stop  bool
}

// Help lists the commands. Each may be given by its first letter; the edits,
// which have none, by their word alone or behind e.
const Help = `a  accept     put the statement into the record and go on
d  drop       it is none; do not propose it again
n  next       go on without deciding
p  previous   go back
i  issue ID   what it is about; without ID the likeliest; - for none
t  attitude DEMANDS|PREFERS|ACCEPTS|RESISTS|REFUSES ALTERNATIVE…; - for none
e  edit       speaker WHO · party ID · unnamed [N] · start ±N · end ±N (words) ·
              day DATE · note WORDS · repeats STATEMENT; - for none
s  stop       every decision is saved already; parley record goes on from here
?  help`

// Do carries out one command. Its error says what was wrong with the command,
// and then nothing has changed.
func (r *Review) Do(command string) (Answer, error) {
	verb, rest, _ := strings.Cut(strings.TrimSpace(command), " ")
	rest = strings.TrimSpace(rest)
	if verb == "e" || verb == "edit" {
		verb, rest, _ = strings.Cut(rest, " ")
		rest = strings.TrimSpace(rest)
		if verb == "" {
			return Answer{Say: "edit what? speaker, party, unnamed, start, end, day, note or repeats"}, nil
		}
	}
	switch verb {
	case "":
		return Answer{}, nil
	case "?", "help":
		return Answer{Say: Help}, nil
	case "s", "stop":
		return Answer{Stop: true}, nil
	}
	p := r.Current()
	if p == nil {
		return Answer{}, fmt.Errorf("the report has nothing to decide on: s stops")
	}
	switch verb {
	case "a", "accept":
		return r.accept(p), nil
	case "d", "drop":
		return r.drop(p), nil
	case "n", "next":
		if r.at == len(r.Proposals)-1 {
			return Answer{Say: "this is the last one"}, nil
		}
		r.at++
		return Answer{}, nil
	case "p", "previous":
		if r.at == 0 {
			return Answer{Say: "this is the first one"}, nil
		}
		r.at--
		return Answer{}, nil
	}
	edited := p.Statement
	if err := r.edit(&edited, p, verb, rest); err != nil {
		return Answer{}, err
	}
	p.Statement = edited
	if p.Decision != Accepted {
		return Answer{}, nil // it is saved when it is accepted
	}
	return Answer{Say: "changed in the record", Save: &edited}, nil
}

// Choices are the words that may follow a command: for issue, attitude,
// speaker and party the ids of the case, likeliest first; nil for the others.
func (r *Review) Choices(command string) []string {
	var all []string
	add := func(id string) {
		if !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	p := r.Current()
	if p == nil {
		return nil
	}
	switch command {
	case "issue":
		for _, i := range p.Issues {
			add(i.ID)
		}
		for _, id := range r.issueIDs() {
			add(id)
		}
	case "attitude":
		i, ok := r.c.Issue(p.Statement.Issue)
		if !ok {
			return nil
		}
		for _, a := range parley.Attitudes {
			add(string(a))
		}
		for _, a := range i.Alternatives {
			add(a.ID)
		}
	case "speaker", "party":
		for _, party := range r.c.Parties {
			add(party.ID)
			for _, n := range party.People {
				if command == "speaker" {
					add(n.ID)
				}
			}
		}
	}
	return all
}

func (r *Review) accept(p *Proposal) Answer {
	was := p.Decision
	s := &p.Statement
	s.Unreviewed = false
	if s.Coder == "" {
		s.Coder = r.Coder
	}
	for _, list := range []*[]parley.Selector{&s.Source, &s.Cue, &s.Content} {
		*list = r.refresh(*list)
	}
	p.Decision, p.Recorded = Accepted, true
	saved := *s
	r.advance()
	return Answer{Say: "accepted " + saved.ID, Save: &saved, Drops: was == Dropped}
}

func (r *Review) drop(p *Proposal) Answer {
	a := Answer{Say: "dropped", Drops: true}
	if p.Recorded {
		a.Gone = p.Statement.ID
		a.Say = "taken out of the record: " + p.Statement.ID
	}
	p.Decision, p.Recorded = Dropped, false
	r.advance()
	return a
}

// refresh writes selectors anew where the words now stand; those that no
// longer anchor stay as they are, for parley check to tell.
func (r *Review) refresh(list []parley.Selector) []parley.Selector {
	out := slices.Clone(list)
	for k, x := range out {
		if s, e, ok := record.Anchor(r.Report.Text, x); ok && (s != x.Start || e != x.End) {
			out[k] = selector(r.Report.Text, s, e)
		}
	}
	return out
}

// edit changes one thing in a statement.
func (r *Review) edit(s *parley.Statement, p *Proposal, what, value string) error {
	switch what {
	case "i", "issue":
		return r.setIssue(s, p, value)
	case "t", "attitude":
		return r.setAttitude(s, value)
	case "speaker":
		return r.setSpeaker(s, value)
	case "party":
		return r.setParty(s, value)
	case "unnamed":
		n := 0
		if value != "" {
			var err error
			if n, err = strconv.Atoi(value); err != nil || n < 0 {
				return fmt.Errorf("unnamed %s: give how many, or nothing where the report does not say", value)
			}
		}
		s.Person, s.Anonymous, s.Count = "", true, n
		return nil
	case "start", "end":
		return r.moveEdge(s, what, value)
	case "day":
		if value == "-" {
			s.Date = parley.Date{}
			return nil
		}
		d, err := parley.ParseDate(value)
		if err != nil {
			return err
		}
		s.Date = d
		return nil
	case "note":
		s.Note = strings.TrimPrefix(value, "-")
		return nil
	case "repeats":
		if value == "-" {
			s.Repeats = ""
			return nil
		}
		first, ok := r.c.Statement(value)
		if !ok || first.ID == s.ID {
			return fmt.Errorf("the record has no other statement %q", value)
		}
		s.Repeats = first.ID
		return nil
	}
	return fmt.Errorf("no command %q: ? lists them", what)
}

func (r *Review) setIssue(s *parley.Statement, p *Proposal, id string) error {
	switch {
	case id == "-":
		id = ""
	case id == "" && len(p.Issues) == 0:
		return fmt.Errorf("nothing in the words tells the issue: name one of %s", r.issues())
	case id == "":
		id = p.Issues[0].ID
	default:
		found, ok := pick(id, r.issueIDs())
		if !ok {
			return fmt.Errorf("no issue %q: name one of %s", id, r.issues())
		}
		id = found
	}
	if id != s.Issue {
		s.Alternatives, s.Attitude = nil, parley.Unknown
	}
	s.Issue = id
	return nil
}

func (r *Review) issueIDs() []string {
	var ids []string
	for _, i := range r.c.Issues {
		ids = append(ids, i.ID)
	}
	return ids
}

func (r *Review) issues() string { return strings.Join(r.issueIDs(), ", ") }

func (r *Review) setAttitude(s *parley.Statement, value string) error {
	words := strings.Fields(value)
	if len(words) == 1 && words[0] == "-" {
		s.Attitude, s.Alternatives = parley.Unknown, nil
		return nil
	}
	i, ok := r.c.Issue(s.Issue)
	if !ok {
		return fmt.Errorf("an attitude is to an alternative of an issue: name the issue first, with i")
	}
	var attitudes, alternatives []string
	for _, a := range parley.Attitudes {
		attitudes = append(attitudes, string(a))
	}
	for _, a := range i.Alternatives {
		alternatives = append(alternatives, a.ID)
	}
	if len(words) < 2 {
		return fmt.Errorf("give an attitude (%s) and alternatives of %s (%s)", strings.Join(attitudes, ", "), i.ID, strings.Join(alternatives, ", "))
	}
	attitude, ok := pick(words[0], attitudes)
	if !ok {
		return fmt.Errorf("no attitude %q: give one of %s", words[0], strings.Join(attitudes, ", "))
	}
	var chosen []string
	for _, w := range words[1:] {
		id, ok := pick(w, alternatives)
		if !ok {
			return fmt.Errorf("no alternative %q on issue %s: give any of %s", w, i.ID, strings.Join(alternatives, ", "))
		}
		chosen = append(chosen, id)
	}
	s.Attitude, s.Alternatives = parley.Attitude(attitude), chosen
	return nil
}

// pick finds a word among others: itself, or the only one that it begins.
func pick(word string, among []string) (string, bool) {
	if slices.Contains(among, word) {
		return word, true
	}
	found := ""
	for _, a := range among {
		if strings.HasPrefix(strings.ToLower(a), strings.ToLower(word)) {
			if found != "" {
				return "", false
			}
			found = a
		}
	}
	return found, found != ""
}
