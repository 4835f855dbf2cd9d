import { afterAll, beforeAll, expect, test } from 'vitest'
import { fuzzBoard, type FuzzKind } from './fuzz/fuzz-board.ts'
import { heapMb } from './fuzz/heap-mb.ts'

/** Inputs in all; more by the hour: `npm run soak` asks for a million. */
const inputs = Number(process.env['SAMTAVLE_TEST_FUZZ'] ?? 80_000)
const seed = Number(process.env['SAMTAVLE_TEST_SEED'] ?? 1)
/** Each kind with its share, and a fresh board after so many: an update that is refused in the document costs ten times a message. */
const kinds: [FuzzKind, share: number, perBoard: number][] = [
  ['frames', 0.44, 9_000],
  ['messages', 0.44, 9_000],
  ['updates', 0.12, 3_000],
]

/** What the last boards' timers still hold. */
const lastBoardsMb = 10

// Tens of thousands of errors are made and caught, and nobody looks where.
const { stackTraceLimit } = Error
beforeAll(() => void (Error.stackTraceLimit = 0))
afterAll(() => void (Error.stackTraceLimit = stackTraceLimit))

test.each(kinds)('[SY53] fuzzed %s harm nobody', { timeout: 30_000 + inputs * 3 }, async (kind, share, perBoard) => {
  const ends = new Map<string, number>()
  let heapBefore = 0
  let left = Math.ceil(inputs * share)
  for (let board = 0; left > 0; board += 1, left -= perBoard) {
    for (const [code, count] of await fuzzBoard(kind, seed * 1_000 + board, Math.min(left, perBoard))) {
      ends.set(code, count + (ends.get(code) ?? 0))
    }
    if (board === 0) heapBefore = heapMb()
  }
  expect(ends.get('malformed')).toBeGreaterThan(0)
  expect(heapMb()).toBeLessThan(heapBefore * 1.2 + lastBoardsMb)
})
