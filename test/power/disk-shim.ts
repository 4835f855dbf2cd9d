import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'

const source = join(import.meta.dirname, 'disk-shim.c')
const cache = join(import.meta.dirname, '..', '..', '.cache')

/** Why the tests that come between a server and its disk can't run here; null where they can. */
export const whyNoShim: string | null =
  process.platform !== 'linux'
    ? 'what comes between a server and its disk is made for Linux'
    : spawnSync('gcc', ['--version']).status === 0
      ? null
      : 'there is no gcc here to compile what comes between a server and its disk (apt-get install gcc)'

/** True where those tests are to be left out: never where a change is judged. */
export const skipsShim: boolean = whyNoShim !== null && !process.env['CI']

/** Compiles disk-shim.c, once for each state of it, and gives the library's path. */
export function compileShim(): string {
  if (whyNoShim) throw new Error(whyNoShim)
  const hash = createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 12)
  const library = join(cache, `disk-shim-${hash}.so`)
  if (existsSync(library)) return library
  mkdirSync(cache, { recursive: true })
  const part = `${library}.${process.pid}`
  const { status, stderr } = spawnSync(
    'gcc',
    ['-O2', '-Wall', '-Wextra', '-shared', '-fPIC', '-pthread', '-o', part, source, '-ldl'],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`disk-shim.c does not compile:\n${stderr}`)
  renameSync(part, library)
  return library
}

/** What a disk does wrong. Left out: nothing. */
export type Fault = {
  write?: 'EIO' | 'ENOSPC' | 'EROFS'
  sync?: 'EIO'
  read?: 'EIO'
  /** also removing and renaming */
  open?: 'EROFS' | 'EACCES'
  /** syncing takes until it is told otherwise */
  syncHangs?: boolean
  /** by how many bytes files may still grow; none: without end */
  spaceLeft?: number
}

/** The disk below a folder, as a server started with `env` meets it. It is sound until it is told otherwise. */
export class FaultyDisk {
  readonly env: Record<string, string>
  readonly #control: number

  /** `folder` is the server's data folder; `control` a file to make, outside it. */
  constructor(folder: string, control: string) {
    writeFileSync(control, bytesOf({}))
    this.#control = openSync(control, 'r+')
    this.env = { LD_PRELOAD: compileShim(), SHIM_DIR: folder, SHIM_FAULTS: control, UV_USE_IO_URING: '0' }
  }

  /** From now on; `set({})` is a sound disk again. */
  set(fault: Fault): void {
    writeSync(this.#control, bytesOf(fault), 0, undefined, 0)
  }

  close(): void {
    closeSync(this.#control)
  }
}

function bytesOf({ write, sync, read, open, syncHangs = false, spaceLeft = -1 }: Fault): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(32))
  const codes = [write, sync, read, open].map((name) => (name ? constants.errno[name] : 0))
  for (const [index, code] of [...codes, Number(syncHangs)].entries()) bytes.setInt32(index * 4, code, true)
  bytes.setBigInt64(24, BigInt(spaceLeft), true)
  return new Uint8Array(bytes.buffer)
}
