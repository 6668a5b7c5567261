package casefolder_test

import (
	"fmt"
	"testing/fstest"

	"github.com/parley-desk/parley/casefolder"
)

func ExampleLoadFS() {
	folder := casefolder.LoadFS(fstest.MapFS{
		"case.yaml":   {Data: []byte("title: Fishing\nparties: [{id: NO, name: Norland}]\n")},
		"agenda.yaml": {Data: []byte("issues: [{id: quota, title: Catch, alternatives: [{id: half, title: Half each}]}]\n")},
		"stances.yaml": {Data: []byte(`
- party: NO
  issue: quota
  acepts: [half]
  refuses: [haff]
  evidence: [{says: told us}]
`)},
	})
	for _, p := range folder.Check(casefolder.Checks{}) {
		fmt.Println(p)
		fmt.Print(p.Excerpt())
	}
	// Output:
	// stances.yaml:4:3: warning: a stance has no field "acepts": it is kept, and nothing reads it; did you mean accepts?
	// 4 |   acepts: [half]
	//   |   ^
	// stances.yaml:5:13: error: no alternative "haff" on issue quota; did you mean half?
	// 5 |   refuses: [haff]
	//   |             ^
}
