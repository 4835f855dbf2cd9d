import { join } from 'node:path'
import { expect, vi } from 'vitest'
import type { PurgeView, VersionsView } from '../../shared/api.ts'
import { readDatabase, rows } from '../../server/backup/read-database.ts'
import { post } from '../server/team-on-server.ts'
import { WireClient } from '../server/wire-client.ts'
import { localPort } from './busy-writers.ts'
import type { Wire } from './promises.ts'
import { runTask } from './run-traced.ts'
import type { Told } from './told.ts'

type Place = { url: string; token: string; documentId: string; wires: Wire[]; tell: (told: Told) => void }

const teamUrl = ({ url, documentId }: Place): string => `${url}/api/teams/${documentId.split(':')[1] ?? ''}`

/** Keeps the board under a name, with what was acknowledged by now. */
export async function keepVersion(place: Place, keys: string[]): Promise<string> {
  const asked = Date.now()
  const { id } = await post<{ id: string }>(`${teamUrl(place)}/versions`, { name: `Etter ${keys.length}` }, place.token)
  place.tell({ kind: 'version', documentId: place.documentId, id: Number(id), at: asked, keys })
  return id
}

/** Looks at the list, until there is a version by the clock in it: whatever is in it is kept. */
export async function seeVersions(place: Place): Promise<void> {
  const list = async (): Promise<VersionsView> => {
    const answer = await fetch(`${teamUrl(place)}/versions`, { headers: { authorization: `Bearer ${place.token}` } })
    return (await answer.json()) as VersionsView
  }
  const { versions } = await vi.waitFor(
    async () => {
      const seen = await list()
      expect(seen.versions.map(({ kind }) => kind)).toContain('auto')
      return seen
    },
    { timeout: 10_000, interval: 50 },
  )
  const at = Date.now()
  for (const { id } of versions) {
    place.tell({ kind: 'version', documentId: place.documentId, id: Number(id), at, keys: [] })
  }
}

/** The number of the oldest row that is kept of a document. */
export function oldestRow(folder: string, documentId: string): number {
  const db = readDatabase(folder)
  const [row] = rows<{ sequence: number | null }>(
    db,
    'SELECT min(sequence) AS sequence FROM log WHERE document_id = ?',
    documentId,
  )
  db.close()
  return row?.sequence ?? 0
}

/** Writes, keeps a version, writes more, and goes back to the version: the last is taken back. */
export async function goBack(place: Place, name: string): Promise<void> {
  const writer = await sitDown(place)
  const before = await writer.write(Object.fromEntries(['a', 'b', 'c'].map((each) => [`${name} ${each}`, each])))
  const id = await keepVersion(place, before)
  const takesBack = await writer.write(Object.fromEntries(['d', 'e', 'f'].map((each) => [`${name} ${each}`, each])))
  place.tell({ kind: 'askedRestore', documentId: place.documentId, takesBack })
  await post(`${teamUrl(place)}/versions/${id}/restore`, {}, place.token)
  place.tell({ kind: 'restored', documentId: place.documentId })
  writer.client.close()
}

/** Writes a text on the board and asks that it be nowhere any more, also where it has been copied (`others`). */
export async function purge(
  place: Place,
  args: { text: string; others: string[]; between?: () => Promise<string> },
): Promise<{ answered: Promise<void> }> {
  const { text, others, between } = args
  const writer = await sitDown(place)
  const entries = Array.from({ length: 12 }, (_, at) => [`${place.url} ${at}`, `Hun heter ${text}, sa ${at}.`])
  const keys = await writer.write(Object.fromEntries(entries) as Record<string, string>)
  writer.client.close()
  const backups = between ? [await between()] : []
  const at = Date.now()
  place.tell({ kind: 'askedPurge', documentIds: [place.documentId, ...others], text, keys, at, backups })
  const answered = post<PurgeView>(`${teamUrl(place)}/purge`, { text }, place.token).then(({ clean }) => {
    expect(clean).toBe(true)
    place.tell({ kind: 'purged', text, at })
  })
  return { answered }
}

/** Makes a backup in the data folder itself, while the server runs. */
export async function backUp(args: {
  env: Record<string, string>
  folder: string
  name: string
  keys: string[]
  place: Place
}): Promise<string> {
  const { env, folder, name, keys, place } = args
  await runTask(env, 'backup', join(folder, name), '--data', folder)
  place.tell({ kind: 'backedUp', name, documentId: place.documentId, keys })
  return name
}

/** One who writes a few things and waits until they are acknowledged. */
async function sitDown({ url, documentId, token, wires }: Place) {
  const client = new WireClient(url, documentId, token)
  await client.synced
  const wire: Wire = { port: localPort(client), documentId, made: [] }
  wires.push(wire)
  return {
    client,
    write: async (entries: Record<string, string>): Promise<string[]> => {
      for (const [key, value] of Object.entries(entries)) {
        wire.made.push(key)
        client.doc.getMap('edits').set(key, value)
      }
      await vi.waitFor(() => expect(client.acked).toBe(client.made), { timeout: 10_000, interval: 2 })
      return Object.keys(entries)
    },
  }
}
