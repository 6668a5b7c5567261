package casefolder_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/parley-desk/parley/casefolder"
	"go.yaml.in/yaml/v4"
)

func TestSchemasAreUpToDate(t *testing.T) {
	for name, want := range casefolder.Schemas() {
		got, err := os.ReadFile(filepath.Join("..", "docs", "schema", name))
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("docs/schema/%s is out of date (%v): run go generate ./casefolder", name, err)
		}
	}
}

// The schemas accept what loading accepts: the sound case and every example.
func TestSchemasAcceptCases(t *testing.T) {
	folders, _ := filepath.Glob("../examples/*")
	for _, dir := range append(folders, onDisk(t, nil)) {
		for pattern, schema := range map[string]string{
			"case.yaml": "case", "agenda.yaml": "agenda", "texts/*.md": "draft", "reports/*.md": "report", "record/*.yaml": "record",
			"stances*.yaml": "stances", "stances/*.yaml": "stances", "meetings*.yaml": "meetings", "meetings/*.yaml": "meetings",
			"commitments*.yaml": "commitments", "commitments/*.yaml": "commitments",
		} {
			files, _ := filepath.Glob(filepath.Join(dir, pattern))
			for _, file := range files {
				data, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				if strings.HasSuffix(file, ".md") {
					data = bytes.SplitN(data, []byte("---\n"), 3)[1]
				}
				for _, fault := range validate(t, schema, data) {
					t.Errorf("%s: %s", file, fault)
				}
			}
		}
	}
}

func TestSchemasReject(t *testing.T) {
	for _, test := range []struct{ schema, text, want string }{
		{"stances", "- issue: quota", "0: needs party"},
		{"stances", "- {party: NO, grade: E}", "0.grade"},
		{"stances", "- {party: NO, date: yesterday}", "0.date"},
		{"stances", "- {party: NO, value: {a: lots}}", "0.value.a"},
		{"stances", "- {party: NO, accepts: {a: b}}", "0.accepts"},
		{"meetings", "id: m1", ": is object"},
		{"case", "title: [x]", "title"},
	} {
		faults := strings.Join(validate(t, test.schema, []byte(test.text)), "\n")
		if !strings.Contains(faults, test.want) {
			t.Errorf("%s %q: %q", test.schema, test.text, faults)
		}
	}
}

// validate checks a YAML text against a schema, as far as our schemas go.
func validate(t *testing.T, name string, text []byte) []string {
	t.Helper()
	var root, value any
	if err := json.Unmarshal(casefolder.Schemas()[name+".schema.json"], &root); err != nil {
		t.Fatal(err)
	}
	if err := yaml.Load(text, &value); err != nil {
		t.Fatal(err)
	}
	plain, err := json.Marshal(value) // dates become text, numbers float64
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(plain, &value); err != nil {
		t.Fatal(err)
	}
	v := validator{root: root.(map[string]any)}
	v.check(v.root, value, "")
	return v.faults
}

type validator struct {
	root   map[string]any
	faults []string
}

func (v *validator) fault(at, format string, args ...any) {
	v.faults = append(v.faults, strings.TrimPrefix(at, ".")+": "+fmt.Sprintf(format, args...))
}

var midnight = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})T00:00:00Z$`)

func (v *validator) check(schema map[string]any, value any, at string) {
	if ref, ok := schema["$ref"].(string); ok {
		v.check(v.root["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any), value, at)
	}
	if any, ok := schema["anyOf"].([]any); ok && !slices.ContainsFunc(any, func(one interface{}) bool {
		try := validator{root: v.root}
		try.check(one.(map[string]interface{}), value, at)
		return len(try.faults) == 0
	}) {
		v.fault(at, "fits nothing")
	}
	kind := map[bool]string{true: "null"}[value == nil]
	switch x := value.(type) {
	case string:
		kind = "string"
		if pattern, ok := schema["pattern"].(string); ok && !regexp.MustCompile(pattern).MatchString(midnight.ReplaceAllString(x, "$1")) {
			v.fault(at, "%q does not match", x)
		}
	case bool:
		kind = "boolean"
	case float64:
		kind = "number"
		if x == float64(int(x)) {
			kind = "integer number"
		}
	case []any:
		kind = "array"
		if items, ok := schema["items"].(map[string]any); ok {
			for k, one := range x {
				v.check(items, one, fmt.Sprintf("%s.%d", at, k))
			}
		}
	case map[string]any:
		kind = "object"
		v.fields(schema, x, at)
	}
	if enum, ok := schema["enum"].([]any); ok && !slices.Contains(enum, value) {
		v.fault(at, "%v is not among %v", value, enum)
	}
	if types := schema["type"]; types != nil {
		for _, word := range strings.Fields(kind) {
			if strings.Contains(fmt.Sprint(types), word) {
				return
			}
		}
		v.fault(at, "is %s, not %v", kind, types)
	}
}

func (v *validator) fields(schema, value map[string]any, at string) {
	if required, ok := schema["required"].([]any); ok {
		for _, name := range required {
			if _, ok := value[name.(string)]; !ok {
				v.fault(at, "needs %s", name)
			}
		}
	}
	properties, _ := schema["properties"].(map[string]any)
	others, _ := schema["additionalProperties"].(map[string]any)
	for name, one := range value {
		if property, ok := properties[name].(map[string]any); ok {
			v.check(property, one, at+"."+name)
		} else if others != nil {
			v.check(others, one, at+"."+name)
		}
	}
}
