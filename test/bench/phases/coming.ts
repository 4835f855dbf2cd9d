import { cpSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { BenchClient } from '../bench-client.ts'
import { makeBoard } from '../board.ts'
import { messageType, syncType } from '../../../shared/protocol.ts'
import * as encoding from 'lib0/encoding'
import type { RawSocket } from '../raw-socket.ts'
import { inRounds, table } from '../rounds.ts'
import { storm } from '../storm.ts'
import { newFolder, roomCount, type Started, type Target } from '../targets.ts'

const nobody = () => ({ from: Number.POSITIVE_INFINITY, updates: [], cursors: [], frames: 0 })

/** 300 come at once to a board that somebody has open; then the same 300 who lack only the last twentieth of it. */
export async function returning(targets: readonly Target[], rounds: number): Promise<string> {
  const cards = 2_000
  const board = makeBoard(cards)
  const mostOf = makeBoard(cards * 0.95)
  const askRest = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.sync)
    encoding.writeVarUint(encoder, syncType.step1)
    encoding.writeVarUint8Array(encoder, Y.encodeStateVectorFromUpdate(mostOf))
  })
  const figures = await inRounds(targets, rounds, async (target) => {
    const server = await target.start(newFolder(target.name))
    const holder = new BenchClient(server, target.wire, server.room(0), 1, nobody())
    try {
      await holder.ready
      holder.fill(board)
      await wait(500)
      const load = { rooms: [0], count: 300, atOnce: 300, bytes: board.length, cards }
      const all = await storm(target, server, load)
      await wait(500)
      const again = await storm(target, server, load)
      await wait(500)
      // The relay keeps one ready answer; it can't give a part of it.
      const part =
        target.name === 'relay' ? null : await storm(target, server, { ...load, bytes: 2_000, step1: askRest })
      return {
        'first ms': all.first,
        'last ms': all.last,
        'CPU s': all.cpuS,
        'warm last ms': again.last,
        'warm CPU s': again.cpuS,
        'last 5 %: ms': part?.last ?? Number.NaN,
        'last 5 %: CPU s': part?.cpuS ?? Number.NaN,
        whole: all.whole ? 1 : 0,
        'empty at first': all.early,
      }
    } finally {
      holder.close()
      await server.end('SIGKILL')
    }
  })
  return table('300 come back at once to a board of 2,000 cards', figures, [
    'last ms',
    'CPU s',
    'warm last ms',
    'warm CPU s',
  ])
}

const stored = 200
const cards = 500

/** 200 boards on disk, the server just started; stopped in order before, or killed with a thousand rows a board. */
export async function coldStart(targets: readonly Target[], rounds: number, rows = 0): Promise<string> {
  const board = makeBoard(cards)
  const folders = new Map<string, string>()
  for (const target of targets) folders.set(target.name, await fill(target, board, rows))
  const figures = await inRounds(targets, rounds, async (target) => {
    const folder = newFolder(target.name)
    cpSync(folders.get(target.name) ?? '', folder, { recursive: true })
    const from = performance.now()
    const server = await target.start(folder)
    const ready = performance.now() - from
    try {
      await wait(300)
      const empty = await server.heap()
      const load = { rooms: Array.from({ length: stored }, (_, room) => room), bytes: board.length, cards }
      const first = await storm(target, server, { ...load, rooms: [stored - 1], count: 1, atOnce: 1 })
      const keep: RawSocket[] = []
      const all = await storm(target, server, { ...load, count: stored, atOnce: 20, keep })
      const open = await server.heap()
      keep.forEach((socket) => socket.close())
      await wait(4_000)
      return {
        'ready ms': ready,
        'first board ms': first.last,
        'all 200 ms': all.last,
        'CPU s': all.cpuS,
        'heap MB/board': (open - empty) / stored,
        'heap at start MB': empty,
        'heap left MB': await server.heap(),
        whole: first.whole && all.whole ? 1 : 0,
        'empty at first': all.early,
      }
    } finally {
      await server.end('SIGKILL')
    }
  })
  const title = rows > 0 ? `after kill -9 with ${rows} rows a board` : 'after an orderly stop'
  return table(`200 boards of 500 cards, ${title}`, figures, ['all 200 ms'])
}

/** Puts the boards on disk by what every program may use. `rows` edits more of each, then no orderly end. */
async function fill(target: Target, board: Uint8Array, rows: number): Promise<string> {
  if (stored > roomCount) throw new Error('more boards than rooms')
  const folder = newFolder(target.name)
  const server: Started = await target.start(folder)
  for (let room = 0; room < stored; room += 1) {
    const writer = new BenchClient(server, target.wire, server.room(room), 1, nobody())
    await writer.ready
    writer.fill(board)
    for (let row = 0; row < rows; row += 1) {
      writer.edit()
      if (row % 25 === 24) await wait(21) // else a server that gathers would make one row of them
    }
    await wait(60)
    writer.close()
  }
  await wait(rows > 0 ? 500 : 3_000)
  await server.end(rows > 0 ? 'SIGKILL' : 'SIGTERM')
  return folder
}
