// Package linear holds what the reader's models are made of: hashed features,
// tables of weights, and the averaged perceptron that learns them.
//
// A decision is described by [Features], each the hash of a template's number
// with a few values mixed in. A [Table] holds a weight for every hash, in 16
// bits; what speaks for a choice is the sum of its features' weights. A
// [Learner] moves weights by ones, from mistake to mistake, and in the end
// takes each one's average over time, so that late mistakes do not undo what
// was learnt early. Freund and Schapire, “Large Margin Classification Using
// the Perceptron Algorithm”, Machine Learning 37 (1999).
package linear

// Features are the hashes of what describes one decision.
type Features []uint32

const prime = 0x9E3779B97F4A7C15

// Hash makes a value of a word (FNV-1a, 64 bits).
func Hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// Mix makes one value of two.
func Mix(h, x uint64) uint64 {
	h ^= x + prime + h<<6 + h>>2
	return h * prime
}

// Add puts the feature of a template with its values.
func (f *Features) Add(template uint64, values ...uint64) {
	h := template * prime
	for _, v := range values {
		h = Mix(h, v)
	}
	h ^= h >> 29
	*f = append(*f, uint32(h>>8))
}

// Bucket makes a length or distance coarse.
func Bucket(n int) uint64 {
	switch {
	case n < 0:
		return 15
	case n < 4:
		return uint64(n)
	case n < 6:
		return 4
	case n < 9:
		return 5
	case n < 14:
		return 6
	case n < 22:
		return 7
	case n < 40:
		return 8
	}
	return 9
}

// Bit is 1 for true.
func Bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// InClass is a feature as it is seen with one of several classes.
func InClass(h uint32, class int) uint32 {
	h += uint32(class) * 0x85EBCA6B
	h ^= h >> 15
	return h * 0x2C1B3C6D
}
