package token

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// tagged shows a text a sentence a line, each token with its part of speech
// and a bar for each quotation it stands in.
func tagged(src string) string {
	t := Read(src)
	var b strings.Builder
	for _, s := range t.Sentences {
		for i := s.First; i < s.End; i++ {
			k := &t.Tokens[i]
			if i > s.First {
				b.WriteByte(' ')
			}
			fmt.Fprintf(&b, "%s%s", strings.Repeat("|", int(k.Depth)), t.Src[k.Start:k.End])
			if k.Kind == Word {
				fmt.Fprintf(&b, "/%v", k.Tag)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"curly quotes", "“Not yet,” Dure said. “Soon.”", "|“ |Not/NOT |yet/CONJ |, |” Dure/NAME said/PAST .\n|“ |Soon/ADV |. |”\n"},
		{"doubled apostrophes", "''Not yet,'' she said.", "|'' |Not/NOT |yet/CONJ |, |'' she/PRON said/PAST .\n"},
		{"quote in quote", `"It's ''a draft'', no more," he said.`, "|\" |It/PRON |'s/AUX |'' |a/DET |draft/NOUN |'' |, |no/DET |more/DET |, |\" he/PRON said/PAST .\n"},
		{
			"British quotes and apostrophes", "‘The ministers’ text isn’t ready,’ she said.",
			"|‘ |The/DET |ministers/NOUN |’ |text/NOUN |isn’t/AUX |ready/ADJ |, |’ she/PRON said/PAST .\n",
		},
		{"question in a quote", "“Why?” Holt asked. “No.” She left.", "|“ |Why/WH |? |” Holt/NAME asked/PAST .\n|“ |No/DET |. |”\nShe/PRON left/PAST .\n"},
		{"a quotation after the hour", "He left at 3 p.m. “It is late.”", "He/PRON left/PAST at/PREP 3 p.m./NOUN\n|“ |It/PRON |is/AUX |late/ADJ |. |”\n"},
		{"abbreviations", "The U.S. envoy met Mr. Holt at 10 a.m. on Monday.", "The/DET U.S./NAME envoy/NOUN met/PAST Mr./NAME Holt/NAME at/PREP 10 a.m./NOUN on/PREP Monday/NAME .\n"},
		{"clitics and money", "Vale’s offer of $3,000 won’t do.", "Vale/NAME ’s/POSS offer/NOUN of/PREP $ 3,000 won’t/MODAL do/AUX .\n"},
		{"verbs that are nouns", "Police say the union demands more. Talks resume.", "Police/NOUN say/VERB the/DET union/NOUN demands/VERB more/DET .\nTalks/NOUN resume/VERB .\n"},
		{"a clause that wants its verb", "The treaty of 2006 says it. The other states that. A third official thought it early.", "The/DET treaty/NOUN of/PREP 2006 says/VERB it/PRON .\nThe/DET other/ADJ states/VERB that/PRON .\nA/DET third/ADJ official/ADJ thought/PAST it/PRON early/ADV .\n"},
		{"a verb after a relative clause", "People who were in the room say the deal was done.", "People/NOUN who/PRON were/AUX in/PREP the/DET room/NOUN say/VERB the/DET deal/NOUN was/AUX done/PART .\n"},
		{"a verb after an apposition", "The draft, seen by us, calls for a truce.", "The/DET draft/NOUN , seen/PART by/PREP us/PRON , calls/VERB for/PREP a/DET truce/NOUN .\n"},
		{"a noun before its verb", "State records show that. The reports the paper printed were long.", "State/NOUN records/NOUN show/VERB that/PRON .\nThe/DET reports/NOUN the/DET paper/NOUN printed/PAST were/AUX long/ADJ .\n"},
		{"handles and links", "Soon 🕯️ pic.twitter.com/x1 — Ana (@dure)", "Soon/ADV 🕯️ pic.twitter.com/x1 — Ana/NAME ( @dure )\n"},
	} {
		if d := cmp.Diff(c.want, tagged(c.in)); d != "" {
			t.Errorf("%s (-want +got)\n%s", c.name, d)
		}
	}
}

func TestParagraphs(t *testing.T) {
	long := strings.Repeat("and the talks went on through the night ", 5)
	for _, c := range []struct {
		name, in string
		want     int
	}{
		{"blank lines", "One.\n\nTwo.\n \nThree.", 3},
		{"a line each", long + "\n" + long + "\n" + long, 3},
		{"wrapped lines", "The ministers met on Tuesday for five hours and came out of the\nhouse without a word to anybody who was waiting at the gate with\na question.", 1},
		{"speakers", "Q: Is there a text?\nMS HOLT: There are several.", 2},
	} {
		if got := len(Read(c.in).Paragraphs); got != c.want {
			t.Errorf("%s: %d paragraphs, want %d", c.name, got, c.want)
		}
	}
}

func TestLemmas(t *testing.T) {
	lex := words()
	for form, want := range map[string]string{
		"said": "say", "denies": "deny", "planned": "plan", "insisting": "insist", "told": "tell",
		"refused": "refuse", "put": "put", "thinks": "think", "vowed": "vow", "table": "table",
	} {
		if got, _ := lex.verbLemma(form); got != want {
			t.Errorf("%s: %q, want %q", form, got, want)
		}
	}
}

// Tokens, sentences, paragraphs and quotations cover the text in order.
func FuzzRead(f *testing.F) {
	f.Add("“a” 'b' ''c'' \"d\" — Mr. X.\n\nQ: e?\n‘f’s’")
	f.Fuzz(func(t *testing.T, src string) {
		x := Read(src)
		last := 0
		for i := range x.Tokens {
			k := &x.Tokens[i]
			if k.Start < last || k.End <= k.Start || k.End > len(src) || utf8.ValidString(src) && !utf8.ValidString(src[k.Start:k.End]) {
				t.Fatalf("token %d is [%d,%d) after %d", i, k.Start, k.End, last)
			}
			last = k.End
			if q := k.Quote; q >= 0 && (i < x.Quotes[q].First || i >= x.Quotes[q].End) {
				t.Fatalf("token %d lies outside its quotation %v", i, x.Quotes[q])
			}
		}
		for i := range x.Tokens {
			if k := &x.Tokens[i]; (k.Open || k.Close) && k.Quote < 0 {
				t.Fatalf("token %d opens or closes no quotation", i)
			}
		}
		for _, rs := range [][]Range{x.Sentences, x.Paragraphs} {
			at := 0
			for _, r := range rs {
				if r.First != at || r.End <= r.First {
					t.Fatalf("%v does not follow %d", r, at)
				}
				at = r.End
			}
			if at != len(x.Tokens) {
				t.Fatalf("%d of %d tokens covered", at, len(x.Tokens))
			}
		}
	})
}
