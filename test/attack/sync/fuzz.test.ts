import { expect, test } from 'vitest'
import { fuzzBoard, type FuzzKind } from './fuzz/fuzz-board.ts'

/** Inputs in all; more by the hour: `npm run soak` asks for a million. */
const inputs = Number(process.env['SAMTAVLE_TEST_FUZZ'] ?? 60_000)
const seed = Number(process.env['SAMTAVLE_TEST_SEED'] ?? 1)
/** A fresh board after so many. */
const perBoard = 5_000

const kinds: FuzzKind[] = ['frames', 'messages', 'updates']
test.each(kinds)(`[SY53] ${inputs / 3} fuzzed %s harm nobody`, { timeout: 20_000 + inputs }, async (kind) => {
  const ends = new Map<string, number>()
  let left = inputs / kinds.length
  for (let board = 0; left > 0; board += 1, left -= perBoard) {
    for (const [code, count] of await fuzzBoard(kind, seed * 1_000 + board, Math.min(left, perBoard))) {
      ends.set(code, count + (ends.get(code) ?? 0))
    }
  }
  expect(ends.size).toBeGreaterThan(0)
})
