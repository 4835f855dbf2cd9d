import { useEffect, useState } from 'react'
import type * as Y from 'yjs'
import { browserClock } from '../clock.ts'
import type { OpenDocument } from './useDocument.ts'
import { useMessages } from './useMessages.ts'
import { createChangeBatch } from './changeBatch.ts'

/** What others did in the last ten seconds, as a sentence for those who listen. */
export function useOthersChanges(open: OpenDocument): string {
  const { editing: m } = useMessages('editing')
  const [said, setSaid] = useState('')
  const { doc, awareness, state } = open
  useEffect(() => {
    const batch = createChangeBatch(browserClock, ({ count, people }) => setSaid(m.others(count, people)))
    const onChange = (transaction: Y.Transaction) => {
      // What comes with the first answer, or after a time without net, is no news of this moment.
      if (transaction.local || transaction.changed.size === 0 || !state.get().synced) return
      batch.note(writersOf(transaction, awareness.getStates()))
    }
    doc.on('afterTransaction', onChange)
    return () => {
      doc.off('afterTransaction', onChange)
      batch.stop()
    }
  }, [doc, awareness, state, m])
  return said
}

function writersOf(transaction: Y.Transaction, states: ReadonlyMap<number, Record<string, unknown>>): string[] {
  const names: string[] = []
  for (const [client, clock] of transaction.afterState) {
    if (clock <= (transaction.beforeState.get(client) ?? 0)) continue
    const user = states.get(client)?.['user']
    if (typeof user === 'object' && user !== null && 'name' in user && typeof user.name === 'string') {
      names.push(user.name)
    }
  }
  return names
}
