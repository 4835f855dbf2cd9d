import * as Y from 'yjs'
import { AppError } from '../errors.ts'
import { placementKey } from '../schema/actor.ts'
import { lineKey, lineKinds, newLineEntry, relations, type LineKind, type Relation } from '../schema/relation.ts'
import type { TeamDocument } from '../schema/team.ts'
import { isDeleted } from '../select/read.ts'
import { liveEntity } from './live.ts'
import { makeOnce } from './make-once.ts'
import { creationOrigin, setField, write } from './write.ts'

/**
 * Draws a line between two actors of a map, or takes a removed one back with its note. Where the line is there
 * already, it keeps how it is between the two unless `relation` says otherwise. Nothing if either is not on the map.
 */
export function connectActors(
  board: TeamDocument,
  args: { mapId: string; from: string; to: string; kind: LineKind; relation: Relation | null; time: number },
): void {
  const { mapId, from, to, kind } = args
  if (!lineKinds.includes(kind)) throw new AppError('badRequest')
  if (args.relation !== null && !relations.includes(args.relation)) throw new AppError('badRequest')
  const onMap = [from, to].every(
    (id) => liveEntity(board.actors, id) && liveEntity(board.placements, placementKey(mapId, id)),
  )
  if (from === to || !onMap) return
  const key = lineKey(mapId, from, to, kind)
  if (!(board.lines.get(key) instanceof Y.Map)) {
    makeOnce(board.lines, 'lines', key, () => newLineEntry({ mapId, from, to, kind }))
    const made = board.lines.get(key)
    write(
      board.doc,
      () => {
        made?.set('createdAt', args.time)
        made?.set('deletedAt', args.time)
      },
      creationOrigin,
    )
  }
  const line = board.lines.get(key)
  if (!line) return
  write(board.doc, () => {
    if (isDeleted(line)) line.set('deletedAt', null)
    if (args.relation !== null) setField(line, 'relation', args.relation)
  })
}

/** Sets how it is between the two. Nothing if the line was removed meanwhile. */
export function setLineRelation(board: TeamDocument, args: { key: string; relation: Relation | null }): void {
  if (args.relation !== null && !relations.includes(args.relation)) throw new AppError('badRequest')
  const line = liveEntity(board.lines, args.key)
  if (line) write(board.doc, () => setField(line, 'relation', args.relation))
}

/** Removes a line. Drawing it again brings back its note. */
export function removeLine(board: TeamDocument, args: { key: string; time: number }): void {
  const line = liveEntity(board.lines, args.key)
  if (line) write(board.doc, () => line.set('deletedAt', args.time))
}
