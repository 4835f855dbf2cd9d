import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { readDatabase, rows } from '../../../server/backup/read-database.ts'
import { systemClock } from '../../../server/clock.ts'
import { openSqlite } from '../../../server/store/sqlite.ts'
import { HallWriter } from '../hall-writer.ts'
import { leaveLongLog } from '../long-log.ts'
import { makeHall } from '../make-hall.ts'
import { RawSocket } from '../raw-socket.ts'
import { table, type Figures } from '../rounds.ts'
import type { Block } from '../start-server.ts'
import { newFolder, startSamtavle, syncUrl } from '../targets.ts'
import { yWire } from '../wire.ts'

const writers = 20
const items = 3_000
const changes = 40_000
/** between two changes of one writer */
const everyMs = 25

/**
 * A board of 3,000 items comes to be by 40,000 changes: how long the main thread is held up while snapshots are made of
 * it, how long who writes there and elsewhere waits for «Lagret», and what it takes on disk. Then how soon a newcomer has
 * it after `kill -9`, also when no snapshot could be made for a long time before.
 */
export async function compaction(): Promise<string> {
  const folder = newFolder('compaction')
  const { figures, documentId, token } = await writeBoard(folder)
  const disk: Figures = { 'MB written': sizeOf(folder).file, rows: rowsOf(folder, documentId) }
  const logs = [1_000, changes].map((count) => ({ count, from: leaveLongLog(folder, documentId, count) }))
  const newcomers = new Map([['killed', [await newcomer(folder, documentId, token)]]])
  disk['MB compacted'] = sizeOf(folder).file
  const { store, close } = await openSqlite({ folder: join(folder, 'data'), clock: systemClock })
  await store.sweep(Date.now() + 1)
  await close()
  const { file, used } = sizeOf(folder)
  Object.assign(disk, { 'MB swept': file, 'MB of it used': used, 'rows then': rowsOf(folder, documentId) })
  for (const { count, from } of logs) newcomers.set(`${count} rows`, [await newcomer(from, documentId, token)])
  const title = `A board of ${items} items by ${changes} changes of ${writers} people`
  return [
    table(`${title}: while the last quarter is written`, new Map([['samtavle', [figures]]]), []),
    table('What it takes on disk', new Map([['samtavle', [disk]]]), []),
    table('The first to come after kill -9, by the rows since the last snapshot', newcomers, []),
  ].join('\n')
}

async function writeBoard(folder: string): Promise<{ figures: Figures; documentId: string; token: string }> {
  const server = await startSamtavle(folder, true)
  const { seats, boards } = await makeHall(server, 2, 2 * writers)
  const [documentId = '', other = ''] = boards
  const mine = seats.filter((seat) => seat.board === documentId)
  const crew = mine.map(({ token }) => new HallWriter(syncUrl(server.port, documentId), token, '', cardChange()))
  const elsewhere = seats.find((seat) => seat.board === other)
  const canary = new HallWriter(syncUrl(server.port, other), elsewhere?.token ?? '', 'canary')
  const all = [...crew, canary]
  await Promise.all(all.map(({ ready }) => ready))
  await write(all, (changes * 0.75) / writers)
  for (const writer of all) writer.acks.length = 0
  const from = Date.now()
  await write(all, (changes * 0.25) / writers)
  const acks = crew.flatMap((writer) => writer.acks)
  const figures = {
    ...longest(server.blocks(from)),
    'ack p50 ms': share(acks, 0.5),
    'ack p99.9': share(acks, 0.999),
    'ack max': share(acks, 1),
    'other board p50': share(canary.acks, 0.5),
    'other board max': share(canary.acks, 1),
  }
  for (const writer of all) writer.close()
  await server.end('SIGKILL')
  return { figures, documentId, token: mine[0]?.token ?? '' }
}

/** Makes cards of one's own, each of them moved and written on later, again and again. */
function cardChange(): (doc: Y.Doc, n: number) => void {
  const own = items / writers
  const cards: Y.Map<unknown>[] = []
  return (doc, n) => {
    const card = cards[n % own]
    if (!card) {
      const made = new Y.Map<unknown>()
      cards.push(made)
      return doc.transact(() => {
        doc.getMap('cards').set(`${doc.clientID}-${n}`, made)
        made.set('text', new Y.Text('Ring hjem til dem som bor alene før helga'))
        made.set('x', n)
        made.set('y', n)
      })
    }
    const text = card.get('text')
    if (n % 2 === 0) card.set('x', (n * 7) % 4_000)
    else if (text instanceof Y.Text) text.insert(text.length, ' nå')
  }
}

/** Each writer makes so many edits at its own times; resolves when all are acknowledged. */
async function write(writing: readonly HallWriter[], each: number): Promise<void> {
  const began = performance.now()
  const made = writing.map(() => 0)
  while (made.some((count) => count < each)) {
    const now = performance.now() - began
    for (const [at, writer] of writing.entries()) {
      const count = made[at] ?? 0
      if (count >= each || writer.unsaved > 50 || now < (count + at / writing.length) * everyMs) continue
      writer.edit()
      made[at] = count + 1
    }
    await wait(1)
  }
  while (writing.some(({ unsaved }) => unsaved > 0)) await wait(1)
}

/** The first who asks for a board after the start: until they have it, and how long the main thread is held up by it and by its being left. */
async function newcomer(folder: string, documentId: string, token: string): Promise<Figures> {
  const server = await startSamtavle(folder, true)
  await wait(500)
  const from = Date.now()
  const began = performance.now()
  const bytes = await new Promise<number>((resolve, reject) => {
    const socket = new RawSocket(
      syncUrl(server.port, documentId),
      { Authorization: `Bearer ${token}` },
      {
        open: () => socket.send(yWire.step1(documentId)),
        frame: (frame) => {
          const read = yWire.read(frame)
          if (read?.kind === 'step2') resolve(read.update.length)
        },
        closed: () => reject(new Error('a newcomer was sent away')),
      },
    )
  })
  const tookMs = performance.now() - began
  await wait(200)
  const coming = longest(server.blocks(from))
  const writer = new HallWriter(syncUrl(server.port, documentId), token, 'first')
  await writer.ready
  await write([writer], 1)
  await wait(200)
  const writing = longest(server.blocks(from))
  await server.end()
  return {
    'has it after ms': tookMs,
    MB: bytes / 1e6,
    ...coming,
    'first edit ack ms': share(writer.acks, 1),
    'longest block by then': writing['longest block ms'] ?? Number.NaN,
  }
}

function longest(blocks: readonly Block[]): Figures {
  const [by = { ms: 0, workedMs: 0 }] = blocks.toSorted((a, b) => b.workedMs - a.workedMs)
  return { 'longest block ms': Math.max(0, ...blocks.map(({ ms }) => ms)), 'worked most ms': by.workedMs }
}

/** MB of the database with its write-ahead file; and what of it is in use. */
function sizeOf(folder: string): { file: number; used: number } {
  const path = join(folder, 'data', 'samtavle.db')
  const bytes = [path, `${path}-wal`].map((each) => statSync(each, { throwIfNoEntry: false })?.size ?? 0)
  const db = readDatabase(join(folder, 'data'))
  const pragma = (name: string): number => Number(db.prepare(`PRAGMA ${name}`).get()?.[name] ?? 0)
  const used = (pragma('page_count') - pragma('freelist_count')) * pragma('page_size')
  db.close()
  return { file: bytes.reduce((sum, size) => sum + size, 0) / 1e6, used: used / 1e6 }
}

function rowsOf(folder: string, documentId: string): number {
  const db = readDatabase(join(folder, 'data'))
  const [found] = rows<{ count: number }>(db, 'SELECT count(*) AS count FROM log WHERE document_id = ?', documentId)
  db.close()
  return found?.count ?? 0
}

function share(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
