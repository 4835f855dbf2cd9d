import { makeBoard } from '../board.ts'
import { Crowd, type Group } from '../crowd.ts'
import { inRounds, table } from '../rounds.ts'
import { newFolder, type Started, type Target } from '../targets.ts'

export type Times = { rounds: number; warmMs: number; forMs: number }

const compared = ['CPU ms/1000', 'p99 ms', 'CPU %']

/** The same crowd on each target, which stays up between the rounds so that it is as warm as it gets. */
async function underLoad(
  title: string,
  targets: readonly Target[],
  groups: Group[],
  cards: number,
  times: Times,
): Promise<string> {
  const board = makeBoard(cards)
  const up = new Map<string, { server: Started; crowd: Crowd }>()
  try {
    const rounds = await inRounds(targets, times.rounds, async (target, round) => {
      const known = up.get(target.name)
      const { crowd } = known ?? (await enter(target, groups, board, up))
      const measured = await crowd.work(round === 0 ? times.warmMs : 1_000, times.forMs)
      return {
        'CPU ms/1000': measured.cpuMsAThousand,
        'CPU %': measured.cpuShare * 100,
        'p50 ms': measured.p50,
        'p95 ms': measured.p95,
        'p99 ms': measured.p99,
        'messages/delivery': measured.framesADelivery,
        'delivered %': measured.deliveredShare * 100,
        'memory MB': measured.memoryMb,
        'wait %': measured.waitShare * 100,
      }
    })
    return table(title, rounds, compared)
  } finally {
    for (const { server, crowd } of up.values()) {
      crowd.close()
      await server.end()
    }
  }
}

async function enter(
  target: Target,
  groups: Group[],
  board: Uint8Array,
  up: Map<string, { server: Started; crowd: Crowd }>,
) {
  const server = await target.start(newFolder(target.name))
  const crowd = new Crowd(server)
  up.set(target.name, { server, crowd })
  await crowd.open(target, groups, board)
  return { server, crowd }
}

/** One board on 300 screens; one person writes, or five. */
export async function watchers(targets: readonly Target[], times: Times): Promise<string> {
  const lone = [{ room: 0, writers: 1, readers: 300, edits: 20 }]
  const merged = [{ room: 0, writers: 5, readers: 300, edits: 10 }]
  return [
    await underLoad('300 watch, one writes 20 a second', targets, lone, 200, times),
    await underLoad('300 watch, five write 10 a second each', targets, merged, 200, times),
  ].join('\n')
}

/** Thirty teams of six at work, and a plenary of 300. */
export function gathering(targets: readonly Target[], times: Times): Promise<string> {
  const teams = Array.from({ length: 30 }, (_, room) => ({ room, writers: 6, readers: 0, edits: 2, pointers: 5 }))
  const plenary = { room: 30, writers: 1, readers: 300, edits: 5 }
  return underLoad(
    '30 teams × 6 (2 edits, 5 pointers a second) and 300 who watch',
    targets,
    [...teams, plenary],
    100,
    times,
  )
}
