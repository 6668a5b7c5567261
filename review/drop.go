package review

import (
	"fmt"

	"github.com/parley-desk/parley"
	"go.yaml.in/yaml/v4"
)

// Drop is a proposal that a person dropped, by its places and words, so that a
// later reading of the report does not bring it up again.
type Drop struct {
	Source  []parley.Selector `yaml:"source,omitempty"`
	Cue     []parley.Selector `yaml:"cue,omitempty"`
	Content []parley.Selector `yaml:"content,omitempty"`
}

const dropsHead = "# Proposals of parley record that a person dropped; they are not proposed again.\n"

// EncodeDrops is the file that keeps drops, nil where there are none.
func EncodeDrops(drops []Drop) ([]byte, error) {
	if len(drops) == 0 {
		return nil, nil
	}
	data, err := yaml.Marshal(drops)
	if err != nil {
		return nil, err
	}
	return append([]byte(dropsHead), data...), nil
}

// DecodeDrops reads what [EncodeDrops] wrote.
func DecodeDrops(data []byte) ([]Drop, error) {
	var drops []Drop
	if err := yaml.Unmarshal(data, &drops); err != nil {
		return nil, fmt.Errorf("the list of dropped proposals cannot be read: %w; mend it, or remove it to see them again", err)
	}
	return drops, nil
}
