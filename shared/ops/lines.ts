import * as Y from 'yjs'
import { AppError } from '../errors.ts'
import { placementKey } from '../schema/actor.ts'
import { lineKey, lineKinds, relations, type LineKind, type Relation } from '../schema/relation.ts'
import type { TeamDocument } from '../schema/team.ts'
import { isDeleted } from '../select/read.ts'
import { liveEntity } from './live.ts'
import { creationOrigin, setField, write } from './write.ts'

/** Draws a line between two actors of a map, or takes a removed one back. Nothing if either is not on the map. */
export function connectActors(
  board: TeamDocument,
  args: { mapId: string; from: string; to: string; kind: LineKind; relation: Relation | null; time: number },
): void {
  if (!lineKinds.includes(args.kind)) throw new AppError('badRequest')
  if (args.relation !== null && !relations.includes(args.relation)) throw new AppError('badRequest')
  const onMap = [args.from, args.to].every((actorId) => liveEntity(board.placements, placementKey(args.mapId, actorId)))
  if (args.from === args.to || !onMap) return
  const key = lineKey(args.mapId, args.from, args.to, args.kind)
  if (!(board.lines.get(key) instanceof Y.Map)) {
    const [, from, to] = key.split('|')
    write(
      board.doc,
      () => {
        const line = new Y.Map<unknown>()
        line.set('mapId', args.mapId)
        line.set('from', from)
        line.set('to', to)
        line.set('kind', args.kind)
        line.set('relation', null)
        line.set('note', new Y.Text())
        line.set('createdAt', args.time)
        line.set('deletedAt', args.time)
        board.lines.set(key, line)
      },
      creationOrigin,
    )
  }
  const line = board.lines.get(key)
  if (!line) return
  write(board.doc, () => {
    if (isDeleted(line)) line.set('deletedAt', null)
    setField(line, 'relation', args.relation)
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
