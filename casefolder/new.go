package casefolder

import (
	"embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/parley-desk/parley"
)

// templates are the files of a new case, with comments that teach.
//
//go:embed template
var templates embed.FS

// New starts a case in a folder that does not exist or is empty: the files that
// every case has, each with a comment that says what goes in, and the JSON
// Schemas by which editors complete and check them.
func New(dir, title string) error {
	return begin(dir, parley.Case{Title: title})
}

// NewFrom starts a case from a negotiating text. Its headings become the issues,
// the variants in its brackets the alternatives, and their backers the parties;
// where the text gives no ids they are made of the words, and the text is kept
// as texts/T1.md with the ids filled in. The problems tell what the text's
// reader could not make sense of, and what a person should look at.
func NewFrom(dir, title string, markdown []byte) (Problems, error) {
	src := readSource("texts/T1.md", markdown)
	body, head := string(markdown), parley.Draft{}
	switch {
	case !src.failed:
		one := &file{slot: slot{value: typeOf[parley.Draft]()}, src: src}
		_, value, _, err := reread(one)
		if err != nil {
			return nil, err
		}
		head, body = value.Interface().(parley.Draft), src.text()
	case strings.HasPrefix(strings.TrimSpace(body), "---\n"), len(src.problems) > 0 && !strings.Contains(src.problems[0].Message, "no front matter"):
		return nil, fmt.Errorf("the text cannot be read:\n%s", src.problems)
	}
	r := newReading(head, body)
	if title == "" {
		title = r.draft.Title
	}
	return r.problems, begin(dir, parley.Case{
		Title: title, Parties: r.parties, Issues: r.issues, Drafts: []parley.Draft{r.draft},
	})
}

// begin writes the first files of a case.
func begin(dir string, c parley.Case) error {
	if strings.TrimSpace(c.Title) == "" {
		return errors.New("a case needs a title")
	}
	if err := mustBeEmpty(dir); err != nil {
		return err
	}
	if err := Write(dir, c); err != nil {
		return err
	}
	for name, schema := range Schemas() {
		if err := replaceFile(filepath.Join(dir, ".schema", name), schema); err != nil {
			return err
		}
	}
	for _, name := range []string{"case.yaml", "agenda.yaml", "stances.yaml"} {
		lesson, err := templates.ReadFile("template/" + name)
		if err != nil {
			return err
		}
		if err := teach(filepath.Join(dir, name), lesson); err != nil {
			return err
		}
	}
	return nil
}

// teach puts a lesson in comments around what a file holds: the part before the
// line of --- above it, the part after it below.
func teach(path string, lesson []byte) error {
	data, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if strings.TrimSpace(string(data)) == "{}" {
		data = nil
	}
	above, below, _ := strings.Cut(string(lesson), "---\n")
	return replaceFile(path, []byte(above+string(data)+below))
}
