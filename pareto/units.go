package pareto

import (
	"math/big"
	"math/bits"
)

// units turns every party's exact values into whole numbers that machine words
// can add and compare without any rounding.
//
// For each party, the least common denominator makes its values integers; the
// smallest of each issue is taken off, so that all are at least zero; what then
// divides them all is divided out; and what remains is shifted left until the
// greatest possible sum fills the words. The result is an amount: a fixed
// number of words, the most significant first, so that the first word nearly
// always decides a comparison and the last always could.
type units struct {
	parties int
	words   int        // words of one amount
	step    [][]uint64 // step[issue][option*parties*words + party*words]: what choosing it adds
	need    [][]uint64 // need[party]: the least amount not below the no-deal value; nil where any will do
	beyond  []bool     // beyond[party]: no package at all reaches the no-deal value

	base  []*big.Rat // base[party]: the value of amount zero
	grain []*big.Rat // grain[party]: the value of one unit of an amount
}

// measure finds the units of a problem.
func measure(p *Problem) *units {
	u := &units{parties: len(p.Parties)}
	whole := make([]wholeValues, u.parties)
	for k := range p.Parties {
		whole[k] = wholeOf(p.Parties[k].Value)
		u.words = max(u.words, (whole[k].most.BitLen()+1+63)/64)
	}
	width := u.parties * u.words
	for _, issue := range p.Issues {
		u.step = append(u.step, make([]uint64, len(issue.Options)*width))
	}
	u.need = make([][]uint64, u.parties)
	u.beyond = make([]bool, u.parties)
	for k := range p.Parties {
		w := whole[k]
		shift := uint(max(0, 64*u.words-1-w.most.BitLen()))
		for i, values := range w.value {
			for o, v := range values {
				at := o*width + k*u.words
				putWords(u.step[i][at:at+u.words], new(big.Int).Lsh(v, shift))
			}
		}
		u.base = append(u.base, w.base)
		u.grain = append(u.grain, new(big.Rat).SetFrac(w.unit.Num(), new(big.Int).Lsh(w.unit.Denom(), shift)))
		if nd := p.Parties[k].NoDeal; nd != nil {
			u.setNeed(k, new(big.Rat).Quo(new(big.Rat).Sub(nd, w.base), w.unit), w.most, shift)
		}
	}
	return u
}

// setNeed rounds a no-deal value, counted in whole units, up to an amount.
func (u *units) setNeed(k int, nd *big.Rat, most *big.Int, shift uint) {
	least := new(big.Int).Add(nd.Num(), nd.Denom())
	least.Sub(least, big.NewInt(1))
	least.Div(least, nd.Denom()) // Euclidean division by a positive number rounds down
	switch {
	case least.Sign() <= 0:
	case least.Cmp(most) > 0:
		u.beyond[k] = true
	default:
		u.need[k] = make([]uint64, u.words)
		putWords(u.need[k], least.Lsh(least, shift))
	}
}

// wholeValues are one party's values as integers from zero up.
type wholeValues struct {
	value [][]*big.Int
	most  *big.Int // the sum of each issue's greatest
	base  *big.Rat // value = base + unit × integer
	unit  *big.Rat
}

func wholeOf(values [][]*big.Rat) wholeValues {
	den := big.NewInt(1)
	for _, row := range values {
		for _, v := range row {
			d := v.Denom()
			g := new(big.Int).GCD(nil, nil, den, d)
			den.Mul(den, g.Div(d, g))
		}
	}
	w := wholeValues{most: new(big.Int)}
	base, common := new(big.Int), new(big.Int)
	for _, row := range values {
		ints := make([]*big.Int, len(row))
		var least *big.Int
		for o, v := range row {
			ints[o] = new(big.Int).Mul(v.Num(), new(big.Int).Div(den, v.Denom()))
			if least == nil || ints[o].Cmp(least) < 0 {
				least = new(big.Int).Set(ints[o])
			}
		}
		base.Add(base, least)
		for _, v := range ints {
			v.Sub(v, least)
			common.GCD(nil, nil, common, v)
		}
		w.value = append(w.value, ints)
	}
	if common.Sign() == 0 {
		common.SetInt64(1)
	}
	for _, row := range w.value {
		best := new(big.Int)
		for _, v := range row {
			v.Div(v, common)
			if v.Cmp(best) > 0 {
				best = v
			}
		}
		w.most.Add(w.most, best)
	}
	w.base = new(big.Rat).SetFrac(base, den)
	w.unit = new(big.Rat).SetFrac(common, den)
	return w
}

// value is the exact worth of a package to party k.
func (u *units) value(k int, pkg Package) *big.Rat { return u.worth(k, u.amount(k, pkg)) }

// amount is what a package comes to for party k.
func (u *units) amount(k int, pkg Package) []uint64 {
	amount := make([]uint64, u.words)
	for i, o := range pkg {
		at := (o*u.parties + k) * u.words
		addWords(amount, u.step[i][at:at+u.words])
	}
	return amount
}

// worth is the value of an amount to party k.
func (u *units) worth(k int, amount []uint64) *big.Rat {
	v := new(big.Rat).SetInt(bigOf(amount))
	return v.Add(v.Mul(v, u.grain[k]), u.base[k])
}

// wordful is what a word can count to.
const wordful = 1 << 63

// full is the worth of the greatest amount that words can hold.
func (u *units) full(k int) float64 { return u.perTop(k) * wordful }

// perTop is the worth of one unit of an amount's first word.
func (u *units) perTop(k int) float64 {
	below := new(big.Int).Lsh(big.NewInt(1), uint(64*(u.words-1)))
	f, _ := new(big.Rat).Mul(u.grain[k], new(big.Rat).SetInt(below)).Float64()
	return f
}

// addWords adds b to a: fixed-width numbers, the most significant word first.
func addWords(a, b []uint64) {
	var carry uint64
	for i := len(a) - 1; i >= 0; i-- {
		a[i], carry = bits.Add64(a[i], b[i], carry)
	}
}

// lessWords reports whether a < b.
func lessWords(a, b []uint64) bool {
	for i, w := range a {
		if w != b[i] {
			return w < b[i]
		}
	}
	return false
}

// putWords writes a number that fits into words.
func putWords(words []uint64, n *big.Int) {
	buf := n.FillBytes(make([]byte, 8*len(words)))
	for i := range words {
		for _, b := range buf[8*i : 8*i+8] {
			words[i] = words[i]<<8 | uint64(b)
		}
	}
}

// bigOf reads words as a number.
func bigOf(words []uint64) *big.Int {
	n := new(big.Int)
	for _, w := range words {
		n.Or(n.Lsh(n, 64), new(big.Int).SetUint64(w))
	}
	return n
}

// subWords takes b from a, which is not less.
func subWords(a, b []uint64) {
	var borrow uint64
	for i := len(a) - 1; i >= 0; i-- {
		a[i], borrow = bits.Sub64(a[i], b[i], borrow)
	}
}
