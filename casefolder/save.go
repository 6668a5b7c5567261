package casefolder

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/draft"
	"go.yaml.in/yaml/v4"
)

// Save writes what has changed in Case back to the folder and names the files
// written. Only what differs is touched: comments and fields that Parley does
// not know stay. A changed entity stays in its file, a new one goes to the file
// of its kind; one that is gone from Case is left where it is, since a case is
// easily shown in part (as of a day, for a room) and never to be lost by saving
// the part. Files that could not be read are not written; then the error says
// so, and nothing at all is.
func (f *Folder) Save() (changed []string, err error) {
	switch {
	case f.dir == "":
		return nil, errors.New("this case was not loaded from a folder: write it to one with casefolder.Write")
	case !f.Case.Day.IsZero():
		return nil, fmt.Errorf("this is the case as of %s: save the whole case, not one day's picture of it", f.Case.Day)
	}
	s := saver{folder: f, editions: map[string][]byte{}}
	if err := s.all(); err != nil {
		return nil, err
	}
	for _, name := range s.names {
		if err := replaceFile(f.path(name), s.editions[name]); err != nil {
			return changed, err
		}
		changed = append(changed, name)
	}
	if len(changed) == 0 {
		return nil, nil
	}
	fresh, err := Load(f.dir)
	if err != nil {
		return changed, err
	}
	*f = *fresh
	return changed, nil
}

// PutStatements adds statements to the record, or puts them in the place of
// those that have their ids, and saves. A new one goes to record/REPORT.yaml.
func (f *Folder) PutStatements(statements ...parley.Statement) error {
	all := slices.Clone(f.Case.Statements)
	for _, s := range statements {
		if s.ID == "" || s.Report == "" {
			return fmt.Errorf("a statement needs an id and its report to be recorded (id %q, report %q)", s.ID, s.Report)
		}
		k := slices.IndexFunc(all, func(t parley.Statement) bool { return t.ID == s.ID })
		if k < 0 {
			all = append(all, s)
		} else {
			all[k] = s
		}
	}
	before := f.Case.Statements
	f.Case.Statements = all
	if _, err := f.Save(); err != nil {
		f.Case.Statements = before
		return err
	}
	return nil
}

// Write makes a new folder of a case that came from elsewhere. It refuses a
// folder that holds anything.
func Write(dir string, c parley.Case) error {
	if err := mustBeEmpty(dir); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	f := &Folder{Case: c, dir: dir, definitions: map[Kind][]definition{}}
	_, err := f.Save()
	return err
}

// mustBeEmpty refuses a folder in which something could be overwritten.
func mustBeEmpty(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil
	case err != nil:
		return err
	case len(entries) > 0:
		return fmt.Errorf("%s is not empty (it holds %s): name a new folder", dir, entries[0].Name())
	}
	return nil
}

// saver works out new editions of the files of a case.
type saver struct {
	folder   *Folder
	names    []string // of editions, in order
	editions map[string][]byte
}

func (s *saver) all() error {
	c := &s.folder.Case
	for _, one := range []struct {
		name  string
		value any
	}{{"case.yaml", *c}, {"agenda.yaml", agenda{c.Issues, c.Links}}} {
		if err := s.single(one.name, reflect.ValueOf(one.value), nil); err != nil {
			return err
		}
	}
	for _, d := range c.Drafts {
		body := []byte(draft.Format(d.Preamble, d.Points))
		if err := s.single(s.home(DraftKind, d.ID, "texts/"), reflect.ValueOf(d), body); err != nil {
			return err
		}
	}
	for _, r := range c.Reports {
		if err := s.single(s.home(ReportKind, r.ID, "reports/"), reflect.ValueOf(r), []byte(r.Text)); err != nil {
			return err
		}
	}
	for k := range c.Statements {
		if err := checkStem(c.Statements[k].Report); err != nil {
			return err
		}
	}
	for _, list := range []error{
		saveList(s, c.Statements, func(st parley.Statement) string { return "record/" + st.Report + ".yaml" }),
		saveList(s, c.Stances, func(parley.Stance) string { return "stances.yaml" }),
		saveList(s, c.Meetings, func(parley.Meeting) string { return "meetings.yaml" }),
		saveList(s, c.Commitments, func(parley.Commitment) string { return "commitments.yaml" }),
	} {
		if list != nil {
			return list
		}
	}
	return nil
}

// home is the file that defines a draft or a report, or the one it should have.
func (s *saver) home(kind Kind, id, folder string) string {
	for _, d := range s.folder.definitions[kind] {
		if d.id == id {
			return d.src.name
		}
	}
	return folder + id + ".md"
}

// checkStem refuses an id that would lead out of its folder as a file's name.
func checkStem(id string) error {
	if !idForm.MatchString(id) {
		return fmt.Errorf("%q cannot name a file: an id has letters and digits, with - . _ ~ : + between them", id)
	}
	return nil
}

// file finds a file of the folder by its name.
func (s *saver) file(name string) *file {
	k := slices.IndexFunc(s.folder.files, func(one *file) bool { return one.src.name == name })
	if k < 0 {
		return nil
	}
	return s.folder.files[k]
}

// reread parses and decodes a file once more: fresh nodes to change, and the
// value that they hold.
func reread(one *file) (root *yaml.Node, value reflect.Value, found []definition, err error) {
	if one.src.failed {
		return nil, value, nil, fmt.Errorf("%s cannot be read, so it cannot be saved: mend it first", one.src.name)
	}
	value = reflect.New(one.slot.value).Elem()
	root, err = parseYAML(one.src.yaml())
	if err != nil {
		return nil, value, nil, err
	}
	if root == nil || isNull(root) {
		return blank(one), value, nil, nil
	}
	src := *one.src
	d := decoder{src: &src}
	d.decode(root, value, "")
	attach(root, remarks(src.yaml(), root))
	return root, value, d.definitions, nil
}

// blank is the root of a file that holds nothing yet but perhaps comments.
func blank(one *file) *yaml.Node {
	root := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	if one.slot.value.Kind() == reflect.Slice {
		root = &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
	}
	for _, line := range strings.Split(string(one.src.yaml()), "\n") {
		if text := strings.TrimSpace(line); text == "" || strings.HasPrefix(text, "#") {
			root.HeadComment += text + "\n"
		}
	}
	root.HeadComment = strings.TrimRight(root.HeadComment, "\n") + "\n"
	return root
}

// single saves what has a file of its own.
func (s *saver) single(name string, value reflect.Value, body []byte) error {
	one := s.file(name)
	if one == nil {
		stem := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
		if err := checkStem(stem); err != nil || strings.Count(name, "/") > 1 {
			return fmt.Errorf("%s cannot be written: %w", name, err)
		}
		return s.edition(name, encode(value), value.Type(), body)
	}
	root, before, _, err := reread(one)
	if err != nil {
		return err
	}
	value, body = one.sameStem(before, value, body)
	if sameWritten(before, value) && body == nil {
		return nil
	}
	if body == nil {
		body = one.src.data[one.src.body:]
	}
	if err := merge(root, before, value); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return s.edition(name, root, value.Type(), body)
}

// sameWritten reports whether two values are the same in what the file holds.
func sameWritten(a, b reflect.Value) bool {
	for _, f := range shapes[a.Type()].fields {
		if !reflect.DeepEqual(a.FieldByIndex(f.index).Interface(), b.FieldByIndex(f.index).Interface()) {
			return false
		}
	}
	return true
}

// sameStem leaves out an id that the file's name gives, and a body that is
// unchanged (nil).
func (one *file) sameStem(before, value reflect.Value, body []byte) (reflect.Value, []byte) {
	switch v := value.Interface().(type) {
	case parley.Draft:
		if before.Interface().(parley.Draft).ID == "" {
			v.ID = ""
		}
		if preamble, points, _ := draft.Parse(one.src.text()); reflect.DeepEqual(preamble, v.Preamble) && reflect.DeepEqual(points, v.Points) {
			body = nil
		}
		return reflect.ValueOf(v), body
	case parley.Report:
		if before.Interface().(parley.Report).ID == "" {
			v.ID = ""
		}
		if v.Text == one.src.text() {
			body = nil
		}
		return reflect.ValueOf(v), body
	}
	return value, nil
}

// edition sets down the new bytes of a file.
func (s *saver) edition(name string, root *yaml.Node, t reflect.Type, body []byte) error {
	if !plain(root) {
		return fmt.Errorf("%s uses YAML anchors, tags or compound keys, which Parley reads and does not write: edit it by hand", name)
	}
	normalize(root, t)
	data := emit(root)
	if filepath.Ext(name) == ".md" {
		data = slices.Concat([]byte("---\n"), data, []byte("---\n"), body)
	}
	again := readSource(name, data)
	if again.failed {
		return fmt.Errorf("%s cannot be written so that it can be read again: %s", name, again.problems[0].Message)
	}
	if again.root == nil || !alike(root, again.root) {
		return fmt.Errorf("%s cannot be written so that it reads the same: it has text that YAML cannot hold", name)
	}
	if one := s.file(name); one != nil && bytes.Equal(one.src.data, data) {
		return nil
	}
	s.names = append(s.names, name)
	s.editions[name] = data
	return nil
}

// shelf is the files that hold one kind of entity, while they are changed.
type shelf struct {
	names   []string // in the order of the folder, new files last
	roots   map[string]*yaml.Node
	changed map[string]bool
}

// saveList saves entities that share files: each in the file where it stands,
// the new ones where fresh says.
func saveList[T any](s *saver, all []T, fresh func(T) string) error {
	id := shapes[typeOf[T]()].id
	pending := map[string]reflect.Value{} // by id
	for k := range all {
		v := reflect.ValueOf(&all[k]).Elem()
		pending[v.FieldByIndex(id).String()] = v
	}
	h := shelf{roots: map[string]*yaml.Node{}, changed: map[string]bool{}}
	if err := h.mergeAll(s, typeOf[T](), pending); err != nil {
		return err
	}
	for k := range all {
		if _, isNew := pending[reflect.ValueOf(all[k]).FieldByIndex(id).String()]; isNew {
			h.add(fresh(all[k]), reflect.ValueOf(withoutDerived(all[k])))
		}
	}
	for _, name := range h.names {
		if h.changed[name] {
			if err := s.edition(name, h.roots[name], typeOf[[]T](), nil); err != nil {
				return err
			}
		}
	}
	return nil
}

// mergeAll brings the entities that files hold up to date, and takes them from
// those pending.
func (h *shelf) mergeAll(s *saver, t reflect.Type, pending map[string]reflect.Value) error {
	id, next := shapes[t].id, 0
	for _, one := range s.folder.files {
		if one.slot.value.Kind() != reflect.Slice || one.slot.value.Elem() != t {
			continue
		}
		name := one.src.name
		root, before, found, err := reread(one)
		if err != nil {
			return err
		}
		h.names = append(h.names, name)
		h.roots[name] = root
		for k, d := range found {
			// The folder's definitions of a kind stand in the order of its files,
			// and know the ids that loading derived.
			known := s.folder.definitions[entities[t]][next].id
			next++
			now, ok := pending[known]
			if !ok {
				continue
			}
			delete(pending, known)
			old := before.Index(k)
			old.FieldByIndex(id).SetString(known)
			if reflect.DeepEqual(old.Interface(), now.Interface()) {
				continue
			}
			h.changed[name] = true
			if err := merge(d.node, old, now); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	return nil
}

// add puts a new entity at the end of a file.
func (h *shelf) add(name string, v reflect.Value) {
	if h.roots[name] == nil {
		h.roots[name] = &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
		h.names = append(h.names, name)
	}
	h.changed[name] = true
	h.roots[name].Content = append(h.roots[name].Content, encode(v))
}

// withoutDerived leaves out a stance's id where loading would give it the same.
func withoutDerived(v any) any {
	if s, ok := v.(parley.Stance); ok && s.ID == StanceID(s) {
		s.ID = ""
		return s
	}
	return v
}
