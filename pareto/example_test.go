package pareto_test

import (
	"context"
	"fmt"
	"log"
	"strings"

	"github.com/parley-desk/parley/pareto"
)

const sale = `{
	"issues": [
		{"name": "price",    "options": ["low", "middle", "high"]},
		{"name": "delivery", "options": ["now", "in a month"]}],
	"parties": [
		{"name": "buyer",  "weights": [0.5, 0.5], "values": [[10, 6, 0], [10, 0]], "reservation": 3},
		{"name": "seller", "weights": [0.7, 0.3], "values": [[0, 6, 10], [0, 10]], "reservation": 3}]}`

func Example() {
	problem, err := pareto.ReadScenario(strings.NewReader(sale))
	if err != nil {
		log.Fatal(err)
	}
	// The seller cannot deliver at once at the low price.
	problem.Rules = []pareto.Rule{{ID: 1, Forbids: []pareto.Choice{
		{Issue: 0, Options: []int{0}},
		{Issue: 1, Options: []int{0}},
	}}}
	space, err := pareto.New(problem)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(space.Count(), "of", space.Total(), "packages are allowed")

	frontier, err := space.Frontier(context.Background(), pareto.Limits{})
	if err != nil {
		log.Fatal(err)
	}
	for p := range frontier.All() {
		fmt.Println(p.Package, "is worth", p.Values[0].FloatString(1), "and", p.Values[1].FloatString(1))
	}
	nash, err := space.Solve(context.Background(), pareto.Nash, pareto.Limits{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("nash", nash.Package)
	// Output:
	// 5 of 6 packages are allowed
	// [1 0] is worth 8.0 and 4.2
	// [2 0] is worth 5.0 and 7.0
	// [1 1] is worth 3.0 and 7.2
	// nash [2 0]
}

func ExampleOracle() {
	problem, err := pareto.ReadScenario(strings.NewReader(sale))
	if err != nil {
		log.Fatal(err)
	}
	problem.Rules = []pareto.Rule{
		{ID: 1, Forbids: []pareto.Choice{{Issue: 0, Options: []int{1, 2}}}}, // the buyer demands the low price
		{ID: 2, Forbids: []pareto.Choice{{Issue: 0, Options: []int{0}}}},    // the seller refuses it
	}
	oracle, err := pareto.NewOracle(problem)
	if err != nil {
		log.Fatal(err)
	}
	ctx := context.Background()
	_, both, _ := oracle.Find(ctx, nil, nil)
	pkg, one, _ := oracle.Find(ctx, []bool{false, true}, nil)
	fmt.Println(both)
	fmt.Println(one, pkg)
	// Output:
	// false
	// true [2 0]
}
