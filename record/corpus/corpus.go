// Package corpus reads the annotated reports that teach package record what
// an attribution looks like.
//
// A .report file has three parts divided by lines of three dashes: a header
// (title, date, style, the parties and their people), the text with its marks
// and the answers. GUIDE.md in this folder says how one is written; this
// package turns it into a plain text with byte offsets:
//
//	{s1 Ana Dure} {v1 said} {c1 “not yet.”}
//
// becomes the text `Ana Dure said “not yet.”` and one [Attribution] whose
// Source is [0,8), whose Cue is [9,13) and whose Content is [14,27).
//
// Whatever is wrong with a file is reported with its line and column, all of
// it at once, in words that say what was expected ([Problems]).
package corpus

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/parley-desk/parley/record/token"
)

// A Span is a half-open range of bytes [Start, End) of a report's text.
type Span = token.Span

// A Report is one annotated report: its plain text and what a person found in it.
type Report struct {
	Name         string // the file's name without its folder and ending
	Header       Header
	Text         string // plain text, paragraphs parted by a blank line
	Attributions []Attribution
	Meetings     []Meeting
}

// Header is what is known of a report before it is read.
type Header struct {
	Title   string
	Date    string // YYYY-MM-DD
	Style   string // newswire, broadcast, transcript, …
	Setting string // invented or historical
	Parties map[string]Party
}

// Party is one actor of the talks with the people who speak for it.
type Party struct {
	Name    string
	Aliases List
	People  map[string]Person
}

// Person is somebody the answers may name.
type Person struct {
	Name    string
	Title   string
	Aliases List
}

// An Attribution puts words, a demand, a belief or an expectation to
// somebody's account. Number is the label of its marks.
type Attribution struct {
	Number               int
	Source, Cue, Content []Span
	Answer
}

// Answer is what the words alone do not say: the kind of the cue, who speaks,
// and the way the words came.
type Answer struct {
	Kind      string // speech, position, expectation, other or post
	Who       List   // ids of people of the header
	Party     List   // ids of parties of the header
	Anonymous bool
	Count     int    // how many unnamed sources; 0 where the text does not say
	Outlet    string // the source is this medium or document
	Via       List   // outlets the words came through, nearest the speaker first
	Holds     Numbers
	Author    string // of a post
	Handle    string
	Date      string
	Platform  string
}

// A Meeting is one encounter that the report tells of.
type Meeting struct {
	Who    List // ids of people and parties
	Where  string
	Site   string
	When   string // as exactly as the text says: 2031-04-02, 2031-04, …
	Hours  float64
	Format string // bilateral, trilateral, plenary, proximity, shuttle, caucus, phone
}

// Kinds are the kinds of cue that an answer may give.
var kinds = []string{"speech", "position", "expectation", "other", "post"}

// Formats are the forms of a meeting, as VOCABULARY has them.
var formats = []string{"bilateral", "trilateral", "multilateral", "plenary", "proximity", "shuttle", "caucus", "phone", "video", "back channel"}

// Load reads every .report file of a folder, in the order of their names.
func Load(fsys fs.FS) ([]*Report, error) {
	names, err := fs.Glob(fsys, "*.report")
	if err != nil {
		return nil, err
	}
	sort.Strings(names)
	var reports []*Report
	for _, name := range names {
		b, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		r, err := Parse(name, b)
		if err != nil {
			return nil, err
		}
		reports = append(reports, r)
	}
	return reports, nil
}

// LoadDir is [Load] for a folder of the disk.
func LoadDir(dir string) ([]*Report, error) {
	if _, err := os.Stat(dir); err != nil {
		return nil, fmt.Errorf("corpus: %w (give the folder that holds the .report files)", err)
	}
	return Load(os.DirFS(dir))
}

// HeldOut tells whether a report is kept for testing: a third of all names,
// by a hash that does not change when reports are added.
func HeldOut(name string) bool {
	name = strings.TrimSuffix(filepath.Base(name), ".report")
	h := uint32(2166136261) // FNV-1a
	for i := 0; i < len(name); i++ {
		h = (h ^ uint32(name[i])) * 16777619
	}
	h ^= h >> 15
	h *= 2246822519
	h ^= h >> 13
	return h%3 == 0
}
