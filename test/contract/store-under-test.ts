import type { Clock } from '../../shared/clock.ts'
import { systemClock } from '../../server/clock.ts'
import type { NewDocument } from '../../server/store/directory.ts'
import type { Store, StoredDocument } from '../../server/store/store.ts'

/** One store under test, on a disk of its own. */
export type StoreUnderTest = {
  store: Store
  create: (document: NewDocument) => Promise<void>
  /** From now on every commit fails, until `mendDisk`. */
  breakDisk: () => void
  mendDisk: () => void
  /** Closes and opens again on the same disk. */
  reopen: () => Promise<StoreUnderTest>
}

/** Starts stores with documents in them, on a clock that stands at 1 s until `time` is set. */
export function starter(open: (clock: Clock) => Promise<StoreUnderTest>) {
  const time = { now: 1_000 }
  const clock: Clock = { ...systemClock, now: () => time.now }

  async function start(...ids: string[]): Promise<StoreUnderTest> {
    time.now = 1_000
    const opened = await open(clock)
    for (const id of ids) await opened.create({ id, epoch: 'first', snapshot: bytes(`${id} new`) })
    return opened
  }

  return { start, time }
}

export function bytes(value: string): Uint8Array {
  return new TextEncoder().encode(value)
}

export function text(value: Uint8Array | undefined): string {
  return new TextDecoder().decode(value)
}

export function change(documentId: string, update: string) {
  return { documentId, epoch: 'first', update: bytes(update), sessionId: null, at: 1 }
}

export function rows(stored: StoredDocument | null): string[] {
  return (stored?.tail ?? []).map(({ sequence, update }) => `${sequence} ${text(update)}`)
}
