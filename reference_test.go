package parley_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/parley-desk/parley/brief"
	"github.com/parley-desk/parley/deal"
	"github.com/parley-desk/parley/draft"
	textshow "github.com/parley-desk/parley/draft/show"
	"github.com/parley-desk/parley/internal/golden"
)

// outputs are the values that commands write with --format json.
var outputs = []struct {
	format, command string
	value           any
}{
	{brief.Format, "parley brief", brief.Brief{}},
	{brief.SaidFormat, "parley said", brief.Answer{}},
	{textshow.Format, "parley text", textshow.Text{}},
	{draft.ComparisonFormat, "parley compare", draft.Comparison{}},
	{deal.Format, "parley deals", deal.Deals{}},
}

const referenceHead = `# The JSON that commands write

Made from the Go types by ` + "`go test . -run TestJSONReference -update`" + `; do not edit it by hand.

With ` + "`--format json`" + ` a command writes one object. Its ` + "`format`" + ` names the shape; the name changes only when a field
changes its meaning or goes away, and new fields may come. A field that is optional is left out when there is nothing to say;
others are always there, lists perhaps empty. Dates are written as in the case's files: ` + "`2025-11-30`, `2025-11`, `2025`, `~2025-11`" + `. Parties, issues, alternatives
and drafts are named by their ids unless the field says otherwise. Exact numbers are strings in decimal notation, since they
outgrow what JSON readers agree on. The same input gives the same bytes, but for ` + "`timing`" + `.
`

// TestJSONReference holds docs/reference/json.md against the types: every
// field of every value that a command writes, with the words of its comment.
func TestJSONReference(t *testing.T) {
	r := reference{comments: map[string]string{}, met: map[reflect.Type]bool{}}
	for _, dir := range []string{".", "brief", "deal", "draft", "draft/show"} {
		if err := r.read(dir); err != nil {
			t.Fatal(err)
		}
	}
	r.WriteString(referenceHead)
	for _, o := range outputs {
		fmt.Fprintf(&r, "\n## %s\n\nWritten by `%s`.\n", o.format, o.command)
		if err := r.describe(reflect.TypeOf(o.value)); err != nil {
			t.Fatal(err)
		}
	}
	golden.CheckFile(t, filepath.Join("docs", "reference", "json.md"), r.Bytes())
}

// reference writes types down, each once, with the comments of their source.
type reference struct {
	bytes.Buffer
	comments map[string]string // by package.Type and package.Type.Field
	met      map[reflect.Type]bool
}

// read gathers the comments of a package's types.
func (r *reference) read(dir string) error {
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return err
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		for _, decl := range file.Decls {
			group, ok := decl.(*ast.GenDecl)
			if !ok || group.Tok != token.TYPE {
				continue
			}
			for _, spec := range group.Specs {
				r.comment(file.Name.Name, group, spec.(*ast.TypeSpec))
			}
		}
	}
	return nil
}

func (r *reference) comment(pkg string, group *ast.GenDecl, spec *ast.TypeSpec) {
	name := pkg + "." + spec.Name.Name
	r.comments[name] = group.Doc.Text()
	body, ok := spec.Type.(*ast.StructType)
	if !ok {
		return
	}
	for _, f := range body.Fields.List {
		words := f.Doc.Text()
		if words == "" {
			words = f.Comment.Text()
		}
		for _, field := range f.Names {
			r.comments[name+"."+field.Name] = words
		}
	}
}

// describe writes a struct and then those that its fields hold.
func (r *reference) describe(t reflect.Type) error {
	if r.met[t] {
		return nil
	}
	r.met[t] = true
	fmt.Fprintf(r, "\n### %s\n\n%s\n\n| field | holds | meaning |\n|---|---|---|\n", title(t), inline(r.comments[t.String()]))
	var held []reflect.Type
	for _, f := range fields(t) {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "" {
			return fmt.Errorf("%s.%s has no name in JSON", f.owner, f.Name)
		}
		words, optional := inline(r.comments[f.owner.String()+"."+f.Name]), ""
		if strings.Contains(options, "omitempty") {
			optional = ", optional"
		}
		kind, inner := holds(f.Type)
		fmt.Fprintf(r, "| `%s` | %s%s | %s |\n", name, kind, optional, words)
		if inner != nil {
			held = append(held, inner)
		}
	}
	for _, inner := range held {
		if err := r.describe(inner); err != nil {
			return err
		}
	}
	return nil
}

// field is a field that JSON shows, and the struct that declares it.
type field struct {
	reflect.StructField
	owner reflect.Type
}

// fields are those that JSON shows; those of an embedded struct stand in its
// place.
func fields(t reflect.Type) []field {
	var all []field
	for k := range t.NumField() {
		switch f := t.Field(k); {
		case f.Anonymous && f.Type.Kind() == reflect.Struct:
			all = append(all, fields(f.Type)...)
		case f.IsExported() && f.Tag.Get("json") != "-":
			all = append(all, field{f, t})
		}
	}
	return all
}

// holds says what a field holds, and which struct is within.
func holds(t reflect.Type) (words string, inner reflect.Type) {
	switch t.Kind() {
	case reflect.Pointer:
		return holds(t.Elem())
	case reflect.Slice:
		words, inner = holds(t.Elem())
		if t.Elem().Kind() == reflect.Pointer {
			words += " or null"
		}
		return "list of " + words, inner
	case reflect.Map:
		words, inner = holds(t.Elem())
		return "object of " + words + " by id", inner
	case reflect.Struct:
		return fmt.Sprintf("[%s](#%s)", title(t), strings.ToLower(strings.ReplaceAll(title(t), " ", "-"))), t
	case reflect.Bool:
		return "true or false", nil
	case reflect.Int, reflect.Int64, reflect.Uint64, reflect.Float64:
		return "number", nil
	}
	return "text", nil
}

// title tells types of one name apart by their package.
func title(t reflect.Type) string {
	pkg, name, _ := strings.Cut(t.String(), ".")
	switch pkg {
	case "brief", "parley":
		return name
	case "show":
		return "text " + name
	case "draft":
		return "compared " + name
	}
	return pkg + " " + name
}

// inline puts a comment on one line of a table.
func inline(comment string) string {
	words := strings.Join(strings.Fields(comment), " ")
	return strings.NewReplacer("|", `\|`, "[", "", "]", "").Replace(words)
}
