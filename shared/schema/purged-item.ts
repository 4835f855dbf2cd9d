/** The kinds of things that can be taken out of a board for good, each with all that hangs on it. */
export const purgedKinds = ['goal', 'action', 'card', 'map', 'actor'] as const

/** One thing on a team's board. */
export type PurgedItem = { kind: (typeof purgedKinds)[number]; id: string }
