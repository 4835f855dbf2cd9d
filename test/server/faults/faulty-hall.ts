import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, vi } from 'vitest'
import { runTask } from '../../../server/backup/run-task.ts'
import { messageType } from '../../../shared/protocol.ts'
import { FaultyDisk } from '../../power/disk-shim.ts'
import { startServer, type StartedServer } from '../start.ts'
import { makeTeam, type TeamOnServer } from '../team-on-server.ts'
import { message } from '../sync/test-client.ts'
import { WireClient } from '../wire-client.ts'

/** A real server on a disk that can be made to fail, with one team, one who writes in it and one who watches. */
export type FaultyHall = {
  disk: FaultyDisk
  server: StartedServer
  folder: string
  team: TeamOnServer
  writer: WireClient
  watcher: WireClient
  /** another who opens the team's document; not waited for */
  enter(documentId?: string): WireClient
  /** the writer's next edit; its key */
  write(): string
  /** waits until everything the writer has made is acknowledged and the watcher sees it */
  settled(): Promise<void>
  /** resolves when a client has heard all that the server has sent it by now */
  heard(client: WireClient): Promise<void>
  /** the next server on the same folder and disk, once the last has ended */
  restart(): Promise<StartedServer>
  /** what `npm run verify` says of the folder */
  verify(folder: string): Promise<string>
}

const waiting = { timeout: 20_000, interval: 5 }

/** Opens one; it is gone after the test. */
export async function openFaultyHall(): Promise<FaultyHall> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'samtavle-faults-')))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const folder = join(root, 'data')
  await mkdir(folder)
  const disk = new FaultyDisk(folder, join(root, 'faults'))
  onTestFinished(() => disk.close())
  const start = async (): Promise<StartedServer> => {
    const started = await startServer({ folder, env: disk.env, args: ['--log-level', 'error'] })
    onTestFinished(() => started.kill9())
    return started
  }
  const server = await start()
  const team = await makeTeam(server, 3)
  const clients: WireClient[] = []
  onTestFinished(() => clients.forEach((client) => client.close()))
  const enter = (documentId = team.documentId): WireClient => {
    const client = new WireClient(server.url, documentId, team.tokens[clients.length % 3] ?? '')
    clients.push(client)
    return client
  }
  const [writer, watcher] = [enter(), enter()]
  await Promise.all([writer.synced, watcher.synced])
  let written = 0
  return {
    disk,
    server,
    folder,
    team,
    writer,
    watcher,
    enter,
    write: () => {
      written += 1
      writer.doc.getMap('edits').set(`edit ${written}`, written)
      return `edit ${written}`
    },
    settled: () =>
      vi.waitFor(() => {
        expect(writer.acked).toBe(writer.made)
        expect(watcher.doc.getMap('edits').toJSON()).toEqual(writer.doc.getMap('edits').toJSON())
      }, waiting),
    heard: (client) =>
      new Promise((resolve) => {
        client.socket.on('message', (data: Buffer) => data.readUInt8(0) === messageType.pong && resolve())
        client.send(message(messageType.ping, 1))
      }),
    restart: start,
    verify: async (data) => (await runTask('verify', ['--data', data], {})).stdout,
  }
}

/** Resolves when the server has told this client that nothing can be saved. */
export function toldThatNothingIsSaved(client: WireClient): Promise<void> {
  return vi.waitFor(() => expect(client.notices).toContain('storeFailed'), waiting)
}
