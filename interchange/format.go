package interchange

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Format is one program's way to keep a scenario.
type Format struct {
	Name    string // as the command line has it
	Program string // for people
	detect  func(folder) bool
	read    func(folder) (*Scenario, error)
	write   func(*Scenario) ([]File, error)
}

// File is one file of a scenario that was written.
type File struct {
	Name string
	Data []byte
}

// Formats lists every format.
func Formats() []Format {
	return []Format{
		{"genius", "GENIUS", isGenius, readGenius, writeGenius},
		{"geniusweb", "GeniusWeb", isGeniusWeb, readGeniusWeb, writeGeniusWeb},
		{"negmas", "NegMAS", isNegmas, readNegmas, writeNegmas},
		{"plain", "Parley", isPlain, readPlain, writePlain},
	}
}

// Named finds a format by its name.
func Named(name string) (Format, error) {
	var names []string
	for _, f := range Formats() {
		if f.Name == name {
			return f, nil
		}
		names = append(names, f.Name)
	}
	return Format{}, fmt.Errorf("unknown format %q: expected one of %s", name, strings.Join(names, ", "))
}

// Detect says in which format a folder keeps a scenario, by what its files say
// and not by what they are called; false where it keeps none.
func Detect(fsys fs.FS) (Format, bool) {
	dir := folder{fsys: fsys}
	for _, f := range Formats() {
		if f.detect(dir) {
			return f, true
		}
	}
	return Format{}, false
}

// Read reads the scenario in a folder. With profiles given it takes only the
// parties in these files; without, in the order of the files' names, every one.
func (f Format) Read(fsys fs.FS, profiles ...string) (*Scenario, error) {
	s, err := f.read(folder{fsys, profiles})
	if err != nil {
		return nil, err
	}
	return s, s.Check()
}

// Write makes the files of a scenario. A scenario that the format cannot carry
// is refused with the reason.
func (f Format) Write(s *Scenario) ([]File, error) {
	if err := s.Check(); err != nil {
		return nil, err
	}
	files, err := f.write(s)
	if err != nil {
		return nil, fmt.Errorf("%s cannot carry this: %w", f.Program, err)
	}
	return files, nil
}

// Refusal says why a file cannot be read as a scenario.
type Refusal struct {
	File   string
	Line   int // 0 where none is known
	Reason string
}

func (r *Refusal) Error() string {
	if r.Line == 0 {
		return fmt.Sprintf("%s: %s", r.File, r.Reason)
	}
	return fmt.Sprintf("%s:%d: %s", r.File, r.Line, r.Reason)
}

// refuse makes a refusal.
func refuse(file string, line int, format string, args ...any) error {
	return &Refusal{file, line, fmt.Sprintf(format, args...)}
}

// folder is where a scenario is read from, and which profiles of it are wanted.
type folder struct {
	fsys     fs.FS
	profiles []string
}

// largest is the size of the largest file that is read.
const largest = 64 << 20

// files are the names of the files with one of the endings, in order, without
// hidden ones.
func (d folder) files(endings ...string) []string {
	entries, err := fs.ReadDir(d.fsys, ".")
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() && !strings.HasPrefix(e.Name(), ".") && slices.Contains(endings, strings.ToLower(path.Ext(e.Name()))) {
			names = append(names, e.Name())
		}
	}
	return names
}

// wants reports whether a profile is to be read.
func (d folder) wants(name string) bool {
	return len(d.profiles) == 0 || slices.Contains(d.profiles, name)
}

// found puts the profiles that were read into the order asked for, and refuses
// names that none has.
func (d folder) found(parties map[string]Party) ([]Party, error) {
	names := d.profiles
	if len(names) == 0 {
		for name := range parties {
			names = append(names, name)
		}
		slices.Sort(names)
	}
	var all []Party
	for _, name := range names {
		p, ok := parties[name]
		if !ok {
			return nil, refuse(name, 0, "is no profile of this scenario")
		}
		all = append(all, p)
	}
	return all, nil
}

func (d folder) data(name string) ([]byte, error) {
	info, err := fs.Stat(d.fsys, name)
	if err == nil && info.Size() > largest {
		return nil, refuse(name, 0, "is larger than %d MB", largest>>20)
	}
	data, err := fs.ReadFile(d.fsys, name)
	if err != nil {
		var path *fs.PathError
		if errors.As(err, &path) {
			err = path.Err
		}
		return nil, refuse(name, 0, "%v", err)
	}
	return data, nil
}

// stem is a file's name without its ending.
func stem(name string) string { return strings.TrimSuffix(path.Base(name), path.Ext(name)) }

// fileNames gives every party a file of its own name, as far as file names can
// bear it, and none that of the domain.
func fileNames(s *Scenario, domain, ending string) []string {
	taken := map[string]bool{strings.ToLower(domain): true}
	var names []string
	for k := range s.Parties {
		base := fileName(s.Parties[k].Name)
		name := base
		for n := 2; taken[strings.ToLower(name)]; n++ {
			name = fmt.Sprintf("%s-%d", base, n)
		}
		taken[strings.ToLower(name)] = true
		names = append(names, name+ending)
	}
	return names
}

// fileName leaves of a name what every file system takes.
func fileName(name string) string {
	var b strings.Builder
	for _, r := range name {
		switch {
		case r == '-' || r == '_' || r == '.' && b.Len() > 0, r >= '0' && r <= '9', r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r > 127:
			b.WriteRune(r)
		case b.Len() > 0:
			b.WriteByte('-')
		}
	}
	if trimmed := strings.Trim(b.String(), "-."); trimmed != "" && len(trimmed) <= 120 {
		return trimmed
	}
	return "unnamed"
}
