package casefolder

import (
	"reflect"
	"strings"

	"github.com/parley-desk/parley"
)

// Kind is what sort of thing an id names.
type Kind string

// The kinds of thing that have an id, and below them what a field may name when
// it may name more than one kind.
const (
	PartyKind       Kind = "party"
	PersonKind      Kind = "person"
	RatifierKind    Kind = "ratifier"
	IssueKind       Kind = "issue"
	AlternativeKind Kind = "alternative"
	LinkKind        Kind = "link"
	DraftKind       Kind = "draft"
	ReportKind      Kind = "report"
	StatementKind   Kind = "statement"
	StanceKind      Kind = "stance"
	MeetingKind     Kind = "meeting"
	CommitmentKind  Kind = "commitment"

	holderKind Kind = "party or ratifier"         // whoever can hold a stance
	actorKind  Kind = "party, ratifier or person" // whoever can act
	anyoneKind Kind = "anyone"                    // an actor's id, or a name that is no id
	topicKind  Kind = "topic"                     // an issue's id, or a word that is no id
	roomKind   Kind = "room"                      // public, mediators, or a party
)

// entities are the types whose values have an id of their own.
var entities = map[reflect.Type]Kind{
	typeOf[parley.Party]():       PartyKind,
	typeOf[parley.Person]():      PersonKind,
	typeOf[parley.Ratifier]():    RatifierKind,
	typeOf[parley.Issue]():       IssueKind,
	typeOf[parley.Alternative](): AlternativeKind,
	typeOf[parley.Link]():        LinkKind,
	typeOf[parley.Draft]():       DraftKind,
	typeOf[parley.Report]():      ReportKind,
	typeOf[parley.Statement]():   StatementKind,
	typeOf[parley.Stance]():      StanceKind,
	typeOf[parley.Meeting]():     MeetingKind,
	typeOf[parley.Commitment]():  CommitmentKind,
}

// references says which fields name other entities: the one thing about the
// formats that Go's types do not say.
var references = map[string]Kind{
	"Case.Required":            PartyKind,
	"Party.Within":             PartyKind,
	"Ratifier.Party":           PartyKind,
	"Issue.Needs":              RatifierKind,
	"Alternative.Needs":        RatifierKind,
	"StatusChange.Alternative": AlternativeKind,
	"Draft.Authors":            PartyKind,
	"Draft.Follows":            DraftKind,
	"Draft.Source":             ReportKind,
	"Consent.By":               holderKind,
	"Evidence.Report":          ReportKind,
	"Evidence.Statement":       StatementKind,
	"Evidence.By":              anyoneKind,
	"Evidence.To":              anyoneKind,
	"Statement.Report":         ReportKind,
	"Statement.Person":         PersonKind,
	"Statement.Party":          holderKind,
	"Statement.To":             anyoneKind,
	"Statement.Issue":          IssueKind,
	"Statement.Alternatives":   AlternativeKind,
	"Statement.Repeats":        StatementKind,
	"Stance.Party":             holderKind,
	"Stance.Issue":             IssueKind,
	"Stance.Demands":           AlternativeKind,
	"Stance.Prefers":           AlternativeKind,
	"Stance.Accepts":           AlternativeKind,
	"Stance.Resists":           AlternativeKind,
	"Stance.Refuses":           AlternativeKind,
	"Stance.Unknown":           AlternativeKind,
	"Stance.Value":             AlternativeKind,
	"Stance.ClaimedBy":         actorKind,
	"Meeting.Parties":          PartyKind,
	"Meeting.People":           PersonKind,
	"Readout.By":               anyoneKind,
	"Account.By":               anyoneKind,
	"Account.Topic":            topicKind,
	"Commitment.By":            actorKind,
	"Commitment.To":            actorKind,
	"Commitment.Issue":         IssueKind,
	"Commitment.Witness":       anyoneKind,
}

// vocabulary is the words that a field of each of these types can hold.
var vocabulary = map[reflect.Type][]string{
	typeOf[parley.Role]():             spell(parley.Roles),
	typeOf[parley.Status]():           spell(parley.Statuses),
	typeOf[parley.Standing]():         spell(parley.Standings),
	typeOf[parley.Grade]():            spell(parley.Grades),
	typeOf[parley.Kind]():             spell(parley.Kinds),
	typeOf[parley.Attitude]():         append(spell(parley.Attitudes), "unknown"),
	typeOf[parley.Priority]():         spell(parley.Priorities),
	typeOf[parley.Format]():           spell(parley.Formats),
	typeOf[parley.CommitmentStatus](): spell(parley.CommitmentStatuses),
}

func spell[T ~string](all []T) []string {
	words := make([]string, len(all))
	for k, w := range all {
		words[k] = string(w)
	}
	return words
}

// agenda is what agenda.yaml holds.
type agenda struct {
	Issues []parley.Issue `yaml:"issues,omitempty"`
	Links  []parley.Link  `yaml:"links,omitempty"`
}

// The types that the decoder treats in a way of their own.
var (
	dateType   = typeOf[parley.Date]()
	numberType = typeOf[parley.Number]()
	choiceType = typeOf[parley.Choice]()
	roomType   = typeOf[parley.Room]()
	stringType = typeOf[string]()
)

func typeOf[T any]() reflect.Type { return reflect.TypeFor[T]() }

// field is one field of a file format.
type field struct {
	name     string // as the file writes it
	index    []int  // for reflect.Value.FieldByIndex
	typ      reflect.Type
	owner    reflect.Type // the struct that declares it
	goName   string
	required bool
	refers   Kind // what its strings name, or ""
}

// shape is what the file format says of one Go type: its fields, in order.
type shape struct {
	typ    reflect.Type
	noun   string // "stance", "status change": what messages call a value
	fields []field
	byName map[string]int
	names  []string

	id, issue, room []int // where the value says its id, its issue and its room; nil where it does not
}

// shapes are the shapes of every type that a case folder holds, by type. They
// are made once and never change.
var shapes = survey(
	typeOf[parley.Case](), typeOf[agenda](), typeOf[parley.Draft](), typeOf[parley.Report](),
	typeOf[parley.Statement](), typeOf[parley.Stance](), typeOf[parley.Meeting](), typeOf[parley.Commitment](),
)

// survey finds the shapes of the types given and of all they are made of.
func survey(types ...reflect.Type) map[reflect.Type]*shape {
	found := map[reflect.Type]*shape{}
	var visit func(t reflect.Type)
	visit = func(t reflect.Type) {
		switch t.Kind() {
		case reflect.Slice, reflect.Pointer, reflect.Map:
			visit(t.Elem())
		case reflect.Struct:
			if t == dateType || found[t] != nil {
				return
			}
			s := newShape(t)
			found[t] = s
			for _, f := range s.fields {
				visit(f.typ)
			}
		}
	}
	for _, t := range types {
		visit(t)
	}
	return found
}

func newShape(t reflect.Type) *shape {
	s := &shape{typ: t, noun: noun(t.Name()), byName: map[string]int{}}
	for _, f := range reflect.VisibleFields(t) {
		name, options, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if name == "-" || name == "" || !f.IsExported() {
			continue
		}
		owner := t
		if len(f.Index) > 1 {
			owner = t.FieldByIndex(f.Index[:len(f.Index)-1]).Type
		}
		refers := references[t.Name()+"."+f.Name]
		if f.Type == roomType {
			refers = roomKind
		}
		s.byName[name] = len(s.fields)
		s.names = append(s.names, name)
		s.fields = append(s.fields, field{
			name: name, index: f.Index, typ: f.Type, owner: owner, goName: f.Name,
			required: !strings.Contains(options, "omitempty"),
			refers:   refers,
		})
		switch {
		case name == "id":
			s.id = f.Index
		case name == "issue":
			s.issue = f.Index
		case f.Type == roomType:
			s.room = f.Index
		}
	}
	if t == typeOf[parley.Issue]() {
		s.issue = s.id
	}
	return s
}

// noun turns a type's name into words: StatusChange into "status change".
func noun(name string) string {
	var b strings.Builder
	for k, r := range name {
		if k > 0 && r >= 'A' && r <= 'Z' {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return strings.ToLower(b.String())
}

// article puts a or an before a noun.
func article(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}
