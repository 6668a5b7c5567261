package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/parley-desk/parley/interchange"
)

type exportCommand struct {
	Format string   `arg:"" enum:"genius,geniusweb,negmas,plain" help:"genius, geniusweb, negmas or plain."`
	Source string   `arg:"" type:"path" help:"A case's folder, a plain scenario (FILE.json), or another program's scenario folder."`
	Out    string   `required:"" type:"path" placeholder:"FOLDER" help:"The folder to make; for plain, FILE.json."`
	AsOf   string   `placeholder:"DATE" help:"The picture of that day; 'now' for everything known."`
	Room   []string `placeholder:"ROOM" help:"Also use what was told in this room."`
}

// Help gives examples.
func (exportCommand) Help() string {
	return `A case is exported when it is in numbers throughout: a weight and values for
every party on every issue, and nothing that rules packages out by itself. What
is in the way is listed.

Examples:
  parley export negmas mycase --out shop
  parley export plain laptop --out laptop.json`
}

func (c exportCommand) Run(d desk) error {
	format, err := interchange.Named(c.Format)
	if err != nil {
		return err
	}
	s, err := c.scenario(d)
	if err != nil {
		return err
	}
	if format.Name == "plain" {
		err = d.writePlain(s, c.Out)
	} else {
		err = writeAll(format, s, c.Out)
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(d.out, "Wrote %s for %s: %d parties, %d issues.\n", c.Out, format.Program, len(s.Parties), len(s.Issues))
	return nil
}

func writeAll(format interchange.Format, s *interchange.Scenario, dir string) error {
	files, err := format.Write(s)
	if err != nil {
		return err
	}
	return writeFiles(dir, files)
}

// scenario reads the source, whatever it is.
func (c exportCommand) scenario(d desk) (*interchange.Scenario, error) {
	info, err := os.Stat(c.Source)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		plain, err := interchange.Named("plain")
		if err != nil {
			return nil, err
		}
		return readScenario(plain, c.Source, nil)
	}
	if format, ok := detectScenario(c.Source); ok {
		return readScenario(format, c.Source, nil)
	}
	opened, err := d.open(view{Case: c.Source, AsOf: c.AsOf, Room: c.Room})
	if err != nil {
		return nil, err
	}
	s, err := interchange.FromCase(opened)
	if s != nil && s.Name == "" {
		s.Name = filepath.Base(c.Source)
	}
	return s, err
}
