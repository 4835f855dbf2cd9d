import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runProgramme } from './programme.ts'

/*
 * `npm run soak`: what takes longer than a test may. A thousand simulated histories, a hundred kills, fifteen hundred
 * power cuts, a million hostile inputs, and the sixteen hours of a gathering at forty times their speed.
 */
const { values } = parseArgs({
  options: {
    /** ms that an hour of the programme takes */
    hour: { type: 'string', default: '90000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
})

type Step = { name: string; run: () => Promise<void> }

const root = join(import.meta.dirname, '..', '..')

function program(name: string, args: string[], env: Record<string, string>): Step {
  const run = () =>
    new Promise<void>((resolve, reject) => {
      const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } })
      child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${name} failed`))))
    })
  return { name, run }
}

/** Runs test files with larger numbers than `npm test` has. */
function tests(name: string, files: string[], env: Record<string, string>): Step {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const args = [vitest, 'run', '--project', 'node', '--testTimeout', '3000000', '--reporter', 'dot', ...files]
  return program(name, args, env)
}

/** Runs browser tests on what `npm test` leaves out. */
function browser(name: string, files: string[], env: Record<string, string>): Step {
  return program(name, [join(root, 'scripts', 'test.cjs'), '--only', 'browser', ...files], env)
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const steps: Step[] = [
  tests('simulation, 1,000 seeds', ['test/sim'], { SIM_SEEDS: '1000' }),
  tests('kill -9, 100 times', ['test/server/kill.test.ts'], { SAMTAVLE_TEST_KILLS: '100' }),
  tests('power cuts, 1,500', ['test/power'], { SAMTAVLE_TEST_CUTS: '1500' }),
  tests('fuzz, 1,000,000 inputs', ['test/attack/sync/fuzz.test.ts'], { SAMTAVLE_TEST_FUZZ: '1000000' }),
  tests('200,000 fuzzed requests', ['test/attack/http/fuzz.test.ts'], { SAMTAVLE_TEST_FUZZ: '200000' }),
  tests('10,000 rooms that are not there', ['test/attack/sync/crowds.test.ts'], { SAMTAVLE_TEST_ROOMS: '10000' }),
  browser('every screen, every language', ['look', 'phone', 'follow', 'help', 'join', 'only-comments', 'reflow'], {
    SAMTAVLE_TEST_SCREENS: 'all',
  }),
  { name: 'two days of a gathering', run: () => runProgramme(Number(values.hour), Number(values.seed), say) },
]

const asked = steps.filter(({ name }) => name.includes(values.only ?? ''))
if (asked.length === 0)
  throw new Error(`There is no such step; there are: ${steps.map(({ name }) => name).join('; ')}.`)
let passed = 0
let failed = 0
for (const { name, run } of asked) {
  const from = performance.now()
  say(`── ${name}`)
  try {
    await run()
    passed += 1
  } catch (error) {
    failed += 1
    say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  say(`   ${((performance.now() - from) / 60_000).toFixed(1)} min`)
}
say(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
