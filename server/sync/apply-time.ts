import * as Y from 'yjs'
import { AppError } from '../../shared/errors.ts'
import { threadMs } from './thread-time.ts'

/** What the update under way may use; null while none is. `steps` and `wallUntil` are only there to ask seldom. */
let limit: { steps: number; wallUntil: number; cpuUntil: number } | null = null

function checkTime(): void {
  if (!limit || (limit.steps += 1) % 4 !== 0) return
  if (performance.now() > limit.wallUntil && threadMs() > limit.cpuUntil) throw new AppError('tooFast')
}

/**
 * Yjs has no limit of its own, and a well-formed update of 90 kB can take it minutes: items are placed by a scan,
 * splitting or joining them moves all that come after, a deleted stretch is walked through. So it is asked at every
 * step of these.
 */
function askAt<Name extends string>(prototype: { [K in Name]: unknown }, name: Name): void {
  // None of them takes more than two arguments.
  const step = Reflect.get(prototype, name) as (first: unknown, second: unknown) => unknown
  Reflect.set(prototype, name, function (this: unknown, first: unknown, second: unknown): unknown {
    checkTime()
    return step.call(this, first, second)
  })
}

for (const name of ['integrate', 'getMissing', 'delete', 'mergeWith'] as const) askAt(Y.Item.prototype, name)
for (const name of ['integrate', 'mergeWith'] as const) askAt(Y.GC.prototype, name)

/**
 * Runs `apply`, which applies a stranger's updates, for at most `maxMs` of this thread's own time: a busy machine
 * makes nobody's update refused. It has to hold the whole transaction, since Yjs tidies up at its end. Throws `tooFast`;
 * the document is then half changed and must be made again.
 */
export function limitApplyTime<T>(maxMs: number, apply: () => T): T {
  limit = { steps: 0, wallUntil: performance.now() + maxMs, cpuUntil: threadMs() + maxMs }
  try {
    return apply()
  } finally {
    limit = null
  }
}
