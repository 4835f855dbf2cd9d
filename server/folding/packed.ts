/** Many byte arrays as two, which cross to another thread in no time: side by side, and where each ends. */
export type Packed = { bytes: Uint8Array; ends: Uint32Array }

export function pack(parts: readonly Uint8Array[]): Packed {
  const ends = new Uint32Array(parts.length)
  let end = 0
  for (const [index, part] of parts.entries()) ends[index] = end += part.length
  const bytes = new Uint8Array(end)
  for (const [index, part] of parts.entries()) bytes.set(part, (ends[index] ?? 0) - part.length)
  return { bytes, ends }
}

/** Views of the bytes. */
export function* unpack({ bytes, ends }: Packed): Iterable<Uint8Array> {
  let from = 0
  for (const end of ends) {
    yield bytes.subarray(from, end)
    from = end
  }
}
