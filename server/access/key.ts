import { createHmac, randomBytes } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartRefused } from '../start-refused.ts'
import { syncPath } from '../sync-path.ts'
import type { Directory } from '../store/directory.ts'

/** The file beside the data that opens the stored codes. A backup holds both. */
export const keyFileName = 'samtavle.key'
const keyBytes = 32
/** The setting by which the database knows its key. */
export const keyCheckSetting = 'keyCheck'

/**
 * The server's key: 32 bytes in a file that only its owner may read, made at the first start. What it
 * belongs to is remembered in the database, so that a folder whose key was lost or mixed up is told and not
 * silently given a new one (every printed card would stop working). An empty file asks for a new key.
 */
export async function loadKey(
  folder: string,
  directory: Pick<Directory, 'setting' | 'putSetting'>,
): Promise<Uint8Array> {
  const path = join(folder, keyFileName)
  const known = await directory.setting(keyCheckSetting)
  const stored = await readFile(path).catch((error: unknown) => {
    if (isMissing(error)) return null
    throw new StartRefused(`The key file ${path} can't be read: ${reason(error)}.`)
  })
  if (stored === null && known !== null) {
    throw new StartRefused(
      `The key file ${path} is missing: put it back from a backup, or make an empty file with that name ` +
        'to get a new key (the boards stay, but every card and link must then be made again).',
    )
  }
  if (stored === null || stored.length === 0) {
    const key = randomBytes(keyBytes)
    await writeKey(folder, path, key)
    await directory.putSetting(keyCheckSetting, keyCheckOf(key))
    return key
  }
  if (stored.length !== keyBytes || (known !== null && known !== keyCheckOf(stored))) {
    throw new StartRefused(`The key file ${path} does not belong to this data: put the right one back from a backup.`)
  }
  if (known === null) await directory.putSetting(keyCheckSetting, keyCheckOf(stored))
  return stored
}

async function writeKey(folder: string, path: string, key: Uint8Array): Promise<void> {
  try {
    const file = await open(path, 'w', 0o600)
    try {
      await file.chmod(0o600)
      await file.writeFile(key)
      await file.sync()
    } finally {
      await file.close()
    }
    // The database comes to know the key next: its name must be as sure as that.
    await syncPath(folder, 'folder')
  } catch (error) {
    throw new StartRefused(`The key file ${path} can't be written: ${reason(error)}.`)
  }
}

/** A name for a key that does not give the key away. */
export function keyCheckOf(key: Uint8Array): string {
  return createHmac('sha256', key).update('samtavle key check').digest('hex').slice(0, 32)
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
