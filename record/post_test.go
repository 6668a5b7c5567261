package record

import (
	"context"
	"strings"
	"testing"
)

// A post is the paragraph that its signature ends. Where the report goes on in
// the same paragraph, or has no other, the post is what stands just before.
func TestPosts(t *testing.T) {
	reader := newTestReader(t, caseOptions)
	talk := strings.Repeat("The two sides met on Monday in the hall by the river and spoke for an hour. ", 8)
	for _, test := range []struct{ text, words, author, handle string }{
		{"It rained.\n\nWe wait for a map. — Ana Dure (@anadure) April 1, 2031", "We wait for a map.", "Ana Dure", "@anadure"},
		{"It rained.\n\n" + talk + "We wait. — Ana Dure (@anadure) April 1, 2031", talk + "We wait.", "Ana Dure", "@anadure"},
		{talk + "“No,” said Per Holt. We wait for a map. — Ana Dure (@anadure) April 1, 2031 " + talk, "We wait for a map.", "Ana Dure", "@anadure"},
	} {
		doc, err := reader.Read(context.Background(), Source{Text: test.text})
		if err != nil {
			t.Fatal(err)
		}
		var posts []*Attribution
		for i := range doc.Attributions {
			if a := &doc.Attributions[i]; a.Post != nil {
				posts = append(posts, a)
			}
		}
		if len(posts) != 1 {
			t.Errorf("%q: %d posts", test.text, len(posts))
			continue
		}
		words := doc.Words(posts[0].Content)
		if !strings.HasSuffix(words, test.words) || len(words) > max(len(test.words), postLength) || posts[0].Post.Author != test.author || posts[0].Post.Handle != test.handle {
			t.Errorf("%q\n  got %q by %+v", test.text, words, posts[0].Post)
		}
	}
}
