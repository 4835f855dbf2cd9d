/**
 * Copies everything in `value`, with each byte array in a buffer of exactly its size. Taken at the moment
 * of the call, so that the caller may use its bytes again at once; the copies can then be handed to the
 * worker without another. (Structured clone would copy the whole pool behind a Node Buffer.)
 */
export function tightCopy<T>(value: T): T {
  return copy(value) as T
}

function copy(value: unknown): unknown {
  if (value instanceof Uint8Array) return new Uint8Array(value)
  if (Array.isArray(value)) return value.map(copy)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copy(part)]))
}

/** The buffers behind every byte array in `value`: what may be handed over instead of copied. */
export function buffersIn(value: unknown): ArrayBuffer[] {
  if (value instanceof Uint8Array) return value.buffer instanceof ArrayBuffer ? [value.buffer] : []
  if (Array.isArray(value)) return value.flatMap(buffersIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(buffersIn)
}
