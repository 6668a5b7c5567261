package page_test

import (
	"fmt"

	"github.com/parley-desk/parley/page"
)

func ExampleAnd() {
	fmt.Println(page.And([]string{"army", "nato", "troops"}))
	// Output: army, nato and troops
}

func ExampleCount() {
	fmt.Println(page.Count(1, "bracket"), page.Count(2, "bracket"), page.Count(3, "party"), page.Count(0, "day"))
	// Output: 1 bracket 2 brackets 3 parties 0 days
}
