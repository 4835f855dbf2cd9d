import { setTimeout as wait } from 'node:timers/promises'
import type * as Y from 'yjs'
import { freePort, startServer, type Running } from '../bench/start-server.ts'
import { newFolder } from '../bench/targets.ts'
import { memoryOf } from '../bench/process-cost.ts'
import { WireClient } from '../server/wire-client.ts'
import { SeededRandom } from '../sim/random.ts'
import { hours, type Hour } from './hours.ts'
import { Person } from './person.ts'

const teamCount = 24
const root = `${import.meta.dirname}/../..`

type Joined = { token: string; documents: { gathering: string; stage: string } }
type Team = { id: string; code: string; documentId: string; talkDocumentId: string }

/**
 * The two days of a gathering, each hour in `hourMs`: people come and go, write and point at the rates of the hour. Throws
 * if anything that was acknowledged is missing, if two who see the same board see different ones, or if memory grows.
 * `tell` gets a line an hour.
 */
export async function runProgramme(hourMs: number, seed: number, tell: (line: string) => void): Promise<void> {
  const folder = newFolder('soak')
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const program = {
    args: [
      'server/main.ts',
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--data',
      `${folder}/data`,
      '--log-level',
      'error',
    ],
    cwd: root,
    ready: /^Samtavle is ready/mu,
  }
  const server = await startServer(program, folder, port)
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
  const again = await startServer(program, folder, port)
  for (const documentId of boards) {
    const known = before.get(documentId)
    const found = await loadBoard(url, documentId, token)
    if (known !== undefined && known !== found) throw new Error(`${documentId} is another one after kill -9`)
  }
  const sum = people.reduce((all, person) => all + person.acknowledged, 0)
  tell(`${sum} edits acknowledged; ${boards.length} boards are after kill -9 what everyone saw`)
  await again.end()
}

async function fillHall(server: Running, url: string, random: SeededRandom) {
  let secret: string | undefined
  while (secret === undefined) {
    secret = /Facilitator: \S+\/start#(\S+)/u.exec(server.said())?.[1]
    await wait(20)
  }
  const post = async <Body>(path: string, body: object, token = ''): Promise<Body> => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
    const answer = await fetch(`${url}/api/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return (await answer.json()) as Body
  }
  const { token } = await post<Joined>('sessions', { secret, name: 'Kari Nordmann' })
  const { id } = await post<{ id: string }>('networks', { name: 'Nettverk' }, token)
  await post(`networks/${id}/gatherings`, { name: 'Samling 1', days: 2 }, token)
  const wanted = Array.from({ length: teamCount }, (_, index) => ({ name: `Team ${index + 1}`, municipalities: [] }))
  const { teams } = await post<{ teams: Team[] }>(`networks/${id}/teams`, { teams: wanted }, token)
  const people: Person[] = []
  const most = Math.max(...hours.map(({ connected }) => connected))
  for (let at = 0; at < most; at += 1) {
    const team = teams[at % teams.length]
    if (!team) throw new Error('there are no teams')
    const joined = await post<Joined>('sessions', { secret: team.code, name: `Person ${at + 1}` })
    const others = [joined.documents.gathering, joined.documents.stage, team.talkDocumentId]
    people.push(new Person(url, joined.token, { board: team.documentId, others }, random))
  }
  return { people, boards: teams.map((team) => team.documentId), token }
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
