import * as Y from 'yjs'
import { openTeamDocument } from '../../shared/schema/team.ts'
import { talkDocumentId, teamDocumentId } from './cast.ts'
import { readEverything } from './operations.ts'
import type { SimClient } from './sim-client.ts'
import type { SimServer } from './sim-server.ts'
import type { Statements } from './statements.ts'
import type { Somebody } from './trouble.ts'

/** Those who may still see the board. */
const present = <T extends { banned: boolean }>(clients: readonly T[]) => clients.filter((client) => !client.banned)

/** Who has something else than the disk, in words. */
export function unequal(clients: readonly Somebody[], ours: readonly SimClient[], server: SimServer): string[] {
  const others = (replicas: { name: string; doc: Y.Doc }[], documentId: string) => {
    const state = Y.snapshot(server.disk.mirror(documentId))
    return replicas
      .filter(({ doc }) => !Y.equalSnapshots(Y.snapshot(doc), state))
      .map(({ name }) => `${documentId} of ${name}`)
  }
  const talks = present(ours).map(({ name, talk }) => ({ name, doc: talk }))
  return [...others(talks, talkDocumentId), ...others(present(clients), teamDocumentId)]
}

/** Everybody's talk, and the one on disk, shows what was said; and nobody has lost a word. */
export function checkSaid(ours: readonly SimClient[], server: SimServer, statements: Statements): void {
  statements.checkTalk(server.disk.replayed(talkDocumentId), "the disk's")
  for (const { talk, name } of present(ours)) statements.checkTalk(talk, `${name}'s`)
  for (const { voice } of ours) voice.checkKept()
  statements.checkSql(server.database.dump())
}

export function checkEqual(clients: readonly Somebody[], server: SimServer, fail: (what: string) => void): void {
  const disk = server.disk.replayed(teamDocumentId)
  const content = (doc: Y.Doc) => {
    const board = openTeamDocument(doc)
    readEverything(board)
    const { doc: _, ...roots } = board
    return JSON.stringify(Object.values(roots).map((root) => sorted(root.toJSON())))
  }
  const expected = content(disk)
  if (content(server.disk.mirror(teamDocumentId)) !== expected)
    fail('what is read from the disk is not what was written to it')
  for (const client of present(clients)) {
    if (client.doc.store.pendingStructs || client.doc.store.pendingDs)
      fail(`${client.name} still waits for missing parts`)
    if (!Y.equalSnapshots(Y.snapshot(client.doc), Y.snapshot(disk)))
      fail(`${client.name} has another state than the disk`)
    if (content(client.doc) !== expected) fail(`${client.name} shows ${content(client.doc)}, the disk ${expected}`)
  }
}

/** Keys in order, all the way down: the order in a Y.Map is the order in which things came. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  )
}
