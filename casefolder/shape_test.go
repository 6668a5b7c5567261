package casefolder

import (
	"reflect"
	"testing"
)

// Every entry of the table of references belongs to a field that files have, and
// no type has more fields than the decoder's bits can count.
func TestReferencesNameFields(t *testing.T) {
	fields := map[string]bool{}
	for typ, s := range shapes {
		for _, f := range s.fields {
			fields[typ.Name()+"."+f.goName] = true
		}
		if len(s.fields) > 64 {
			t.Errorf("%s has %d fields: decodeStruct counts to 64", typ, len(s.fields))
		}
	}
	for name := range references {
		if !fields[name] {
			t.Errorf("references has %s, which no file has", name)
		}
	}
}

// Every word type of the domain that a file holds has its vocabulary.
func TestVocabularyIsComplete(t *testing.T) {
	for typ, s := range shapes {
		for _, f := range s.fields {
			word := f.typ
			if word.Kind() == reflect.Slice {
				word = word.Elem()
			}
			named := word.Kind() == reflect.String && word != stringType
			if named && word != numberType && word != roomType && vocabulary[word] == nil {
				t.Errorf("%s.%s is a %s, which has no vocabulary", typ.Name(), f.goName, word)
			}
		}
	}
}
