import type { Parts } from './access/parts.ts'
import { StartRefused } from './start-refused.ts'
import type { Directory } from './store/directory.ts'
import type { Rooms } from './sync/rooms.ts'

/** `loading` while it is being loaded, then the sample network's id. */
const setting = 'sample'

/**
 * Fills an empty folder with the sample network; a folder that has it is left as it is. Refuses any other: a
 * real network must not find a made-up one beside it.
 */
export async function fillWithSample(parts: Parts & { rooms: Rooms }): Promise<void> {
  const { directory } = parts
  const state = await directory.setting(setting)
  if (state === 'loading') {
    throw new StartRefused('The sample was not loaded to its end last time: use --sample with a new folder (--data).')
  }
  if (state !== null) return
  if ((await directory.networkCount()) > 0) {
    throw new StartRefused('The data folder already holds a network: use --sample with an empty folder (--data).')
  }
  const { loadSample } = await import('./sample/load.ts')
  await directory.putSetting(setting, 'loading')
  await directory.putSetting(setting, await loadSample(parts))
}

/** The network that the sample made; null where there is none. */
export async function sampleNetworkId(directory: Pick<Directory, 'setting'>): Promise<string | null> {
  const state = await directory.setting(setting)
  return state === 'loading' ? null : state
}
