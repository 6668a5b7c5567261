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

// siteNouns end the name of a house where people meet.
var siteNouns = set(`hotel palace hall house lodge castle villa residence headquarters office embassy ministry centre center club
	gymnasium school library church monastery hut barracks station room canteen exchange mill pavilion tent works airport terminal
	mansion manor inn museum theatre theater university college court chancellery building compound camp shed store ship boat yacht
	ferry lighthouse gallery terrace tower chapel cathedral mosque temple garden gardens estate dacha fort annex ballroom boathouse
	sacristy gym firehouse farmhouse clubhouse observatory granary hospice cabin lounge suite boardroom cellar kitchen courtyard stadium
	restaurant tavern inn brewery guesthouse abbey convent consulate legation secretariat hangar cafeteria teahouse yurt farm bridge
	checkpoint tunnel crossing corridor hospital airfield library tarmac
	palais palazzo schloss frigate dredger barge train reef wharf quay beach`)

// outdoors are the sites that one is on.
var outdoors = set("bridge airfield tarmac ship boat yacht ferry palais palazzo schloss frigate dredger barge train reef wharf quay beach terrace farm")

// inside are the words before the place or the house where something happens.
var inside = set("in into at inside near on aboard")

// whereabouts finds the place (in Trell) and the site (at the Hotel Aurora).
func (w *work) whereabouts(e *account, s token.Range) {
	for i := s.First; i+1 < s.End; i++ {
		t := &w.Tokens[i]
		if t.Depth > 0 || !inside[t.Norm] && !(t.Norm == "to" && i > s.First && (w.Tokens[i-1].Norm == "back" || w.Tokens[i-1].Lemma == "return")) {
			continue
		}
		j := i + 1
		for j < s.End && (w.Tokens[j].Tag == token.DET || w.Tokens[j].Tag == token.POSS) {
			j++
		}
		end := j
		for end < s.End && end < j+7 {
			k := &w.Tokens[end]
			if end > j && (k.Norm == "last" || k.Norm == "next" || k.Norm == "this" || k.Norm == "late" || k.Norm == "early" || k.Norm == "earlier") {
				break // in Orrin last week
			}
			if k.Is(token.Weekday|token.Month) && k.Cap || k.Kind != token.Word && k.Kind != token.Number && k.Norm != "-" {
				break
			}
			if k.Tag != token.NOUN && k.Tag != token.NAME && k.Tag != token.ADJ && k.Norm != "'s" && k.Norm != "of" && k.Norm != "the" && k.Kind != token.Number && !(k.Tag == token.ING && end == j) {
				break
			}
			end++
		}
		for end > j && (w.Tokens[end-1].Norm == "of" || w.Tokens[end-1].Norm == "the" || w.Tokens[end-1].Tag == token.ADJ) {
			end--
		}
		if end <= j {
			continue
		}
		r := token.Range{First: j, End: end}
		last := &w.Tokens[end-1]
		site := false
		for k := j; k < end; k++ {
			if siteNouns[w.Tokens[k].Norm] && (k == end-1 || w.Tokens[k].Cap || w.Tokens[k+1].Norm == "of") && !(k < end-1 && w.possessive(k+1)) {
				site = true
			}
		}
		m, named := w.named(j)
		switch {
		case site && (t.Norm != "on" || outdoors[last.Norm]) && e.Site == "":
			e.Site = w.Words(r)
		case site:
		case w.Tokens[j].Tag != token.NAME || last.Tag != token.NAME || t.Norm == "on" || t.Norm == "aboard":
		case named && m.figure > 0 || last.Is(token.Demonym):
		case e.Place == "":
			e.Place = w.Words(r)
		}
	}
}

// hoursIn reads how long something took: five hours, a four-hour meeting, 90
// minutes, half an hour.
func (w *work) hoursIn(s token.Range) (hours float64, atLeast bool) {
	for i := s.First; i < s.End; i++ {
		t := &w.Tokens[i]
		if t.Depth > 0 {
			continue
		}
		n := t.Norm
		unit, count := 0.0, 0.0
		switch {
		case strings.HasPrefix(n, "hour") && len(n) <= 5:
			unit = 1
		case strings.HasPrefix(n, "minute") && len(n) <= 7:
			unit = 1.0 / 60
		case strings.HasSuffix(n, "-hour") || strings.HasSuffix(n, "-hours"):
			head, _, _ := strings.Cut(n, "-hour")
			count = countWord(head)
			unit = 1
		case strings.HasSuffix(n, "-minute"):
			count = countWord(strings.TrimSuffix(n, "-minute"))
			unit = 1.0 / 60
		}
		if unit == 0 {
			continue
		}
		if i+1 < s.End && (w.Tokens[i+1].Norm == "later" || w.Tokens[i+1].Norm == "after" || w.Tokens[i+1].Norm == "before" || w.Tokens[i+1].Norm == "ago" || w.Tokens[i+1].Norm == "away") {
			continue
		}
		j := i - 1
		if count == 0 && j >= s.First {
			count = countWord(w.Tokens[j].Norm)
			if w.Tokens[j].Norm == "an" && j > s.First && w.Tokens[j-1].Norm == "half" {
				count = 0.5
			}
			if w.Tokens[j].Norm == "half" && j-2 >= s.First { // four and a half hours
				for k := j - 1; k >= j-3 && k >= s.First; k-- {
					if c := countWord(w.Tokens[k].Norm); c > 1 {
						count = c + 0.5
						break
					}
				}
			}
		}
		if count == 0 {
			continue
		}
		hours = count * unit
		if i+3 < s.End && w.Tokens[i+1].Norm == "and" && w.Tokens[i+3].Norm == "half" {
			hours += 0.5 * unit
		}
		for k := max(s.First, j-3); k < i; k++ {
			if n := w.Tokens[k].Norm; n == "than" && k > 0 && w.Tokens[k-1].Norm == "more" || n == "over" {
				atLeast = true
			}
		}
		return hours, atLeast
	}
	return 0, false
}

// countWord is the number that a word or figure gives, or 0.
func countWord(s string) float64 {
	if n := atoi(s); n > 0 {
		return float64(n)
	}
	switch s {
	case "a", "an", "one":
		return 1
	case "half":
		return 0.5
	case "fifteen":
		return 15
	case "twenty":
		return 20
	case "thirty":
		return 30
	case "forty":
		return 40
	case "fifty":
		return 50
	case "dozen":
		return 12
	case "thirteen":
		return 13
	case "seventeen":
		return 17
	case "nineteen":
		return 19
	case "ninety":
		return 90
	case "fourteen":
		return 14
	case "sixteen":
		return 16
	case "eighteen":
		return 18
	}
	return float64(numberOf(&token.Token{Norm: s}))
}
