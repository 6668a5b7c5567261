package interchange

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// Numbers longer than longestNumber, or with a power of ten beyond
// greatestPower, are refused: written out they would fill the memory.
const (
	longestNumber = 400
	greatestPower = 400
)

// number reads a decimal exactly as written.
func number(text string) (*big.Rat, error) {
	digits := false
	for _, c := range text {
		switch {
		case c >= '0' && c <= '9':
			digits = true
		case !strings.ContainsRune("+-.eE", c):
			return nil, fmt.Errorf("%q is no decimal number", shorten(text))
		}
	}
	if !digits {
		return nil, fmt.Errorf("%q is no decimal number", shorten(text))
	}
	if len(text) > longestNumber {
		return nil, fmt.Errorf("a number of %d characters: expected at most %d", len(text), longestNumber)
	}
	if e := strings.IndexAny(text, "eE"); e >= 0 {
		if power, err := strconv.Atoi(text[e+1:]); err != nil || power < -greatestPower || power > greatestPower {
			return nil, fmt.Errorf("%s: expected a power of ten between -%d and %d", text, greatestPower, greatestPower)
		}
	}
	v, ok := new(big.Rat).SetString(text)
	if !ok {
		return nil, fmt.Errorf("%q is no decimal number", text)
	}
	return v, nil
}

// decimal writes a number out in full, as short as it can be; it fails where
// the digits would never end.
func decimal(v *big.Rat) (string, error) {
	n, finite := v.FloatPrec()
	if !finite {
		return "", fmt.Errorf("%s has no finite decimal form", v.RatString())
	}
	return v.FloatString(n), nil
}

// words writes a number for people, as a fraction where it has no finite
// decimal form.
func words(v *big.Rat) string {
	if text, err := decimal(v); err == nil {
		return text
	}
	return v.RatString()
}

func shorten(text string) string {
	if r := []rune(text); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return text
}

// one is the number 1, anew for every caller.
func one() *big.Rat { return big.NewRat(1, 1) }

// greatest is the greatest of some numbers, of which there is at least one.
func greatest(row []*big.Rat) *big.Rat {
	most := row[0]
	for _, v := range row {
		if v.Cmp(most) > 0 {
			most = v
		}
	}
	return most
}

// folded gives each issue a weight and values that need no division and whose
// products are what they were: values over Per where those are finite decimals,
// otherwise the weight over Per.
func (p *Party) folded(issue int) (weight *big.Rat, values []*big.Rat) {
	weight, values = p.Weight[issue], p.Value[issue]
	if p.Per == nil {
		return weight, values
	}
	divided, finite := make([]*big.Rat, len(values)), true
	for o, v := range values {
		divided[o] = new(big.Rat).Quo(v, p.Per[issue])
		_, exact := divided[o].FloatPrec()
		finite = finite && exact
	}
	if finite {
		return weight, divided
	}
	return new(big.Rat).Quo(weight, p.Per[issue]), values
}

// Decimal is the scenario in numbers that all have a finite decimal form and
// need no division, and what every weight and every no-deal value was
// multiplied by to get there: one whole number for all parties, so that no
// frontier and no solution changes. It is 1 where nothing had to be.
func (s *Scenario) Decimal() (*Scenario, *big.Int) {
	factor := big.NewInt(1)
	out := &Scenario{Name: s.Name, Issues: s.Issues}
	for k := range s.Parties {
		p := &s.Parties[k]
		plain := Party{Name: p.Name, NoDeal: p.NoDeal, Bid: p.Bid}
		for i := range s.Issues {
			weight, values := p.folded(i)
			plain.Weight, plain.Value = append(plain.Weight, weight), append(plain.Value, values)
			grow(factor, weight)
		}
		if p.NoDeal != nil {
			grow(factor, p.NoDeal)
		}
		out.Parties = append(out.Parties, plain)
	}
	if factor.IsInt64() && factor.Int64() == 1 {
		return out, factor
	}
	scale := new(big.Rat).SetInt(factor)
	for k := range out.Parties {
		p := &out.Parties[k]
		for i, w := range p.Weight {
			p.Weight[i] = new(big.Rat).Mul(w, scale)
		}
		if p.NoDeal != nil {
			p.NoDeal = new(big.Rat).Mul(p.NoDeal, scale)
		}
	}
	return out, factor
}

// grow makes the factor a multiple of everything in v's denominator but twos
// and fives, which decimals can bear.
func grow(factor *big.Int, v *big.Rat) {
	rest := new(big.Int).Set(v.Denom())
	for _, prime := range []int64{2, 5} {
		p, left := big.NewInt(prime), new(big.Int)
		for {
			quotient, remainder := new(big.Int).QuoRem(rest, p, left)
			if remainder.Sign() != 0 {
				break
			}
			rest = quotient
		}
	}
	common := new(big.Int).GCD(nil, nil, factor, rest)
	factor.Mul(factor, rest.Quo(rest, common))
}
