package meeting

import (
	"fmt"

	"github.com/parley-desk/parley/record/linear"
)

// A Model holds the weights for one language. It is never changed and may be
// used by many goroutines at once.
type Model struct {
	Language string // BCP 47
	Made     string // from what, in words
	tell     linear.Table
}

// enough is the score from which on a clause tells of a meeting. It lies below
// 0 because training demands a margin on either side; fitted by reading the
// reports for training by weights that did not see them.
const enough = -50

// A scorer sums the weights of features, by themselves and under a mood.
type scorer interface {
	Score(f linear.Features) float32
	Class(f linear.Features, class int) float32
}

// mood is the class of what is set for a day to come, or was held.
func (t *telling) mood() int { return int(linear.Bit(t.ahead)) }

// weigh is how much speaks for a telling.
func weigh(s scorer, t *telling) float32 {
	return s.Score(t.meets) + s.Class(t.turns, t.mood())
}

// best is the telling of a clause that scores highest, nil where it has none or
// where that one is unreal.
func best(s scorer, c *clause) (*telling, float32) {
	var top *telling
	score := float32(enough - 1)
	for k := range c.tells {
		t := &c.tells[k]
		if x := weigh(s, t); top == nil || x > score {
			top, score = t, x
		}
	}
	if top != nil && top.unreal { // whatever else the clause tells is told of no meeting
		return nil, score
	}
	return top, score
}

// Encode packs a model.
func (m *Model) Encode() []byte {
	return linear.Pack([]string{m.Language, m.Made}, &m.tell)
}

// Decode unpacks what [Model.Encode] packed.
func Decode(packed []byte) (*Model, error) {
	m := &Model{}
	if err := linear.Unpack(packed, []*string{&m.Language, &m.Made}, &m.tell); err != nil {
		return nil, fmt.Errorf("meeting: %w", err)
	}
	return m, nil
}
