package casefolder

import (
	"fmt"
	"slices"

	"github.com/parley-desk/parley"
	"go.yaml.in/yaml/v4"
)

// RemoveStatement takes a statement out of the record, with the comments that
// stand above it, and saves. Saving alone never removes anything.
func (f *Folder) RemoveStatement(id string) error {
	k := slices.IndexFunc(f.Case.Statements, func(s parley.Statement) bool { return s.ID == id })
	if k < 0 {
		return fmt.Errorf("the record has no statement %q", id)
	}
	d := f.places[place{kind: StatementKind, id: id}]
	if d == nil {
		return fmt.Errorf("the statement %q is not in a file yet", id)
	}
	s := saver{folder: f, editions: map[string][]byte{}}
	root, _, found, err := reread(s.file(d.src.name))
	if err != nil {
		return err
	}
	for _, one := range found {
		if one.id == id {
			root.Content = slices.DeleteFunc(root.Content, func(n *yaml.Node) bool { return n == one.node })
			break
		}
	}
	if err := s.edition(d.src.name, root, typeOf[[]parley.Statement](), nil); err != nil {
		return err
	}
	for _, name := range s.names {
		if err := replaceFile(f.path(name), s.editions[name]); err != nil {
			return err
		}
	}
	fresh, err := Load(f.dir)
	if err != nil {
		return err
	}
	*f = *fresh
	return nil
}
