import { setTimeout as wait } from 'node:timers/promises'
import type * as Y from 'yjs'
import type { Running } from '../bench/start-server.ts'
import { makeHall } from '../bench/make-hall.ts'
import { newFolder, startSamtavle } from '../bench/targets.ts'
import { memoryOf } from '../bench/process-cost.ts'
import { WireClient } from '../server/wire-client.ts'
import { SeededRandom } from '../sim/random.ts'
import { hours, type Hour } from './hours.ts'
import { Person } from './person.ts'

const teamCount = 24

/**
 * The two days of a gathering, each hour in `hourMs`: people come and go, write and point at the rates of the hour. Throws
 * if anything that was acknowledged is missing, if two who see the same board see different ones, or if memory grows.
 * `tell` gets a line an hour.
 */
export async function runProgramme(hourMs: number, seed: number, tell: (line: string) => void): Promise<void> {
  const folder = newFolder('soak')
  const server = await startSamtavle(folder)
  const url = `http://127.0.0.1:${server.port}`
  const random = new SeededRandom(seed)
  const { people, boards, token } = await fillHall(server, url, random)
  const heaps: number[] = []
  for (const hour of hours) {
    await seat(people, hour.connected)
    await live(people, hour, hourMs, random)
    await savedByAll(people)
    sameForAll(people)
    tell(`${hour.what}: ${hour.connected} in, ${memoryOf(server.pid).toFixed(0)} MB`)
    if (hour.connected > 60) continue
    heaps.push(await server.heap())
  }
  const before = new Map(
    people.flatMap(({ board, documents }) => (board ? [[documents.board, contentOf(board)] as const] : [])),
  )
  people.forEach((person) => person.leave())
  await wait(5_000)
  const left = await server.heap()
  tell(`heap: ${[...heaps, left].map((mb) => mb.toFixed(0)).join(', ')} MB at lunch, lunch and the end`)
  const [firstLunch = left] = heaps
  if (left > firstLunch * 1.2) throw new Error(`memory grew from ${firstLunch.toFixed(0)} to ${left.toFixed(0)} MB`)
  await server.end('SIGKILL')
  const again = await startSamtavle(folder)
  const urlAgain = `http://127.0.0.1:${again.port}`
  for (const documentId of boards) {
    const known = before.get(documentId)
    const found = await loadBoard(urlAgain, documentId, token)
    if (known !== undefined && known !== found) throw new Error(`${documentId} is another one after kill -9`)
  }
  const sum = people.reduce((all, person) => all + person.acknowledged, 0)
  tell(`${sum} edits acknowledged; ${boards.length} boards are after kill -9 what everyone saw`)
  await again.end()
}

async function fillHall(server: Running, url: string, random: SeededRandom) {
  const most = Math.max(...hours.map(({ connected }) => connected))
  const { facilitator, boards, seats } = await makeHall(server, teamCount, most)
  const people = seats.map(({ token, board, others }) => new Person(url, token, { board, others }, random))
  return { people, boards, token: facilitator }
}

/** So many have their page open: the rest shut it, or those who come open it, all at once. */
async function seat(people: readonly Person[], count: number): Promise<void> {
  people.slice(count).forEach((person) => person.isIn && person.leave())
  await Promise.all(people.slice(0, count).flatMap((person) => (person.isIn ? [] : [person.come()])))
}

async function live(people: readonly Person[], hour: Hour, hourMs: number, random: SeededRandom): Promise<void> {
  const editors = people.slice(0, hour.editors)
  const began = performance.now()
  let edits = 0
  let pointers = 0
  for (;;) {
    const passed = performance.now() - began
    if (passed >= hourMs) return
    for (; edits < (hour.edits * passed) / 1_000; edits += 1) random.pick(editors)?.edit()
    for (; pointers < (hour.pointers * passed) / 1_000; pointers += 1) random.pick(editors)?.point()
    await wait(10)
  }
}

async function savedByAll(people: readonly Person[]): Promise<void> {
  const until = performance.now() + 30_000
  while (people.some((person) => person.unsaved > 0)) {
    if (performance.now() > until) throw new Error('some edits were not acknowledged within 30 s')
    await wait(20)
  }
  await wait(300) // the last edits are on their way to the others
}

function sameForAll(people: readonly Person[]): void {
  const boards = new Map<string, string>()
  for (const { board, documents } of people) {
    if (!board) continue
    const content = contentOf(board)
    const known = boards.get(documents.board)
    if (known !== undefined && known !== content) throw new Error(`${documents.board} is not the same for everyone`)
    boards.set(documents.board, content)
  }
}

/** Everything in a document, as text that is the same for the same content. */
function contentOf(doc: Y.Doc): string {
  const roots = [
    'meta',
    'goals',
    'measures',
    'actions',
    'maps',
    'sectors',
    'actors',
    'placements',
    'lines',
    'steps',
    'cards',
  ]
  return JSON.stringify(
    roots.map((name) => Object.entries(doc.getMap(name).toJSON()).sort(([a], [b]) => (a < b ? -1 : 1))),
  )
}

async function loadBoard(url: string, documentId: string, token: string): Promise<string> {
  const client = new WireClient(url, documentId, token)
  await client.synced
  const content = contentOf(client.doc)
  client.close()
  return content
}
