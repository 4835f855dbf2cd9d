import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { openInTest } from './open-in-test.ts'
import { temporaryFolder } from './temporary-folder.ts'

async function start() {
  const opened = await openInTest(temporaryFolder())
  const documents = [{ id: 'team:a', epoch: 'e', snapshot: new Uint8Array([1]) }]
  await opened.directory.createNetwork({ id: 'n', name: 'N', facilitatorId: null, at: 1, documents })
  return opened
}

const version = { epoch: 'e', kind: 'auto', name: null, personId: null, at: 1, sequence: 0 } as const
const row = { documentId: 'team:a', epoch: 'e', update: new Uint8Array([7]), sessionId: null, at: 1 }

test('[ST25] a version is compressed while edits are committed, and is small', async () => {
  const { store } = await start()
  const order: string[] = []
  const state = new Uint8Array(Buffer.concat([randomBytes(3_000_000), Buffer.alloc(3_000_000)]))
  const saving = store.saveVersion('team:a', { ...version, state }).then(() => order.push('version'))
  for (let edit = 0; edit < 5; edit += 1) {
    await store.append(row)
    order.push('edit')
  }
  await saving
  expect(order).toEqual(['edit', 'edit', 'edit', 'edit', 'edit', 'version'])
  const [saved] = await store.versions('team:a')
  expect(saved?.bytes).toBeLessThan(3_100_000)
  const read = await store.readVersion(saved?.id ?? 0)
  expect(Buffer.from(read?.state ?? []).equals(state)).toBe(true)
})

test('[ST9][ST25] closing waits for a version that is being compressed', async () => {
  const { store } = await start()
  const saving = store.saveVersion('team:a', { ...version, state: new Uint8Array(randomBytes(2_000_000)) })
  await store.close()
  expect(await saving).toBe(1)
})
