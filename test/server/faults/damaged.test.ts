import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import { runTask } from '../../../server/backup/run-task.ts'
import { startAndFail, startServer, type StartedServer } from '../start.ts'
import { makeTeam } from '../team-on-server.ts'
import { WireClient } from '../wire-client.ts'

// Real servers.
vi.setConfig({ testTimeout: 90_000 })

async function folderFor(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'samtavle-damaged-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function start(folder: string): Promise<StartedServer> {
  const server = await startServer({ folder, args: ['--log-level', 'warn'] })
  onTestFinished(async () => void (await server.stop()))
  return server
}

test('[ST76] a flipped bit costs the change that it is in: the board opens with the rest, the log says which, and it is written on', async () => {
  const folder = await folderFor()
  const first = await start(folder)
  const team = await makeTeam(first, 1)
  const enter = (server: StartedServer) => new WireClient(server.url, team.documentId, team.tokens[0] ?? '')
  const writer = enter(first)
  await writer.synced
  for (const key of ['before', 'damaged', 'after']) {
    writer.doc.getMap('edits').set(key, `the words of ${key}`)
    await vi.waitFor(() => expect(writer.acked).toBe(writer.made), { interval: 2 })
  }
  await first.kill9()
  const db = new DatabaseSync(join(folder, 'samtavle.db'))
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  db.close()
  const file = join(folder, 'samtavle.db')
  const bytes = await readFile(file)
  let flipped = 0
  for (let at = bytes.indexOf('the words of damaged'); at > 0; at = bytes.indexOf('the words of damaged', at + 1)) {
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    flipped += 1
  }
  expect(flipped).toBeGreaterThan(0)
  await writeFile(file, bytes)
  const { code, stdout } = await runTask('verify', ['--data', folder], {})
  expect(code).toBe(1)
  expect(stdout).toMatch(/\n6 documents, 1 damaged\n$/)

  const second = await start(folder)
  const client = enter(second)
  await client.synced
  expect([...client.doc.getMap('edits').keys()]).toEqual(['before'])
  expect(second.stderr()).toMatch(/"documentId":"team:[^"]+","damage":\["change \d+ of 20[^"]+ by session [^"]+"\]/)
  expect(await (await fetch(`${second.url}/metrics`)).text()).toContain('samtavle_damaged_documents 1')
  // The device that wrote it still has it, and sends it again with all that was built on it.
  const device = enter(second)
  Y.applyUpdate(device.doc, Y.encodeStateAsUpdate(writer.doc))
  await device.synced
  await vi.waitFor(() => expect(device.acked).toBe(device.made))
  await vi.waitFor(() =>
    expect([...client.doc.getMap('edits').keys()].toSorted()).toEqual(['after', 'before', 'damaged']),
  )
  for (const each of [writer, client, device]) each.close()
})

test('[ST77] a database that lacks a table is refused with a sentence', async () => {
  const folder = await folderFor()
  await (await start(folder)).stop()
  const db = new DatabaseSync(join(folder, 'samtavle.db'))
  db.exec('DROP TABLE snapshots')
  db.close()
  const { code, stderr } = await startAndFail(['--data', folder, '--log-level', 'error'])
  expect(code).toBe(1)
  expect(stderr).toMatch(/^Samtavle: The database in [^\n]+ put it back from a backup[^\n]+\.\n$/)
})
