package deal_test

import (
	"context"
	"testing"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/casefolder"
	"github.com/parley-desk/parley/deal"
)

func ukraine(b *testing.B) parley.Case {
	b.Helper()
	folder, err := casefolder.Load("../examples/ukraine-2025")
	if err != nil {
		b.Fatal(err)
	}
	return folder.Case.For().AsOf(folder.Case.DefaultDay)
}

// BenchmarkMake is the whole deal space of the Ukraine example: as it stands,
// with its blockers and openings; and opened, with its frontier and solutions.
func BenchmarkMake(b *testing.B) {
	c := ukraine(b)
	for _, bb := range []struct {
		name string
		o    deal.Options
	}{
		{"blocked", deal.Options{}},
		{"opened", deal.Options{Drop: []string{"RU.nato.*", "RU.territory.line-of-contact"}}},
		{"opened, 10000 draws", deal.Options{Drop: []string{"RU.nato.*", "RU.territory.line-of-contact"}, Draws: 10000}},
	} {
		b.Run(bb.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := deal.Make(context.Background(), c, bb.o); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
