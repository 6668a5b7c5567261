package show_test

import (
	"os"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/draft"
	"github.com/parley-desk/parley/draft/show"
	"github.com/parley-desk/parley/page"
)

func ExampleMake() {
	_, points, _ := draft.Parse("## 6. Army {#army}\n\nThe army is [cap-600k | RU: limited to 600,000] [cap-800k | UA: limited to 800,000].\n")
	text := show.Make(parley.Case{}, parley.Draft{ID: "T1", Title: "the plan", Points: points})
	_ = text.Page().Text(os.Stdout, page.TextOptions{})
	// Output:
	// T1 the plan
	// ═══════════
	// 1 point; 1 live bracket.
	//
	// POINTS
	// ──────
	//
	// 6. Army · army
	// The army is [limited to 600,000 — RU; cap-600k] or [limited to 800,000 — UA;
	// cap-800k].
}

func ExampleComparison() {
	_, one, _ := draft.Parse("## 6. Army {#army}\n\nThe army is limited to 600,000.\n")
	_, two, _ := draft.Parse("## 4. Army {#army}\n\nThe army is limited to 800,000 in peacetime.\n")
	compared := draft.Compare(parley.Draft{ID: "T1", Points: one}, parley.Draft{ID: "T2", Points: two})
	_ = show.Comparison(compared).Markdown(os.Stdout)
	// Output:
	// # T1 → T2
	//
	// 0 kept, 1 reworded, 0 new, 0 dropped; 1 moved.
	//
	// ~~words of T1 that are gone~~ and **words of T2 that are new**; points are matched by the issue that they are about, whatever their numbers.
	//
	// ## What changed
	//
	// ### **4. Army** · army: reworded, moved from 6
	//
	// The army is limited to ~~600,000~~**800,000 in peacetime**.
}
