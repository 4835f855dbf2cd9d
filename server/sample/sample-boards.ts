import type { Importance, Involvement, Level } from '../../shared/schema/actor.ts'
import type { Phase, StepId, StepState } from '../../shared/schema/phase.ts'
import type { LineKind, Relation } from '../../shared/schema/relation.ts'
import type { CommentState } from '../../shared/schema/talk.ts'

/** What a team has written about an actor on one map, beyond where it stands. An owner is a member's name or somebody else's. */
export type SampleNotes = {
  influence?: Level
  interest?: Level
  nextStep?: string
  owner?: string
  dueInDays?: number
}

/** An actor on a map: name, sector (a standard one, or the name of one of the team's own), ring, relation, involvement, what was learnt. */
export type SampleActor = readonly [
  name: string,
  sector: string,
  importance: Importance,
  relation: Relation | null,
  involvement: Involvement,
  learnt?: string,
  notes?: SampleNotes,
]

/** A line between two actors of a map, by name. */
export type SampleLine = readonly [from: string, to: string, kind: LineKind, relation: Relation | null, note?: string]

/** A map. Without a cover name it is the municipal one. An actor that stands on an earlier map is brought over. */
export type SampleMap = { coverName?: string; actors: readonly SampleActor[]; lines?: readonly SampleLine[] }

/** A phase board: the team's own, or by a goal's key. `done`: phases that are behind them; `steps`: single ones. */
export type SamplePhaseBoard = {
  goal?: string
  done?: readonly Phase[]
  steps?: Partial<Record<StepId, StepState>>
  cards?: readonly (readonly [phase: Phase, text: string, owner?: string, dueInDays?: number])[]
}

/** A comment about the team, or one thing by its name: a map's cover name, an actor, a goal's key, a card's text. */
export type SampleComment = {
  by: string
  about: { kind: 'team' | 'map' | 'actor' | 'goal' | 'card'; name?: string }
  text: string
  withoutName?: boolean
  answers?: readonly (readonly [by: string, text: string])[]
  state?: CommentState
}

/** What a team has on its maps and phase boards, and what is said about it. Every person and place is made up. */
export type SampleBoards = {
  /** standard sectors by id with the team's own name for them */
  renamed?: Readonly<Record<string, string>>
  ownSectors?: readonly string[]
  maps?: readonly SampleMap[]
  phases?: readonly SamplePhaseBoard[]
  comments?: readonly SampleComment[]
}
