import { createHash } from 'node:crypto'

/** Ids that follow from one: the same seed gives the same ids in the same order. */
export function idsFrom(seed: string): () => string {
  let given = 0
  return () => createHash('sha256').update(`${seed} ${given++}`).digest('base64url').slice(0, 22)
}

/** A command's id is a UUID; this is one made of an id of ours, so that equal ids give equal commands. */
export function commandId(id: string): string {
  const hex = createHash('sha256').update(id).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
