import type * as Y from 'yjs'

/** The root keys of a `team:` document: one map a kind of entity, entities by id. */
export type TeamDocument = {
  doc: Y.Doc
  meta: Y.Map<unknown>
  goals: Y.Map<Y.Map<unknown>>
  measures: Y.Map<Y.Map<unknown>>
  actions: Y.Map<Y.Map<unknown>>
}

/** Opens a Y.Doc as a team's. Makes nothing: initial content is written once, by the server. */
export function openTeamDocument(doc: Y.Doc): TeamDocument {
  return {
    doc,
    meta: doc.getMap('meta'),
    goals: doc.getMap('goals'),
    measures: doc.getMap('measures'),
    actions: doc.getMap('actions'),
  }
}
