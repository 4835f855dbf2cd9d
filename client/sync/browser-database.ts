/** The browser's IndexedDB; null where there is none, or where asking for it is refused. */
export function browserDatabase(): IDBFactory | null {
  try {
    return globalThis.indexedDB ?? null
  } catch {
    return null
  }
}
