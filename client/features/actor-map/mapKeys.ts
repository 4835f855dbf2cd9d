import { relations, type Relation } from '../../../shared/schema/relation.ts'
import type { PlacedActor } from '../../../shared/select/actorMaps.ts'
import type { MapLayout } from '../../../shared/select/map-layout.ts'
import type { MapPlace } from '../../../shared/select/map-point.ts'
import { importances, type Importance } from '../../../shared/schema/actor.ts'

/** What a key means while the map has focus. */
export type MapKey =
  | { kind: 'focus'; id: string }
  | { kind: 'add' }
  | { kind: 'step'; id: string; step: Step }
  | { kind: 'relation'; id: string; relation: Relation }
  | { kind: 'connect'; id: string }
  | { kind: 'remove'; id: string }

export type Step = 'in' | 'out' | 'back' | 'forward'

type Key = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean }

const moves: Record<string, Step> = { ArrowUp: 'in', ArrowDown: 'out', ArrowLeft: 'back', ArrowRight: 'forward' }
const ways: Record<string, readonly [number, number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
}

/** Single keys mean something only with focus on the map (WCAG 2.1.4). Enter is left to the actor's own link. */
export function keyMeaning(key: Key, nodes: MapLayout['nodes'], focusedId: string | null): MapKey | null {
  if (key.ctrlKey || key.metaKey || key.altKey) return null
  const pressed = key.key.length === 1 ? key.key.toLowerCase() : key.key
  if (pressed === 'n') return { kind: 'add' }
  if (focusedId === null) return null
  const step = moves[pressed]
  if (step && key.shiftKey) return { kind: 'step', id: focusedId, step }
  if (key.shiftKey && pressed !== 'k') return null
  if (pressed === 'k') return { kind: 'connect', id: focusedId }
  if (pressed === 'Delete') return { kind: 'remove', id: focusedId }
  const relation = /^[1-5]$/u.test(pressed) ? relations[Number(pressed) - 1] : undefined
  if (relation) return { kind: 'relation', id: focusedId, relation }
  const id = neighbour(nodes, focusedId, pressed)
  return id === null ? null : { kind: 'focus', id }
}

/** The actor that an arrow, Home or End leads to: the nearest one that way; null when there is none. */
export function neighbour(nodes: MapLayout['nodes'], id: string, key: string): string | null {
  if (key === 'Home') return nodes[0]?.actorId ?? null
  if (key === 'End') return nodes.at(-1)?.actorId ?? null
  const way = ways[key]
  const from = nodes.find((node) => node.actorId === id)
  if (!way || !from) return null
  let best: { id: string; cost: number } | null = null
  for (const node of nodes) {
    const dx = node.x - from.x
    const dy = node.y - from.y
    const along = dx * way[0] + dy * way[1]
    const aside = Math.abs(dx * way[1]) + Math.abs(dy * way[0])
    // Straight ahead first: what lies more to the side than ahead belongs to another arrow.
    if (along <= 0 || aside > along * 2.2) continue
    const cost = along + aside * 1.8
    if (!best || cost < best.cost) best = { id: node.actorId, cost }
  }
  return best?.id ?? null
}

/** Where a step leads: a ring in or out, or one place round, past the sector's end into the next one. */
export function stepPlace(
  actors: readonly PlacedActor[],
  sectorIds: readonly string[],
  id: string,
  step: Step,
): MapPlace | null {
  const actor = actors.find((each) => each.actorId === id)
  if (!actor) return null
  if (step === 'in' || step === 'out') {
    const wanted = actor.importance + (step === 'in' ? 1 : -1)
    const importance = importances.find((each) => each === wanted)
    return importance
      ? { sector: actor.sector, importance, afterActorId: lastOf(actors, actor.sector, importance) }
      : null
  }
  const here = inCell(actors, actor.sector, actor.importance)
  const at = here.findIndex((each) => each.actorId === id)
  const place = (sector: string, afterActorId: string | null) => ({
    sector,
    importance: actor.importance,
    afterActorId,
  })
  if (step === 'forward' && at < here.length - 1) return place(actor.sector, here[at + 1]?.actorId ?? null)
  if (step === 'back' && at > 0) return place(actor.sector, here[at - 2]?.actorId ?? null)
  const turn = step === 'forward' ? 1 : -1
  const next = sectorIds[(sectorIds.indexOf(actor.sector) + turn + sectorIds.length) % sectorIds.length]
  if (next === undefined || next === actor.sector) return null
  return place(next, step === 'forward' ? null : lastOf(actors, next, actor.importance))
}

function inCell(actors: readonly PlacedActor[], sector: string, importance: Importance): PlacedActor[] {
  return actors.filter((actor) => actor.sector === sector && actor.importance === importance)
}

function lastOf(actors: readonly PlacedActor[], sector: string, importance: Importance): string | null {
  return inCell(actors, sector, importance).at(-1)?.actorId ?? null
}
