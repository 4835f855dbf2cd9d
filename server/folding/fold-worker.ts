import { parentPort } from 'node:worker_threads'
import { fold, type Folded } from './fold.ts'
import { unpack, type Packed } from './packed.ts'

/* The thread that folds long logs, one after the other. */

export type ToFold = { id: number; packed: Packed }
/** null: it could not be folded */
export type FromFold = { id: number; folded: Folded | null }

const port = parentPort
if (!port) throw new Error('fold-worker.ts runs as a worker thread')

port.on('message', (message: ToFold | 'end') => {
  if (message === 'end') return port.close()
  const { id, packed } = message
  let folded: Folded | null = null
  try {
    folded = fold(unpack(packed))
  } catch {
    // Whoever opens the document finds out why.
  }
  port.postMessage({ id, folded } satisfies FromFold)
})
