import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { messageType, syncType } from '../../../shared/protocol.ts'
import { HallWriter } from '../hall-writer.ts'
import { makeHall, type Seat } from '../make-hall.ts'
import { costOf, memoryOf } from '../process-cost.ts'
import { RawSocket } from '../raw-socket.ts'
import { table } from '../rounds.ts'
import { newFolder, startSamtavle, syncUrl } from '../targets.ts'

const people = 300
const writers = 60
/** of each writer, a second */
const edits = 2

/**
 * A whole hall for `forMs`: 300 people with four documents open, 60 of whom write. How long until an edit is said to be on
 * disk; and once the server was killed and started again, how long until all have all their documents again.
 */
export async function hall(forMs: number): Promise<string> {
  const folder = newFolder('hall')
  const server = await startSamtavle(folder)
  const url = (documentId: string) => syncUrl(server.port, documentId)
  const { seats } = await makeHall(server, 30, people)
  const writing = seats.slice(0, writers).map((seat, at) => new HallWriter(url(seat.board), seat.token, `p${at}`))
  const reading = seats.flatMap((seat, at) =>
    [...(at < writers ? [] : [seat.board]), ...seat.others].map(reader(url, seat)),
  )
  await Promise.all([...writing.map(({ ready }) => ready), ...reading.map(({ ready }) => ready)])
  await run(writing, 10_000)
  for (const writer of writing) writer.acks.length = 0
  const from = costOf(server.pid)
  const began = performance.now()
  const probe = probeDisk(join(folder, 'probe'))
  await run(writing, forMs)
  const seconds = (performance.now() - began) / 1_000
  const to = costOf(server.pid)
  const syncs = await probe.stop()
  await wait(2_000)
  const acks = writing.flatMap((writer) => writer.acks)
  const lost = writing.reduce((sum, writer) => sum + writer.unsaved, 0)
  const figures = {
    sockets: people * 4 - reading.filter(({ isClosed }) => isClosed()).length,
    edits: acks.length,
    'not acknowledged': lost,
    ...percentiles('ack', acks),
    ...percentiles('fsync', syncs),
    'CPU %': ((to.cpuS - from.cpuS) / seconds) * 100,
    'memory MB': memoryOf(server.pid),
  }
  for (const writer of writing) writer.close()
  for (const { socket } of reading) socket.close()
  await server.end('SIGKILL')
  const again = await comeAgain(folder, seats)
  const title = `300 people with four documents each, 60 write ${edits} a second, for ${(forMs / 60_000).toFixed(1)} min`
  return table(title, new Map([['samtavle', [{ ...figures, ...again }]]]), [])
}

/** The server starts on what was killed, and everybody's four documents are asked for at once. */
async function comeAgain(folder: string, seats: readonly Seat[]): Promise<Record<string, number>> {
  const began = performance.now()
  const server = await startSamtavle(folder)
  const startedMs = performance.now() - began
  const url = (documentId: string) => syncUrl(server.port, documentId)
  const back = seats.flatMap((seat) => [seat.board, ...seat.others].map(reader(url, seat)))
  await Promise.all(back.map(({ ready }) => ready))
  const lastMs = performance.now() - began
  const missing = back.filter(({ isClosed }) => isClosed()).length
  const figures = {
    'start ms': startedMs,
    'all back ms': lastMs,
    'not back': missing,
    'memory back MB': memoryOf(server.pid),
  }
  for (const { socket } of back) socket.close()
  await server.end()
  return figures
}

function reader(url: (room: string) => string, seat: Seat) {
  return (documentId: string) => {
    let closed = false
    let isReady: () => void = () => undefined
    const ready = new Promise<void>((resolve) => (isReady = resolve))
    const socket: RawSocket = new RawSocket(
      url(documentId),
      { Authorization: `Bearer ${seat.token}` },
      {
        open: () => socket.send(new Uint8Array([messageType.sync, syncType.step1, 1, 0])), // of who has nothing
        frame: (frame) => {
          if (frame[0] === messageType.sync && frame[1] === syncType.step2) isReady()
        },
        closed: () => {
          closed = true
          isReady()
        },
      },
    )
    return { socket, ready, isClosed: () => closed }
  }
}

/** Each writes at its own times, evenly spread. */
async function run(writing: readonly HallWriter[], forMs: number): Promise<void> {
  const everyMs = 1_000 / edits
  const began = performance.now()
  const due = writing.map((_, index) => began + everyMs * ((index * 0.618_034) % 1))
  while (performance.now() - began < forMs) {
    const now = performance.now()
    for (const [index, writer] of writing.entries()) {
      if ((due[index] ?? 0) > now) continue
      writer.edit()
      due[index] = Math.max((due[index] ?? 0) + everyMs, now)
    }
    await wait(1)
  }
}

/** Writes a page and syncs it, four times a second, on the same disk: what the disk itself takes, ms. */
function probeDisk(path: string): { stop: () => Promise<number[]> } {
  const times: number[] = []
  let isOver = false
  const done = (async () => {
    const file = await open(path, 'w')
    const page = Buffer.alloc(4_096, 1)
    for (let at = 0; !isOver; at = (at + 1) % 1_000) {
      const from = performance.now()
      await file.write(page, 0, page.length, at * page.length)
      await file.sync()
      times.push(performance.now() - from)
      await wait(250)
    }
    await file.close()
  })()
  return {
    stop: async () => {
      isOver = true
      await done
      return times
    },
  }
}

function percentiles(name: string, times: readonly number[]): Record<string, number> {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { [`${name} p50`]: at(0.5), [`${name} p95`]: at(0.95), [`${name} p99.9`]: at(0.999), [`${name} max`]: at(1) }
}
