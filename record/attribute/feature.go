package attribute

// features collects the hashes of the features of one decision. A feature is
// a template's number with a few values mixed in.
type features []uint32

const prime = 0x9E3779B97F4A7C15

func hashString(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

func mix(h, x uint64) uint64 {
	h ^= x + prime + h<<6 + h>>2
	return h * prime
}

// add puts the feature of a template with its values.
func (f *features) add(template uint64, values ...uint64) {
	h := template * prime
	for _, v := range values {
		h = mix(h, v)
	}
	h ^= h >> 29
	*f = append(*f, uint32(h>>8))
}

// bucket makes a length or distance coarse.
func bucket(n int) uint64 {
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

func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}
