import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { gathering, watchers } from './phases/load.ts'
import { coldStart, returning } from './phases/coming.ts'
import { compaction } from './phases/compaction.ts'
import { hall } from './phases/hall.ts'
import { installPeers, peerTargets, relay, samtavle } from './targets.ts'

/*
 * `npm run bench`: Samtavle beside a bare relay, which is the floor for a server on ws, and with --peers beside
 * public board servers. Look at the ratios of one run: machines differ and are busy.
 */
const { values } = parseArgs({
  options: {
    peers: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    /** how long the phase `hall` takes */
    minutes: { type: 'string', default: '10' },
    phases: { type: 'string', default: 'watchers,gathering,returning,cold' },
  },
})

const rounds = values.quick ? 3 : 7
// V8 goes on compiling for half a minute of such work; a gathering takes two days.
const times = values.quick ? { rounds, warmMs: 20_000, forMs: 3_000 } : { rounds, warmMs: 60_000, forMs: 5_000 }
if (values.peers) installPeers()
const targets = [relay, samtavle, ...(values.peers ? peerTargets : [])]
const keeping = [samtavle, ...targets.filter((target) => target.stores && target !== samtavle)]

const phases: Record<string, () => Promise<string>> = {
  watchers: () => watchers(targets, times),
  gathering: () => gathering(targets, times),
  returning: () => returning(targets, rounds),
  cold: () => coldStart(keeping, 3),
  killed: () => coldStart([samtavle], 3, 1_000),
  compaction: () => compaction(),
  hall: () => hall(Number(values.minutes) * 60_000),
}

const load = () =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(' ')
process.stdout.write(`Node ${process.version}, ${cpus().length} cores, load before ${load()}\n`)
for (const name of values.phases.split(',')) {
  const phase = phases[name]
  if (!phase) throw new Error(`There is no phase ${name}; there are ${Object.keys(phases).join(', ')}.`)
  process.stdout.write(`${await phase()}\n`)
}
process.stdout.write(`\nload after ${load()}\n`)
process.exit(0)
