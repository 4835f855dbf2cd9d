import type { Told } from './told.ts'

/** One thing that happened between a server and the world, in the order in which it happened; see disk-shim.c. */
export type TraceEvent =
  | { op: 'write'; file: bigint; offset: number; bytes: Uint8Array }
  | { op: 'truncate'; file: bigint; length: number }
  /** of a file, or of a folder: then its names */
  | { op: 'sync'; file: bigint }
  | { op: 'create'; file: bigint; path: string }
  | { op: 'unlink'; file: bigint; path: string }
  | { op: 'rename' | 'link'; from: string; to: string }
  | { op: 'sent'; port: number; bytes: Uint8Array }
  /** added by the test itself: what it asked for, and what it was answered */
  | { op: 'told'; told: Told }

const headBytes = 21

/** The record by which a test notes something in a trace. */
export function toldRecord(told: Told): Uint8Array {
  const bytes = Buffer.from(JSON.stringify(told))
  const record = Buffer.alloc(headBytes + bytes.length)
  record.write('M')
  record.writeUInt32LE(bytes.length, 17)
  bytes.copy(record, headBytes)
  return record
}

/** The events of a trace. A last record that was cut off by a kill is left out. */
export function readTrace(trace: Uint8Array): TraceEvent[] {
  const view = new DataView(trace.buffer, trace.byteOffset, trace.byteLength)
  const events: TraceEvent[] = []
  for (let at = 0; at + headBytes <= trace.length; ) {
    const end = at + headBytes + view.getUint32(at + 17, true)
    if (end > trace.length) break
    const op = String.fromCharCode(view.getUint8(at))
    const id = view.getBigUint64(at + 1, true)
    const offset = Number(view.getBigUint64(at + 9, true))
    events.push(eventOf(op, id, offset, trace.subarray(at + headBytes, end)))
    at = end
  }
  return events
}

function eventOf(op: string, file: bigint, offset: number, bytes: Uint8Array): TraceEvent {
  const text = () => new TextDecoder().decode(bytes)
  switch (op) {
    case 'W':
      return { op: 'write', file, offset, bytes }
    case 'T':
      return { op: 'truncate', file, length: offset }
    case 'S':
      return { op: 'sync', file }
    case 'C':
      return { op: 'create', file, path: text() }
    case 'U':
      return { op: 'unlink', file, path: text() }
    case 'R':
    case 'L': {
      const [from = '', to = ''] = text().split('\0')
      return { op: op === 'R' ? 'rename' : 'link', from, to }
    }
    case 'N':
      return { op: 'sent', port: Number(file), bytes }
    case 'M':
      return { op: 'told', told: JSON.parse(text()) as Told }
    default:
      throw new Error(`a trace with the operation ${op}`)
  }
}
