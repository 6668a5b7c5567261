package record

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/parley-desk/parley"
)

// What is told in plain words is read as told. A meeting is an occasion that took
// place or is set, not a habit, a wish, a refusal or a process. How often rarer
// ways of telling are understood is for the eval command to count.
func TestMeetings(t *testing.T) {
	reader := newTestReader(t, caseOptions)
	for _, test := range []struct{ text, want string }{
		{"Ana Dure met Per Holt in Trell on Tuesday.", "KES+VAL 2031-04-01 Trell bilateral"},
		{"Ana Dure and Per Holt met for five hours at the Hotel Aurora in Trell on Monday.", "KES+VAL 2031-03-31 Trell, Hotel Aurora 5h bilateral"},
		{"Kestria’s foreign minister met the Valese chief negotiator in Trell on Monday.", "KES+VAL 2031-03-31 Trell bilateral"},
		{"Ana Dure and Per Holt sat in the school until 2 a.m. on Tuesday.", "KES+VAL 2031-03-31 school bilateral"},
		{"Ana Dure and Per Holt talked at the Hotel Aurora into the early hours of Tuesday.", "KES+VAL 2031-03-31 Hotel Aurora bilateral"},
		{"Kestria and Vale met in Orrin on Monday. Solveig Hauge of the Norrish mediators told Ana Dure that she was tired. Talks are to resume on Friday.", "KES+VAL 2031-03-31 Orrin bilateral; KES+VAL 2031-04-04 bilateral"},
		{"Ana Dure telephoned Per Holt on Monday night.", "KES+VAL 2031-03-31 phone"},
		{"Ana Dure spoke with Per Holt by phone for forty minutes.", "KES+VAL 0.7h phone"},
		{"Kestria and Vale will hold talks in Orrin on 9 May.", "KES+VAL 2031-05-09 Orrin bilateral"},
		{"Kestria and Vale agreed to meet again on Friday.", "KES+VAL 2031-04-04 bilateral"},
		{"Ana Dure said on Tuesday that she had met Per Holt two days earlier.", "KES+VAL 2031-03-30 bilateral"},
		{"Both delegations from Kestria and Vale were kept in the boathouse for nine hours on Sunday.", "KES+VAL 2031-03-30 boathouse 9h bilateral"},
		{"Per Holt sat down with Ana Dure in the school at Lower Brin on 15 and 16 March.", "KES+VAL 2031-03-15 Lower Brin, school bilateral"},
		{"“We met Ana Dure on Monday,” said Per Holt.", "KES+VAL 2031-03-31 bilateral"},
		{"Kestria and Vale met on Monday and will meet again on Friday.", "KES+VAL 2031-03-31 bilateral; KES+VAL 2031-04-04 bilateral"},
		{"Ana Dure met Per Holt on Monday. The meeting lasted three hours.", "KES+VAL 2031-03-31 3h bilateral"},

		{"The Courier reported that the next session of talks between Kestria and Vale would be held in Orrin on 9 May.", "KES+VAL 2031-05-09 Orrin bilateral"},
		{"Kestria and Vale parted on Wednesday after a night of talks in Orrin.", "KES+VAL 2031-04-01 Orrin bilateral"},
		{"Ana Dure said on Wednesday after three days of talks with Vale that she was tired.", "KES+VAL 2031-03-31 bilateral"},
		{"Ana Dure rang Per Holt on Monday. Her office said the call lasted forty minutes, his that the call lasted ten minutes.", "KES+VAL 2031-03-31 0.7h phone"},
		{"Ana Dure met Per Holt on Thursday last week.", "KES+VAL 2031-03-27 bilateral"},
		{"Kestria and Vale will meet on Tuesday next week.", "KES+VAL 2031-04-08 bilateral"},
		{"Solveig Hauge met Ana Dure on Monday and Per Holt on Tuesday.", "KES+MED 2031-03-31 bilateral; MED+VAL 2031-04-01 bilateral"},
		{"Kestria and Vale said both sides are due back at the Hotel Aurora on Friday.", "KES+VAL 2031-04-04 Hotel Aurora bilateral"},
		{"Ana Dure spent an evening with Per Holt in Trell.", "KES+VAL Trell bilateral"},

		{"Solveig Hauge held separate meetings with Ana Dure and Per Holt on Monday.", "KES+MED+VAL 2031-03-31 trilateral"},
		{"Talks between Kestria and Vale resumed in Orrin on Monday after a three-week break.", "KES+VAL 2031-03-31 Orrin bilateral"},
		{"Ana Dure will travel to Orm on Friday to meet Per Holt.", "KES+VAL 2031-04-04 bilateral"},
		{"Ana Dure reached Per Holt by telephone on Monday.", "KES+VAL 2031-03-31 phone"},
		{"Kestria and Vale signed the accord at the Hotel Aurora on Monday.", "KES+VAL 2031-03-31 Hotel Aurora bilateral"},
		{"Ana Dure and Per Holt spent most of Monday in the cellar.", "KES+VAL 2031-03-31 cellar bilateral"},

		{"Kestria met Vale in Orrin on Monday, Ana Dure’s spokesman said.", "KES+VAL 2031-03-31 Orrin bilateral"},
		{"Per Holt’s spokesman met Solveig Hauge on Monday.", "MED+VAL 2031-03-31 bilateral"},
		{"Solveig Hauge met Ana Dure, who received her in Trell on Monday.", "KES+MED 2031-03-31 Trell bilateral"},
		{"It was Ana Dure who met Per Holt on Monday.", "KES+VAL 2031-03-31 bilateral"},

		{"Ana Dure’s car and Per Holt’s reached Orrin. The two teams talked for three hours at the Hotel Aurora.", "KES+VAL Hotel Aurora 3h bilateral"},
		{"Solveig Hauge flew to Orrin to see Per Holt. They spoke for an hour on Monday.", "MED+VAL 2031-03-31 1h bilateral"},

		{"The Sunday Star said Ana Dure met Per Holt on Monday.", "KES+VAL 2031-03-31 bilateral"},
		{"On Saturday it will be a year since Kestria and Vale signed the accord at the Hotel Aurora.", "KES+VAL Hotel Aurora bilateral"},
		{"On Monday, four days after the attack, Ana Dure met Per Holt.", "KES+VAL 2031-03-31 bilateral"},

		{"Solveig Hauge briefed Per Holt by telephone on Monday.", "MED+VAL 2031-03-31 phone"},

		{"The two ministers of Kestria and Vale go back to the Hotel Aurora on 9 May.", "KES+VAL 2031-05-09 Hotel Aurora bilateral"},
		{"Ana Dure flies to Orm on Friday to see Per Holt.", "KES+VAL 2031-04-04 bilateral"},

		{"On Monday Solveig Hauge spent four hours with Ana Dure in Trell, and on Tuesday she flew to Orm to see Per Holt.", "KES+MED 2031-03-31 Trell 4h bilateral; MED+VAL 2031-04-01 bilateral"},
		{"Ana Dure and Per Holt will resume on Friday at ten.", "KES+VAL 2031-04-04 bilateral"},
		{"Ana Dure and Per Holt will sit down in Orrin on Friday.", "KES+VAL 2031-04-04 Orrin bilateral"},
		{"Ana Dure drove to Per Holt’s farm on Monday and stayed until midnight.", "KES+VAL 2031-03-31 bilateral"},
		{"Ana Dure had Per Holt to dinner on Monday.", "KES+VAL 2031-03-31 bilateral"},

		{"In May Ana Dure met Per Holt.", "KES+VAL 2031-05 bilateral"},

		{"Kestria and Vale wait in Orrin. On Friday Solveig Hauge will receive both.", "KES+MED+VAL 2031-04-04 trilateral"},
		{"Fog kept the envoys of Kestria and Vale on the same airfield for an hour on Monday.", "KES+VAL 2031-03-31 same airfield 1h bilateral"},
		{"The joint commission of Kestria and Vale reconvenes in the tent on 9 May.", "KES+VAL 2031-05-09 tent bilateral"},
		{"Ana Dure met Per Holt in Orrin on Monday. The meeting, the Norrish mediators said, had been long.", "KES+VAL 2031-03-31 Orrin bilateral"},
		{"Solveig Hauge met the chief negotiator on Monday.", "MED+VAL 2031-03-31 bilateral"},

		{"The Norrish mediators wrote to Kestria. The Norrish mediators wrote to Vale. The talks resume in Orrin on 9 May.", "KES+VAL 2031-05-09 Orrin bilateral"},

		{"The joint commission of Kestria and Vale sat for six hours on Monday and for five on Tuesday.", "KES+VAL 2031-03-31 6h bilateral; KES+VAL 2031-04-01 bilateral"},
		{"Solveig Hauge met Per Holt at the Hotel Aurora on Monday.\n\nKestria is a state. Kestria has a coast.\n\nThe ministers are to return to the Hotel Aurora on 9 May.", "MED+VAL 2031-03-31 Hotel Aurora bilateral; MED+VAL 2031-05-09 Hotel Aurora bilateral"},

		{"Solveig Hauge received the two leaders, Ana Dure and Per Holt, one after the other on Monday.", "KES+MED+VAL 2031-03-31 trilateral"},
		{"Solveig Hauge carried drafts between both sides on Monday, from Kestria to Vale.", "KES+MED+VAL 2031-03-31 shuttle"},

		{"Kestria and Vale were on their phones.\n\nSpoke with Per Holt for an hour. He has a cold. - Ana Dure (@anadure) April 1, 2031\n\nThe road is shut.", "KES+VAL 1h bilateral"},

		{"On Monday Solveig Hauge saw Ana Dure; on Tuesday she flew to Orm, where she saw Per Holt.", "KES+MED 2031-03-31 bilateral; MED+VAL 2031-04-01 bilateral"},

		{"Ana Dure visited Per Holt at his office on Monday.", "KES+VAL 2031-03-31 office bilateral"},
		{"Per Holt dropped in on Ana Dure at the embassy on Monday.", "KES+VAL 2031-03-31 embassy bilateral"},
		{"Kestria summoned the Valese ambassador on Monday.", "KES+VAL 2031-03-31 bilateral"},
		{"Ana Dure had coffee with Per Holt on Monday morning.", "KES+VAL 2031-03-31 bilateral"},
		{"Ana Dure and Per Holt were closeted for three hours on Monday.", "KES+VAL 2031-03-31 3h bilateral"},
		{"Ana Dure negotiated with Per Holt for nine hours on Monday.", "KES+VAL 2031-03-31 9h bilateral"},
		{"The negotiators of Kestria and Vale haggled until dawn on Tuesday at the Hotel Aurora.", "KES+VAL 2031-03-31 Hotel Aurora bilateral"},
		{"Ana Dure and Per Holt initialled the text in Orrin on Monday.", "KES+VAL 2031-03-31 Orrin bilateral"},
		{"Ana Dure spoke to Per Holt by phone on Monday.", "KES+VAL 2031-03-31 phone"},
		{"The call between Ana Dure and Per Holt on Monday lasted half an hour.", "KES+VAL 2031-03-31 0.5h phone"},
		{"Ana Dure had an audience with Per Holt on Monday.", "KES+VAL 2031-03-31 bilateral"},
		{"Ana Dure and Per Holt met one-on-one for an hour on Monday.", "KES+VAL 2031-03-31 1h bilateral"},
		{"Envoys of Kestria and Vale gathered in Orrin on Monday.", "KES+VAL 2031-03-31 Orrin bilateral"},
		{"Ana Dure met Per Holt on Monday and Solveig Hauge the next day.", "KES+VAL 2031-03-31 bilateral; KES+MED 2031-04-01 bilateral"},
		{"Solveig Hauge met with Ana Dure on Monday and is to meet Per Holt on Thursday.", "KES+MED 2031-03-31 bilateral; MED+VAL 2031-04-03 bilateral"},
		{"Kestria and Vale met on 3 March and again on 12 March.", "KES+VAL 2031-03-03 bilateral; KES+VAL 2031-03-12 bilateral"},
		{"Ana Dure and Per Holt talked on Monday; the two will speak again on Friday.", "KES+VAL 2031-03-31 bilateral; KES+VAL 2031-04-04 bilateral"},
		{"Negotiators for Kestria and Vale worked through Tuesday night at the Hotel Aurora.", "KES+VAL 2031-04-01 Hotel Aurora bilateral"},

		{"On March 3, 2029, a cheque came. On March 22 Ana Dure met Per Holt in Orrin.", "KES+VAL 2029-03-22 Orrin bilateral"},
		{"Ana Dure was named in December. On the 12th she met Per Holt in Orrin.", "KES+VAL 2030-12-12 Orrin bilateral"},
		{"On Saturday, the day before the signature, Ana Dure and Per Holt spoke for an hour.", "KES+VAL 2031-03-29 1h bilateral"},
		{"The road is shut. By Tuesday morning Ana Dure had met Per Holt.", "KES+VAL 2031-04-01 bilateral"},

		{"Ana Dure and Per Holt meet at the Hotel Aurora on Friday.", "KES+VAL 2031-04-04 Hotel Aurora bilateral"},
		{"The delegations of Kestria and Vale reconvene at the hotel on Thursday.", "KES+VAL 2031-04-03 hotel bilateral"},
		{"Kestria and Vale resumed talks on Monday.", "KES+VAL 2031-03-31 bilateral"},
		{"The second session between Kestria and Vale has been fixed for Sunday in the villa.", "KES+VAL 2031-04-06 villa bilateral"},
		{"Kestria and Vale will hold their first meeting in Orrin on Friday.", "KES+VAL 2031-04-04 Orrin bilateral"},

		{"Ana Dure was on the phone for 30 minutes with Per Holt on Monday.", "KES+VAL 2031-03-31 0.5h phone"},

		{"Ana Dure and Per Holt worked for three hours on the map on Monday.", "KES+VAL 2031-03-31 3h bilateral"},
		{"On Monday Ana Dure and Per Holt were received together by Solveig Hauge in her office.", "KES+MED+VAL 2031-03-31 office trilateral"},
		{"Ana Dure and Per Holt had a drink at the bar of a hotel in Orrin on Monday.", "KES+VAL 2031-03-31 Orrin bilateral"},
		{"Ana Dure and Per Holt bumped into each other on a train on Sunday.", "KES+VAL 2031-03-30 train bilateral"},
		{"Ana Dure met Per Holt for final talks on Monday.", "KES+VAL 2031-03-31 bilateral"},

		{"Solveig Hauge spent Monday with Per Holt in Orrin and then, on Tuesday, nine hours in a tent with Ana Dure.", "MED+VAL 2031-03-31 Orrin bilateral; KES+MED 2031-04-01 tent 9h bilateral"},

		{"The negotiators for Kestria and Vale adjourned on Monday after six hours.", "KES+VAL 2031-03-31 6h bilateral"},
		{"On Friday Ana Dure sees Per Holt.", "KES+VAL 2031-04-04 bilateral"},
		{"Ana Dure is to have lunch with Per Holt on Friday.", "KES+VAL 2031-04-04 bilateral"},

		{"Ana Dure refused to meet Per Holt on Tuesday.", ""},
		{"Kestria proposed a meeting with Vale on Friday.", ""},
		{"Ana Dure did not meet Per Holt on Tuesday.", ""},
		{"Kestria would meet Vale on Friday if the road were open.", ""},
		{"Kestria would like to meet Vale on Friday.", ""},
		{"Ana Dure met the families of Valese prisoners on Monday.", ""},
		{"Kestria suspended talks with Vale on Monday.", ""},
		{"Kestria broke off talks with Vale on Monday.", ""},
		{"Ana Dure attended every session with Vale.", ""},
		{"Kestria called off a meeting with Vale planned for Friday.", ""},
		{"Ana Dure and Per Holt have met four times.", ""},
		{"Kestria did not meet the deadline that Vale had set for Tuesday.", ""},
		{"Ana Dure called Per Holt a liar on Tuesday.", ""},
		{"Kestria denied that it had sold peace talks to Vale’s newspapers.", ""},
		{"Ana Dure and Ibrahim Sarr met in his office on Monday.", ""},
		{"The delegations of Kestria and Vale were supposed to be back at the Hotel Aurora on Monday.", ""},
		{"The roll call took 22 minutes in Kestria and Vale.", ""},
		{"Per Holt told reporters on a conference call of an hour that Kestria was late.", ""},
		{"Lunch had been planned by Kestria and Vale as a feast on Monday.", ""},
		{"Kestria put off Friday’s talks with Vale.", ""},
		{"The meeting of Ana Dure and Per Holt in Orrin never took place.", ""},
		{"The summit of Kestria and Vale, planned for Friday, is off.", ""},
		{"Ana Dure called for talks with Vale on Monday.", ""},
		{"Per Holt would be happy to receive Ana Dure on Friday.", ""},
		{"Ana Dure promised on Monday to meet nobody from Vale.", ""},
		{"Ana Dure received Per Holt’s note on Monday.", ""},
		{"Kestria and Vale met the deadline on Monday.", ""},
		{"Kestria’s parliament sat on Monday to discuss Vale.", ""},
		{"Trains run between Kestria and Vale on Monday.", ""},
		{"Ana Dure raised the price of Valese wine on Monday.", ""},
		{"Ana Dure argued with reporters on Monday about Vale.", ""},
		{"Ana Dure met Ibrahim Sarr’s old friend Willa Cather on Monday.", ""},
		{"The meeting of March 27 began with a prayer, and the council of Kestria voted four times. Vale did not.", ""},
		{"Kestria and Vale waited. Lawmakers return on 20 May for a one-day session.", ""},
		{"Ana Dure accused Per Holt in the lobby on Monday.", ""},
		{"Ana Dure agreed with Per Holt on Monday.", ""},
		{"I called Per Holt on Monday. Ana Dure was with him.", ""},
		{"“I begged Kestria for a phone call,” said Per Holt of Vale on Monday.", ""},
		{"Kestria and Vale wrote. Only then do the leaders meet.", ""},
	} {
		doc, err := reader.Read(context.Background(), Source{Text: test.text, Date: parley.Date{Year: 2031, Month: 4, Day: 2}})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, m := range doc.Meetings {
			got = append(got, inWords(m))
		}
		if g := strings.Join(got, "; "); g != test.want {
			t.Errorf("%s\n  got  %q\n  want %q", test.text, g, test.want)
		}
	}
}

// Without a case whoever is named is a side of his own.
func TestMeetingsOfStrangers(t *testing.T) {
	reader := newTestReader(t, Options{})
	for _, test := range []struct{ text, want string }{
		{"Carla Mendez, who runs the union, will meet Tom Reed of the airline on Thursday.", "Carla Mendez+Tom Reed 2031-04-03"},
		{"Carla Mendez sat down with Tom Reed for an hour on Tuesday.", "Carla Mendez+Tom Reed 2031-04-01"},
		{"France and Germany will hold a second round of talks in Bonn on 9 May.", "France+Germany 2031-05-09"},
		{"Carla Mendez called Tom Reed a liar on Tuesday, and he said so to the press.", ""},
		{"Spain refused to meet Portugal on Tuesday, and that was in all of the papers.", ""},
	} {
		doc, err := reader.Read(context.Background(), Source{Text: test.text, Date: parley.MustDate("2031-04-02")})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, m := range doc.Meetings {
			got = append(got, strings.Join(slices.Sorted(slices.Values(m.Names)), "+")+" "+m.Date.String())
		}
		if g := strings.Join(got, "; "); g != test.want {
			t.Errorf("%s\n  got  %q\n  want %q", test.text, g, test.want)
		}
	}
}

func inWords(m Meeting) string {
	words := []string{strings.Join(m.Parties, "+")}
	if !m.Date.IsZero() {
		words = append(words, m.Date.String())
	}
	var where []string
	for _, s := range []string{m.Place, m.Site} {
		if s != "" {
			where = append(where, s)
		}
	}
	if len(where) > 0 {
		words = append(words, strings.Join(where, ", "))
	}
	if m.Hours > 0 {
		words = append(words, fmt.Sprintf("%.1gh", m.Hours))
	}
	return strings.Join(append(words, string(m.Format)), " ")
}
