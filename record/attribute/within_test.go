package attribute

import (
	"strings"
	"testing"

	"github.com/parley-desk/parley/record/token"
)

// What a quoted speaker says he wants is his; what he only supposes, names or
// undergoes is not.
func TestOwnMind(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{`"I asked for a week," she said.`, "asked"},
		{`"We don't believe the map is final," she said.`, "believe"},
		{`"I would like an acquittal," she said.`, "like"},
		{`"I'd just like to see a receipt," she said.`, "like"},
		{`"I like the map," she said.`, ""},
		{`"We were promised a map," she said.`, ""},
		{`"We sign what we want to sign," she said.`, ""},
		{`"I think so," she said.`, ""},
		{`"They want a map," she said.`, ""},
		{`"I want to be clear about the map," she said.`, ""},
		{`"We would like to thank the hosts," she said.`, ""},
		{`She said that we want a map.`, ""},
	} {
		v := newView(token.Read(test.text))
		var got []string
		for _, g := range v.triggers() {
			if v.Tokens[g.at].Depth > 0 && v.ownMind(&g) {
				got = append(got, v.Tokens[g.at].Norm)
			}
		}
		if g := strings.Join(got, " "); g != test.want {
			t.Errorf("%s: got %q, want %q", test.text, g, test.want)
		}
	}
}
