package linear

// A Table is trained weights: a power of two of them, of 16 bits and a common
// scale. The zero value scores everything 0.
type Table struct {
	w     []int16
	scale float32
}

// Score is the sum of the features' weights.
func (t *Table) Score(f Features) float32 {
	if len(t.w) == 0 {
		return 0
	}
	sum := int32(0)
	mask := uint32(len(t.w) - 1)
	for _, h := range f {
		sum += int32(t.w[h&mask])
	}
	return float32(sum) * t.scale
}

// Class is the score of features as they are seen with one class.
func (t *Table) Class(f Features, class int) float32 {
	if len(t.w) == 0 {
		return 0
	}
	sum := int32(0)
	mask := uint32(len(t.w) - 1)
	for _, h := range f {
		sum += int32(t.w[InClass(h, class)&mask])
	}
	return float32(sum) * t.scale
}

// Classes puts the score of each class into out.
func (t *Table) Classes(f Features, out []float32) {
	for k := range out {
		out[k] = t.Class(f, k)
	}
}

// Round makes a table of weights, whose number must be a power of two.
func Round(weights []float32) Table {
	top := float32(1e-9)
	for _, a := range weights {
		top = max(top, a, -a)
	}
	t := Table{w: make([]int16, len(weights)), scale: top / 8191}
	for i, a := range weights {
		t.w[i] = int16(a / t.scale)
	}
	return t
}
