package interchange

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math/big"
	"strings"
)

// writeGenius writes a domain and one utility space a party. GENIUS itself leaves
// &lt; and its like as they stand, in both files alike. Every issue
// becomes a discrete one.
func writeGenius(s *Scenario) ([]File, error) {
	for _, issue := range s.Issues {
		for _, name := range append([]string{issue.Name}, issue.Options...) {
			if strings.ContainsRune(escape(name), '\uFFFD') {
				return nil, fmt.Errorf("%q has characters that no XML file can hold", name)
			}
		}
	}
	domain := fileName(s.Name)
	files := []File{{domain + ".xml", geniusTemplate(s)}}
	names := fileNames(s, domain, ".xml")
	for k := range s.Parties {
		data, err := geniusSpace(s, &s.Parties[k])
		if err != nil {
			return nil, fmt.Errorf("party %q: %w", s.Parties[k].Name, err)
		}
		files = append(files, File{names[k], data})
	}
	return files, nil
}

// geniusTemplate is the domain file.
func geniusTemplate(s *Scenario) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "<negotiation_template>\n<utility_space number_of_issues=\"%d\">\n", len(s.Issues))
	b.WriteString(`  <objective index="0" name="root" type="objective" etype="objective" description="">` + "\n")
	for i, issue := range s.Issues {
		fmt.Fprintf(&b, `    <issue index="%d" name="%s" type="discrete" etype="discrete" vtype="discrete">`+"\n", i+1, escape(issue.Name))
		for o, option := range issue.Options {
			fmt.Fprintf(&b, `      <item index="%d" value="%s"/>`+"\n", o+1, escape(option))
		}
		b.WriteString("    </issue>\n")
	}
	b.WriteString("  </objective>\n</utility_space>\n</negotiation_template>\n")
	return b.Bytes()
}

// geniusSpace is one party's file.
func geniusSpace(s *Scenario, p *Party) ([]byte, error) {
	if most := p.most(); most.Cmp(aboutOne) > 0 {
		return nil, fmt.Errorf("the best package is worth %s to it, and GENIUS counts nothing above 1: divide its numbers so that the best is worth 1", words(most))
	}
	var b, weights bytes.Buffer
	fmt.Fprintf(&b, "<utility_space number_of_issues=\"%d\">\n", len(s.Issues))
	b.WriteString(`  <objective index="0" name="root" type="objective" etype="objective" description="">` + "\n")
	for i, issue := range s.Issues {
		weight, row, err := p.evaluations(i)
		if err != nil {
			return nil, fmt.Errorf("issue %q: %w", issue.Name, err)
		}
		fmt.Fprintf(&weights, `    <weight index="%d" value="%s"/>`+"\n", i+1, weight)
		fmt.Fprintf(&b, `    <issue index="%d" name="%s" type="discrete" etype="discrete" vtype="discrete">`+"\n", i+1, escape(issue.Name))
		for o, option := range issue.Options {
			fmt.Fprintf(&b, `      <item index="%d" value="%s" evaluation="%s"/>`+"\n", o+1, escape(option), row[o])
		}
		b.WriteString("    </issue>\n")
	}
	b.Write(weights.Bytes())
	b.WriteString("  </objective>\n  <discount_factor value=\"1\"/>\n")
	if p.NoDeal != nil {
		value, err := decimal(p.NoDeal)
		if err != nil {
			return nil, fmt.Errorf("no-deal value: %w", err)
		}
		fmt.Fprintf(&b, "  <reservation value=\"%s\"/>\n", value)
	}
	b.WriteString("</utility_space>\n")
	return b.Bytes(), nil
}

// evaluations are the weight and the evaluations under which GENIUS finds the
// party's worths again. Since GENIUS divides evaluations by the greatest of them,
// the weight takes up what that is.
func (p *Party) evaluations(issue int) (weight string, row []string, err error) {
	w, values := new(big.Rat).Set(p.Weight[issue]), p.Value[issue]
	most := greatest(values)
	if p.Per != nil && most.Cmp(p.Per[issue]) != 0 {
		w.Quo(w, p.Per[issue])
	}
	if most.Sign() != 0 && (p.Per == nil || most.Cmp(p.Per[issue]) != 0) {
		w.Mul(w, most)
	}
	scale := one()
	for most.Sign() > 0 && new(big.Rat).Mul(most, scale).Cmp(tiny) < 0 { // GENIUS would take it for nothing
		scale.Mul(scale, big.NewRat(1_000_000, 1))
	}
	if weight, err = decimal(w); err != nil {
		return "", nil, fmt.Errorf("the weight: %w", err)
	}
	for _, v := range values {
		if v.Sign() < 0 {
			return "", nil, fmt.Errorf("a value of %s: GENIUS takes none below 0", words(v))
		}
		text, err := decimal(new(big.Rat).Mul(v, scale))
		if err != nil {
			return "", nil, err
		}
		row = append(row, text)
	}
	return weight, row, nil
}

// escape makes text fit for an attribute.
func escape(s string) string {
	var b bytes.Buffer
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		return ""
	}
	return b.String()
}
