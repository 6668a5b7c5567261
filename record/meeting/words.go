package meeting

import "github.com/parley-desk/parley/record/token"

// Words that rules and features know by name. A word that is in no list may
// tell of a meeting, too: the model learns its lemma, or goes by what else its
// clause says.
var (
	// sides are words for people of more than one party.
	sides = token.Set("delegations negotiators ministers sides teams leaders envoys presidents officers both they parties")

	// talks are nouns for meetings.
	talks = token.Set(`talks meeting meetings summit summits session sessions negotiations consultations discussions deliberations plenary
		sitting round rounds conference encounter encounters conversation conversations call calls videoconference get-together
		tête-à-tête sit-down`)

	// calls are words of a conversation over a line.
	calls = token.Set("phone telephone telephoned phoned video videoconference phone-call")

	// plain are verbs that mean a meeting by themselves.
	plain = token.Set("meet confer huddle speak talk telephone phone ring negotiate receive sit dine lunch breakfast")

	// rings are verbs of calling somebody up.
	rings = token.Set("phone telephone ring call dial")

	// between are the verbs for what a mediator does between two rooms.
	between = token.Set("shuttle go run carry move walk relay ferry pass convey")

	// more are words for one more meeting than those told of.
	more = token.Set("second third fourth another next new further")

	// brokers are words of the names of those who stand between the sides or watch them.
	brokers = token.Set(`mediator mediators mediation monitor monitors monitoring observer observers inspectorate inspectors mission panel secretariat
		guarantors facilitators broker brokers`)

	// outsiders are people whom one meets without dealing with the other side.
	outsiders = token.Set(`reporters journalists press families relatives residents voters supporters students workers lawmakers deputies
		advisers aides staff commanders farmers donors veterans survivors parents fans activists crowds crowd editors bankers`)

	// bodies sit by themselves.
	bodies = token.Set(`cabinet parliament congress senate assembly legislature council committee commission board court panel jury tribunal
		caucus party union knesset duma commons`)
)

// kin are the words that are known to tell of meetings, by the number of their
// group: those of a group do it in the same way.
var kin = numbered(
	"meet confer huddle",
	"sit",
	"sign initial",
	"speak talk consult",
	"negotiate haggle bargain wrangle argue work toil labour labor pore plod wade quarrel spar deliberate chat eat drink",
	"welcome see receive host summon",
	"phone telephone ring call dial",
	"stop bump cross",
	"gather assemble convene reconvene",
	"resume return",
	"part adjourn rise",
	"spend",
	"stay",
	"closet lock shut hole",
	"bring put",
	"have",
	"be",
	"keep hold",
	"exchange swap",
	"shake face",
	"dine lunch breakfast share walk",
	"fly drive ride travel come drop",
	"shuttle go run carry move relay ferry pass convey",
	"reach brief inform update congratulate tell thank warn assure",
	"meeting summit encounter tête-à-tête videoconference get-together meetings sit-down",
	"talks session negotiations consultations discussions deliberations plenary sitting round rounds sessions conference",
	"dinner supper luncheon tea coffee drinks meal",
	"conversation audience visit gathering bilateral trilateral handshake signing",
)

// flags are words that turn what stands near them: a condition, a denial, a
// habit; by the numbers of the groups that they are in.
var flags = inGroups(
	"if unless provided whether should",
	"no not n't never nobody none neither nor without",
	"times often regularly weekly daily monthly usually sometimes always every occasionally frequently routinely",
	"phone telephone call video line secure videoconference telephoned phoned",
	"together face-to-face one-on-one opposite",
	"again second third another next further",
	"same one single",
	"debate debates final match audience crowd rally hearing trial court parliament committee council cabinet board assembly senate house",
	"reporters journalists press news interview television radio podcast",
	"off cancelled canceled postponed delayed suspended collapsed",
	"night midnight dawn hours hour",
	"will due scheduled set tomorrow next upcoming",
	"last yesterday earlier ago",
	"may might could would should",
	"asked offered proposed suggested invited urged wanted refused declined demanded sought hoped ready willing prepared",
	"his her their its",
	"since until",
)

// What a word that governs another makes of it, where it is known to: a word
// that could be two is the first.
const (
	ungoverned uint64 = iota
	unmet             // what did not take place, as far as the sentence tells
	settled           // what is to come as a matter of fact
	light             // verbs that carry a noun for the deed: held talks, had a meeting
	journey           // journeys lead to meetings
	appointed         // days that were given to a meeting
)

var governors = numbered(
	`refuse decline propose offer seek request ask demand want reject cancel postpone suggest urge skip boycott avoid invite
		deny hope wish prefer threaten consider rule call-off delay oppose insist push press appeal favour favor explore discuss contemplate
		proposal demand invitation refusal idea possibility prospect chance readiness willingness hopes calls lack absence
		suspend freeze halt pause ready willing reluctant unwilling prepared possible eager open unable able fail try attempt need allow let
		happy glad delighted pleased suppose supposed beg plead implore entreat crave dream`,
	`will due scheduled set plan planned agree agreed expect expected intend next tomorrow upcoming shall decide decided
		arrange arranged fix fixed coming slated`,
	`hold have attend begin start open end close conclude leave join resume continue take last meet sit be do
		collapse break stall enter place host chair convene wrap lead go`,
	"fly travel go head come visit return leave",
	"schedule plan set fix arrange slate expect pencil timetable book appoint",
)

// numbered gives each word the number of the first group that it is in, from 1.
func numbered(groups ...string) map[string]uint64 {
	out := map[string]uint64{}
	for k, words := range groups {
		for w := range token.Set(words) {
			if out[w] == 0 {
				out[w] = uint64(k + 1)
			}
		}
	}
	return out
}

// inGroups gives each word the numbers of all groups that it is in.
func inGroups(groups ...string) map[string][]uint64 {
	out := map[string][]uint64{}
	for k, words := range groups {
		for w := range token.Set(words) {
			out[w] = append(out[w], uint64(k+1))
		}
	}
	return out
}
