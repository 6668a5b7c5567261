package interchange

import (
	"bytes"
	"encoding/json"
)

// object is a JSON object whose keys keep their order.
type object []pair

type pair struct {
	key   string
	value any
}

// MarshalJSON writes the pairs in order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for k, p := range o {
		if k > 0 {
			b.WriteByte(',')
		}
		key, err := marshal(p.key)
		if err != nil {
			return nil, err
		}
		value, err := marshal(p.value)
		if err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSpace(b.Bytes()), err
}

// file is the object as a file of its own.
func (o object) file() []byte {
	var b bytes.Buffer
	raw, err := o.MarshalJSON()
	if err == nil {
		err = json.Indent(&b, raw, "", "  ")
	}
	if err != nil {
		panic(err) // objects hold names and numbers only
	}
	b.WriteByte('\n')
	return b.Bytes()
}
