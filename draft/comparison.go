package draft

import (
	"fmt"
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
