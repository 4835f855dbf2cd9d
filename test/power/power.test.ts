import { accessSync, constants, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { lookAt } from '../../server/backup/look-at.ts'
import { isWhole } from '../../server/backup/verify.ts'
import { makeWrittenFolder } from '../server/backup/written-folder.ts'
import { SeededRandom } from '../sim/random.ts'
import { CutDisk } from './cut-disk.ts'
import { skipsShim, whyNoShim } from './disk-shim.ts'
import { Promised } from './promised.ts'
import { promisesIn } from './promises.ts'
import { runTraced } from './run-traced.ts'
import { liveTraced, type TracedLife } from './traced-life.ts'
import { whatWasLost, writeImage } from './what-was-lost.ts'

const cuts = Number(process.env['SAMTAVLE_TEST_CUTS'] ?? 300)
const seed = Number(process.env['SAMTAVLE_TEST_SEED'] ?? 20_261_122)

describe.skipIf(skipsShim)(`power cuts${whyNoShim ? ` (${whyNoShim})` : ''}`, () => {
  test(
    `[ST1][ST80] ${cuts} cuts at any moment of a server's life: it opens, and nothing acknowledged, relayed or answered is lost`,
    { timeout: 60_000 + cuts * 200 },
    async () => {
      const root = temporary(tmpdir())
      const life = await liveTraced(root, seed)
      const { found, promises } = cutOften(life, join(temporary(inMemory()), 'data'))
      expect(promises).toBeGreaterThan(500)
      expect(found).toEqual([])
      // Held against a server that never syncs, to know that losses are seen.
      const careless = { ...life, events: life.events.map((event) => (event.op === 'sync' ? nothing : event)) }
      expect(cutOften(careless, join(temporary(inMemory()), 'data'), 20).found.length).toBeGreaterThan(10)
    },
  )

  test(
    '[ST61][ST62] a backup or a restore that is cut short: whatever has its name is whole',
    { timeout: 30_000 },
    async () => {
      const root = realpathSync(temporary(tmpdir()))
      const folder = join(root, 'data')
      await makeWrittenFolder(folder, 40)
      const file = join(root, 'backups', 'backup')
      const made = await runTraced(join(root, 'backups'), 'backup', file, '--data', folder)
      const restored = await runTraced(join(root, 'restored'), 'restore', file, '--data', join(root, 'restored'))
      const image = join(temporary(inMemory()), 'cut')
      for (const { events, inode, whole } of [
        { ...made, whole: 'backup' },
        { ...restored, whole: 'samtavle.db' },
      ]) {
        const random = new SeededRandom(seed)
        const disk = new CutDisk(inode)
        let named = 0
        for (const [at, event] of events.entries()) {
          disk.play(event)
          writeImage(image, disk.cut(random.next))
          if (!existsSync(join(image, whole))) continue
          named += 1
          const { verdict } = lookAt(whole === 'backup' ? join(image, whole) : image)
          expect({ at, whole: isWhole(verdict), key: verdict.key }).toEqual({ at, whole: true, key: 'right' })
        }
        writeImage(image, disk.cut(random.next))
        expect(existsSync(join(image, whole))).toBe(true)
        expect(named).toBeGreaterThan(0)
      }
    },
  )
})

const nothing = { op: 'sent', port: 0, bytes: new Uint8Array() } as const

/** Cuts the power at as many moments as were asked for, half of them right after something was promised. */
function cutOften(life: TracedLife, folder: string, times = cuts): { found: string[]; promises: number } {
  const random = new SeededRandom(seed)
  const promises = promisesIn(life.events, life.wires)
  const moments = Array.from({ length: times }, () =>
    random.chance(0.5) ? (random.pick(promises)?.at ?? 0) + 1 : random.whole(1, life.events.length),
  ).toSorted((a, b) => a - b)
  const disk = new CutDisk(life.inode)
  const promised = new Promised()
  const found: string[] = []
  let played = 0
  let heard = 0
  for (const moment of moments) {
    for (; played < moment; played += 1) {
      const event = life.events[played]
      if (event) disk.play(event)
      if (event?.op === 'told') promised.tell(event.told)
    }
    for (; (promises[heard]?.at ?? moment) < moment; heard += 1) {
      const promise = promises[heard]
      if (promise) promised.heard(promise)
    }
    const lost = whatWasLost(folder, disk.cut(random.next), promised)
    found.push(...lost.map((what) => `seed ${seed}, cut after ${moment} of ${life.events.length}: ${what}`))
  }
  return { found, promises: promises.reduce((sum, { keys }) => sum + keys.length, 0) }
}

function temporary(parent: string): string {
  const folder = mkdtempSync(join(parent, 'samtavle-power-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The image of a disk need not be on one: opening it syncs. */
function inMemory(): string {
  try {
    accessSync('/dev/shm', constants.W_OK)
    return '/dev/shm'
  } catch {
    return tmpdir()
  }
}
