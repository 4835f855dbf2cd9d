import { countCards } from './board.ts'
import { costOf } from './process-cost.ts'
import { RawSocket } from './raw-socket.ts'
import type { Started, Target } from './targets.ts'

/** Times in ms until the first, the middle and the last had their board whole; CPU of the server in s. */
export type Stormed = { first: number; median: number; last: number; cpuS: number; whole: boolean; early: number }

/**
 * `count` clients come, `atOnce` at a time, each to the next of `rooms`, and load a board of `bytes` bytes and `cards`
 * cards. `early` counts those whose first answer did not hold the board: they would show an empty one.
 */
export async function storm(
  target: Target,
  server: Started,
  args: {
    rooms: number[]
    count: number
    atOnce: number
    bytes: number
    cards: number
    step1?: Uint8Array
    keep?: RawSocket[]
  },
): Promise<Stormed> {
  const times: number[] = []
  const seen: Uint8Array[] = []
  let early = 0
  let begun = 0
  const from = costOf(server.pid).cpuS
  const at = performance.now()

  const one = (index: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const room = server.room(args.rooms[index % args.rooms.length] ?? 0)
      let got = 0
      let isFirst = true
      let isDone = false
      const socket = new RawSocket(server.url(room), server.headers, {
        open: () => {
          for (const message of target.wire.greeting(room)) socket.send(message)
          socket.send(args.step1 ?? target.wire.step1(room))
        },
        frame: (frame) => {
          const read = isDone ? null : target.wire.read(frame)
          if (!read) return
          got += read.update.length
          if (isFirst && read.kind === 'step2') {
            isFirst = false
            if (got < args.bytes * 0.9) early += 1
          }
          if (index === 0) seen.push(new Uint8Array(read.update))
          if (got < args.bytes * 0.9) return
          isDone = true
          times.push(performance.now() - at)
          if (args.keep) args.keep.push(socket)
          else setImmediate(() => socket.close())
          resolve()
        },
        closed: () => (isDone ? undefined : reject(new Error(`${target.name} closed a newcomer`))),
      })
    })

  const next = async (): Promise<void> => {
    while (begun < args.count) {
      begun += 1
      await one(begun - 1)
    }
  }
  await Promise.all(Array.from({ length: Math.min(args.atOnce, args.count) }, next))
  times.sort((a, b) => a - b)
  const [first = 0] = times
  const whole = args.step1 !== undefined || countCards(seen) === args.cards
  const cpuS = costOf(server.pid).cpuS - from
  return { first, median: times[times.length >> 1] ?? 0, last: times.at(-1) ?? 0, cpuS, whole, early }
}
