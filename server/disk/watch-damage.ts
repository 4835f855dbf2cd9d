import type { Damage, Store } from '../store/store.ts'
import type { Log } from '../sync/metrics.ts'

/**
 * Tells the log exactly what a document lacks when it is opened with something missing, and remembers it until the
 * document is whole again. What could be read is open to everyone meanwhile, and is written on.
 */
export function watchDamage(store: Store, log: Log): { store: Store; damaged: ReadonlyMap<string, readonly Damage[]> } {
  const damaged = new Map<string, readonly Damage[]>()
  return {
    damaged,
    store: {
      ...store,
      open: async (documentId) => {
        const stored = await store.open(documentId)
        if (!stored || stored.damage.length === 0) damaged.delete(documentId)
        else {
          damaged.set(documentId, stored.damage)
          const lost = stored.damage.some(({ part }) => part === 'log')
          const damage = stored.damage.map(inWords)
          if (lost)
            log.error({ documentId, damage }, 'a document is damaged: these changes are missing, the rest was read')
          else log.warn({ documentId, damage }, 'a document was damaged: everything was read from what is whole')
        }
        return stored
      },
    },
  }
}

/** `changes 12–14`, `change 2 of 2027-03-17T09:12:00.000Z by session x`. Nothing that a person wrote. */
function inWords({ part, sequence, through, at, sessionId }: Damage): string {
  const what = part !== 'log' ? part : sequence === through ? 'change' : 'changes'
  const which = sequence === through ? String(sequence) : `${sequence}–${through}`
  const when = at === null ? '' : ` of ${new Date(at).toISOString()}`
  return `${what} ${which}${when}${sessionId === null ? '' : ` by session ${sessionId}`}`
}
