import { open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { syncPath } from '../sync-path.ts'

const name = 'reserve'
const pieceBytes = 1_000_000

/**
 * A file that holds nothing and can be given up: a full SQLite can't even delete. When the disk is full its room lets people
 * sign in, lets what is in memory be stored in order, and lets something be removed.
 */
export class Reserve {
  readonly #folder: string
  readonly #bytes: number

  constructor(folder: string, bytes: number) {
    this.#folder = folder
    this.#bytes = bytes
  }

  /** Makes it if it is not there whole. Rejects when there is no room for it; then nothing of it is left. */
  async make(): Promise<void> {
    const path = join(this.#folder, name)
    const size = await stat(path).then(
      (found) => found.size,
      () => 0,
    )
    if (size >= this.#bytes) return
    try {
      const file = await open(path, 'w', 0o600)
      try {
        // Noughts would take no room where a disk leaves holes or packs what it stores.
        const piece = crypto.getRandomValues(new Uint8Array(65_536))
        const bytes = Buffer.alloc(pieceBytes, piece)
        for (let written = 0; written < this.#bytes; written += pieceBytes) await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await syncPath(this.#folder, 'folder')
    } catch (error) {
      await this.giveUp()
      throw error
    }
  }

  /** Frees its room. Again is no error. */
  async giveUp(): Promise<void> {
    await rm(join(this.#folder, name), { force: true })
  }
}
