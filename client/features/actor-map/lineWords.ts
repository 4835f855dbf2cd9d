import type { Messages } from '../../../shared/locale/nb.ts'
import type { Line } from '../../../shared/schema/relation.ts'

/** A line as one of its ends sees it: «sammen med DPS», «før DPS». */
export function lineWords(line: Line, actorId: string, other: string, m: Messages['map']): string {
  if (line.kind === 'together') return m.together(other)
  return line.from === actorId ? m.before(other) : m.after(other)
}
