import type { Texts } from '../hooks/useMessages.ts'
import { phaseSteps, type StepId } from '../../shared/schema/phase.ts'
import type { UnsentItem } from '../sync/unsent-items.ts'

/** One thing that was not sent: what it is, and the words of it, which may be none. */
export type NotSentLine = { what: string; text: string }

const stepIds: readonly string[] = Object.values(phaseSteps).flat()

/** What a new thing is made together with is told with it, not apart: a goal's measure, an actor's place on a map. */
function madeWith({ root, key }: UnsentItem): { root: string; key: string } | null {
  if (root === 'measures') return { root: 'goals', key }
  return root === 'placements' ? { root: 'actors', key: key.split('|')[1] ?? '' } : null
}

/** What was not sent, in words, in the order it stands on the boards. */
export function notSentLines(
  items: readonly UnsentItem[],
  { notSent, reading }: Texts<'notSent' | 'reading'>,
): NotSentLine[] {
  const isAdded = (thing: { root: string; key: string } | null) =>
    items.some(({ root, key, added }) => added && root === thing?.root && key === thing.key)
  return items
    .filter((item) => item.texts.length > 0 || !isAdded(madeWith(item)))
    .map(({ root, key, added, texts }) => {
      const step = key.split('|').at(-1) ?? ''
      const words: Readonly<Record<string, string>> = added && root !== 'steps' ? notSent.added : notSent.changed
      const what = words[root] ?? (added ? notSent.added.other : notSent.changed.other)
      const isStep = root === 'steps' && stepIds.includes(step)
      return {
        what: isStep ? notSent.about(what, reading.phases.step[step as StepId]) : what,
        text: texts.join('\n'),
      }
    })
}
