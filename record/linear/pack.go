package linear

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

// Pack writes a model: words about it, then the weights of its tables that are
// not zero. The same model gives the same bytes.
func Pack(words []string, tables ...*Table) []byte {
	var plain bytes.Buffer
	for _, s := range words {
		plain.Write(binary.AppendUvarint(nil, uint64(len(s))))
		plain.WriteString(s)
	}
	for _, t := range tables {
		t.pack(&plain)
	}
	var out bytes.Buffer
	out.WriteString(magic)
	z, _ := flate.NewWriter(&out, flate.BestCompression)
	z.Write(plain.Bytes())
	z.Close()
	return out.Bytes()
}

func (t *Table) pack(out *bytes.Buffer) {
	var n, last uint64
	var places, weights []byte
	for i, w := range t.w {
		if w != 0 {
			n++
			places = binary.AppendUvarint(places, uint64(i)-last)
			weights = binary.AppendVarint(weights, int64(w))
			last = uint64(i)
		}
	}
	head := binary.AppendUvarint(nil, uint64(len(t.w)))
	head = binary.LittleEndian.AppendUint32(head, math.Float32bits(t.scale))
	out.Write(binary.AppendUvarint(head, n))
	out.Write(places)
	out.Write(weights)
}

// Unpack reads what [Pack] wrote, as many words and tables as it is given.
func Unpack(packed []byte, words []*string, tables ...*Table) error {
	rest, ok := bytes.CutPrefix(packed, []byte(magic))
	if !ok {
		return errors.New("not a model of this version; train it again")
	}
	plain, err := io.ReadAll(flate.NewReader(bytes.NewReader(rest)))
	if err != nil {
		return fmt.Errorf("model is damaged: %w", err)
	}
	r := bytes.NewReader(plain)
	for _, s := range words {
		n, err := binary.ReadUvarint(r)
		if err != nil || n > uint64(r.Len()) {
			return errors.New("model is cut short")
		}
		b := make([]byte, n)
		io.ReadFull(r, b)
		*s = string(b)
	}
	for _, t := range tables {
		if err := t.unpack(r); err != nil {
			return err
		}
	}
	return nil
}

var errDamaged = errors.New("model is damaged")

func (t *Table) unpack(r *bytes.Reader) error {
	size, err := binary.ReadUvarint(r)
	var scale uint32
	if err == nil {
		err = binary.Read(r, binary.LittleEndian, &scale)
	}
	if err != nil || size == 0 || size > 1<<26 || size&(size-1) != 0 {
		return errDamaged
	}
	n, err := binary.ReadUvarint(r)
	if err != nil || n > size {
		return errDamaged
	}
	t.scale = math.Float32frombits(scale)
	t.w = make([]int16, size)
	places := make([]uint64, n)
	at := uint64(0)
	for i := range places {
		d, err := binary.ReadUvarint(r)
		if at += d; err != nil || at >= size {
			return errDamaged
		}
		places[i] = at
	}
	for _, p := range places {
		w, err := binary.ReadVarint(r)
		if err != nil || w != int64(int16(w)) {
			return errDamaged
		}
		t.w[p] = int16(w)
	}
	return nil
}
