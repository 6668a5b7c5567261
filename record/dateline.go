package record

import (
	"strings"
	"unicode"

	"github.com/parley-desk/parley/record/token"
)

// dateline is the place before a report's first dash: TRELL, April 2 — ….
func (w *work) dateline() string {
	for pi, p := range w.Paragraphs {
		if pi > 3 {
			break
		}
		for i := p.First; i < p.End && i < p.First+16; i++ {
			t := &w.Tokens[i]
			if t.Norm == "—" || t.Norm == "–" || t.Norm == "--" || t.Norm == "-" && t.Start > 0 && w.Src[t.Start-1] == ' ' {
				place := w.Src[w.Tokens[p.First].Start:t.Start]
				place = place[len(dateLine.FindString(place)):]
				for j, r := range place {
					if r == ',' || r == '(' {
						place = place[:j]
						break
					}
				}
				if place = strings.TrimSpace(place); place == strings.ToUpper(place) && len(place) > 2 {
					return titleCase(place)
				}
				break
			}
			if !t.Cap && t.Kind == token.Word && i > p.First {
				break
			}
		}
	}
	return ""
}

// titleCase turns PORT HELVAR into Port Helvar, SAINT-ORME into Saint-Orme.
func titleCase(s string) string {
	start := true
	return strings.Map(func(r rune) rune {
		at := start
		start = r == ' ' || r == '-'
		if at {
			return unicode.ToUpper(r)
		}
		return unicode.ToLower(r)
	}, s)
}
