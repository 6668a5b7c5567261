package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record"
)

// An event is one of PLOVER's coded sentences: who did what to whom.
type event struct {
	ID     string  `json:"id"`
	Date   string  `json:"date"`
	Text   string  `json:"text"`
	Event  string  `json:"event"`     // AGREE, DEMAND, CONSULT, …
	Words  string  `json:"eventText"` // the words that tell of it
	Source []actor `json:"source"`
}

// An actor is named as the sentence names it.
type actor struct {
	Text string `json:"actorText"`
}

// told are the events that happen in words: somebody's demand, refusal,
// threat, blame, support. CONSULT is a meeting or a visit; the others are deeds.
var told = []string{"AGREE", "CONCEDE", "DEMAND", "DISAPPROVE", "REJECT", "SUPPORT", "THREATEN"}

// tally counts what was found of one kind of event.
type tally struct{ events, held, meetings int }

// ploverTable reads the sentences with no case at hand. Of events in words it
// counts those where an attribution has the event's actor as its source and a
// word of the event as its cue; of all, those where a meeting was found.
func ploverTable(ctx context.Context, w io.Writer, file string, misses bool) error {
	raw, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var events []event
	if err := json.Unmarshal(raw, &events); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	reader, err := record.NewReader(record.Options{})
	if err != nil {
		return err
	}
	counts := map[string]*tally{}
	for _, e := range events {
		if e.Event == "DOCUMENT" { // the collection's account of itself
			continue
		}
		src := record.Source{ID: e.ID, Text: e.Text}
		if e.Date != "" {
			if src.Date, err = parley.ParseDate(e.Date); err != nil {
				return fmt.Errorf("%s: %s: %w", file, e.ID, err)
			}
		}
		doc, err := reader.Read(ctx, src)
		if err != nil {
			return err
		}
		c := counts[e.Event]
		if c == nil {
			c = &tally{}
			counts[e.Event] = c
		}
		c.events++
		held, met := e.holder(doc), len(doc.Meetings) > 0
		if held {
			c.held++
		}
		if met {
			c.meetings++
		}
		if misses && (slices.Contains(told, e.Event) && !held || met != (e.Event == "CONSULT")) {
			fmt.Fprintf(w, "%s holder %t meeting %t: %s\n", e.ID, held, met, e.Text)
		}
	}
	fmt.Fprintf(w, "\nPLOVER's coded sentences\n\n%-12s %9s %13s %13s\n", "event", "sentences", "holder found", "meeting found")
	for _, kind := range slices.Sorted(maps.Keys(counts)) {
		c, held := counts[kind], "–"
		if slices.Contains(told, kind) {
			held = fmt.Sprint(c.held)
		}
		fmt.Fprintf(w, "%-12s %9d %13s %13d\n", kind, c.events, held, c.meetings)
	}
	return nil
}

// holder tells whether the reader put the event to its actor's account.
func (e *event) holder(d *record.Document) bool {
	words := strings.Fields(strings.ToLower(e.Words))
	for _, a := range d.Attributions {
		source := strings.ToLower(d.Words(a.Source))
		actor := slices.ContainsFunc(e.Source, func(s actor) bool {
			return s.Text != "" && strings.Contains(source, strings.ToLower(s.Text))
		})
		cue := slices.ContainsFunc(strings.Fields(strings.ToLower(d.Words(a.Cue))), func(word string) bool {
			return slices.Contains(words, word)
		})
		if actor && cue {
			return true
		}
	}
	return false
}
