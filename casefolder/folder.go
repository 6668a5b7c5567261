package casefolder

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"reflect"
	"runtime"
	"strings"
	"sync"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/draft"
	"go.yaml.in/yaml/v4"
)

// Folder is a case with the files it was read from.
type Folder struct {
	// Case is everything that could be read.
	Case parley.Case

	dir         string // "" where the files are not on this machine's disk
	files       []*file
	definitions map[Kind][]definition
	places      map[place]*definition
	problems    Problems
}

// place finds a definition.
type place struct {
	kind  Kind
	scope string
	id    string
}

// slot is where one kind of thing is kept.
type slot struct {
	pattern string
	value   reflect.Type // what one such file holds
	needed  bool
}

// layout is what a case folder holds, in the order in which it is read.
var layout = []slot{
	{"case.yaml", typeOf[parley.Case](), true},
	{"agenda.yaml", typeOf[agenda](), true},
	{"texts/*.md", typeOf[parley.Draft](), false},
	{"reports/*.md", typeOf[parley.Report](), false},
	{"record/*.yaml", typeOf[[]parley.Statement](), false},
	{"stances.yaml", typeOf[[]parley.Stance](), false},
	{"stances/*.yaml", typeOf[[]parley.Stance](), false},
	{"meetings.yaml", typeOf[[]parley.Meeting](), false},
	{"meetings/*.yaml", typeOf[[]parley.Meeting](), false},
	{"commitments.yaml", typeOf[[]parley.Commitment](), false},
	{"commitments/*.yaml", typeOf[[]parley.Commitment](), false},
}

// file is one file that was read, with what it holds.
type file struct {
	slot  slot
	src   *source
	value reflect.Value
	found decoder
}

// Load reads the case in a folder. Its error says that there is no such
// folder; whatever is wrong with the files in it is told by [Folder.Check].
func Load(dir string) (*Folder, error) {
	info, err := os.Stat(dir)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("there is no folder %s: start a case with parley new %s", dir, dir)
		}
		return nil, err
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("%s is a file: name the folder that holds case.yaml", dir)
	}
	f := LoadFS(os.DirFS(dir))
	f.dir = dir
	return f, nil
}

// LoadFS reads a case from any file system: files that are embedded in a
// program, or made up in a test. Such a case cannot be saved.
func LoadFS(fsys fs.FS) *Folder {
	f := &Folder{definitions: map[Kind][]definition{}, places: map[place]*definition{}}
	f.list(fsys)
	f.read(fsys)
	for _, one := range f.files {
		f.take(one)
	}
	f.name()
	f.index()
	return f
}

// list finds the files of the layout, and those that look misplaced.
func (f *Folder) list(fsys fs.FS) {
	known := map[string]bool{}
	for _, s := range layout {
		names, err := fs.Glob(fsys, s.pattern)
		if err != nil { // only a bad pattern: a mistake of ours
			panic(err)
		}
		for _, name := range names {
			known[name] = true
			f.files = append(f.files, &file{slot: s, src: &source{name: name}})
		}
		if s.needed && len(names) == 0 {
			f.problems = append(f.problems, Problem{
				Position: Position{File: s.pattern}, Message: "the file is missing: every case has one; parley new writes a first one",
			})
		}
	}
	folders := map[string]string{".": ".yaml"} // and what the files there are called
	for _, s := range layout {
		folders[path.Dir(s.pattern)] = path.Ext(s.pattern)
	}
	for folder, ext := range folders {
		entries, _ := fs.ReadDir(fsys, folder)
		for _, e := range entries {
			name := path.Join(folder, e.Name())
			if e.IsDir() || known[name] || strings.HasPrefix(e.Name(), ".") {
				continue
			}
			if folder != "." || path.Ext(name) == ".yaml" || path.Ext(name) == ".yml" {
				f.problems = append(f.problems, f.misplaced(name, folder, ext))
			}
		}
	}
}

// misplaced warns of a file that nothing reads.
func (f *Folder) misplaced(name, folder, ext string) Problem {
	p := Problem{Position: Position{File: name}, Severity: Warning, Message: "nothing reads this file"}
	if folder != "." {
		p.Expected = "a name that ends in " + ext
		return p
	}
	var names []string
	for _, s := range layout {
		if !strings.Contains(s.pattern, "*") {
			names = append(names, s.pattern)
		}
	}
	p.Near = Nearest(name, names)
	return p
}

// read reads and decodes the files, as many at a time as there are processors.
func (f *Folder) read(fsys fs.FS) {
	var wait sync.WaitGroup
	turns := make(chan struct{}, runtime.GOMAXPROCS(0))
	for _, one := range f.files {
		turns <- struct{}{}
		wait.Go(func() {
			defer func() { <-turns }()
			one.read(fsys)
		})
	}
	wait.Wait()
}

func (one *file) read(fsys fs.FS) {
	name := one.src.name
	one.value = reflect.New(one.slot.value).Elem()
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		one.src.failed = true
		one.src.reportAt(Position{File: name}, Problem{Message: "cannot be read: " + reason(err)})
		one.found.src = one.src
		return
	}
	one.src = readSource(name, data)
	one.found.src = one.src
	switch {
	case one.src.failed:
	case one.src.root == nil || isNull(one.src.root):
		if s := shapes[one.slot.value]; s != nil && one.slot.value != typeOf[agenda]() { // an agenda may wait
			one.src.reportAt(Position{name, 1, 1}, Problem{Message: "the file is empty", Expected: "the fields of " + article(s.noun)})
		}
	default:
		one.found.decode(one.src.root, one.value, "")
	}
}

// reason is what went wrong, without the file's name, which stands beside it.
func reason(err error) string {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err.Error()
	}
	return err.Error()
}

// take puts what a file holds into the case.
func (f *Folder) take(one *file) {
	c := &f.Case
	stem := strings.TrimSuffix(path.Base(one.src.name), path.Ext(one.src.name))
	switch v := one.value.Interface().(type) {
	case parley.Case:
		issues, links := c.Issues, c.Links
		*c = v
		c.Issues, c.Links = issues, links
	case agenda:
		c.Issues, c.Links = v.Issues, v.Links
	case parley.Draft:
		if v.ID == "" {
			v.ID = stem
		}
		one.found.definitions = one.only(DraftKind, v.ID, string(v.Room))
		var problems []draft.Problem
		v.Preamble, v.Points, problems = draft.Parse(one.src.text())
		one.reportDraft(problems)
		one.mentionDraft(v)
		c.Drafts = append(c.Drafts, v)
	case parley.Report:
		if v.ID == "" {
			v.ID = stem
		}
		one.found.definitions = one.only(ReportKind, v.ID, string(v.Room))
		v.Text = one.src.text()
		c.Reports = append(c.Reports, v)
	case []parley.Statement:
		c.Statements = append(c.Statements, v...)
	case []parley.Stance:
		c.Stances = append(c.Stances, v...)
	case []parley.Meeting:
		c.Meetings = append(c.Meetings, v...)
	case []parley.Commitment:
		c.Commitments = append(c.Commitments, v...)
	}
	for _, d := range one.found.definitions {
		f.definitions[d.kind] = append(f.definitions[d.kind], d)
	}
	f.problems = append(f.problems, one.src.problems...)
}

// only is the one definition of a Markdown file: there even where its front
// matter could not be read, so that definitions and entities stay side by side.
func (one *file) only(kind Kind, id, room string) []definition {
	node := one.src.root
	if node == nil {
		node = &yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1}
	}
	return []definition{{kind: kind, id: id, room: room, src: one.src, node: node}}
}

// name gives every stance an id that differs from all others:
// PARTY.ISSUE.DATE, with .2 and so on where that is taken.
func (f *Folder) name() {
	taken := map[string]bool{}
	for _, s := range f.Case.Stances {
		taken[s.ID] = true
	}
	times := map[string]int{}
	for k := range f.Case.Stances {
		s := &f.Case.Stances[k]
		if s.ID != "" {
			continue
		}
		base := StanceID(*s)
		for s.ID = base; taken[s.ID]; {
			if times[base] == 0 {
				times[base] = 1
			}
			times[base]++
			s.ID = fmt.Sprintf("%s.%d", base, times[base])
		}
		taken[s.ID] = true
		f.definitions[StanceKind][k].id = s.ID
	}
}

// StanceID is the id of a stance that is given none: PARTY.ISSUE.DATE, without
// what is unknown.
func StanceID(s parley.Stance) string {
	var parts []string
	for _, p := range []string{s.Party, s.Issue, s.Date.String()} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, ".")
}

// index makes every definition findable by its id; the first of several wins.
func (f *Folder) index() {
	for kind, all := range f.definitions {
		for k := range all {
			key := place{kind, all[k].scope, all[k].id}
			if f.places[key] == nil {
				f.places[key] = &all[k]
			}
		}
	}
}

// Place says where an entity is defined; an alternative's id is ISSUE/ID.
func (f *Folder) Place(kind Kind, id string) (Position, bool) {
	key := place{kind: kind, id: id}
	if kind == AlternativeKind {
		key.scope, key.id, _ = strings.Cut(id, "/")
	}
	d, ok := f.places[key]
	if !ok {
		return Position{}, false
	}
	return d.src.position(d.node), true
}
