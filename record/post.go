package record

import (
	"regexp"
	"sort"
	"strings"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record/day"
	"github.com/parley-desk/parley/record/token"
)

// Post is what is known of an embedded post besides its words.
type Post struct {
	Author, Handle string
	Date           parley.Date
	Platform       string
}

const monthNames = `(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?`

// postSigned is the signature under an embedded post:
//
//	… — Ana Dure / Ана Дуре (@anadure) November 30, 2025
var postSigned = regexp.MustCompile(`(?:—|–|--|-)\s*([^\n—–()@]{1,90}?)\s*\((@\w{1,30})(?:@[\w.-]+)?\)(?:\s*(?:,|on|·|\||:)?\s*(?:(` +
	monthNames + `)\s+(\d{1,2}),?\s+(\d{4})|(\d{1,2})\s+(` + monthNames + `),?\s+(\d{4})|(\d{4})-(\d\d)-(\d\d)))?`)

// postTail is a link or bare picture address that ends a post's words.
var postTail = regexp.MustCompile(`(?:\s*(?:https?://|pic\.twitter\.com/|t\.co/)\S+)+\s*$`)

var platforms = []struct{ sign, name string }{
	{"pic.twitter.com", "X"},
	{"t.co/", "X"},
	{"twitter.com", "X"},
	{"//x.com", "X"},
	{"truthsocial", "Truth Social"},
	{"Truth Social", "Truth Social"},
	{"t.me/", "Telegram"},
	{"Telegram", "Telegram"},
	{"bsky", "Bluesky"},
	{"Bluesky", "Bluesky"},
	{"mastodon", "Mastodon"},
	{"facebook.com", "Facebook"},
	{"Facebook", "Facebook"},
	{"instagram", "Instagram"},
	{"Instagram", "Instagram"},
	{"Twitter", "X"},
	{" X,", "X"},
}

// postLength is how many bytes of words a post has where nothing but its
// signature tells it from the report around it.
const postLength = 320

// posts finds the posts embedded in the report. The paragraph up to the
// signature is the post, or what follows an earlier signature. Where the
// paragraph goes on after it, or is all there is, the post is the last few
// sentences before its signature.
func (w *work) posts() {
	for i, p := range w.Paragraphs {
		if w.roles[i] == furniture {
			continue
		}
		from, to := w.Tokens[p.First].Start, w.Tokens[p.End-1].End
		para := w.Src[from:to]
		if !strings.Contains(para, "(@") {
			continue
		}
		start := 0
		for _, m := range postSigned.FindAllStringSubmatchIndex(para, -1) {
			group := func(k int) string {
				if m[2*k] < 0 {
					return ""
				}
				return para[m[2*k]:m[2*k+1]]
			}
			if alone := len(w.Paragraphs) > 1 && strings.TrimSpace(para[m[1]:]) == ""; !alone && m[0]-start > postLength {
				start = w.sentenceAfter(p, from+m[0]-postLength) - from
			}
			words := w.trimPost(Span{Start: from + start, End: from + m[0]})
			if words.Start >= words.End {
				continue
			}
			author, _, _ := strings.Cut(group(1), " / ")
			post := &Post{Author: strings.TrimSpace(author), Handle: group(2), Platform: platform(para[start:m[1]])}
			post.Date = postDate(group(3)+group(7), group(4)+group(6), group(5)+group(8))
			if group(9) != "" {
				post.Date, _ = parley.ParseDate(group(9) + "-" + group(10) + "-" + group(11))
			}
			a := found{post: post, first: p.First, para: i}
			end := m[5] + 1 // past the handle's bracket
			for end < len(para) && para[end-1] != ')' {
				end++
			}
			a.source = []Span{{Start: from + m[2], End: from + end}}
			a.content = []Span{words}
			w.found = append(w.found, a)
			w.covered = append(w.covered, Span{Start: from + start, End: from + m[1]})
			w.posted = append(w.posted, post)
			if 2*(m[1]-start) > len(para) {
				w.roles[i] = postRole
			}
			start = m[1]
		}
	}
}

// sentenceAfter is the byte at which the first sentence of a paragraph starts
// that starts at or after a byte, or that byte's token where none does.
func (w *work) sentenceAfter(p token.Range, at int) int {
	i := p.First + sort.Search(p.End-p.First, func(k int) bool { return w.Tokens[p.First+k].Start >= at })
	for j := i; j < p.End; j++ {
		if w.Sentences[w.Tokens[j].Sent].First == j {
			return w.Tokens[j].Start
		}
	}
	return w.Tokens[min(i, p.End-1)].Start
}

// postAt is the post that covers a byte of the text, or nil.
func (w *work) postAt(at int) *Post {
	i := sort.Search(len(w.covered), func(i int) bool { return w.covered[i].End > at })
	if i == len(w.covered) || w.covered[i].Start > at {
		return nil
	}
	return w.posted[i]
}

func (w *work) inPost(at int) bool { return w.postAt(at) != nil }

// poster is who wrote the post that a token stands in.
func (w *work) poster(at int) identity {
	if p := w.postAt(w.Tokens[at].Start); p != nil {
		return w.postAuthor(p)
	}
	return identity{}
}

// trimPost takes white space, a trailing link and an opening `date` line off a
// post's words.
func (w *work) trimPost(s Span) Span {
	words := w.Src[s.Start:s.End]
	if m := postTail.FindStringIndex(words); m != nil && m[0] > 0 {
		words = words[:m[0]]
	}
	if m := dateLine.FindStringIndex(words); m != nil && s.Start < 64 {
		words, s.Start = words[m[1]:], s.Start+m[1]
	}
	s.End = s.Start + len(strings.TrimRight(words, " \t\n\u00a0"))
	trimmed := strings.TrimLeft(words, " \t\n\u00a0.,;:")
	s.Start += len(words) - len(trimmed)
	return s
}

func postDate(month, dayOf, year string) parley.Date {
	if month == "" {
		return parley.Date{}
	}
	d := parley.Date{Month: day.Month(month)}
	for _, c := range dayOf {
		d.Day = d.Day*10 + int(c-'0')
	}
	for _, c := range year {
		d.Year = d.Year*10 + int(c-'0')
	}
	if _, err := parley.ParseDate(d.String()); err != nil {
		return parley.Date{}
	}
	return d
}

func platform(text string) string {
	for _, p := range platforms {
		if strings.Contains(text, p.sign) {
			return p.name
		}
	}
	return ""
}
