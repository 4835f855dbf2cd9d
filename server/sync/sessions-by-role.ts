import type { Rooms } from './rooms.ts'

/** How many sockets each role has open now. */
export function sessionsByRole(rooms: Pick<Rooms, 'people'>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { who } of rooms.people()) counts.set(who.role, (counts.get(who.role) ?? 0) + 1)
  return counts
}
