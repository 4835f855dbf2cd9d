import { expect, vi } from 'vitest'
import type { WireClient } from './wire-client.ts'

/** People who write as fast as they are answered. Each edit is a key of the map `edits`: `<prefix> <client> <n>`. */
export type Writing = {
  /** resolves when so many edits in all are acknowledged */
  acked(count: number): Promise<void>
  /** the edits that are acknowledged by now */
  ackedKeys(): string[]
  /** no more are written; the keys that are acknowledged by now */
  stop(): string[]
}

/** Starts them, each on a client that is synced; with at most `ahead` edits that are not yet acknowledged. */
export function writeWithoutPause(clients: readonly WireClient[], prefix: string, ahead = 20): Writing {
  const keys = clients.map(() => [] as string[])
  // What a client made before is acknowledged before.
  const first = clients.map((client) => client.made)
  let running = true
  const write = (client: WireClient, at: number): void => {
    if (!running) return
    if (!client.closed && client.made - client.acked < ahead) {
      const key = `${prefix} ${at} ${client.made}`
      keys[at]?.push(key)
      client.doc.getMap('edits').set(key, 1)
    }
    setImmediate(() => write(client, at))
  }
  clients.forEach(write)
  const ackedKeys = (): string[] =>
    clients.flatMap((client, at) => keys[at]?.slice(0, Math.max(0, client.acked - (first[at] ?? 0))) ?? [])
  return {
    acked: (count) =>
      vi.waitFor(() => expect(ackedKeys().length).toBeGreaterThanOrEqual(count), { timeout: 20_000, interval: 2 }),
    ackedKeys,
    stop: () => {
      running = false
      return ackedKeys()
    },
  }
}
