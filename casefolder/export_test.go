package casefolder

import "io/fs"

// Canonical is the canonical form of one file, for tests that have no disk;
// false where the file is left as it is.
func Canonical(fsys fs.FS, name string) ([]byte, bool) {
	for _, one := range LoadFS(fsys).files {
		if one.src.name == name {
			data, problem := one.canonical()
			return data, problem == nil && data != nil
		}
	}
	return nil, false
}
