package meeting

import "github.com/parley-desk/parley/record/token"

// siteNouns end the name of a house where people meet.
var siteNouns = token.Set(`hotel palace hall house lodge castle villa residence headquarters office embassy ministry centre center club
	gymnasium school library church monastery hut barracks station room canteen exchange mill pavilion tent works airport terminal
	mansion manor inn museum theatre theater university college court chancellery building compound camp shed store ship boat yacht
	ferry lighthouse gallery terrace tower chapel cathedral mosque temple garden gardens estate dacha fort annex ballroom boathouse
	sacristy gym firehouse farmhouse clubhouse observatory granary hospice cabin lounge suite boardroom cellar kitchen courtyard stadium
	restaurant tavern inn brewery guesthouse abbey convent consulate legation secretariat hangar cafeteria teahouse yurt farm bridge
	checkpoint tunnel crossing corridor hospital airfield library tarmac
	palais palazzo schloss frigate dredger barge train reef wharf quay beach`)

// outdoors are the sites that one is on.
var outdoors = token.Set("bridge airfield tarmac ship boat yacht ferry palais palazzo schloss frigate dredger barge train reef wharf quay beach terrace farm")

// inside are the words before the place or the house where something happens.
var inside = token.Set("in into at inside near on aboard")

// whereabouts finds the place (in Trell) and the site (at the Hotel Aurora).
func (f *finder) whereabouts(s token.Range) (place, site string) {
	for i := s.First; i+1 < s.End; i++ {
		t := &f.Tokens[i]
		if t.Depth > 0 || !inside[t.Norm] && !(t.Norm == "to" && i > s.First && (f.Tokens[i-1].Norm == "back" || f.Tokens[i-1].Lemma == "return")) {
			continue
		}
		j := i + 1
		for j < s.End && (f.Tokens[j].Tag == token.DET || f.Tokens[j].Tag == token.POSS) {
			j++
		}
		end := j
		for end < s.End && end < j+7 {
			k := &f.Tokens[end]
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
		for end > j && (f.Tokens[end-1].Norm == "of" || f.Tokens[end-1].Norm == "the" || f.Tokens[end-1].Tag == token.ADJ) {
			end--
		}
		if end <= j {
			continue
		}
		r := token.Range{First: j, End: end}
		last := &f.Tokens[end-1]
		house := false
		for k := j; k < end; k++ {
			if siteNouns[f.Tokens[k].Norm] && (k == end-1 || f.Tokens[k].Cap || f.Tokens[k+1].Norm == "of") && !(k < end-1 && f.Possessive(k+1)) {
				house = true
			}
		}
		m, named := f.named(j)
		switch {
		case house && (t.Norm != "on" || outdoors[last.Norm]) && site == "":
			site = f.Words(r)
		case house:
		case f.Tokens[j].Tag != token.NAME || last.Tag != token.NAME || t.Norm == "on" || t.Norm == "aboard":
		case named && m.one() || last.Is(token.Demonym):
		case place == "":
			place = f.Words(r)
		}
	}
	return place, site
}
