import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { addBackups } from '../../../server/backup/backup-list.ts'
import type { Rewrite } from '../../../server/store/store.ts'
import { FakeClock } from '../../client/sync/fake-clock.ts'
import { bytes } from './directory-in-test.ts'
import { openInTest } from './open-in-test.ts'
import { temporaryFolder } from './temporary-folder.ts'

const secret = 'Kari Nordmann 01017012345'

function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(text))
}

function rewrite(documentId: string): Rewrite {
  return { documentId, epoch: 'e', newEpoch: 'e2', snapshot: bytes('clean'), stateVector: null }
}

/** A folder in which the secret is, or was, everywhere that a document's text can be. */
async function start() {
  const folder = temporaryFolder()
  const clock = new FakeClock(1_000)
  const opened = await openInTest(folder, { clock })
  const documents = ['team:a', 'stage:g', 'team:b'].map((id) => ({ id, epoch: 'e', snapshot: bytes('new') }))
  await opened.directory.createNetwork({ id: 'n', name: 'N', facilitatorId: null, at: 1, documents })
  const { store } = opened
  for (const documentId of ['team:a', 'stage:g', 'team:b']) {
    const words = documentId === 'team:b' ? 'somebody else’s words' : secret
    const rows = Array.from({ length: 200 }, (_, turn) => {
      const update = bytes(`${turn} ${words}${' and more'.repeat(turn)}`)
      return store.append({ documentId, epoch: 'e', update, sessionId: 's', at: 1 })
    })
    await Promise.all(rows)
    for (let turn = 24; turn < 200; turn += 25) {
      await store.putSnapshot(documentId, 'e', turn, bytes(`${words} ${'x'.repeat(turn * 100)}`), bytes(words))
      await store.saveVersion(documentId, {
        ...({ epoch: 'e', kind: 'named', name: words, personId: null, at: turn, sequence: turn } as const),
        state: bytes(words),
      })
    }
    await store.sweep(9_999)
  }
  const db = new DatabaseSync(join(folder, 'samtavle.db'))
  // So that it is in both files.
  db.exec('PRAGMA wal_checkpoint(FULL)')
  db.prepare(`UPDATE log SET checksum = 0 WHERE document_id = 'team:a' AND sequence = 200`).run()
  db.close()
  expect((await store.open('team:a'))?.damage).toHaveLength(1)
  return { ...opened, folder, clock }
}

test('[ST27] after a purge no file of the folder has a trace of what was purged', async () => {
  const { store, folder, close } = await start()
  expect(filesWith(folder, secret)).toEqual(['samtavle.db', 'samtavle.db-wal'])
  const before = await store.open('team:b')
  expect(await store.purge([rewrite('team:a'), rewrite('stage:g')])).toEqual({ clean: true, backups: [] })
  expect(filesWith(folder, secret)).toEqual([])
  expect(await store.open('team:b')).toEqual(before)
  expect(await store.versions('team:b')).toHaveLength(8)
  await store.append({ documentId: 'team:b', epoch: 'e', update: bytes('on'), sessionId: null, at: 1 })
  expect(filesWith(folder, secret)).toEqual([])
  await close()
  expect(filesWith(folder, secret)).toEqual([])
  // Nor compressed, nor in any column of any table.
  const db = new DatabaseSync(join(folder, 'samtavle.db'), { readOnly: true })
  const left = ['log', 'snapshots', 'versions', 'damaged', 'superfluous'].map(
    (table) => db.prepare(`SELECT count(*) AS n FROM ${table} WHERE document_id IN ('team:a', 'stage:g')`).get()?.['n'],
  )
  db.close()
  expect(left).toEqual([0, 2, 0, 0, 0])
})

test('[ST27] while somebody reads an older state the purge is done, and its traces go a minute after', async () => {
  const { store, folder, clock } = await start()
  const reader = new DatabaseSync(join(folder, 'samtavle.db'), { readOnly: true })
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM documents').get()
  expect(await store.purge([rewrite('team:a'), rewrite('stage:g')])).toMatchObject({ clean: false })
  expect(await store.open('team:a')).toMatchObject({ epoch: 'e2', snapshot: bytes('clean') })
  expect(filesWith(folder, secret)).not.toEqual([])
  reader.close()
  await clock.advance(60_000)
  // Asked for in order, so it comes after the cleaning.
  await store.probe()
  expect(filesWith(folder, secret)).toEqual([])
})

test('[ST27] a purge that was cut short is finished at the next start', async () => {
  const { store, folder, close } = await start()
  const reader = new DatabaseSync(join(folder, 'samtavle.db'), { readOnly: true })
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM documents').get()
  expect(await store.purge([rewrite('team:a'), rewrite('stage:g')])).toMatchObject({ clean: false })
  await close()
  reader.close()
  expect(filesWith(folder, secret)).not.toEqual([])
  const next = await openInTest(folder)
  await next.store.probe()
  expect(filesWith(folder, secret)).toEqual([])
})

test('[ST30] a purge tells which backups may still hold what was purged, then and later', async () => {
  const { store, folder, clock } = await start()
  const backup = (name: string, at: number) => ({ path: `/media/stick/${name}`, at, bytes: 1 })
  await addBackups(folder, [backup('before there was anything', 0), backup('monday', 500), backup('tuesday', 900)])
  const { backups } = await store.purge([rewrite('team:a')])
  expect(backups.map(({ path }) => path)).toEqual(['/media/stick/monday', '/media/stick/tuesday'])
  // Begun before the purge, and noted after it.
  await addBackups(folder, [backup('while it was purged', 999), backup('afterwards', clock.now() + 1)])
  expect((await store.backups()).map(({ path, purged }) => [path, purged.map(({ documentId }) => documentId)])).toEqual(
    [
      ['/media/stick/before there was anything', []],
      ['/media/stick/monday', ['team:a']],
      ['/media/stick/tuesday', ['team:a']],
      ['/media/stick/while it was purged', ['team:a']],
      ['/media/stick/afterwards', []],
    ],
  )
})
