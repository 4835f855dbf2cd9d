/**
 * Copies everything in `value`, with each byte array in a buffer of exactly its size. Taken at the moment
 * of the call, so that the caller may use its bytes again at once; the copies can then be handed to the
 * worker without another. (Structured clone would copy the whole pool behind a Node Buffer.)
 */
export function tightCopy<T>(value: T): T {
  return copy(value) as T
}

/** Every row goes through here: spreading keeps the object's shape, which is several times faster than making it of entries. */
function copy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Uint8Array) return new Uint8Array(value)
  if (Array.isArray(value)) return value.map(copy)
  const made: Record<string, unknown> = { ...value }
  for (const key of Object.keys(made)) {
    const part = made[key]
    if (typeof part === 'object' && part !== null) made[key] = copy(part)
  }
  return made
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
  if (typeof value !== 'object' || value === null) return
  if (value instanceof Uint8Array) {
    if (value.buffer instanceof ArrayBuffer && value.buffer.byteLength > handedOver) found.add(value.buffer)
  } else {
    for (const part of Array.isArray(value) ? value : Object.values(value)) collect(part, found)
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
