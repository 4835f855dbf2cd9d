import { FakeClock } from '../client/sync/fake-clock.ts'
import { ours as people, stock } from './cast.ts'
import { Network } from './network.ts'
import { SeededRandom } from './random.ts'
import { SimClient } from './sim-client.ts'
import { makeLocks } from './locks.ts'
import { makeRights } from './rights.ts'
import { SimServer } from './sim-server.ts'
import { Statements } from './statements.ts'
import { StockClient } from './stock-client.ts'
import { checkEqual, checkSaid, unequal } from './the-end.ts'
import { makeTrouble, type Somebody } from './trouble.ts'

/** What a run went through: a simulation in which nothing happens proves nothing. */
export type RunFigures = {
  operations: number
  acknowledged: number
  faults: number
  rests: number
  /** commands that were taken, those that came again, and comments that were taken back, hidden or nameless */
  applied: number
  repeated: number
  gone: number
  nameless: number
  virtualMs: number
}

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
  const statements = new Statements(() => clock.now(), keep)
  const server = new SimServer(clock, random, statements, keep)
  const network = new Network(clock, random, server)
  let wordsMade = 0
  const newWord = () => `ord${(wordsMade += 1)};`
  const world = { clock, random, network, disk: server.disk, statements, newWord, fail: keep }
  const ours = people.map((person) => new SimClient(world, person))
  const clients: Somebody[] = [...ours, new StockClient(world, stock.name)]

  try {
    const trouble = makeTrouble({ clock, random, network, server, clients, note })
    const locks = makeLocks({ clock, random, network, server, clients: ours, note }, keep)
    const rights = makeRights({ clock, random, network, server, clients: ours, note }, keep)
    let steps = 0
    const step = async () => {
      if (!clock.step()) fail('nothing more will happen')
      await settle()
      if (violation !== null) throw violation as Violation
      steps += 1
      if (steps % 2 === 0) random.pick(clients)?.check()
    }
    while (clock.now() - startedAt < troubleMs) await step()
    trouble.stop()
    locks.stop()
    note('healed')
    server.heal()
    network.heal()
    const until = clock.now() + healMs
    const quiet = () => server.running && rights.settled() && clients.every((client) => client.settled)
    for (let looked = 0; !quiet() || looked % 8 !== 0 || unequal(clients, ours, server).length > 0; looked += 1) {
      if (clock.now() > until) {
        const restless = clients.filter((client) => !client.settled).map((client) => client.describe())
        fail(`not quiet: ${[...restless, ...unequal(clients, ours, server)].join('; ')}; rights ${rights.settled()}`)
      }
      await step()
    }
    for (const client of clients) client.check(true)
    checkEqual(clients, server, fail)
    checkSaid(ours, server, statements)
    if (violation !== null) throw violation as Violation
    const said = [...statements.model.comments.values()]
    const operations = clients.reduce((sum, client) => sum + client.acted, 0)
    return {
      operations,
      acknowledged: server.acknowledged,
      faults: server.faults,
      rests: locks.rests(),
      ...statements.taken,
      gone: said.filter(({ takenBack, hidden }) => takenBack || hidden).length,
      nameless: said.filter(({ withoutName }) => withoutName).length,
      virtualMs: clock.now() - startedAt,
    }
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
    throw new Error(`seed ${seed}: ${what}\n${log.slice(-150).join('\n')}`, { cause: error })
  } finally {
    for (const client of clients) client.close()
    server.database.close()
  }
}
