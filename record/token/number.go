package token

var numbers = map[string]int{
	"a": 1, "an": 1, "one": 1, "another": 1, "both": 2, "couple": 2, "pair": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
	"seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "dozen": 12, "thirteen": 13, "fourteen": 14,
	"fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
	"fifty": 50, "sixty": 60, "ninety": 90,
}

// Count reads the number that a word gives: two, 14, a dozen; 0 for none, and
// for figures of more than three digits, which count no people and no hours.
func Count(norm string) int {
	if n, ok := numbers[norm]; ok {
		return n
	}
	n := 0
	for _, c := range norm {
		if c < '0' || c > '9' || n > 99 {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}
