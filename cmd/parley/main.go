// Command parley is a negotiation desk: it opens a case and says where the
// talks stand, what the text says, who wants what on whose word, and which
// packages every party could sign.
//
//	parley brief examples/ukraine-2025
//
// Each command reads a case, computes, and shows; it lives in a file of its
// own here and holds no rule of the domain.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/alecthomas/kong"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], std{os.Stdin, os.Stdout, os.Stderr}))
}

// std is where a command reads and writes.
type std struct {
	in  io.Reader
	out io.Writer
	err io.Writer
}

// commands is the command line.
type commands struct {
	NoColor bool `help:"Write without colour; the words say the same."`

	Brief   briefCommand   `cmd:"" help:"Where the talks stand."`
	Check   checkCommand   `cmd:"" help:"What is wrong with a case, with file, line and column."`
	Text    textCommand    `cmd:"" help:"A draft with its brackets, or with some of them resolved."`
	Compare compareCommand `cmd:"" help:"Two drafts side by side, aligned by issue."`
	Deals   dealsCommand   `cmd:"" help:"Which packages every party could sign, what blocks, what would have to give."`
	Said    saidCommand    `cmd:"" help:"What somebody has said on an issue before."`
	Read    readCommand    `cmd:"" help:"Who said what in a report, through whom, about which issue."`
	Record  recordCommand  `cmd:"" help:"Review what a report says, and put what a person confirms into the record."`
	New     newCommand     `cmd:"" help:"Start a case, empty or from a bracketed text."`
	Fmt     fmtCommand     `cmd:"" help:"Rewrite a case's files in canonical form."`
	Import  importCommand  `cmd:"" help:"Make a case of another program's scenario."`
	Export  exportCommand  `cmd:"" help:"Write a case in numbers for another program."`
}

// Exit codes: 0 done; 1 the command failed, or check found errors; 2 the
// command line itself was wrong; 130 interrupted.
const (
	exitOK          = 0
	exitFailed      = 1
	exitUsage       = 2
	exitInterrupted = 130
)

// errFound ends a command whose finding is a failure that it has already told.
var errFound = errors.New("found")

func run(ctx context.Context, args []string, io std) (code int) {
	var cli commands
	exited := -1
	parser, err := kong.New(&cli,
		kong.Name("parley"),
		kong.Description("A negotiation desk: what the text says, who wants what on whose word, what is agreed, what blocks a deal."),
		kong.Writers(io.out, io.err),
		kong.Exit(func(code int) { exited = code }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		kong.UsageOnError(),
	)
	if err != nil {
		fmt.Fprintln(io.err, "parley:", err)
		return exitFailed
	}
	command, err := parser.Parse(args)
	if exited >= 0 {
		return exited // help was asked for
	}
	if err != nil {
		fmt.Fprintf(io.err, "parley: %v\nTry: parley --help\n", err)
		return exitUsage
	}
	command.BindTo(ctx, (*context.Context)(nil))
	err = command.Run(desk{std: io, color: !cli.NoColor && colorful(io.out)})
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errFound):
		return exitFailed
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(io.err, "parley: stopped")
		return exitInterrupted
	}
	fmt.Fprintln(io.err, "parley:", err)
	return exitFailed
}
