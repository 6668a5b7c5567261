package record_test

import (
	"context"
	"fmt"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record"
)

func ExampleReader_Read() {
	reader, err := record.NewReader(record.Options{
		Parties: []record.Party{{ID: "KES", Name: "Kestria"}, {ID: "VAL", Name: "Vale"}},
		People:  []record.Person{{ID: "dure", Name: "Ana Dure", Title: "foreign minister", Party: "KES"}},
	})
	if err != nil {
		panic(err)
	}
	doc, err := reader.Read(context.Background(), record.Source{ID: "trell", Date: parley.MustDate("2031-04-02"), Text: `TRELL — “We will not sign tonight,” Ana Dure told reporters on Tuesday. “Perhaps in May.”

Two Valese officials said the text was nearly done, according to the Trell Courier.`})
	if err != nil {
		panic(err)
	}
	for _, a := range doc.Attributions {
		fmt.Printf("%s | %s | %s | %s\n", a.Date, doc.Words(a.Source), doc.Words(a.Cue), doc.Words(a.Content))
		fmt.Printf("  %s %s, speaker %v, chain %+v\n", a.Kind, a.Manner, a.Speaker, a.Chain)
	}
	// Output:
	// 2031-04-01 | Ana Dure | told | “We will not sign tonight,” … “Perhaps in May.”
	//   speech direct, speaker Ana Dure (KES), chain {Anonymous:false Count:0 Outlet: Via:[] Holds:[]}
	// 2031-04-02 | Two Valese officials | said | the text was nearly done
	//   speech indirect, speaker VAL, chain {Anonymous:true Count:2 Outlet: Via:[Trell Courier] Holds:[]}
	// 2031-04-02 | the Trell Courier | according to | Two Valese officials said the text was nearly done
	//   speech indirect, speaker , chain {Anonymous:false Count:0 Outlet:Trell Courier Via:[] Holds:[s2]}
}
