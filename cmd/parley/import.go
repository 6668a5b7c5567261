package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"strings"

	"github.com/parley-desk/parley/casefolder"
	"github.com/parley-desk/parley/interchange"
)

type importCommand struct {
	Format   string   `arg:"" enum:"genius,geniusweb,negmas,plain" help:"genius, geniusweb, negmas or plain."`
	Scenario string   `arg:"" type:"path" help:"The scenario's folder, or a plain scenario (FILE.json)."`
	Profiles []string `arg:"" optional:"" help:"The files of the parties to take, by name; all of them without it."`
	Out      string   `required:"" type:"path" placeholder:"CASE" help:"The case's folder to make, or a plain scenario (FILE.json)."`
}

// Help gives examples.
func (importCommand) Help() string {
	return `Takes discrete issues, additive values and no-deal values, exactly. What a case
cannot hold is refused, with the file and the line.

Examples:
  parley import genius laptop --out mycase
  parley import genius laptop buyer.xml seller.xml --out mycase
  parley import negmas shop --out shop.json`
}

func (c importCommand) Run(d desk) error {
	format, err := interchange.Named(c.Format)
	if err != nil {
		return err
	}
	s, err := readScenario(format, c.Scenario, c.Profiles)
	if err != nil {
		return err
	}
	if filepath.Ext(c.Out) == ".json" {
		if err := d.writePlain(s, c.Out); err != nil {
			return err
		}
		fmt.Fprintf(d.out, "Wrote %s. Next: parley deals %[1]s\n", c.Out)
		return nil
	}
	made, err := s.Case()
	if err != nil {
		return err
	}
	made.Summary = fmt.Sprintf("Imported from a scenario of %s.", format.Program)
	if err := casefolder.Write(c.Out, made); err != nil {
		return err
	}
	fmt.Fprintf(d.out, "Made %s: %d parties, %d issues. Next: parley deals %[1]s\n", c.Out, len(made.Parties), len(made.Issues))
	if made.Note != "" {
		fmt.Fprintln(d.err, made.Note)
	}
	return nil
}

// readScenario reads a scenario from its folder, or from the one file that it is.
func readScenario(format interchange.Format, path string, profiles []string) (*interchange.Scenario, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	dir := path
	if !info.IsDir() {
		if format.Name != "plain" {
			return nil, fmt.Errorf("%s is a file: a scenario of %s is a folder, with a file for the domain and one for each party", path, format.Program)
		}
		dir, profiles = filepath.Dir(path), []string{filepath.Base(path)}
	}
	s, err := format.Read(os.DirFS(dir), profiles...)
	var refused *interchange.Refusal
	if errors.As(err, &refused) {
		refused.File = filepath.Join(dir, refused.File)
	}
	return s, err
}

// detectScenario finds another program's scenario in a folder that is no case.
func detectScenario(dir string) (interchange.Format, bool) {
	fsys := os.DirFS(dir)
	if _, err := fs.Stat(fsys, "case.yaml"); err == nil {
		return interchange.Format{}, false
	}
	return interchange.Detect(fsys)
}

// writePlain writes a scenario as one file.
func (d desk) writePlain(s *interchange.Scenario, name string) error {
	plain, err := interchange.Named("plain")
	if err != nil {
		return err
	}
	s, factor := s.Decimal()
	files, err := plain.Write(s)
	if err != nil {
		return err
	}
	if factor.Cmp(big.NewInt(1)) != 0 {
		fmt.Fprintf(d.err, "All weights and no-deal values are multiplied by %s, so that each has a finite decimal form.\n", factor)
	}
	return writeFile(name, func(w io.Writer) error {
		_, err := w.Write(files[0].Data)
		return err
	})
}

// writeFiles makes a folder of files. It refuses a folder that holds anything.
func writeFiles(dir string, files []interchange.File) error {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if len(entries) > 0 {
		return fmt.Errorf("%s is not empty (it holds %s): name a new folder", dir, entries[0].Name())
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	var names []string
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o644); err != nil {
			return fmt.Errorf("after %s: %w", strings.Join(names, ", "), err)
		}
		names = append(names, f.Name)
	}
	return nil
}
