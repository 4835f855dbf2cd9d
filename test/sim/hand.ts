import * as Y from 'yjs'
import { editText, setText } from '../../shared/ops/text.ts'
import { undeleteMs } from '../../shared/schema/limits.ts'
import type { TeamDocument } from '../../shared/schema/team.ts'
import type { SeededRandom } from './random.ts'

/** What people write. */
export const words = ['bedre', 'hjemreise', 'Ærlig talt', 'sammen', 'å', '👩‍⚕️', 'DPS', 'tidlig\ninn'] as const

/** Somebody at a board. */
export type Hand = { board: TeamDocument; undo: Y.UndoManager; random: SeededRandom; newId: () => string; now: number }

/** Types, cuts or replaces somewhere in a text. Says what it was. */
export function typeInto(text: unknown, random: SeededRandom, max: number): string {
  if (!(text instanceof Y.Text)) return 'in nothing'
  if (random.chance(0.2)) {
    setText(text, `${random.pick(words)} ${random.pick(words)}`, max)
    return 'whole'
  }
  const index = random.whole(0, text.length)
  const remove = random.chance(0.3) ? random.whole(0, text.length - index) : 0
  editText(text, { index, remove, insert: random.pick(words) }, max)
  return `${index}-${remove}`
}

/** Mostly a moment ago; at times long enough for the server to sweep it when it reads the board next. */
export function deletionTime({ random, now }: Hand): number {
  return random.chance(0.15) ? now - undeleteMs - 1 : now
}
