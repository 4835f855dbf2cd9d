import type { TraceEvent } from './trace.ts'

type Random = () => number
type FileChange = Extract<TraceEvent, { op: 'write' | 'truncate' }>
type NameChange = Extract<TraceEvent, { op: 'create' | 'unlink' | 'rename' | 'link' }>

const sector = 512

/** A file that grows by being written past its end. */
class Bytes {
  #bytes = new Uint8Array(65_536)
  #length = 0

  apply(change: FileChange): void {
    if (change.op === 'truncate') {
      this.#reach(change.length)
      this.#bytes.fill(0, change.length, Math.max(change.length, this.#length))
      this.#length = change.length
    } else this.write(change.offset, change.bytes)
  }

  write(offset: number, bytes: Uint8Array): void {
    this.#reach(offset + bytes.length)
    this.#bytes.set(bytes, offset)
    this.#length = Math.max(this.#length, offset + bytes.length)
  }

  copy(): Bytes {
    const copy = new Bytes()
    copy.write(0, this.#bytes.subarray(0, this.#length))
    return copy
  }

  get content(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  #reach(length: number): void {
    if (length <= this.#bytes.length) return
    const bytes = new Uint8Array(2 * length)
    bytes.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = bytes
  }
}

/**
 * A disk that a trace is played on, as POSIX promises it and no better: what was written to a file is sure only when that
 * file was synced, and what it is called only when its folder was. Anything else may be there, be missing, or be there in
 * part, each change on its own.
 */
export class CutDisk {
  readonly #folder: bigint
  readonly #sure = new Map<bigint, Bytes>()
  readonly #names = new Map<string, bigint>()
  #unsure = new Map<bigint, FileChange[]>()
  #unsureNames: NameChange[] = []

  /** `folder`: the inode of the one folder that files are in. It is there, and empty. */
  constructor(folder: bigint) {
    this.#folder = folder
  }

  play(event: TraceEvent): void {
    switch (event.op) {
      case 'write':
      case 'truncate':
        return void this.#pendingOf(event.file).push(event)
      case 'create':
        // A number may be given again once its file is gone.
        this.#sure.set(event.file, new Bytes())
        this.#unsure.delete(event.file)
        return void this.#unsureNames.push(event)
      case 'unlink':
      case 'rename':
      case 'link':
        return void this.#unsureNames.push(event)
      case 'sync':
        return event.file === this.#folder ? this.#syncNames() : this.#syncFile(event.file)
      case 'sent':
      case 'told':
    }
  }

  /** The power goes: what may be found afterwards, by path. Drawn anew at each call. */
  cut(random: Random): Map<string, Uint8Array> {
    const fate = random()
    const kept = new Map(this.#names)
    const keepsName = () => (fate < 0.2 ? false : fate < 0.4 ? true : random() < 0.5)
    for (const change of this.#unsureNames) if (keepsName()) applyName(kept, change)
    return new Map(
      [...kept].map(([path, file]) => [path, this.#contentAfter(file, fate, random)] as [string, Uint8Array]),
    )
  }

  #contentAfter(file: bigint, fate: number, random: Random): Uint8Array {
    const sure = this.#sure.get(file) ?? new Bytes()
    const pending = this.#unsure.get(file) ?? []
    if (pending.length === 0 || fate < 0.2) return sure.content
    const bytes = sure.copy()
    for (const change of pending) {
      const draw = fate < 0.4 ? 1 : random()
      if (draw < 0.35) continue
      if (draw < 0.6 && change.op === 'write') tear(bytes, change, random)
      else bytes.apply(change)
    }
    return bytes.content
  }

  #pendingOf(file: bigint): FileChange[] {
    const pending = this.#unsure.get(file) ?? []
    this.#unsure.set(file, pending)
    return pending
  }

  #syncFile(file: bigint): void {
    const bytes = this.#sure.get(file) ?? new Bytes()
    this.#sure.set(file, bytes)
    for (const change of this.#unsure.get(file) ?? []) bytes.apply(change)
    this.#unsure.delete(file)
  }

  #syncNames(): void {
    for (const change of this.#unsureNames) applyName(this.#names, change)
    this.#unsureNames = []
  }
}

/** Some of a write's sectors get there, in no order. */
function tear(bytes: Bytes, { offset, bytes: written }: Extract<FileChange, { op: 'write' }>, random: Random): void {
  for (let at = 0; at < written.length; ) {
    const end = Math.min(written.length, at + sector - ((offset + at) % sector))
    if (random() < 0.5) bytes.write(offset + at, written.subarray(at, end))
    at = end
  }
}

function applyName(names: Map<string, bigint>, change: NameChange): void {
  if (change.op === 'create') return void names.set(change.path, change.file)
  if (change.op === 'unlink') {
    // A later file may have the name already.
    if (names.get(change.path) === change.file) names.delete(change.path)
    return
  }
  const file = names.get(change.from)
  if (file === undefined) return
  if (change.op === 'rename') names.delete(change.from)
  names.set(change.to, file)
}
