package interchange

import (
	"bytes"
	"fmt"

	"go.yaml.in/yaml/v4"
)

// writeNegmas writes an outcome space and one utility function a party, in YAML.
// Names stand in quotes and numbers without a power of ten, so that YAML 1.1,
// which NegMAS reads, takes them for what they are.
func writeNegmas(s *Scenario) ([]File, error) {
	domain := fileName(s.Name)
	var issues []*yaml.Node
	for _, issue := range s.Issues {
		issues = append(issues, yamlMap("name", yamlText(issue.Name), "type", yamlWord("CategoricalIssue"), "values", yamlTexts(issue.Options)))
	}
	space, err := yamlFile("issues", yamlList(issues), "name", yamlText(s.Name), "type", yamlWord("DiscreteCartesianOutcomeSpace"))
	if err != nil {
		return nil, err
	}
	files := []File{{domain + ".yml", space}}
	names := fileNames(s, domain, ".yml")
	for k := range s.Parties {
		data, err := s.negmasFunctionFile(&s.Parties[k])
		if err != nil {
			return nil, fmt.Errorf("party %q: %w", s.Parties[k].Name, err)
		}
		files = append(files, File{names[k], data})
	}
	return files, nil
}

func (s *Scenario) negmasFunctionFile(p *Party) ([]byte, error) {
	noDeal := "-.inf"
	if p.NoDeal != nil {
		var err error
		if noDeal, err = decimal(p.NoDeal); err != nil {
			return nil, fmt.Errorf("no-deal value: %w", err)
		}
	}
	var values, weights []*yaml.Node
	for i, issue := range s.Issues {
		weight, row := p.folded(i)
		text, err := decimal(weight)
		if err != nil {
			return nil, fmt.Errorf("the weight of issue %q: %w", issue.Name, err)
		}
		weights = append(weights, yamlWord(text))
		table := &yaml.Node{Kind: yaml.MappingNode}
		for o, v := range row {
			if text, err = decimal(v); err != nil {
				return nil, fmt.Errorf("the value of %q on issue %q: %w", issue.Options[o], issue.Name, err)
			}
			table.Content = append(table.Content, yamlText(issue.Options[o]), yamlWord(text))
		}
		values = append(values, yamlMap("mapping", table, "type", yamlWord("TableFun")))
	}
	return yamlFile("name", yamlText(p.Name), "reserved_value", yamlWord(noDeal),
		"type", yamlWord("LinearAdditiveUtilityFunction"), "values", yamlList(values), "weights", yamlList(weights))
}

// yamlFile makes a file of a mapping's keys and values.
func yamlFile(pairs ...any) ([]byte, error) {
	var b bytes.Buffer
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := e.Encode(yamlMap(pairs...)); err != nil {
		return nil, err
	}
	return b.Bytes(), e.Close()
}

func yamlMap(pairs ...any) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode}
	for k := 0; k < len(pairs); k += 2 {
		n.Content = append(n.Content, yamlWord(pairs[k].(string)), pairs[k+1].(*yaml.Node))
	}
	return n
}

func yamlList(items []*yaml.Node) *yaml.Node {
	return &yaml.Node{Kind: yaml.SequenceNode, Content: items}
}

// yamlText is a text in quotes, so that nobody reads it as anything else.
func yamlText(s string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Style: yaml.DoubleQuotedStyle, Value: s}
}

func yamlTexts(all []string) *yaml.Node {
	var items []*yaml.Node
	for _, s := range all {
		items = append(items, yamlText(s))
	}
	return yamlList(items)
}

// yamlWord is a number, or a word that needs no quotes.
func yamlWord(s string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Value: s} }
