import * as Y from 'yjs'
import { openTeamDocument } from '../../shared/schema/team.ts'
import { FakeClock } from '../client/sync/fake-clock.ts'
import { Network } from './network.ts'
import { readEverything } from './operations.ts'
import { SeededRandom } from './random.ts'
import { SimClient } from './sim-client.ts'
import { makeLocks } from './locks.ts'
import { documentId, SimServer } from './sim-server.ts'
import { StockClient } from './stock-client.ts'

/** What a run went through: a simulation in which nothing happens proves nothing. */
export type RunFigures = {
  operations: number
  acknowledged: number
  faults: number
  rests: number
  virtualMs: number
}

const editors = 10

/** Ours, or a stock one: somebody on the board. */
type Somebody = Pick<
  SimClient,
  'name' | 'doc' | 'acted' | 'act' | 'reload' | 'settled' | 'describe' | 'check' | 'close' | 'banned'
>

const troubleMs = 12_000
const healMs = 120_000

class Violation extends Error {}

/** Lets every promise that is ready run. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

/**
 * One seeded run: people edit one board over a bad net, with a server that crashes and a disk that fails; then
 * the trouble ends, and everybody must come to have the same, and the disk too. Throws with the seed and the
 * log of what happened when a promise is broken.
 */
export async function simulate(seed: number): Promise<RunFigures> {
  const random = new SeededRandom(seed)
  const clock = new FakeClock()
  const startedAt = clock.now()
  const log: string[] = []
  const note = (what: string) => void log.push(`${String(clock.now() - startedAt).padStart(6)} ${what}`)
  const fail = (what: string) => {
    throw new Violation(what)
  }
  let violation: Violation | null = null
  // Inside the product an exception would be caught, and taken for a bad net: the first one is kept and thrown here.
  const keep = (what: string) => {
    violation ??= new Violation(what)
  }
  const server = new SimServer(clock, random, keep)
  const network = new Network(clock, random, server)
  const world = { clock, random, network, disk: server.disk, fail: keep }
  const names = [...Array.from({ length: editors }, (_, index) => `editor${index + 1}`), 'reader']
  const ours = names.map((name) => new SimClient(world, name))
  const clients: Somebody[] = [...ours, new StockClient(world, 'stock')]

  try {
    const trouble = makeTrouble({ clock, random, network, server, clients, note })
    const locks = makeLocks({ clock, random, network, server, clients: ours, note }, keep)
    const step = async () => {
      if (!clock.step()) fail('nothing more will happen')
      await settle()
      if (violation !== null) throw violation as Violation
      random.pick(clients)?.check()
    }
    while (clock.now() - startedAt < troubleMs) await step()
    trouble.stop()
    locks.stop()
    note('healed')
    server.heal()
    network.heal()
    const until = clock.now() + healMs
    const quiet = () => server.running && clients.every((client) => client.settled)
    while (!quiet() || !allEqual(clients, server)) {
      if (clock.now() > until) fail(`not quiet: ${clients.map((client) => client.describe()).join('; ')}`)
      await step()
    }
    for (const client of clients) client.check(true)
    checkEqual(clients, server, fail)
    const operations = clients.reduce((sum, client) => sum + client.acted, 0)
    return {
      operations,
      acknowledged: server.acknowledged,
      faults: server.faults,
      rests: locks.rests(),
      virtualMs: clock.now() - startedAt,
    }
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
    throw new Error(`seed ${seed}: ${what}\n${log.slice(-150).join('\n')}`, { cause: error })
  } finally {
    for (const client of clients) client.close()
  }
}

export type Trouble = {
  clock: FakeClock
  random: SeededRandom
  network: Network
  server: SimServer
  clients: Somebody[]
  note: (what: string) => void
}

/** People who act, and things that go wrong, each at moments of its own. */
function makeTrouble({ clock, random, network, server, clients, note }: Trouble): { stop: () => void } {
  let going = true
  const again = (low: number, high: number, run: () => void) => {
    clock.setTimeout(
      () => {
        if (!going) return
        run()
        again(low, high, run)
      },
      random.whole(low, high),
    )
  }
  // Some days are calm, so that there is something to lose; on others everything breaks at once.
  const calm = random.pick([0.6, 1, 3])
  const nowAndThen = (low: number, high: number, run: () => void) =>
    again(Math.round(low * calm), Math.round(high * calm), run)
  for (const client of clients) {
    if (client.name !== 'reader') {
      again(60, 1_900, () => {
        for (let left = random.chance(0.1) ? 6 : 1; left > 0; left -= 1) note(`${client.name} ${client.act()}`)
      })
    }
    nowAndThen(1_000, 15_000, () => {
      const how = random.chance(0.5) ? 'heard' : 'silent'
      note(`${client.name} cut, ${how}`)
      for (const link of network.links) if (link.name === client.name) link.cut(how)
      if (!random.chance(0.4)) return
      network.away.add(client.name)
      clock.setTimeout(() => network.away.delete(client.name), random.whole(500, 12_000))
    })
    nowAndThen(3_000, 30_000, () => {
      note(`${client.name} reloads`)
      client.reload()
    })
  }
  nowAndThen(1_500, 9_000, () => {
    if (!server.running) return
    if (random.chance(0.6)) {
      note('server killed')
      server.crash()
    } else {
      note('server stops')
      void server.stop()
    }
    clock.setTimeout(
      () => {
        if (!server.running) note('server starts')
        server.start()
      },
      random.whole(50, 3_000),
    )
  })
  nowAndThen(1_000, 9_000, () => {
    const count = random.whole(1, 4)
    note(`${count} commits fail`)
    server.failCommits(count)
    if (random.chance(0.3)) server.failReads(random.whole(1, 3))
  })
  nowAndThen(3_000, 10_000, () => {
    note('slow')
    network.slowFor(random.whole(500, 6_000))
  })
  nowAndThen(5_000, 20_000, () => server.sweepLog())
  return { stop: () => (going = false) }
}

/** Those who may still see the board. */
const present = (clients: readonly Somebody[]) => clients.filter((client) => !client.banned)

function allEqual(clients: readonly Somebody[], server: SimServer): boolean {
  const state = Y.snapshot(server.disk.mirror)
  return present(clients).every((client) => Y.equalSnapshots(Y.snapshot(client.doc), state))
}

function checkEqual(clients: readonly Somebody[], server: SimServer, fail: (what: string) => void): void {
  const disk = server.disk.replayed(documentId)
  const content = (doc: Y.Doc) => {
    const board = openTeamDocument(doc)
    readEverything(board)
    const { doc: _, ...roots } = board
    return JSON.stringify(Object.values(roots).map((root) => sorted(root.toJSON())))
  }
  const expected = content(disk)
  if (content(server.disk.mirror) !== expected) fail('what is read from the disk is not what was written to it')
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
