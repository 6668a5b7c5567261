package corpus

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"unicode/utf8"
)

// line is a document of a JSONL corpus. Offsets count Unicode code points; a
// role is null, [start, end] or [[start, end], …].
type line struct {
	ID, Text, Date string
	Attributions   []struct{ Source, Cue, Content points }
}

// points is a role's spans.
type points [][2]int

func (p *points) UnmarshalJSON(b []byte) error {
	var one [2]int
	if err := json.Unmarshal(b, &one); err == nil && string(b) != "null" {
		*p = points{one}
		return nil
	}
	var many [][2]int
	err := json.Unmarshal(b, &many)
	*p = many
	return err
}

// LoadJSONL reads a corpus of another's making: a document a line with `id`,
// `text` and `attributions`. Its attributions have no answers beyond the three
// roles.
func LoadJSONL(file string) ([]*Report, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<26)
	var out []*Report
	for n := 1; s.Scan(); n++ {
		if strings.TrimSpace(s.Text()) == "" {
			continue
		}
		var l line
		if err := json.Unmarshal(s.Bytes(), &l); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n, err)
		}
		r, err := l.report()
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n, err)
		}
		out = append(out, r)
	}
	return out, s.Err()
}

func (l *line) report() (*Report, error) {
	at := make([]int, 0, len(l.Text)+1) // byte of each code point
	for i := range l.Text {
		at = append(at, i)
	}
	at = append(at, len(l.Text))
	r := &Report{Name: l.ID, Text: l.Text, Header: Header{Date: l.Date}}
	for i, a := range l.Attributions {
		out := Attribution{Number: i + 1}
		for _, role := range []struct {
			in  points
			out *[]Span
		}{{a.Source, &out.Source}, {a.Cue, &out.Cue}, {a.Content, &out.Content}} {
			for _, p := range role.in {
				if p[0] < 0 || p[1] < p[0] || p[1] >= len(at) {
					return nil, fmt.Errorf("document %s: span %v lies outside its text of %d code points", l.ID, p, utf8.RuneCountInString(l.Text))
				}
				if p[1] > p[0] {
					*role.out = append(*role.out, Span{Start: at[p[0]], End: at[p[1]]})
				}
			}
		}
		r.Attributions = append(r.Attributions, out)
	}
	return r, nil
}

// LoadForeign reads every .jsonl file of a folder, by name: news before others.
func LoadForeign(dir string) (names []string, sets map[string][]*Report, err error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.jsonl"))
	if err != nil {
		return nil, nil, err
	}
	sort.Strings(files)
	sets = map[string][]*Report{}
	for _, f := range files {
		reports, err := LoadJSONL(f)
		if err != nil {
			return nil, nil, err
		}
		name := strings.TrimSuffix(filepath.Base(f), ".jsonl")
		names = append(names, name)
		sets[name] = reports
	}
	if len(names) == 0 {
		return nil, nil, fmt.Errorf("%s holds no .jsonl file", dir)
	}
	return names, sets, nil
}
