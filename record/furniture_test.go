package record

import "testing"

// Furniture fills its paragraph; a sentence that starts alike is the report's.
func TestFurniture(t *testing.T) {
	for line, want := range map[string]bool{
		"By Ana Bell and Tom Reed":                            true,
		"BY ANA BELL, Diplomatic Correspondent":               true,
		"Read more: How the line was drawn":                   true,
		"Photo: Tom Reed / Trell Courier":                     true,
		"Published 2 April 2031, updated 14:05":               true,
		"© 2031 Trell Courier. All rights reserved.":          true,
		"By Tuesday morning Ana Dure had left.":               false,
		"By then Holt and Dure had met twice.":                false,
		"Photographs of the bridge were shown to both sides.": false,
	} {
		if isFurniture(line) != want {
			t.Errorf("%q: furniture %t, want %t", line, !want, want)
		}
	}
}
