package casefolder_test

import (
	"bytes"
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/parley-desk/parley/casefolder"
)

// generated is a sound case with as many stances as asked for, in files of at
// most 5,000, as a long record would have them.
func generated(stances int) fstest.MapFS {
	var parties, issues bytes.Buffer
	parties.WriteString("title: A long negotiation\nparties:\n")
	for k := range 20 {
		fmt.Fprintf(&parties, "  - {id: P%d, name: Party %d, roles: [party]}\n", k, k)
	}
	issues.WriteString("issues:\n")
	for k := range 40 {
		fmt.Fprintf(&issues, "  - {id: issue-%d, title: Issue %d, alternatives: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}]}\n", k, k)
	}
	fsys := fstest.MapFS{
		"case.yaml":         {Data: parties.Bytes()},
		"agenda.yaml":       {Data: issues.Bytes()},
		"reports/report.md": {Data: []byte("---\ntitle: A report\n---\nWords.\n")},
	}
	var b bytes.Buffer
	for k := range stances {
		fmt.Fprintf(&b, "- party: P%d\n  issue: issue-%d\n  date: %d-%02d-%02d\n  accepts: [a]\n  refuses: [b]\n  only_if: {issue-%d: [c]}\n"+
			"  evidence: [{report: report, says: would take the first for the third elsewhere}]\n  grade: B\n",
			k%20, k/20%40, 2000+k/800/336, 1+k/800/28%12, 1+k/800%28, (k/20+1)%40)
		if k%5000 == 4999 || k == stances-1 {
			fsys[fmt.Sprintf("stances/%04d.yaml", k/5000)] = &fstest.MapFile{Data: bytes.Clone(b.Bytes())}
			b.Reset()
		}
	}
	return fsys
}

func TestGeneratedCaseIsSound(t *testing.T) {
	f := casefolder.LoadFS(generated(6000))
	if problems := f.Check(casefolder.Checks{}); len(problems) > 0 || len(f.Case.Stances) != 6000 {
		t.Errorf("%d stances\n%s", len(f.Case.Stances), problems)
	}
}

// Loading and checking take time linear in the number of stances: ns/stance
// stays the same.
func BenchmarkLoad(b *testing.B) {
	for _, n := range []int{100, 1000, 10_000, 100_000} {
		if n > 10_000 && testing.Short() {
			continue
		}
		fsys := generated(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				casefolder.LoadFS(fsys).Check(casefolder.Checks{})
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/stance")
		})
	}
}
