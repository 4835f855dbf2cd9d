import * as Y from 'yjs'
import { AppError } from '../../shared/errors.ts'

/** What the update under way may use; null while none is. `wallUntil` is only there to ask the kernel seldom. */
let limit: { wallUntil: number; cpuUntil: number } | null = null

const usedMs = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

// Yjs has no limit of its own. Each item is placed by a scan, and a well-formed update of 90 kB can make these
// scans take minutes: so it is asked between items.
const integrate = Reflect.get(Y.Item.prototype, 'integrate')
Y.Item.prototype.integrate = function (this: Y.Item, transaction: Y.Transaction, offset: number): void {
  if (limit && performance.now() > limit.wallUntil && usedMs() > limit.cpuUntil) throw new AppError('tooFast')
  integrate.call(this, transaction, offset)
}

/**
 * Runs `apply`, which applies a stranger's update, for at most `maxMs` of this thread's own time: a busy machine
 * makes nobody's update refused. Throws `tooFast`; the document is then half changed and must be made again.
 */
export function limitApplyTime<T>(maxMs: number, apply: () => T): T {
  limit = { wallUntil: performance.now() + maxMs, cpuUntil: usedMs() + maxMs }
  try {
    return apply()
  } finally {
    limit = null
  }
}
