import { expect, test } from 'vitest'
import { AppError } from '../../../shared/errors.ts'
import type { Commit } from '../../../server/store/sqlite/messages.ts'
import { openInTest } from './open-in-test.ts'
import { temporaryFolder } from './temporary-folder.ts'

async function start() {
  const commits: Commit[] = []
  const opened = await openInTest(temporaryFolder(), { onCommit: (commit) => commits.push(commit) })
  const documents = ['team:a', 'team:b'].map((id) => ({ id, epoch: 'e', snapshot: new Uint8Array([1]) }))
  await opened.directory.createNetwork({ id: 'n', name: 'N', facilitatorId: null, at: 1, documents })
  commits.length = 0
  return { ...opened, commits }
}

function change(documentId: string, epoch = 'e') {
  return { documentId, epoch, update: new Uint8Array([7]), sessionId: null, at: 1 }
}

function outcome(answer: PromiseSettledResult<unknown>): unknown {
  if (answer.status === 'fulfilled') return answer.value
  return answer.reason instanceof AppError ? answer.reason.code : answer.reason
}

test('[ST10] many writes at once share one commit', async () => {
  const { store, commits } = await start()
  await Promise.all(Array.from({ length: 200 }, (_, index) => store.append(change(index % 2 ? 'team:a' : 'team:b'))))
  expect(commits.map(({ jobs }) => jobs)).toEqual([200])
})

test('[ST10] what arrives while a commit runs shares the next one', async () => {
  const { store, commits } = await start()
  const writes: Promise<number>[] = []
  // Each crosses to the worker in a message of its own.
  for (let turn = 0; turn < 400; turn += 1) {
    writes.push(store.append(change('team:a')))
    await Promise.resolve()
  }
  expect(await Promise.all(writes)).toEqual(Array.from({ length: 400 }, (_, index) => index + 1))
  expect(commits.length).toBeLessThan(400)
  expect(commits.reduce((sum, { jobs }) => sum + jobs, 0)).toBe(400)
})

test('[ST11] one failing job in a commit harms no other, of the store or of the directory', async () => {
  const { store, directory, commits } = await start()
  const answers = await Promise.allSettled([
    store.append(change('team:a')),
    store.append(change('team:a', 'wrong epoch')),
    directory.createNetwork({ id: 'n', name: 'The same id', facilitatorId: null, at: 1, documents: [] }),
    store.append(change('team:none')),
    directory.putSetting('key', 'value'),
    store.append(change('team:a')),
  ])
  expect(commits.map(({ jobs }) => jobs)).toEqual([6])
  expect(answers.map(outcome)).toEqual([1, 'epochChanged', 'storeFailed', 'notFound', undefined, 2])
  expect((await store.open('team:a'))?.tail.map(({ sequence }) => sequence)).toEqual([1, 2])
  expect(await directory.setting('key')).toBe('value')
  expect((await directory.network('n'))?.name).toBe('N')
})

test('[ST12] a read asked for after a write sees it', async () => {
  const { store } = await start()
  const [, stored] = await Promise.all([store.append(change('team:a')), store.open('team:a')])
  expect(stored?.tail).toHaveLength(1)
})
