package brief_test

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/brief"
	"github.com/parley-desk/parley/casefolder"
	"github.com/parley-desk/parley/page"
)

// BenchmarkProcess is what a person waits for who types the command: a cold
// process that loads the largest example, briefs and prints.
func BenchmarkProcess(b *testing.B) {
	command := filepath.Join(b.TempDir(), "parley")
	if out, err := exec.Command("go", "build", "-o", command, "../cmd/parley").CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	for b.Loop() {
		if err := exec.Command(command, "brief", "../examples/ukraine-2025").Run(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms/op")
}

var sizes = []int{1_000, 10_000, 100_000}

// BenchmarkLoad loads and checks large cases from disk.
func BenchmarkLoad(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := filepath.Join(b.TempDir(), "case")
			if err := casefolder.Write(dir, large(n)); err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				folder, err := casefolder.Load(dir)
				if err != nil {
					b.Fatal(err)
				}
				if err := folder.Check(casefolder.Checks{}).Err(); err != nil {
					b.Fatal(err)
				}
			}
			perStance(b, n)
		})
	}
}

// BenchmarkMake works out the state of play of large cases; BenchmarkPage shows
// it in a terminal.
func BenchmarkMake(b *testing.B) {
	for _, n := range sizes {
		c := large(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				brief.Make(c)
			}
			perStance(b, n)
		})
	}
}

func BenchmarkPage(b *testing.B) {
	for _, n := range sizes {
		made := brief.Make(large(n))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				if err := made.Page().Text(io.Discard, page.TextOptions{}); err != nil {
					b.Fatal(err)
				}
			}
			perStance(b, n)
		})
	}
}

// BenchmarkSaid answers what somebody has said in large cases.
func BenchmarkSaid(b *testing.B) {
	for _, n := range sizes {
		c := large(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				if _, err := brief.Said(c, brief.Question{Who: "P0", About: "issue-00"}); err != nil {
					b.Fatal(err)
				}
			}
			perStance(b, n)
		})
	}
}

func perStance(b *testing.B, n int) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/stance")
}

// large makes a case with so many stances of 6 parties on 30 issues, day by
// day, each with evidence in one of a tenth as many reports.
func large(stances int) parley.Case {
	c := parley.Case{Title: "A long negotiation"}
	for k := range 6 {
		c.Parties = append(c.Parties, parley.Party{ID: fmt.Sprintf("P%d", k), Name: fmt.Sprintf("Party %d", k), Roles: []parley.Role{parley.RoleParty}})
	}
	for k := range 30 {
		i := parley.Issue{ID: fmt.Sprintf("issue-%02d", k), Title: fmt.Sprintf("Issue %d", k)}
		for j := range 4 {
			i.Alternatives = append(i.Alternatives, parley.Alternative{ID: fmt.Sprintf("way-%d", j), Title: fmt.Sprintf("Way %d", j)})
		}
		c.Issues = append(c.Issues, i)
	}
	first := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	day := func(k int) parley.Date { return parley.MustDate(first.AddDate(0, 0, k%2000).Format(time.DateOnly)) }
	reports := max(stances/10, 1)
	for k := range reports {
		c.Reports = append(c.Reports, parley.Report{ID: fmt.Sprintf("report-%d", k), Outlet: "The Paper", Date: day(k * 2000 / reports), Text: "Words.\n"})
	}
	for k := range stances {
		ways := []string{fmt.Sprintf("way-%d", k%4)}
		s := parley.Stance{
			ID: fmt.Sprintf("s%d", k), Party: fmt.Sprintf("P%d", k%6), Issue: fmt.Sprintf("issue-%02d", k/6%30), Date: day(k * 2000 / stances),
			Evidence: []parley.Evidence{{Report: fmt.Sprintf("report-%d", k%reports), Says: fmt.Sprintf("as said for the %dth time", k)}},
		}
		switch k % 3 {
		case 0:
			s.Accepts = ways
		case 1:
			s.Prefers = ways
		default:
			s.Resists = ways
		}
		c.Stances = append(c.Stances, s)
	}
	c.Meetings = []parley.Meeting{{ID: "first", Title: "First meeting", Date: day(100), Parties: []string{"P0", "P1"}}}
	return c
}

// A report on disk costs a file each, so the generator's own folder is tested
// where it is small.
func TestLargeCaseIsSound(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "case")
	if err := casefolder.Write(dir, large(60)); err != nil {
		t.Fatal(err)
	}
	folder, err := casefolder.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := folder.Check(casefolder.Checks{}).Err(); err != nil {
		t.Error(err)
	}
	if n := len(folder.Case.Stances); n != 60 {
		t.Errorf("%d stances came back of 60", n)
	}
	if _, err := os.Stat(filepath.Join(dir, "stances.yaml")); err != nil {
		t.Error(err)
	}
}
