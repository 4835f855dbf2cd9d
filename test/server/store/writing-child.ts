import { writeSync } from 'node:fs'
import { systemClock } from '../../../server/clock.ts'
import { openSqlite } from '../../../server/store/sqlite.ts'

/*
 * A process to be killed: `node writing-child.ts FOLDER RUN`. Writes to every document without end and says
 * on stdout, at once and unbuffered, which rows were acknowledged.
 */
const [folder = '', run = ''] = process.argv.slice(2)
const ids = ['team:a', 'team:b', 'team:c']

const { store, directory } = await openSqlite({ folder, clock: systemClock })
if ((await directory.networkCount()) === 0) {
  const documents = ids.map((id) => ({ id, epoch: 'e', snapshot: new Uint8Array([1]) }))
  await directory.createNetwork({ id: 'n', name: 'N', facilitatorId: null, at: 1, documents })
}
say('ready')

/** Unbuffered. A pipe that is full, because the reader is slow, is tried again. */
function say(line: string): void {
  for (;;) {
    try {
      writeSync(1, `${line}\n`)
      return
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error
    }
  }
}

async function write(documentId: string, writer: number): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    const content = `${documentId}/${run}/${writer}/${turn}`
    const update = new TextEncoder().encode(content)
    const sequence = await store.append({ documentId, epoch: 'e', update, sessionId: null, at: turn })
    say(`${documentId} ${sequence} ${content}`)
    if (turn % 50 === 49) await store.putSnapshot(documentId, 'e', sequence, new Uint8Array([1]))
  }
}

if (run !== 'idle') await Promise.all(ids.flatMap((id) => [0, 1, 2].map((writer) => write(id, writer))))
else await new Promise(() => setInterval(() => undefined, 60_000))
