package attribute

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
)

const magic = "parley reader 1\n"

// Encode packs a model: the words about it, then the weights that are not zero.
func (m *Model) Encode() []byte {
	var plain bytes.Buffer
	for _, s := range []string{m.Language, m.Made} {
		plain.Write(binary.AppendUvarint(nil, uint64(len(s))))
		plain.WriteString(s)
	}
	for _, t := range []*table{&m.cue, &m.link} {
		var n, last uint64
		for _, w := range t.w {
			if w != 0 {
				n++
			}
		}
		head := binary.AppendUvarint(nil, uint64(len(t.w)))
		head = binary.LittleEndian.AppendUint32(head, math.Float32bits(t.scale))
		plain.Write(binary.AppendUvarint(head, n))
		var places, weights []byte
		for i, w := range t.w {
			if w != 0 {
				places = binary.AppendUvarint(places, uint64(i)-last)
				weights = binary.AppendVarint(weights, int64(w))
				last = uint64(i)
			}
		}
		plain.Write(places)
		plain.Write(weights)
	}
	var out bytes.Buffer
	out.WriteString(magic)
	z, _ := flate.NewWriter(&out, flate.BestCompression)
	z.Write(plain.Bytes())
	z.Close()
	return out.Bytes()
}

// Decode unpacks what [Model.Encode] packed.
func Decode(packed []byte) (*Model, error) {
	rest, ok := bytes.CutPrefix(packed, []byte(magic))
	if !ok {
		return nil, errors.New("attribute: not a model of this version; train it again")
	}
	plain, err := io.ReadAll(flate.NewReader(bytes.NewReader(rest)))
	if err != nil {
		return nil, fmt.Errorf("attribute: model: %w", err)
	}
	r := bytes.NewReader(plain)
	m := &Model{}
	for _, s := range []*string{&m.Language, &m.Made} {
		n, err := binary.ReadUvarint(r)
		if err != nil || n > uint64(r.Len()) {
			return nil, errors.New("attribute: model is cut short")
		}
		b := make([]byte, n)
		io.ReadFull(r, b)
		*s = string(b)
	}
	for _, t := range []*table{&m.cue, &m.link} {
		if err := t.decode(r); err != nil {
			return nil, err
		}
	}
	return m, nil
}

func (t *table) decode(r *bytes.Reader) error {
	size, err := binary.ReadUvarint(r)
	var scale uint32
	if err == nil {
		err = binary.Read(r, binary.LittleEndian, &scale)
	}
	if err != nil || size == 0 || size > 1<<26 || size&(size-1) != 0 {
		return errors.New("attribute: model is damaged")
	}
	n, err := binary.ReadUvarint(r)
	if err != nil || n > size {
		return errors.New("attribute: model is damaged")
	}
	t.scale = math.Float32frombits(scale)
	t.w = make([]int16, size)
	places := make([]uint64, n)
	at := uint64(0)
	for i := range places {
		d, err := binary.ReadUvarint(r)
		if at += d; err != nil || at >= size {
			return errors.New("attribute: model is damaged")
		}
		places[i] = at
	}
	for _, p := range places {
		w, err := binary.ReadVarint(r)
		if err != nil || w != int64(int16(w)) {
			return errors.New("attribute: model is damaged")
		}
		t.w[p] = int16(w)
	}
	return nil
}
