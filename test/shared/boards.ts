import * as Y from 'yjs'
import { addGoal } from '../../shared/ops/goals.ts'
import { initialState } from '../../shared/schema/migrations.ts'
import { openTeamDocument, type TeamDocument } from '../../shared/schema/team.ts'
import { standardSectors } from '../../shared/schema/sector.ts'
import { placementKey } from '../../shared/schema/actor.ts'
import { addActor, placeActor } from '../../shared/ops/actors.ts'
import { addMap } from '../../shared/ops/maps.ts'
import * as maps from '../../shared/select/actorMaps.ts'
import { deletedCards, phaseBoards, phaseViews } from '../../shared/select/phases.ts'
import { actionsOf, deletedActionsOf } from '../../shared/select/actions.ts'
import { allGoals, deletedGoals } from '../../shared/select/goals.ts'
import { measureOf } from '../../shared/select/measures.ts'

/** A team's document as the server creates it, with a client id that tests may choose. */
export function newBoard(clientId?: number): TeamDocument {
  const doc = new Y.Doc()
  if (clientId !== undefined) doc.clientID = clientId
  Y.applyUpdate(doc, initialState('team'))
  return openTeamDocument(doc)
}

/** Another device that has received everything the board holds. */
export function copyOf(board: TeamDocument, clientId?: number): TeamDocument {
  const doc = new Y.Doc()
  if (clientId !== undefined) doc.clientID = clientId
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(board.doc))
  return openTeamDocument(doc)
}

/** Two boards with the same goal, by two clients; `swapped` gives the other one the greater client id. */
export function twoBoards(swapped = false): [TeamDocument, TeamDocument] {
  const first = newBoard(swapped ? 20 : 10)
  addGoal(first, { id: 'g', title: 'Bedre samhandling', state: 'proposed', time: 1 })
  return [first, copyOf(first, swapped ? 10 : 20)]
}

/** Gives `to` everything that `from` holds. */
export function send(from: TeamDocument, to: TeamDocument): void {
  Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), 'remote')
}

/** Lets two boards exchange everything. */
export function meet(a: TeamDocument, b: TeamDocument): void {
  send(a, b)
  send(b, a)
}

/** What fresh devices hold that receive the boards one after another, in the order given and in the reverse. */
export function mergedInBothOrders(boards: readonly TeamDocument[]): [TeamDocument, TeamDocument] {
  const after = (order: readonly TeamDocument[]) => {
    const fresh = openTeamDocument(new Y.Doc())
    for (const board of order) send(board, fresh)
    return fresh
  }
  return [after(boards), after(boards.toReversed())]
}

/** Everything that people can read on a board, as plain values. */
export function reading(board: TeamDocument) {
  const goals = allGoals(board)
  const gone = deletedGoals(board)
  return {
    goals,
    gone,
    measures: [...goals, ...gone].map((goal) => measureOf(board, goal.id)),
    actions: [...goals, ...gone].map((goal) => [actionsOf(board, goal.id), deletedActionsOf(board, goal.id)]),
    maps: maps.allMaps(board).map((map) => maps.actorMapView(board, map.id)),
    actors: [maps.allActors(board), maps.deletedActors(board)],
    sectors: [maps.allSectors(board), maps.deletedSectors(board)],
    deletedMaps: maps.deletedMaps(board).map((map) => maps.actorsOn(board, map.id)),
    phases: phaseBoards(board).map(({ id, title }) => [id, title, phaseViews(board, id), deletedCards(board, id)]),
  }
}

/** Two boards with one individual map («kari»), on which `ids` stand in the network sector's innermost ring. */
export function twoMaps(swapped = false, ids: readonly string[] = ['a', 'b']): [TeamDocument, TeamDocument] {
  const first = newBoard(swapped ? 20 : 10)
  addMap(first, { id: 'kari', coverName: '«Kari»', time: 1 })
  for (const id of ids) {
    addActor(first, { id, mapId: 'kari', name: id, sector: standardSectors[0], importance: 3, time: 1 })
  }
  return [first, copyOf(first, swapped ? 10 : 20)]
}

/** Brings an actor over to the municipal map. */
export function bringOver(board: TeamDocument, actorId: string, time = 2): void {
  placeActor(board, { mapId: 'municipal', actorId, importance: 2, time })
}

/** A placement's text field as the Y.Text that the panel's text boxes are bound to. */
export function placementText(board: TeamDocument, mapId: string, actorId: string, field = 'learnt'): Y.Text {
  return board.placements.get(placementKey(mapId, actorId))?.get(field) as Y.Text
}

/** A goal's text field as the Y.Text that the board's text boxes are bound to. */
export function textOf(board: TeamDocument, goalId: string, field = 'title'): Y.Text {
  return board.goals.get(goalId)?.get(field) as Y.Text
}
