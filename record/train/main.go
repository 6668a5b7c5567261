// Command train learns the weights that the reader of reports ships with:
//
//	go run ./record/train -gum DIR
//
// It reads record/corpus/*.report, leaves out the third that [corpus.HeldOut]
// keeps for testing, adds the news of the GUM corpus if its folder is given,
// and writes record/english.model, which finds attributions, and
// record/meetings.model, which finds meetings and learns from our own reports
// alone. The same files give the same bytes.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"os/signal"
	"path/filepath"
	"strings"

	"github.com/parley-desk/parley/record/attribute"
	"github.com/parley-desk/parley/record/corpus"
	"github.com/parley-desk/parley/record/meeting"
)

func main() {
	log.SetFlags(0)
	own := flag.String("corpus", "record/corpus", "folder of annotated .report files")
	gum := flag.String("gum", "", "folder of GUM's JSONL files (gum-news.jsonl, …); optional")
	out := flag.String("out", "record", "folder to write english.model and meetings.model into")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := train(ctx, *own, *gum, *out); err != nil {
		log.Fatal("train: ", err)
	}
}

func train(ctx context.Context, dir, gum, out string) error {
	reports, err := corpus.LoadDir(dir)
	if err != nil {
		return err
	}
	var ours []*corpus.Report
	var examples []attribute.Example
	held := 0
	for _, r := range reports {
		if corpus.HeldOut(r.Name) {
			held++
			continue
		}
		ours = append(ours, r)
		examples = append(examples, r.Example(true))
	}
	own := fmt.Sprintf("trained on %d of Parley's own annotated reports (Apache-2.0)", len(ours))
	made := own
	if gum != "" {
		names, sets, err := corpus.LoadForeign(gum)
		if err != nil {
			return err
		}
		n := 0
		for _, name := range names {
			if !strings.Contains(name, "news") {
				continue
			}
			for _, r := range sets[name] {
				examples = append(examples, r.Example(false))
				n++
			}
		}
		made += fmt.Sprintf(" and on %d Wikinews reports of the GUM corpus (text CC BY 2.5, annotations CC BY 4.0, Amir Zeldes et al.)", n)
	}
	m, err := attribute.Train(ctx, examples, attribute.Options{Made: made})
	if err != nil {
		return err
	}
	if err := write(filepath.Join(out, "english.model"), m.Encode(), made); err != nil {
		return err
	}
	lessons, err := corpus.Lessons(ctx, ours, m)
	if err != nil {
		return err
	}
	mm, err := meeting.Train(ctx, lessons, meeting.Options{Made: own})
	if err != nil {
		return err
	}
	fmt.Printf("%d reports held out\n", held)
	return write(filepath.Join(out, "meetings.model"), mm.Encode(), own)
}

func write(file string, packed []byte, made string) error {
	fmt.Printf("%s: %d bytes, %s\n", file, len(packed), made)
	return os.WriteFile(file, packed, 0o666)
}
