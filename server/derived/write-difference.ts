import type * as Y from 'yjs'

/** Makes a map of plain values hold just `next`, writing only the entries that differ, so that what stays costs nobody anything. */
export function writeDifference<T>(map: Y.Map<T>, next: ReadonlyMap<string, T>): void {
  for (const key of [...map.keys()]) if (!next.has(key)) map.delete(key)
  for (const [key, value] of next) {
    if (JSON.stringify(map.get(key)) !== JSON.stringify(value)) map.set(key, value)
  }
}
