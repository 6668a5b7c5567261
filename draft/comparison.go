package draft

import (
	"fmt"
	"io"
	"strings"
)

// String is the comparison in one line: "T1 → T2: 3 kept, 2 reworded, 1 new, 1
// dropped; 2 moved, 1 newly bracketed, 1 settled".
func (c Comparison) String() string {
	count := map[Fate]int{}
	moved, bracketed, settled := 0, 0, 0
	for _, p := range c.Points {
		if !p.Preamble {
			count[p.Fate]++
		}
		if p.Moved {
			moved++
		}
		bracketed += len(p.Bracketed)
		settled += len(p.Settled)
	}
	s := fmt.Sprintf("%s → %s: %d kept, %d reworded, %d new, %d dropped",
		c.Before, c.After, count[Kept], count[Reworded], count[New], count[Dropped])
	var more []string
	for _, m := range []struct {
		n    int
		what string
	}{{moved, "moved"}, {bracketed, "newly bracketed"}, {settled, "settled"}} {
		if m.n > 0 {
			more = append(more, fmt.Sprintf("%d %s", m.n, m.what))
		}
	}
	if len(more) > 0 {
		s += "; " + strings.Join(more, ", ")
	}
	return s
}

// Render writes the comparison for reading: the count first, then every point
// that changed, word by word, then those that were kept. For JSON, marshal the
// comparison itself.
func (c Comparison) Render(w io.Writer, o Options) error {
	return render(w, o, "comparison", func(p pen) {
		p.heading(1, c.String())
		switch o.Format {
		case Markdown:
			p.paragraph(span{plainRole, "Words "}, span{struckRole, "struck"}, span{plainRole, " are of " + c.Before + ", words "}, span{addedRole, "added"}, span{plainRole, " of " + c.After + "."})
		default:
			p.paragraph(span{struckRole, "struck"}, span{plainRole, " are words of " + c.Before + ", "}, span{addedRole, "added"}, span{plainRole, " words of " + c.After + "."})
		}
		var kept []string
		for _, change := range c.Points {
			if change.plain() {
				kept = append(kept, change.name())
				continue
			}
			p.heading(2, change.name()+": "+change.what())
			if len(change.Words) > 0 {
				p.paragraph(edits(change.Words)...)
			}
			for _, n := range change.notes() {
				p.note(n)
			}
		}
		if len(kept) > 0 {
			p.heading(2, "Kept as they were")
			for _, k := range kept {
				p.note(k)
			}
		}
	})
}

// plain reports whether there is nothing to tell but that the point was kept.
func (c PointChange) plain() bool { return c.Fate == Kept && len(c.notes()) == 0 && !c.Moved }

// name is the point's number and title in the later draft, or else the earlier.
func (c PointChange) name() string {
	if c.Preamble {
		return "Preamble"
	}
	s := c.After
	if s == nil {
		s = c.Before
	}
	name := s.Title
	if s.Number != "" {
		name = strings.TrimSpace(s.Number + ". " + name)
	}
	if c.Issue != "" {
		name = strings.TrimSpace(name + " (" + c.Issue + ")")
	}
	if name == "" {
		return "Unnumbered point"
	}
	return name
}

// what is the point's fate in words: "reworded, moved from 6".
func (c PointChange) what() string {
	s := string(c.Fate)
	if c.Moved {
		from, to := c.Before.Number, c.After.Number
		switch {
		case from == "":
			s += ", now numbered " + to
		case to == "":
			s += ", no longer numbered " + from
		default:
			s += ", moved from " + from
		}
	}
	return s
}

// notes are what is to be said beside the words.
func (c PointChange) notes() []string {
	var all []string
	if c.Retitled {
		all = append(all, fmt.Sprintf("Title: was %s, now %s.", orNone(c.Before.Title), orNone(c.After.Title)))
	}
	if c.Before != nil && c.After != nil && c.Before.Alternative != c.After.Alternative {
		all = append(all, fmt.Sprintf("Stands for: was %s, now %s.", orNone(c.Before.Alternative), orNone(c.After.Alternative)))
	}
	for _, b := range c.Bracketed {
		all = append(all, "Newly bracketed: "+b)
	}
	for _, s := range c.Settled {
		switch {
		case s.Alternative != "":
			all = append(all, fmt.Sprintf("Settled on %s (%s): %s", s.Alternative, s.Wording, s.Bracket))
		case s.Wording != "":
			all = append(all, fmt.Sprintf("Settled on the wording (%s): %s", s.Wording, s.Bracket))
		default:
			all = append(all, "Settled, and none of its wordings stayed: "+s.Bracket)
		}
	}
	return all
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

func edits(all []Edit) []span {
	roles := map[Op]role{Same: plainRole, Struck: struckRole, Added: addedRole}
	spans := make([]span, len(all))
	for k, e := range all {
		spans[k] = span{roles[e.Op], e.Words}
	}
	return spans
}
