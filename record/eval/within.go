package main

import "github.com/parley-desk/parley/record/score"

// directCounts parts the direct attributions into quotations and what somebody
// who is quoted puts to his own or another's account within one: two tasks of
// unlike difficulty, which linked/direct counts together.
func directCounts(text string, gold, found []score.Attribution, pairs []score.Pair) score.Counts {
	linkedGold, linkedFound := map[int]bool{}, map[int]bool{}
	for _, p := range pairs {
		if p.Linked {
			linkedGold[p.Gold], linkedFound[p.Found] = true, true
		}
	}
	c := score.Counts{}
	for i := range gold {
		if score.Kind(text, gold[i].Content) == "direct" {
			c.Add(score.Counts{directName(gold, i): {Marked: 1, Right: count(linkedGold[i])}})
		}
	}
	for j := range found {
		if score.Kind(text, found[j].Content) == "direct" {
			c.Add(score.Counts{directName(found, j): {Found: 1, RightFound: count(linkedFound[j])}})
		}
	}
	return c
}

// directName is direct/within for an attribution whose words lie in another's content.
func directName(as []score.Attribution, i int) string {
	words := as[i].Cue
	if len(words) == 0 {
		words = as[i].Content
	}
	for j := range as {
		for _, c := range as[j].Content {
			if j != i && c.Start <= words[0].Start && words[0].End <= c.End {
				return "direct/within"
			}
		}
	}
	return "direct/quotation"
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}
