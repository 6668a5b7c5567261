package interchange

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/parley-desk/parley"
)

// Files that are broken, hostile or merely old.
func TestReadOddFiles(t *testing.T) {
	domain := `<negotiation_template><utility_space><objective>
<issue index="1" name="Caf%"><item value="yes"/></issue>
</objective></utility_space></negotiation_template>`
	for _, test := range []struct {
		what, format string
		files        map[string]string
		want         string // of the refusal; "" where the names of the issues follow
		issue        string
	}{
		{"an old encoding", "genius", map[string]string{
			"d.xml": `<?xml version="1.0" encoding="ISO-8859-1"?>` + strings.ReplaceAll(domain, "%", "\xe9"),
			"p.xml": `<utility_space><objective><issue index="1"><item value="yes" evaluation="1"/></issue><weight index="1" value="1"/></objective></utility_space>`,
		}, "", "Café"},
		{
			"an unknown encoding", "genius",
			map[string]string{"d.xml": `<?xml version="1.0" encoding="EBCDIC"?><negotiation_template/>`},
			"d.xml:1: is no XML: xml: opening charset \"EBCDIC\": the encoding EBCDIC is not known here: save it as UTF-8", "",
		},
		{
			"two domains", "genius",
			map[string]string{"d.xml": domain, "e.xml": domain},
			"e.xml:1: is a second domain beside d.xml: keep each in a folder of its own", "",
		},
		{
			"no domain", "genius",
			map[string]string{"d.xml": "<utility_space/>"},
			".: no XML file here is a <negotiation_template>, which GENIUS' domains are", "",
		},
		{"XML without end", "genius", map[string]string{"d.xml": strings.Repeat("<a>", 1000)}, "d.xml:1: nests deeper than 64", ""},
		{"JSON without end", "plain", map[string]string{"d.json": strings.Repeat("[", 1000)}, "d.json:1: nests deeper than 64", ""},
		{"JSON that breaks off", "plain", map[string]string{"d.json": "{\n\"issues\": ["}, "d.json:2: is no JSON: unexpected EOF", ""},
		{"two values", "plain", map[string]string{"d.json": "{}\n{}"}, "d.json:2: something follows the JSON value", ""},
		{"a laughing YAML", "negmas", map[string]string{"d.yml": "a: &a [1]\nb: [*a, *a]"}, "d.yml:2: an alias (*a): write the value out", ""},
		{"a number without end", "plain", map[string]string{
			"d.json": `{"issues": [{"name": "a", "options": ["x"]}], "parties": [{"name": "P", "values": [[1e999999999]]}]}`,
		}, "d.json:1: 1e999999999: expected a power of ten between -400 and 400", ""},
		{
			"a second outcome space", "negmas",
			map[string]string{"a.yml": "type: OutcomeSpace", "b.yml": "type: OutcomeSpace"},
			"b.yml:1: is a second outcome space beside a.yml: keep each in a folder of its own", "",
		},
		{"an empty folder", "geniusweb", nil, `.: no JSON file here has "issuesValues", which GeniusWeb's domains have`, ""},
	} {
		t.Run(test.what, func(t *testing.T) {
			fsys := fstest.MapFS{}
			for name, data := range test.files {
				fsys[name] = &fstest.MapFile{Data: []byte(data)}
			}
			s, err := mustFormat(test.format).Read(fsys)
			switch {
			case err != nil && err.Error() != test.want:
				t.Errorf("got  %v\nwant %s", err, test.want)
			case err == nil && (test.want != "" || s.Issues[0].Name != test.issue):
				t.Errorf("read %+v, want %s%s", s.Issues, test.want, test.issue)
			}
		})
	}
}

// Issues and alternatives that a case calls alike are told apart by their ids.
func TestFromCaseTellsNamesApart(t *testing.T) {
	c, err := ferry().Case()
	if err != nil {
		t.Fatal(err)
	}
	c.Issues = append([]parley.Issue(nil), c.Issues...)
	c.Issues[1].Title = c.Issues[0].Title
	c.Issues[1].Alternatives[0].Title = ""
	s, err := FromCase(c)
	if err != nil {
		t.Fatal(err)
	}
	if s.Issues[0].Name != "Fare (fare)" || s.Issues[1].Name != "Fare (night-boats)" || s.Issues[1].Options[0] != "yes" {
		t.Errorf("got %+v", s.Issues)
	}
}
