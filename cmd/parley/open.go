package main

import (
	"fmt"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/casefolder"
	"github.com/parley-desk/parley/page"
	"github.com/parley-desk/parley/record"
)

// open loads a case and takes the view of it. Errors in its files stop the
// command, since a picture with holes would mislead; warnings do not.
func (d desk) open(v view) (parley.Case, error) {
	folder, err := casefolder.Load(v.Case)
	if err != nil {
		return parley.Case{}, err
	}
	problems := folder.Check(casefolder.Checks{Anchor: record.Anchor})
	if n := problems.Errors(); n > 0 {
		fmt.Fprint(d.err, problems.String())
		return parley.Case{}, fmt.Errorf("%s in %s: nothing is shown of a case that cannot be read whole; parley check tells more", page.Count(n, "error"), v.Case)
	}
	return v.take(folder.Case)
}
