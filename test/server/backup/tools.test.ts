import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { readBackups } from '../../../server/backup/backup-list.ts'
import { runTask } from '../../../server/backup/run-task.ts'
import { initialState } from '../../../shared/schema/migrations.ts'
import { openInTest } from '../store/open-in-test.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { makeWrittenFolder, written } from './written-folder.ts'

const oneSentence = /^Samtavle: [^\n]+\.\n$/

const backup = (file: string, folder: string) => runTask('backup', [file, '--data', folder], {})
const restore = (file: string, folder: string, ...more: string[]) =>
  runTask('restore', [file, '--data', folder, ...more], {})
const verify = (folder: string) => runTask('verify', [], { SAMTAVLE_DATA: folder })

async function writtenFolder(edits: number): Promise<{ folder: string; root: string }> {
  const folder = temporaryFolder()
  await makeWrittenFolder(folder, edits)
  return { folder, root: dirname(folder) }
}

function change(file: string, sql: string): void {
  const db = new DatabaseSync(file)
  db.exec(sql)
  db.close()
}

/** Other bytes in the first place where `text` stands, without SQLite's knowledge. */
async function flipBit(file: string, text: string, to = file): Promise<void> {
  const bytes = await readFile(file)
  const at = bytes.indexOf(text)
  expect(at).toBeGreaterThan(0)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  await writeFile(to, bytes)
}

test('[ST60][ST61] nothing is written over, and a backup that fails leaves nothing behind', async () => {
  const { folder, root } = await writtenFolder(1)
  const file = join(root, 'there')
  await writeFile(file, 'older')
  expect(await backup(file, folder)).toEqual({
    code: 1,
    stdout: '',
    stderr: `Samtavle: ${file} is there already, and nothing is written over: give another name.\n`,
  })
  expect(await readFile(file, 'utf8')).toBe('older')
  const nowhere = await backup(join(root, 'none', 'b'), folder)
  const ofNothing = await backup(join(root, 'b'), root)
  await writeFile(join(folder, 'samtavle.db'), 'no database'.repeat(1000))
  const ofRubbish = await backup(join(root, 'b'), folder)
  for (const each of [nowhere, ofNothing, ofRubbish]) {
    expect(each).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(oneSentence) })
  }
  expect(await readdir(root)).toEqual(['data', 'there'])
})

test('[ST60] a folder without its key, or one that is damaged, is backed up, and that is told', async () => {
  const { folder, root } = await writtenFolder(2)
  await rm(join(folder, 'samtavle.key'))
  expect((await backup(join(root, 'keyless'), folder)).stdout).toContain('no right key')
  await flipBit(join(folder, 'samtavle.db'), 'something written')
  const damaged = await backup(join(root, 'damaged'), folder)
  expect(damaged).toMatchObject({ code: 1, stderr: '' })
  expect(damaged.stdout).toContain('is DAMAGED')
})

test('[ST62] a restored folder has everything, the key, and the list of backups; its files are for its owner only', async () => {
  const { folder, root } = await writtenFolder(3)
  const file = join(root, 'backup')
  await backup(`${file} 1`, folder)
  await backup(file, folder)
  const restored = join(root, 'deep', 'restored')
  const { code, stdout } = await restore(file, restored)
  expect(code).toBe(0)
  expect(stdout).toContain(`npm start -- --data ${restored}`)
  expect((await stat(restored)).mode & 0o777).toBe(0o700)
  for (const name of await readdir(restored)) expect((await stat(join(restored, name))).mode & 0o777).toBe(0o600)
  expect((await readBackups(restored)).map(({ path }) => path)).toEqual([`${file} 1`, file])
  const key = await readFile(join(folder, 'samtavle.key'))
  expect((await readFile(join(restored, 'samtavle.key'))).equals(key)).toBe(true)
  // The key was in a table of the backup; the data folder has it beside the database and not in it.
  expect((await readFile(file)).includes(key)).toBe(true)
  expect((await readFile(join(restored, 'samtavle.db'))).includes(key)).toBe(false)
  const first = await openInTest(folder)
  const second = await openInTest(restored)
  expect(await second.store.open(written)).toEqual(await first.store.open(written))
})

test('[ST62] restoring refuses a folder that holds anything, and what is no whole backup, and changes nothing', async () => {
  const { folder, root } = await writtenFolder(2)
  const file = join(root, 'backup')
  await backup(file, folder)
  const before = await readFile(join(folder, 'samtavle.db'))
  expect(await restore(file, folder)).toMatchObject({ code: 1, stdout: '' })
  expect((await readFile(join(folder, 'samtavle.db'))).equals(before)).toBe(true)

  const target = join(root, 'target')
  await mkdir(target)
  await writeFile(join(target, 'thesis.odt'), 'mine')
  expect((await restore(file, target)).stderr).toContain('is not empty (thesis.odt)')
  expect(await readdir(target)).toEqual(['thesis.odt'])
  await rm(join(target, 'thesis.odt'))
  await writeFile(join(target, 'samtavle.db.restoring'), 'cut short')

  await flipBit(file, 'something written', `${file} damaged`)
  await writeFile(`${file} half`, (await readFile(file)).subarray(0, 20_000))
  await writeFile(`${file} empty`, '')
  expect((await restore(join(folder, 'samtavle.db'), target)).stderr).toContain('is no backup')
  expect((await restore(`${file} damaged`, target)).stderr).toContain('is damaged')
  for (const name of [' half', ' empty', ' that never was']) {
    expect((await restore(file + name, target)).stderr).toMatch(oneSentence)
  }
  expect(await readdir(target)).toEqual(['samtavle.db.restoring'])

  // What a restore that was cut short left behind is in nobody's way.
  expect(await restore(file, target)).toMatchObject({ code: 0 })
  expect((await verify(target)).code).toBe(0)
  const even = await restore(`${file} damaged`, join(root, 'even'), '--even-damaged')
  expect(even).toMatchObject({ code: 1, stderr: '' })
  expect(even.stdout).toContain('DAMAGED')
  expect(existsSync(join(root, 'even', 'samtavle.db'))).toBe(true)
})

const damages: [string, string, string][] = [
  ['a row with other bytes', `UPDATE log SET bytes = x'0000' WHERE sequence = 2`, 'change 2 has a wrong checksum'],
  ['a row that is gone', `DELETE FROM log WHERE sequence = 2`, 'change 2 is missing'],
  ['the last rows gone', `DELETE FROM log WHERE sequence >= 3`, 'changes 3 to 4 are missing'],
  [
    'a snapshot with a wrong checksum',
    `UPDATE snapshots SET checksum = 1 WHERE true`,
    'snapshot 0 has a wrong checksum',
  ],
  ['no snapshot', `DELETE FROM snapshots WHERE true`, 'it has no snapshot'],
  ['an early last sequence', `UPDATE documents SET last_sequence = 3 WHERE true`, 'change 4 is past the last change 3'],
]

test.each(damages)('[ST63] %s is told in the line of its document, and ends with 1', async (_, sql, fault) => {
  const { folder } = await writtenFolder(4)
  const whole = await verify(folder)
  expect(whole.stdout).toMatch(/\n2 documents, 0 damaged\n$/)
  expect(whole.code).toBe(0)
  change(join(folder, 'samtavle.db'), `${sql} AND ${sql.includes('documents') ? 'id' : 'document_id'} = '${written}'`)
  const { code, stdout } = await verify(folder)
  expect(code).toBe(1)
  expect(stdout.split('\n').find((line) => line.startsWith(written))).toContain(`DAMAGED: `)
  expect(stdout).toContain(fault)
  expect(stdout).toMatch(/\n2 documents, 1 damaged\n$/)
})

test('[ST63][ST21] what was found damaged and set aside is counted, and is no damage any more', async () => {
  const { folder } = await writtenFolder(4)
  change(join(folder, 'samtavle.db'), `UPDATE log SET bytes = x'0000' WHERE sequence = 2`)
  const { store, close } = await openInTest(folder)
  expect((await store.open(written))?.damage).toHaveLength(1)
  await store.putSnapshot(written, 'e', 4, initialState('team'))
  await close()
  const { code, stdout } = await verify(folder)
  const [head = '', ...lines] = stdout.split('\n')
  expect(head).toMatch(/ Size +Set aside +State$/)
  expect(lines.find((line) => line.startsWith(written))).toMatch(/ 1 +whole$/)
  expect(lines.find((line) => line.startsWith('team:quiet'))).toMatch(/ 0 +whole$/)
  expect(stdout).toContain('Set aside as damaged at some time: 1 ')
  expect(code).toBe(0)
})

test('[ST63] content that does not load, or that says no schema, is damaged though its checksums are right', async () => {
  const { folder } = await writtenFolder(1)
  const { store, close } = await openInTest(folder)
  const bad = { documentId: written, epoch: 'e', update: new Uint8Array([7, 7, 7]), sessionId: null, at: 1 }
  await store.append(bad)
  await store.putSnapshot('team:quiet', 'e', 0, new Uint8Array([0, 0]))
  await close()
  const { code, stdout } = await verify(folder)
  expect(code).toBe(1)
  expect(stdout).toContain('its content does not load')
  expect(stdout).toContain('it says no schema version')
  expect(stdout).toMatch(/\n2 documents, 2 damaged\n$/)
})

test('[ST63] a torn file, a lost and a wrong key, and what is no data folder are told', async () => {
  const { folder, root } = await writtenFolder(1)
  const database = join(folder, 'samtavle.db')
  await rm(join(folder, 'samtavle.key'))
  const lost = await verify(folder)
  expect(lost.code).toBe(0)
  expect(lost.stdout).toContain('The key is missing')
  await writeFile(join(folder, 'samtavle.key'), Buffer.alloc(32, 5))
  const wrong = await verify(folder)
  expect(wrong.code).toBe(1)
  expect(wrong.stdout).toContain('does NOT belong')
  const good = await readFile(database)
  await writeFile(database, Buffer.concat([good.subarray(0, 8192), Buffer.alloc(good.length - 8192)]))
  expect((await verify(folder)).code).toBe(1)
  for (const nothing of [root, join(root, 'nowhere')]) {
    expect(await verify(nothing)).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(oneSentence) })
  }
})

test('[ST64] each backup is noted beside the data; a line that was cut is no harm', async () => {
  const { folder, root } = await writtenFolder(1)
  await backup(join(root, 'one'), folder)
  await writeFile(join(folder, 'backups.jsonl'), '\n{"path":"/cu', { flag: 'a' })
  await backup(join(root, 'two'), folder)
  const noted = await readBackups(folder)
  expect(noted.map(({ path }) => path)).toEqual([join(root, 'one'), join(root, 'two')])
  expect(noted[1]?.bytes).toBe((await stat(join(root, 'two'))).size)
  expect(Date.now() - (noted[1]?.at ?? 0)).toBeLessThan(60_000)
  expect(await readBackups(root)).toEqual([])
})

test('[ST62][ST63] a wrong flag or one file too many is told, and --help tells how', async () => {
  for (const task of ['backup', 'restore', 'verify'] as const) {
    expect(await runTask(task, ['--nope'], {})).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(oneSentence),
    })
    expect(await runTask(task, ['a', 'b'], {})).toMatchObject({ code: 2 })
    const help = await runTask(task, ['--help'], {})
    expect(help.code).toBe(0)
    expect(help.stdout).toContain(`npm run ${task}`)
  }
  expect(await runTask('backup', [], {})).toMatchObject({ code: 2 })
})
