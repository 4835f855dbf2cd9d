import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'
import * as Y from 'yjs'
import { creationOrigin, write } from './write.ts'

/** Above every client id that Yjs draws (32 bits), so that nobody who writes has the id of an entry. */
const firstEntryClient = 2 ** 48

/** Whether a client id is that of an entry: anybody may write what stands under it, and all write the same. */
export function isEntryClient(clientId: number): boolean {
  return clientId >= firstEntryClient
}

/** The client id under which the entry `key` of the root map `name` is made: the same on every device. */
function entryClient(name: string, key: string): number {
  const bytes = digest(encodeUtf8(`${name}|${key}`)).subarray(0, 6)
  return firstEntryClient + bytes.reduce((sum, byte) => sum * 256 + byte, 0)
}

/**
 * Makes the entry of a key that two people may make at once, such as an actor that both bring over to one map.
 * Were each to make a map of their own there, one of the two would be thrown away with all that was written in
 * it. So the entry is made under a client id that follows from its key, with content that follows from its key
 * alone: both make the very same one, and what they then write in it meets. `entry` must give the same content
 * on every device: no time, no order, nobody's choice. Where something has stood under the key before (it was
 * swept, or a program wrote there), it is made the ordinary way. Not followed by undo.
 */
export function makeOnce(root: Y.Map<Y.Map<unknown>>, name: string, key: string, entry: () => Y.Map<unknown>): void {
  const { doc } = root
  if (!doc) return
  const client = entryClient(name, key)
  const untouched = !root._map.has(key) && Y.getState(doc.store, client) === 0
  write(
    doc,
    () => {
      const own = doc.clientID
      if (untouched) doc.clientID = client
      try {
        root.set(key, entry())
      } finally {
        doc.clientID = own
      }
    },
    creationOrigin,
  )
}
