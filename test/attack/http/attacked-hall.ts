import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect } from 'vitest'
import type { ServerLimits } from '../../../server/limits.ts'
import {
  firstFacilitator,
  makeTestNetwork,
  openHall,
  type Hall,
  type Joined,
  type TestNetwork,
} from '../../server/hall.ts'
import { Canary } from '../canary.ts'

/** What nobody may be able to delay anybody else by. ms */
const mostDelayMs = 1_000
/** What the heap grows by when code runs for the first time. */
const compiledBytes = 6_000_000

/** A hall with people of every role in it, and two who write all the time: on the attacked board and on another. */
export type AttackedHall = {
  hall: Hall
  network: TestNetwork
  /** an editor of the first team */
  mette: Joined
  /** a commenter of the first team */
  lise: Joined
  /** an editor of the second team */
  nils: Joined
  display: Joined
  /** To be called after each case: it lives, nobody was held up, and a newcomer gets the board. */
  isWell(): Promise<void>
  /** To be called at the end of a file, with everything that was refused: none of it is in any file of the server. */
  holdsNothingOf(refused: string): Promise<void>
  /** To be called at the end of a file that changed no board much: the heap is what it was, and a fifth. */
  keepsNothingInMemory(): void
  close(): Promise<void>
}

/** Opens one. `canaries: false` where a test counts every write. */
export async function openAttackedHall(
  args: { limits?: Partial<ServerLimits>; files?: string; canaries?: boolean } = {},
): Promise<AttackedHall> {
  const hall = await openHall(args)
  const network = await makeTestNetwork(hall, await firstFacilitator(hall))
  const mette = await hall.join(network.first.code, 'Mette')
  const nils = await hall.join(network.second.code, 'Nils')
  const lise = await hall.join((await network.link('commenter', [network.first.id])).secret, 'Lise')
  const display = await hall.join((await network.link('display')).secret)
  const canaries: Canary[] = []
  if (args.canaries !== false) {
    for (const team of [network.first, network.second]) {
      const { token } = await hall.join(team.code, 'Kanari')
      canaries.push(await Canary.start(hall.url, team.documentId, token))
    }
  }
  const before = heapBytes()
  return {
    ...{ hall, network, mette, lise, nils, display },
    isWell: async () => {
      for (const canary of canaries) {
        expect(canary.longestMs, 'ms that another had to wait').toBeLessThan(mostDelayMs)
        expect(canary.client.closed).toBe(null)
        canary.forget()
      }
      expect((await hall.ask('GET', '/healthz')).status).toBe(200)
      expect(await hall.knock(`/sync/${network.first.documentId}`, { token: mette.token })).toBe('write')
    },
    holdsNothingOf: async (refused) => {
      const newcomer = await hall.join(network.first.code, 'Nykommer')
      expect(await hall.knock(`/sync/${network.first.documentId}`, { token: newcomer.token })).toBe('write')
      for (const file of ['samtavle.db', 'samtavle.db-wal']) {
        const bytes = await readFile(join(hall.folder, file)).catch(() => Buffer.alloc(0))
        expect(bytes.includes(refused), `${file} holds what was refused`).toBe(false)
      }
      expect(hall.log.join(''), 'the log').not.toContain(refused)
      for (const canary of canaries) expect(JSON.stringify(canary.client.doc.toJSON())).not.toContain(refused)
    },
    keepsNothingInMemory: () => expect(heapBytes()).toBeLessThan(before * 1.2 + compiledBytes),
    close: async () => {
      for (const canary of canaries) canary.leave()
      await hall.close()
    },
  }
}

function heapBytes(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
  return process.memoryUsage().heapUsed
}
