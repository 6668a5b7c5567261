// Command wordnet boils Princeton's WordNet 3.0 down to what the reader of
// reports asks of a word: whether it can be a noun, a verb, an adjective or an
// adverb, how often it is each, and what sort of thing its first sense names.
//
//	go run ./record/token/wordnet -dict /usr/share/wordnet -out record/token/wordnet.bin
//
// The dict folder is the one of the WordNet 3.0 release (Debian: wordnet-base).
// WordNet's licence is in NOTICE. The output is the same, byte for byte, each
// time.
package main

import (
	"bufio"
	"bytes"
	"compress/flate"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
)

// entry is what is kept of one word: how frequent each part of speech is
// (0 never, 1 rare, 2 some, 3 often) and the lexicographer file of the first
// noun and verb sense.
type entry struct {
	freq       [4]int // noun, verb, adjective, adverb: times tagged, -1 never
	noun, verb int
}

var parts = []string{"noun", "verb", "adj", "adv"}

func main() {
	dict := flag.String("dict", "/usr/share/wordnet", "folder of WordNet's index, data and exception files")
	out := flag.String("out", "record/token/wordnet.bin", "file to write")
	flag.Parse()
	words := map[string]*entry{}
	for pos, name := range parts {
		if err := index(words, *dict, pos, name); err != nil {
			log.Fatal(err)
		}
	}
	if err := counts(words, *dict); err != nil {
		log.Fatal(err)
	}
	irregular, err := exceptions(*dict)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(*out, pack(words, irregular), 0o666); err != nil {
		log.Fatal(err)
	}
}

// plain tells whether a lemma is one lower-case word.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if (s[i] < 'a' || s[i] > 'z') && (s[i] != '-' || i == 0) {
			return false
		}
	}
	return len(s) > 1
}

func index(words map[string]*entry, dict string, pos int, name string) error {
	data, err := os.ReadFile(filepath.Join(dict, "data."+name))
	if err != nil {
		return err
	}
	return lines(filepath.Join(dict, "index."+name), func(line string) error {
		f := strings.Fields(line)
		if strings.HasPrefix(line, " ") || len(f) < 6 || !plain(f[0]) {
			return nil
		}
		pointers, _ := strconv.Atoi(f[3])
		first, err := strconv.Atoi(f[6+pointers])
		if err != nil || first+11 > len(data) {
			return fmt.Errorf("index.%s: %q has no sense", name, f[0])
		}
		file, _ := strconv.Atoi(string(data[first+9 : first+11]))
		e := words[f[0]]
		if e == nil {
			e = &entry{freq: [4]int{-1, -1, -1, -1}}
			words[f[0]] = e
		}
		e.freq[pos] = 0
		switch pos {
		case 0:
			e.noun = file
		case 1:
			e.verb = file
		}
		return nil
	})
}

// counts adds how often each sense was tagged in WordNet's own texts.
func counts(words map[string]*entry, dict string) error {
	return lines(filepath.Join(dict, "cntlist.rev"), func(line string) error {
		f := strings.Fields(line)
		lemma, sense, ok := strings.Cut(f[0], "%")
		e := words[lemma]
		if !ok || e == nil || len(f) < 3 {
			return nil
		}
		n, err := strconv.Atoi(f[2])
		if err != nil {
			return err
		}
		pos := map[byte]int{'1': 0, '2': 1, '3': 2, '4': 3, '5': 2}[sense[0]]
		e.freq[pos] += n
		return nil
	})
}

// exceptions lists irregular verb forms and noun plurals: form and lemma.
func exceptions(dict string) ([]string, error) {
	var all []string
	for _, name := range []string{"verb", "noun"} {
		err := lines(filepath.Join(dict, name+".exc"), func(line string) error {
			if f := strings.Fields(line); len(f) >= 2 && plain(f[0]) && plain(f[1]) {
				all = append(all, f[0]+" "+f[1]+" "+name[:1])
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	sort.Strings(all)
	return all, nil
}

func lines(file string, each func(string) error) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		if err := each(s.Text()); err != nil {
			return err
		}
	}
	return s.Err()
}

func bucket(n int) int {
	switch {
	case n < 0:
		return 0
	case n == 0:
		return 1
	case n < 10:
		return 2
	}
	return 3
}

// keep leaves out nouns and adjectives that were never tagged and tell nothing.
func keep(e *entry) bool {
	const group, person, communication = 14, 18, 10
	return e.freq[1] >= 0 || e.freq[0] > 0 || e.freq[2] > 0 || e.freq[3] > 0 ||
		e.noun == group || e.noun == person || e.noun == communication
}

// pack writes the words sorted, each as the length it shares with the word
// before, the rest, a zero and three bytes; then the irregular forms as lines.
func pack(words map[string]*entry, irregular []string) []byte {
	var names []string
	for w, e := range words {
		if keep(e) {
			names = append(names, w)
		}
	}
	sort.Strings(names)
	var plain bytes.Buffer
	fmt.Fprintf(&plain, "%d\n", len(names))
	last := ""
	for _, w := range names {
		n := 0
		for n < len(w) && n < len(last) && w[n] == last[n] {
			n++
		}
		e := words[w]
		freq := 0
		for i, f := range e.freq {
			freq |= bucket(f) << (2 * i)
		}
		plain.WriteByte(byte(n))
		plain.WriteString(w[n:])
		plain.Write([]byte{0, byte(freq), byte(e.noun), byte(e.verb)})
		last = w
	}
	plain.WriteString(strings.Join(irregular, "\n"))
	var out bytes.Buffer
	z, _ := flate.NewWriter(&out, flate.BestCompression)
	z.Write(plain.Bytes())
	z.Close()
	return out.Bytes()
}
