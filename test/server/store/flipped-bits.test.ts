import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { AppError } from '../../../shared/errors.ts'
import { allCalls } from '../../../server/store/sqlite/all-calls.ts'
import { runBatch } from '../../../server/store/sqlite/batch.ts'
import { documentReader } from '../../../server/store/sqlite/read-document.ts'
import { isCorrupt } from '../../../server/store/sqlite/kept.ts'
import { SeededRandom } from '../../sim/random.ts'
import { decode, writtenFolder } from './damaged-folder.ts'

/** What a document may say after any damage: what was written, or that it can't. */
function checked(read: ReturnType<typeof documentReader>, id: string): 'whole' | 'damaged' | 'unreadable' {
  try {
    const stored = read(id)
    expect(stored).not.toBeNull()
    if (!stored) return 'unreadable'
    const base = decode(stored.snapshot)
    expect([`${id} new`, `${id} until 2`, `${id} until 4`, `${id} version of 3`, '\0\0']).toContain(base)
    const from = stored.snapshotSequence
    expect(base).toContain(from === 0 ? '' : String(from))
    for (const { sequence, update } of stored.tail) expect(decode(update)).toBe(`${id} row ${sequence}`)
    const missing = stored.damage.flatMap(({ part, sequence, through }) => {
      if (part !== 'log') return []
      // What the document's own row says may be wrong, and is then told as a long run of missing rows.
      return Array.from({ length: Math.min(through - sequence + 1, 100) }, (_, index) => sequence + index)
    })
    const accounted = [...stored.tail.map(({ sequence }) => sequence), ...missing]
    for (let sequence = from + 1; sequence <= 6; sequence += 1) expect(accounted).toContain(sequence)
    return stored.damage.length > 0 ? 'damaged' : 'whole'
  } catch (error) {
    if (error instanceof AppError || isCorrupt(error)) return 'unreadable'
    throw error
  }
}

/** What is there of a document: the last that its base holds, and the rows after it. */
function sequencesOf(read: ReturnType<typeof documentReader>, id: string): number[] {
  const stored = read(id)
  return [stored?.snapshotSequence ?? 0, ...(stored?.tail ?? []).map(({ sequence }) => sequence)]
}

test(
  '[ST13] a bit flipped anywhere: nothing wrong is ever read, and what is missing is told',
  { timeout: 60_000 },
  async () => {
    const folder = await writtenFolder()
    const file = join(folder, 'samtavle.db')
    const whole = readFileSync(file)
    const random = new SeededRandom(20_261_122)
    // Where the documents are, and anything is: a bit in an empty place harms nobody.
    const pages = [...whole.keys()].filter((at) => at % 4096 === 0 && whole.subarray(at, at + 4096).includes('team:a'))
    const places = pages.flatMap((page) => [...whole.subarray(page, page + 4096).keys()].map((at) => page + at))
    const used = places.filter((place) => whole.readUInt8(place) !== 0)
    const outcomes = { whole: 0, damaged: 0, unreadable: 0, refused: 0 }
    for (let round = 0; round < 250; round += 1) {
      const place = random.pick(used) ?? 0
      const bytes = Buffer.from(whole)
      bytes.writeUInt8(bytes.readUInt8(place) ^ (1 << random.whole(0, 7)), place)
      writeFileSync(file, bytes)
      const db = new DatabaseSync(file)
      try {
        const read = documentReader(db)
        for (const id of ['team:a', 'team:b']) {
          const outcome = checked(read, id)
          outcomes[outcome] += 1
          if (outcome !== 'damaged') continue
          // Whether or not it can be set aside on such a page, nothing that was read is lost by trying.
          const before = sequencesOf(read, id)
          runBatch(db, [id], (documentId) => allCalls(db).setAside(documentId, 1))
          expect(checked(read, id)).not.toBe('unreadable')
          expect(sequencesOf(read, id)).toEqual(before)
        }
      } catch (error) {
        if (!isCorrupt(error)) throw error
        outcomes.refused += 1
      } finally {
        db.close()
      }
    }
    expect(outcomes.damaged).toBeGreaterThan(30)
    expect(outcomes.unreadable + outcomes.refused).toBeLessThan(25)
  },
)
