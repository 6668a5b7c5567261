package intake

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

func TestRead(t *testing.T) {
	latin, _ := charmap.Windows1252.NewEncoder().String("“Café,” she said.")
	for _, c := range []struct{ name, data, want, title, date string }{
		{"a.txt", "\xef\xbb\xbf“Not yet,” she said.", "“Not yet,” she said.", "", ""},
		{"b.txt", latin, "“Café,” she said.", "", ""},
		{"mixed.txt", "“Not yet,” she said.\n" + latin, "“Not yet,” she said.\n“Café,” she said.", "", ""},
		{"c.txt", "\xff\xfeH\x00i\x00", "Hi", "", ""},
		{"d.txt", "T\x00a\x00l\x00k\x00s\x00", "Talks", "", ""},
		{
			"e.md", "---\ntitle: Talks\ndate: 2031-04-02\n---\n# Talks\n\n**Dure** said [no](http://x.example).\n> “Not yet.”\n",
			"Talks\n\nDure said no.\n“Not yet.”\n", "Talks", "2031-04-02",
		},
		{"f.eml", "From: =?utf-8?q?Ana_Dur=C3=A9?= <a@example.org>\r\nSubject: =?windows-1252?q?Caf=E9?=\r\nDate: Wed, 02 Apr 2031 10:00:00 +0000\r\n" +
			"Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
			"The caf=E9 is =\r\nopen.\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>no</p>\r\n--b--\r\n", "The café is open.", "Café", "2031-04-02"},
		{"g.eml", "From: a@example.org\r\nSubject: x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+Tm90IHlldC48L3A+\r\n", "Not yet.", "x", ""},
		{"h.jsonl", `{"id":"k","title":"T","text":"Not yet.","date":"2031-04-02"}` + "\n", "Not yet.", "T", "2031-04-02"},
		{
			"", "<!DOCTYPE html><html><body><nav>Home</nav><p>Dure said<br>no.</p><blockquote class=\"twitter-tweet\"><p>Soon.</p>— Ana Dure (@dure) <a>April 2, 2031</a></blockquote></body></html>",
			"Dure said\nno.\n\nSoon. — Ana Dure (@dure) April 2, 2031", "", "",
		},
	} {
		docs, err := Read(c.name, []byte(c.data))
		if err != nil || len(docs) != 1 {
			t.Errorf("%s: %v, %d documents", c.name, err, len(docs))
			continue
		}
		d := docs[0]
		if strings.TrimSpace(d.Text) != strings.TrimSpace(c.want) || d.Title != c.title || d.Date != c.date {
			t.Errorf("%s: got %q title %q date %q, want %q", c.name, d.Text, d.Title, d.Date, c.want)
		}
	}
}

func TestReadArticle(t *testing.T) {
	p := "<p>" + strings.Repeat("The delegations talked through the afternoon, and nobody who came out said a word of it. ", 5) + "</p>"
	page := `<html><head><title>Talks in Trell</title><meta property="og:site_name" content="Trell Courier"></head><body>
<nav><a href=/>Home</a> <a href=/>World</a></nav><article><h1>Talks in Trell</h1>` + strings.Repeat(p, 4) + `</article><footer>Sign up for our newsletter</footer></body></html>`
	docs, err := Read("page.html", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	if d := docs[0]; strings.Contains(d.Text, "newsletter") || strings.Contains(d.Text, "Home") || strings.Count(d.Text, "nobody who came out") != 20 || d.Outlet != "Trell Courier" {
		t.Errorf("%+v", d)
	}
}

func TestReadTellsWhatIsWrong(t *testing.T) {
	for name, data := range map[string]string{
		"a.jsonl": "{\"id\": 1}\n",
		"b.jsonl": "{\"id\": \"x\"}\n",
		"c.eml":   "no head",
	} {
		if _, err := Read(name, []byte(data)); err == nil || !strings.HasPrefix(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Whatever the bytes, the text is UTF-8 and nothing panics.
func FuzzRead(f *testing.F) {
	f.Add("a.html", "<p>x<blockquote class=tweet>y")
	f.Add("a.eml", "From: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n")
	f.Add("", "\xff\xfea")
	f.Add("a.md", "---\ntitle: x\n---\n**a* _b_")
	f.Fuzz(func(t *testing.T, name, data string) {
		docs, err := Read(name, []byte(data))
		if err != nil {
			return
		}
		for _, d := range docs {
			if !utf8.ValidString(d.Text) {
				t.Errorf("%q is not UTF-8", d.Text)
			}
		}
	})
}
