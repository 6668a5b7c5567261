package pareto

import (
	"encoding/binary"
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// widest is the greatest number of nodes that one level of a diagram may have.
const widest = 1 << 14

// diagram is the rules compiled: a decision diagram whose paths from the root
// to the end are exactly the allowed packages.
//
//	            army         troops        sanctions
//	          ┌─ cap ──▶ ○ ── none ──▶ ○ ── lifted ──┐
//	root ○ ───┤           └─ some ─┐   └─── kept ────┤
//	          └─ no cap ─▶ ○ ─ any ┴─▶ ○ ── kept ────┴─▶ ● end
//
// A node stands for all partial packages that leave the same choices open
// later on. Without rules every level has a single node.
type diagram struct {
	order  []int    // order[t] is the issue decided on level t
	levels [][]node // levels[t]: the nodes where order[t] is still to decide; the last level is the end
}

// node holds, for each option of its level's issue, the node it leads to on
// the next level, or forbidden.
type node []int32

const forbidden = -1

// empty reports whether the rules leave no package at all.
func (d *diagram) empty() bool { return len(d.levels[0]) == 0 }

// count is the number of paths.
func (d *diagram) count() *big.Int {
	if d.empty() {
		return new(big.Int)
	}
	paths := []*big.Int{big.NewInt(1)}
	for t := len(d.order) - 1; t >= 0; t-- {
		above := make([]*big.Int, len(d.levels[t]))
		for n, nd := range d.levels[t] {
			above[n] = new(big.Int)
			for _, child := range nd {
				if child != forbidden {
					above[n].Add(above[n], paths[child])
				}
			}
		}
		paths = above
	}
	return paths[0]
}

// first follows the first path: the package with the earliest options in the
// diagram's order of issues.
func (d *diagram) first() (Package, bool) {
	if d.empty() {
		return nil, false
	}
	pkg := make(Package, len(d.order))
	at := int32(0)
	for t, i := range d.order {
		nd := d.levels[t][at]
		pkg[i] = slices.IndexFunc(nd, func(child int32) bool { return child != forbidden })
		at = nd[pkg[i]]
	}
	return pkg, true
}

// compile makes the diagram of a problem's rules.
func compile(p *Problem) (*diagram, error) {
	rules := trim(p)
	sizes := make([]int, len(p.Issues))
	for i, issue := range p.Issues {
		sizes[i] = len(issue.Options)
	}
	order := arrange(sizes, rules)
	c := compiler{sizes: sizes, rules: rules, order: order}
	return c.run(p)
}

// trim drops from each rule what never matters: issues whose every option it
// names, and whole rules that cannot come to hold.
func trim(p *Problem) []Rule {
	var kept []Rule
	for _, r := range p.Rules {
		t := Rule{ID: r.ID}
		possible := true
		for _, c := range r.Forbids {
			options := slices.Clone(c.Options)
			slices.Sort(options)
			options = slices.Compact(options)
			possible = possible && len(options) > 0
			if len(options) < len(p.Issues[c.Issue].Options) {
				t.Forbids = append(t.Forbids, Choice{c.Issue, options})
			}
		}
		if possible {
			kept = append(kept, t)
		}
	}
	return kept
}

// compiler builds a diagram level by level. The state of a partial package is
// the set of rules that it has matched so far and that later issues will
// decide: equal sets leave equal choices, so they become one node.
type compiler struct {
	sizes []int
	rules []Rule
	order []int
}

func (c *compiler) run(p *Problem) (*diagram, error) {
	last := make([]int, len(c.rules)) // the level that decides each rule
	for t, i := range c.order {
		for r := range c.rules {
			if c.rules[r].on(i) != nil {
				last[r] = t
			}
		}
	}
	for r := range c.rules {
		if len(c.rules[r].Forbids) == 0 {
			return &diagram{order: c.order, levels: make([][]node, len(c.order)+1)}, nil
		}
	}
	states := []bitset{newBitset(len(c.rules))}
	for r := range c.rules {
		states[0].set(r)
	}
	levels := make([][]node, len(c.order)+1)
	for t := range c.order {
		pass := c.levelRules(t, last)
		next := map[string]int32{}
		var after []bitset
		for _, s := range states {
			nd := make(node, c.sizes[c.order[t]])
			for o := range nd {
				ns, ok := pass.step(s, o)
				if !ok {
					nd[o] = forbidden
					continue
				}
				key := ns.key()
				id, seen := next[key]
				if !seen {
					if len(after) == widest {
						return nil, c.tangled(p, t, last)
					}
					id = int32(len(after))
					next[key] = id
					after = append(after, ns)
				}
				nd[o] = id
			}
			levels[t] = append(levels[t], nd)
		}
		states = after
	}
	for range states {
		levels[len(c.order)] = append(levels[len(c.order)], node{})
	}
	d := &diagram{order: c.order, levels: levels}
	d.reduce()
	return d, nil
}

// level is how one issue changes the state.
type levelRules struct {
	drop  []bitset // drop[o]: rules that option o does not match
	ends  bitset   // rules that this level decides
	alike []cover  // rules that from here on ask the same as an earlier one, which then stands for both
	cover []cover  // rules that forbid nothing that another one does not forbid
}

// cover says: where rule by is matched, rule of adds nothing.
type cover struct{ of, by int }

func (c *compiler) levelRules(t int, last []int) levelRules {
	i := c.order[t]
	l := levelRules{ends: newBitset(len(c.rules))}
	for range c.sizes[i] {
		l.drop = append(l.drop, newBitset(len(c.rules)))
	}
	var live []int
	for r := range c.rules {
		if last[r] == t {
			l.ends.set(r)
		}
		if on := c.rules[r].on(i); on != nil {
			for o := range c.sizes[i] {
				if !slices.Contains(on, o) {
					l.drop[o].set(r)
				}
			}
		}
		if last[r] > t {
			live = append(live, r)
		}
	}
	c.compare(&l, t, live)
	return l
}

// compare finds which live rules make others needless after level t. Only
// rules that name a common issue still to come need to be compared.
func (c *compiler) compare(l *levelRules, t int, live []int) {
	done := make([]bool, len(c.sizes))
	for _, j := range c.order[:t+1] {
		done[j] = true
	}
	on := make([][]int, len(c.sizes))
	for _, r := range live {
		for _, ch := range c.rules[r].Forbids {
			on[ch.Issue] = append(on[ch.Issue], r)
		}
	}
	stands := map[int]bool{} // rules that another one already stands for
	for _, b := range live {
		next := slices.IndexFunc(c.rules[b].Forbids, func(ch Choice) bool { return !done[ch.Issue] })
		for _, a := range on[c.rules[b].Forbids[next].Issue] {
			if a == b || stands[a] || stands[b] || !c.rules[b].impliedBy(c.rules[a], done) {
				continue
			}
			if !c.rules[a].impliedBy(c.rules[b], done) {
				l.cover = append(l.cover, cover{of: a, by: b})
			} else if a > b {
				l.alike = append(l.alike, cover{of: a, by: b})
				stands[a] = true
			}
		}
	}
}

// step is the state after option o, or false where a rule forbids it.
func (l *levelRules) step(s bitset, o int) (bitset, bool) {
	ns := slices.Clone(s)
	hit := uint64(0)
	for w := range ns {
		ns[w] &^= l.drop[o][w]
		hit |= ns[w] & l.ends[w]
		ns[w] &^= l.ends[w]
	}
	if hit != 0 {
		return nil, false
	}
	for _, c := range l.alike {
		if ns.has(c.of) {
			ns.clear(c.of)
			ns.set(c.by)
		}
	}
	full := ns
	if len(l.cover) > 0 {
		full = slices.Clone(ns)
	}
	for _, c := range l.cover {
		if full.has(c.of) && full.has(c.by) {
			ns.clear(c.of)
		}
	}
	return ns, true
}

// on returns the options that the rule names on an issue, or nil.
func (r Rule) on(issue int) []int {
	for _, c := range r.Forbids {
		if c.Issue == issue {
			return c.Options
		}
	}
	return nil
}

// impliedBy reports whether, on the issues not yet done, whatever matches rule
// a matches r as well.
func (r Rule) impliedBy(a Rule, done []bool) bool {
	for _, c := range r.Forbids {
		if done[c.Issue] {
			continue
		}
		on := a.on(c.Issue)
		if on == nil || slices.ContainsFunc(on, func(o int) bool { return !slices.Contains(c.Options, o) }) {
			return false
		}
	}
	return true
}

// reduce removes, from the end backwards, nodes that lead nowhere and joins
// nodes that lead to the same.
func (d *diagram) reduce() {
	n := len(d.order)
	into := make([]int32, len(d.levels[n])) // what each old node of the level below has become: all ends are one
	if len(d.levels[n]) > 0 {
		d.levels[n] = []node{{}}
	}
	for t := n - 1; t >= 0; t-- {
		var kept []node
		seen := map[string]int32{}
		now := make([]int32, len(d.levels[t]))
		for k, nd := range d.levels[t] {
			dead := true
			for o, child := range nd {
				if child != forbidden {
					nd[o] = into[child]
				}
				dead = dead && nd[o] == forbidden
			}
			now[k] = forbidden
			if dead {
				continue
			}
			key := nd.key()
			id, ok := seen[key]
			if !ok {
				id = int32(len(kept))
				seen[key] = id
				kept = append(kept, nd)
			}
			now[k] = id
		}
		d.levels[t], into = kept, now
	}
	d.prune()
}

// prune removes nodes that joining has left without a way in.
func (d *diagram) prune() {
	for t := range d.order {
		used := make([]int32, len(d.levels[t+1]))
		for _, nd := range d.levels[t] {
			for _, child := range nd {
				if child != forbidden {
					used[child] = 1
				}
			}
		}
		var kept []node
		for k, u := range used {
			if used[k] = forbidden; u == 1 {
				used[k] = int32(len(kept))
				kept = append(kept, d.levels[t+1][k])
			}
		}
		d.levels[t+1] = kept
		for _, nd := range d.levels[t] {
			for o, child := range nd {
				if child != forbidden {
					nd[o] = used[child]
				}
			}
		}
	}
}

func (nd node) key() string {
	buf := make([]byte, 0, 4*len(nd))
	for _, c := range nd {
		buf = binary.LittleEndian.AppendUint32(buf, uint32(c))
	}
	return string(buf)
}

// bitset is a set of rules, by position.
type bitset []uint64

func newBitset(n int) bitset    { return make(bitset, (n+63)/64) }
func (b bitset) set(i int)      { b[i/64] |= 1 << (i % 64) }
func (b bitset) clear(i int)    { b[i/64] &^= 1 << (i % 64) }
func (b bitset) has(i int) bool { return b[i/64]>>(i%64)&1 == 1 }
func (b bitset) key() string {
	buf := make([]byte, 0, 8*len(b))
	for _, w := range b {
		buf = binary.LittleEndian.AppendUint64(buf, w)
	}
	return string(buf)
}

// TangledError says that the rules tie so many issues together at once that
// the space cannot be walked: at some point of the best order found, the
// issues already settled leave too many different sets of choices open.
type TangledError struct {
	Issues []string // the issues on both sides of the knot
	Rules  []int    // the IDs of the rules that cross it
}

func (e *TangledError) Error() string {
	const shown = 6
	more := ""
	if n := len(e.Issues) - shown; n > 0 {
		more = fmt.Sprintf(" and %d more", n)
	}
	return fmt.Sprintf("%d rules tie the issues %s%s too closely for an exact answer: drop some of the rules, or settle one of the issues first",
		len(e.Rules), strings.Join(e.Issues[:min(shown, len(e.Issues))], ", "), more)
}

func (c *compiler) tangled(p *Problem, t int, last []int) error {
	done := map[int]bool{}
	for _, i := range c.order[:t+1] {
		done[i] = true
	}
	e := &TangledError{}
	named := map[int]bool{}
	for r, rule := range c.rules {
		begun := slices.ContainsFunc(rule.Forbids, func(ch Choice) bool { return done[ch.Issue] })
		if !begun || last[r] <= t {
			continue
		}
		e.Rules = append(e.Rules, rule.ID)
		for _, ch := range rule.Forbids {
			named[ch.Issue] = true
		}
	}
	slices.Sort(e.Rules)
	e.Rules = slices.Compact(e.Rules)
	for i, issue := range p.Issues {
		if named[i] {
			e.Issues = append(e.Issues, issue.Name)
		}
	}
	return e
}
