package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/deal"
	"github.com/parley-desk/parley/deal/show"
	"github.com/parley-desk/parley/interchange"
	"github.com/parley-desk/parley/pareto"
)

type dealsCommand struct {
	Case     string        `arg:"" help:"The case's folder, a plain scenario (FILE.json), or another program's scenario folder."`
	AsOf     string        `placeholder:"DATE" help:"The picture of that day; 'now' for everything known."`
	Room     []string      `placeholder:"ROOM" help:"Also use what was told in this room."`
	Assume   []string      `placeholder:"UA.territory.freeze=accepts" help:"Suppose an attitude. Repeatable."`
	Drop     []string      `placeholder:"RU.troops.*" help:"Suppose attitudes unknown, links and no-deal values away. Repeatable."`
	Unknown  string        `enum:"open,closed,sampled" default:"open" help:"How to read what nobody has said: open, closed (as no) or sampled."`
	From     string        `placeholder:"DRAFT" help:"The draft that moves start from; the newest one without it."`
	Draws    int           `default:"1000" help:"Draws that robustness takes; 0 for none."`
	Seed     uint64        `default:"1" help:"Where the draws start: same seed, same digits."`
	Frontier int           `default:"200" help:"How many points of the frontier to list; 0 for all."`
	Time     time.Duration `placeholder:"10s" help:"Stop listing the frontier after this long, and say how close it is."`
	Memory   string        `placeholder:"512MB" help:"Stay within this much memory, and say how close the frontier is."`
	output
}

// Help gives examples.
func (dealsCommand) Help() string {
	return `Examples:
  parley deals examples/camp-david-1978
  parley deals examples/ukraine-2025 --assume UA.troops.none=accepts --drop 'RU.troops.*'
  parley deals examples/ukraine-2025 --from T4 --draws 10000
  parley deals scenario.json --format json`
}

func (c dealsCommand) Run(ctx context.Context, d desk) error {
	o, err := c.options()
	if err != nil {
		return err
	}
	told := d.ticker()
	o.Progress, o.Limits.Progress = told.draws, told.search
	deals, err := c.make(ctx, d, o)
	told.clear()
	if err != nil {
		return err
	}
	return d.show(c.output, deals, show.Page(deals))
}

func (c dealsCommand) make(ctx context.Context, d desk, o deal.Options) (*deal.Deals, error) {
	if info, err := os.Stat(c.Case); err != nil {
		return nil, err
	} else if !info.IsDir() {
		f, err := os.Open(c.Case)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		problem, err := pareto.ReadScenario(f)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", c.Case, err)
		}
		return deal.Plain(ctx, strings.TrimSuffix(filepath.Base(c.Case), filepath.Ext(c.Case)), problem, o)
	}
	if format, ok := detectScenario(c.Case); ok {
		return c.plain(ctx, format, o)
	}
	opened, err := d.open(view{Case: c.Case, AsOf: c.AsOf, Room: c.Room})
	if err != nil {
		return nil, err
	}
	if err := c.check(opened, o); err != nil {
		return nil, err
	}
	return deal.Make(ctx, opened, o)
}

// check looks up the ids typed, so that a slip of the pen is told with the
// nearest that there is.
func (c dealsCommand) check(opened parley.Case, o deal.Options) error {
	if c.From != "" {
		if err := known("draft", c.From, draftIDs(opened)); err != nil {
			return fmt.Errorf("--from: %w", err)
		}
	}
	for _, a := range o.Assume {
		issue, _ := opened.Issue(a.Issue)
		for _, err := range []error{
			known("party or ratifier", a.Party, actorIDs(opened)),
			known("issue", a.Issue, issueIDs(opened)),
			known("alternative on "+a.Issue, a.Alternative, alternativeIDs(issue)),
		} {
			if err != nil {
				return fmt.Errorf("--assume %s: %w", a, err)
			}
		}
	}
	return nil
}

// plain works out the deal space of another program's scenario.
func (c dealsCommand) plain(ctx context.Context, format interchange.Format, o deal.Options) (*deal.Deals, error) {
	s, err := readScenario(format, c.Case, nil)
	if err != nil {
		return nil, err
	}
	problem, err := s.Problem()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.Case, err)
	}
	return deal.Plain(ctx, s.Name, problem, o)
}

func (c dealsCommand) options() (deal.Options, error) {
	o := deal.Options{
		Unknown: deal.Unknown(c.Unknown), Drop: c.Drop, From: c.From, Draws: c.Draws, Seed: c.Seed, List: c.Frontier,
		Limits: pareto.Limits{Time: c.Time},
	}
	for _, s := range c.Assume {
		a, err := deal.ParseAssumption(s)
		if err != nil {
			return o, fmt.Errorf("--assume: %w", err)
		}
		o.Assume = append(o.Assume, a)
	}
	if c.Memory != "" {
		bytes, err := parseBytes(c.Memory)
		if err != nil {
			return o, fmt.Errorf("--memory: %w", err)
		}
		o.Limits.Memory = bytes
	}
	return o, nil
}

// parseBytes reads 512MB, 2GB or a plain number of bytes.
func parseBytes(s string) (int64, error) {
	number, unit := strings.ToUpper(s), int64(1)
	for _, suffix := range []struct {
		name string
		unit int64
	}{{"KB", 1 << 10}, {"MB", 1 << 20}, {"GB", 1 << 30}} {
		if rest, ok := strings.CutSuffix(number, suffix.name); ok {
			number, unit = rest, suffix.unit
		}
	}
	n, err := strconv.ParseInt(strings.TrimSpace(number), 10, 64)
	if err != nil || n <= 0 {
		return 0, fmt.Errorf("%q: write a size such as 512MB or 2GB", s)
	}
	return n * unit, nil
}
