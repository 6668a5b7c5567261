// Package golden compares what a test got with a file that a person has read.
// It is for tests only.
//
// A golden file lies under testdata of the package tested. Run the tests with
// -update to write the files anew, and read the difference before committing
// it: that reading is the test.
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew; read the difference")

// Update reports whether the golden files are being written anew.
func Update() bool { return *update }

// Check compares got with testdata/name, or, with -update, writes it there.
func Check[S string | []byte](t *testing.T, name string, got S) {
	t.Helper()
	CheckFile(t, filepath.Join("testdata", name), got)
}

// CheckFile is [Check] for a file anywhere in the repository.
func CheckFile[S string | []byte](t *testing.T, path string, got S) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: run the package's tests with -update and read what they wrote", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s: -want +got:\n%s", path, diff)
	}
}
