import { open } from 'node:fs/promises'

/** Waits until a file's bytes, or a folder's names, are on disk. Windows can't do it to a folder, and does not need to. */
export async function syncPath(path: string, what: 'file' | 'folder'): Promise<void> {
  if (what === 'folder' && process.platform === 'win32') return
  const handle = await open(path, what === 'file' ? 'r+' : 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
