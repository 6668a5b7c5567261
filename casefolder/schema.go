package casefolder

import (
	"encoding/json"
	"reflect"
	"strings"

	"github.com/parley-desk/parley"
)

// schemaFiles are the schemas and what each describes.
var schemaFiles = []struct {
	name  string
	typ   reflect.Type
	title string
}{
	{"case", typeOf[parley.Case](), "case.yaml: a negotiation, its parties and ratifiers"},
	{"agenda", typeOf[agenda](), "agenda.yaml: issues, their alternatives, and links between them"},
	{"draft", typeOf[parley.Draft](), "The front matter of texts/*.md: a draft of the text"},
	{"report", typeOf[parley.Report](), "The front matter of reports/*.md: something published or received"},
	{"record", typeOf[[]parley.Statement](), "record/*.yaml: statements found in the reports"},
	{"stances", typeOf[[]parley.Stance](), "stances.yaml: who wants what, on whose word"},
	{"meetings", typeOf[[]parley.Meeting](), "meetings.yaml: who met whom, and what each said of it"},
	{"commitments", typeOf[[]parley.Commitment](), "commitments.yaml: promises and guarantees"},
}

// Schemas are the JSON Schemas (draft 2020-12) of the files of a case, by file
// name: "case.schema.json" and so on. They are made from the same shapes that
// loading uses; their descriptions are the comments of the types' fields.
func Schemas() map[string][]byte {
	all := map[string][]byte{}
	for _, s := range schemaFiles {
		b := schemaBuilder{defs: map[string]any{}}
		root := b.describe(s.typ, "")
		root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
		root["title"] = s.title
		root["$defs"] = b.defs
		// Maps become JSON with sorted keys, so the same types give the same bytes.
		data, err := json.MarshalIndent(root, "", "  ")
		if err != nil { // only for values that JSON cannot hold: there are none
			panic(err)
		}
		all[s.name+".schema.json"] = append(data, '\n')
	}
	return all
}

// schemaBuilder collects the definitions of the types that one schema needs.
type schemaBuilder struct{ defs map[string]any }

// describe is the schema of a type; refers says what its strings name.
func (b *schemaBuilder) describe(t reflect.Type, refers Kind) map[string]any {
	switch {
	case t == dateType:
		return b.shared("date", map[string]any{
			"description": "A day as far as it is known: 2025-11-30, 2025-11 or 2025, with ~ before it when it is approximate; a time of day has its offset, 2025-11-30T10:00-05:00.",
			"type":        []string{"string", "integer", "null"},
			"pattern":     `^(~?\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}(Z|[+-]\d{2}:\d{2}))?)?)?)?$`,
		})
	case t == numberType:
		return b.shared("number", map[string]any{
			"description": "An exact decimal number.", "type": []string{"number", "string", "null"}, "pattern": `^[-+]?[0-9]+(\.[0-9]+)?$`,
		})
	case vocabulary[t] != nil:
		return map[string]any{"enum": append(anySlice(vocabulary[t]), nil)}
	case t == choiceType:
		return map[string]any{
			"description":   "Alternatives by issue: any of those listed; an empty list means settled in whatever way.",
			"type":          []string{"object", "null"},
			"propertyNames": b.describe(stringType, IssueKind), "additionalProperties": b.describe(typeOf[[]string](), AlternativeKind),
		}
	}
	switch t.Kind() {
	case reflect.Pointer:
		return b.describe(t.Elem(), refers)
	case reflect.Struct:
		return b.object(t)
	case reflect.Slice:
		list := map[string]any{"type": []string{"array", "null"}, "items": b.describe(t.Elem(), refers)}
		if t.Elem().Kind() == reflect.String { // a lone text stands for a list of one
			return map[string]any{"anyOf": []any{list, b.describe(t.Elem(), refers)}}
		}
		return list
	case reflect.Map:
		return map[string]any{"type": []string{"object", "null"}, "additionalProperties": b.describe(t.Elem(), "")}
	case reflect.Bool:
		return map[string]any{"type": []string{"boolean", "null"}}
	case reflect.Int:
		return map[string]any{"type": []string{"integer", "null"}, "minimum": 0}
	}
	text := map[string]any{"type": []string{"string", "number", "null"}}
	if refers != "" {
		text["description"] = referenceText(refers)
	}
	return text
}

// referenceText says what an id names.
func referenceText(refers Kind) string {
	switch refers {
	case anyoneKind:
		return "The id of a party, ratifier or person, or a name."
	case topicKind:
		return "The id of an issue, or a word of your own."
	case roomKind:
		return "Who may see this: public (as when nothing is said), mediators, or a party's id."
	}
	return "The id of " + article(string(refers)) + "."
}

// shared puts a schema among the definitions and refers to it.
func (b *schemaBuilder) shared(name string, schema any) map[string]any {
	b.defs[name] = schema
	return map[string]any{"$ref": "#/$defs/" + name}
}

// object describes a struct: its fields, and which it needs. Unknown fields are
// allowed, since they are kept.
func (b *schemaBuilder) object(t reflect.Type) map[string]any {
	s := shapes[t]
	name := strings.ReplaceAll(s.noun, " ", "-")
	reference := map[string]any{"$ref": "#/$defs/" + name}
	if b.defs[name] != nil {
		return reference
	}
	object := map[string]any{"type": "object"}
	b.defs[name] = object
	properties := map[string]any{}
	var required []string
	for _, f := range s.fields {
		property := b.describe(f.typ, f.refers)
		if text := fieldDocs[f.owner.Name()+"."+f.goName]; text != "" {
			if own, ok := property["description"].(string); ok {
				text += " " + own
			}
			property["description"] = text
		}
		properties[f.name] = property
		if f.required && !derived(t, f.name) {
			required = append(required, f.name)
		}
	}
	object["properties"] = properties
	if required != nil {
		object["required"] = required
	}
	if text := typeDocs[t.Name()]; text != "" {
		object["description"] = text
	}
	return reference
}

func anySlice(words []string) []any {
	all := make([]any, len(words))
	for k, w := range words {
		all[k] = w
	}
	return all
}

//go:generate go run ./schemagen
