package show_test

import (
	"bytes"
	"context"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/casefolder"
	"github.com/parley-desk/parley/deal"
	"github.com/parley-desk/parley/deal/show"
	"github.com/parley-desk/parley/internal/golden"
	"github.com/parley-desk/parley/page"
	"golang.org/x/net/html"
)

func text(t *testing.T, d *deal.Deals) string {
	t.Helper()
	var b bytes.Buffer
	if err := show.Page(d).Text(&b, page.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The deal spaces of the examples as a reader has them before him, on the day
// that each case names and on one more of Ukraine's.
func TestGolden(t *testing.T) {
	for _, g := range []struct{ file, example, day string }{
		{"ukraine-2025.txt", "ukraine-2025", ""},
		{"ukraine-2025-11-24.txt", "ukraine-2025", "2025-11-24"},
		{"camp-david-1978.txt", "camp-david-1978", ""},
		{"jcpoa-2015.txt", "jcpoa-2015", ""},
	} {
		t.Run(g.file, func(t *testing.T) {
			folder, err := casefolder.Load(filepath.Join("..", "..", "examples", g.example))
			if err != nil {
				t.Fatal(err)
			}
			day := folder.Case.DefaultDay
			if g.day != "" {
				day = parley.MustDate(g.day)
			}
			d, err := deal.Make(context.Background(), folder.Case.For().AsOf(day), deal.Options{Draws: 200, Seed: 1})
			if err != nil {
				t.Fatal(err)
			}
			golden.Check(t, g.file, []byte(text(t, d)))
		})
	}
}

// strait is a case of two coasts; the names are the test's to choose.
func strait(north, south string, stances ...parley.Stance) parley.Case {
	return parley.Case{
		Title:   "Fishing in the strait",
		Parties: []parley.Party{{ID: north, Name: north, Roles: []parley.Role{parley.RoleParty}}, {ID: south, Name: south, Roles: []parley.Role{parley.RoleParty}}},
		Issues: []parley.Issue{
			{ID: "quota", Title: "Quota", Alternatives: []parley.Alternative{{ID: "low"}, {ID: "high"}}},
			{ID: "season", Title: "Season", Alternatives: []parley.Alternative{{ID: "spring"}, {ID: "autumn"}}},
		},
		Stances: stances,
	}
}

func made(t *testing.T, c parley.Case, o deal.Options) *deal.Deals {
	t.Helper()
	d, err := deal.Make(context.Background(), c, o)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func stance(id, party, issue string) parley.Stance {
	return parley.Stance{ID: id, Party: party, Issue: issue, Date: parley.MustDate("2031-05-01"), Evidence: []parley.Evidence{{Says: "as " + party + " said of " + issue}}}
}

// Who reads only the first lines is not misled: what is possible, what is
// secured, and that nothing is where nothing is.
func TestFirstLines(t *testing.T) {
	refuses, accepts := stance("1", "MER", "quota"), stance("2", "SOL", "quota")
	refuses.Refuses, accepts.Refuses = []string{"low"}, []string{"high"}
	for name, tt := range map[string]struct {
		c    parley.Case
		o    deal.Options
		want []string
		not  []string
	}{
		"red lines meet": {
			strait("MER", "SOL", refuses, accepts),
			deal.Options{},
			[]string{"No package is possible", "red line: MER refuses low on quota[1]", "WHAT WOULD HAVE TO GIVE", "as MER said of quota"},
			[]string{"FAIR PACKAGES", "are possible"},
		},
		"one red line": {
			strait("MER", "SOL", refuses),
			deal.Options{},
			[]string{"2 are possible", "None is secured", "high *", "* marks"},
			[]string{"No package is possible", "WHAT BLOCKS"},
		},
		"what is supposed says so": {
			strait("MER", "SOL", refuses, accepts),
			deal.Options{Drop: []string{"SOL.quota.high"}},
			[]string{"Nobody has said so", "possible packages: 0 before, 2 now"},
			nil,
		},
	} {
		t.Run(name, func(t *testing.T) {
			got := strings.Join(strings.Fields(text(t, made(t, tt.c, tt.o))), " ")
			for _, want := range tt.want {
				if !strings.Contains(got, want) {
					t.Errorf("%q is not in\n%s", want, got)
				}
			}
			for _, not := range tt.not {
				if strings.Contains(got, not) {
					t.Errorf("%q is in\n%s", not, got)
				}
			}
		})
	}
}

// A picture is drawn from a case's data too: its names stay names.
func TestPicturesAreInert(t *testing.T) {
	bad := `<script>alert(1)</script>`
	likes, minds := stance("1", bad, "quota"), stance("2", "SOL", "quota")
	likes.Prefers, likes.Resists = []string{"low"}, []string{"high"}
	minds.Prefers, minds.Resists = []string{"high"}, []string{"low"}
	var b bytes.Buffer
	if err := show.Page(made(t, strait(bad, "SOL", likes, minds), deal.Options{})).HTML(&b); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "<svg") {
		t.Fatal("nothing is drawn: the test tests nothing")
	}
	for z := html.NewTokenizer(&b); z.Next() != html.ErrorToken; {
		if token := z.Token(); token.Data == "script" && token.Type != html.TextToken {
			t.Fatalf("a name became an element: %v", token)
		}
	}
}

// Every figure drawn has its words beside it.
func TestPicturesHaveWords(t *testing.T) {
	likes, minds := stance("1", "MER", "quota"), stance("2", "SOL", "quota")
	likes.Prefers, likes.Resists = []string{"low"}, []string{"high"}
	minds.Prefers, minds.Resists = []string{"high"}, []string{"low"}
	got := text(t, made(t, strait("MER", "SOL", likes, minds), deal.Options{}))
	for _, row := range []string{`best for +MER gets +SOL gets`, `MER +100 % +0 %`, `SOL +0 % +100 %`} {
		if !regexp.MustCompile(row).MatchString(got) {
			t.Errorf("no row like %q in\n%s", row, got)
		}
	}
}
