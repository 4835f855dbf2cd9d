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

/** Handing a buffer over costs more than copying this much, bytes. */
const handedOver = 16_384

/** The large buffers behind byte arrays in `value`, each once: what is handed over instead of copied. */
export function buffersIn(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>()
  collect(value, found)
  return [...found]
}

function collect(value: unknown, found: Set<ArrayBuffer>): void {
  if (value instanceof Uint8Array) {
    if (value.buffer instanceof ArrayBuffer && value.buffer.byteLength > handedOver) found.add(value.buffer)
  } else if (Array.isArray(value)) {
    for (const part of value) collect(part, found)
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) collect(part, found)
  }
}

/** The same bytes side by side in one buffer: a thousand buffers take longer to hand over than to copy. */
export function sideBySide(parts: readonly Uint8Array[]): Uint8Array[] {
  const buffer = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let end = 0
  return parts.map((part) => {
    buffer.set(part, end)
    end += part.length
    return buffer.subarray(end - part.length, end)
  })
}
