/** The browser's databases; null where it has none or hides them. */
export function localDatabases(): IDBFactory | null {
  try {
    return window.indexedDB
  } catch {
    return null // a browser may refuse even the question
  }
}
