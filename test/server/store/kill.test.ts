import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../../server/clock.ts'
import { openSqlite } from '../../../server/store/sqlite.ts'
import { openInTest } from './open-in-test.ts'
import { temporaryFolder } from './temporary-folder.ts'

const script = fileURLToPath(new URL('./writing-child.ts', import.meta.url))

function startChild(folder: string, run: string) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, folder, run], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, lines: createInterface({ input: child.stdout }) }
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'close')
  child.kill('SIGKILL')
  await gone
}

test(
  '[ST1][ST3][ST14] every acknowledged row survives kill -9, five times on the same folder',
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder()
    const acknowledged = new Map<string, string>()
    const twice: string[] = []
    for (let run = 0; run < 5; run += 1) {
      const { child, lines } = startChild(folder, String(run))
      const target = acknowledged.size + 150 + run * 61
      lines.on('line', (line) => {
        const [documentId = '', sequence = '', content] = line.split(' ')
        const row = `${documentId} ${sequence}`
        // A row that was lost would be numbered, and acknowledged, a second time.
        if (content !== undefined && acknowledged.has(row)) twice.push(row)
        if (content !== undefined) acknowledged.set(row, content)
        if (acknowledged.size === target) child.kill('SIGKILL')
      })
      await once(child, 'close')
      expect(acknowledged.size).toBeGreaterThanOrEqual(target)
    }

    const { store, close } = await openInTest(folder)
    for (const id of ['team:a', 'team:b', 'team:c']) {
      const stored = await store.open(id)
      expect(stored?.tail.map(({ sequence }) => sequence - stored.snapshotSequence)).toEqual(
        stored?.tail.map((_, index) => index + 1),
      )
    }
    await close()
    // Also the rows that a snapshot made superfluous: nothing has swept them.
    const db = new DatabaseSync(join(folder, 'samtavle.db'), { readOnly: true })
    const rows = db.prepare('SELECT document_id, sequence, CAST(bytes AS TEXT) AS content FROM log').all()
    db.close()
    const onDisk = new Map(
      rows.map((row) => [`${String(row['document_id'])} ${String(row['sequence'])}`, row['content']]),
    )
    expect(twice).toEqual([])
    expect(onDisk.size).toBeGreaterThanOrEqual(acknowledged.size)
    for (const [row, content] of acknowledged) expect(onDisk.get(row)).toBe(content)
  },
)

test('[ST14] a second process is refused, and let in at once when the first was killed', async () => {
  const folder = temporaryFolder()
  const { child, lines } = startChild(folder, 'idle')
  await once(lines, 'line')
  await expect(openSqlite({ folder, clock: systemClock })).rejects.toMatchObject({ kind: 'folderInUse', folder })
  await kill(child)
  const { directory } = await openInTest(folder)
  expect(await directory.networkCount()).toBe(1)
})
