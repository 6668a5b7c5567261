package parley

import "slices"

// Room is where something was told, and so who may see it: the public, the
// mediators, or one party. The zero Room is public.
type Room string

// Public is the room that everybody is in.
const Public Room = ""

// Open reports whether everybody may see what the room holds.
func (r Room) Open() bool { return r == Public || r == "public" }

// In reports whether somebody who is in the rooms given may see this one.
func (r Room) In(rooms []Room) bool { return r.Open() || slices.Contains(rooms, r) }
