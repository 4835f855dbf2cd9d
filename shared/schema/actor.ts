import * as Y from 'yjs'
import type { PersonReference } from './measure.ts'
import type { Relation } from './relation.ts'

export const involvements = ['notAsked', 'asked', 'with', 'declined'] as const
export type Involvement = (typeof involvements)[number]

/** Prosjektveiviseren's scale for power and interest: ingen, liten, middels, stor. */
export const levels = ['none', 'low', 'medium', 'high'] as const
export type Level = (typeof levels)[number]

/** 3 is innermost: svært viktig, viktig, noe viktig. */
export const importances = [1, 2, 3] as const
export type Importance = (typeof importances)[number]

/** Somebody or something that touches the person or the service. Shared by the team's maps. Y.Text `name`. */
export type Actor = { id: string; name: string; sector: string; deletedAt: number | null }

/**
 * An actor on one map. In the document: a Y.Map in `placements` under `placementKey`. The ring is the
 * importance and is never stored apart; `order` is the place inside its sector and ring.
 */
export type Placement = {
  key: string
  mapId: string
  actorId: string
  importance: Importance
  relation: Relation | null
  involvement: Involvement
  influence: Level | null
  interest: Level | null
  /** Y.Text */
  learnt: string
  /** Y.Text: what we do next with this actor, who does it and by when */
  nextStep: string
  nextStepOwner: PersonReference | null
  nextStepDue: string | null
  order: string
  deletedAt: number | null
}

/** An actor is on a map once: bringing it over twice is bringing it over. */
export function placementKey(mapId: string, actorId: string): string {
  return `${mapId}|${actorId}`
}

/**
 * When an entry that is made by `makeOnce` is deleted, until it is shown: so late that no sweep takes it in
 * between.
 */
export const notYetShown = 8.64e15

/** A new actor's entry, made deleted and shown in a second step. */
export function newActorEntry(args: { name: string; sector: string; time: number }): Y.Map<unknown> {
  const map = new Y.Map<unknown>()
  map.set('name', new Y.Text(args.name))
  map.set('sector', args.sector)
  map.set('createdAt', args.time)
  map.set('deletedAt', args.time)
  return map
}

/**
 * A new placement's entry, made deleted and shown in a second step. It holds what follows from its key and
 * nothing else (see `makeOnce`); its ring, order and times are set right after.
 */
export function newPlacementEntry(args: { mapId: string; actorId: string }): Y.Map<unknown> {
  const map = new Y.Map<unknown>()
  map.set('mapId', args.mapId)
  map.set('actorId', args.actorId)
  map.set('importance', 1)
  map.set('relation', null)
  map.set('involvement', 'notAsked')
  map.set('influence', null)
  map.set('interest', null)
  map.set('learnt', new Y.Text())
  map.set('nextStep', new Y.Text())
  map.set('nextStepOwner', null)
  map.set('nextStepDue', null)
  map.set('order', '')
  map.set('deletedAt', notYetShown)
  return map
}
