package interchange

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// fuzzRead gives a domain file and a profile to one format's reader, beginning
// with those of the golden archives and of the folder as it is written. Nothing
// may panic; and what can be read and written is the same when read again.
func fuzzRead(f *testing.F, format, ending string) {
	for _, archive := range must(filepath.Glob("testdata/read/" + format + "*.txtar")) {
		before, _, _ := strings.Cut(string(must(os.ReadFile(archive))), "-- want --")
		fsys := unpack(before)
		var texts []string
		for _, name := range (folder{fsys: fsys}).files(ending) {
			texts = append(texts, string(fsys[name].Data))
		}
		f.Add(append(texts, "", "")[0], append(texts, "", "")[1])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		fsys := fstest.MapFS{"a" + ending: {Data: []byte(a)}, "b" + ending: {Data: []byte(b)}}
		s, err := mustFormat(format).Read(fsys)
		if err != nil {
			return
		}
		if _, err := s.Problem(); err != nil && len(s.Parties) <= 8 {
			t.Fatalf("what was read is no problem: %v", err)
		}
		if _, err := s.Case(); err != nil {
			t.Fatalf("what was read is no case: %v", err)
		}
		files, err := mustFormat(format).Write(s)
		if err != nil {
			return // it cannot be written, and says why
		}
		again, err := mustFormat(format).Read(fileSystem(files))
		if err != nil {
			t.Fatalf("what was written cannot be read: %v\n%s", err, files)
		}
		if diff := cmp.Diff(sums(s), sums(again)); diff != "" {
			t.Fatalf("(-read +written and read)\n%s", diff)
		}
	})
}

// sums are the worths of the best packages, in no order: parties may be read
// in another.
func sums(s *Scenario) map[string]int {
	all := map[string]int{}
	for k := range s.Parties {
		all[s.Parties[k].most().RatString()]++
	}
	return all
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func FuzzGenius(f *testing.F)     { fuzzRead(f, "genius", ".xml") }
func FuzzGeniusWeb(f *testing.F)  { fuzzRead(f, "geniusweb", ".json") }
func FuzzNegmasYAML(f *testing.F) { fuzzRead(f, "negmas", ".yml") }
func FuzzNegmasJSON(f *testing.F) { fuzzRead(f, "negmas", ".json") }
func FuzzPlain(f *testing.F)      { fuzzRead(f, "plain", ".json") }
