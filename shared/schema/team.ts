import type * as Y from 'yjs'

/** The root keys of a `team:` document: one map a kind of entity, entities by id. */
export type TeamDocument = {
  doc: Y.Doc
  meta: Y.Map<unknown>
  goals: Y.Map<Y.Map<unknown>>
  measures: Y.Map<Y.Map<unknown>>
  actions: Y.Map<Y.Map<unknown>>
  maps: Y.Map<Y.Map<unknown>>
  sectors: Y.Map<Y.Map<unknown>>
  actors: Y.Map<Y.Map<unknown>>
  placements: Y.Map<Y.Map<unknown>>
  lines: Y.Map<Y.Map<unknown>>
  /** plain values by `stepKey` */
  steps: Y.Map<unknown>
  cards: Y.Map<Y.Map<unknown>>
}

/** Opens a Y.Doc as a team's. Makes nothing: initial content is written once, by the server. */
export function openTeamDocument(doc: Y.Doc): TeamDocument {
  return {
    doc,
    meta: doc.getMap('meta'),
    goals: doc.getMap('goals'),
    measures: doc.getMap('measures'),
    actions: doc.getMap('actions'),
    maps: doc.getMap('maps'),
    sectors: doc.getMap('sectors'),
    actors: doc.getMap('actors'),
    placements: doc.getMap('placements'),
    lines: doc.getMap('lines'),
    steps: doc.getMap('steps'),
    cards: doc.getMap('cards'),
  }
}
