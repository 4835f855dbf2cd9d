import { expect, test } from 'vitest'
import type { Clock } from '../../../shared/clock.ts'
import { MemoryStore } from '../../../server/store/memory.ts'

/** A clock that moves when told, and runs what is due. */
function handClock() {
  let now = 0
  let timers: { run: () => void; at: number }[] = []
  const clock: Clock = {
    now: () => now,
    setTimeout: (run, delayMs) => {
      const timer = { run, at: now + delayMs }
      timers.push(timer)
      return { timer }
    },
    clearTimeout: ({ timer }) => {
      timers = timers.filter((other) => other !== timer)
    },
  }
  async function pass(ms: number): Promise<void> {
    now += ms
    const due = timers.filter(({ at }) => at <= now)
    timers = timers.filter(({ at }) => at > now)
    for (const { run } of due) run()
    // Lets the promises that were just resolved tell those who wait for them.
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
  }
  return { clock, pass }
}

function start() {
  const { clock, pass } = handClock()
  const store = new MemoryStore(clock, { commitMs: () => 10, readMs: () => 1 })
  store.create({ id: 'team:a', epoch: 'e', snapshot: new Uint8Array([1]) })
  const answers: string[] = []
  function append(name: string, to = store): void {
    to.append({
      documentId: 'team:a',
      epoch: 'e',
      update: new TextEncoder().encode(name),
      sessionId: null,
      at: 1,
    }).then(
      (sequence) => answers.push(`${name} ${sequence}`),
      (error: { code: string }) => answers.push(`${name} ${error.code}`),
    )
  }
  async function onDisk(of = store): Promise<string[]> {
    const reading = of.open('team:a')
    await pass(1)
    return (await reading)?.tail.map(({ update }) => new TextDecoder().decode(update)) ?? []
  }
  return { store, pass, append, onDisk, answers }
}

test('[ST10] commits take the time they are told, and share it', async () => {
  const { store, pass, append, answers } = start()
  append('one')
  await pass(9)
  append('two')
  append('three')
  expect(answers).toEqual([])
  await pass(1)
  expect(answers).toEqual(['one 1'])
  await pass(10)
  expect(answers).toEqual(['one 1', 'two 2', 'three 3'])
  expect(store.commits).toBe(2)
})

test('[ST12] what is under way is not read', async () => {
  const { pass, append, onDisk } = start()
  append('one')
  expect(await onDisk()).toEqual([])
  await pass(9)
  expect(await onDisk()).toEqual(['one'])
})

test('[ST1] a crash loses what was not acknowledged, and settles nothing any more', async () => {
  const { store, pass, append, onDisk, answers } = start()
  append('kept')
  await pass(10)
  append('under way')
  await pass(0)
  append('waiting')
  const next = store.crash()
  await pass(100)
  expect(answers).toEqual(['kept 1'])
  expect(await onDisk(next)).toEqual(['kept'])
})

test('[ST1] a crash may also come after the disk and before the answer', async () => {
  const { store, pass, append, onDisk, answers } = start()
  append('under way')
  await pass(0)
  append('waiting')
  const next = store.crash('written')
  await pass(100)
  expect(answers).toEqual([])
  expect(await onDisk(next)).toEqual(['under way'])
  append('next', next)
  await pass(10)
  expect(answers).toEqual(['next 2'])
})

test('[ST11] a failure that was ordered takes one commit or one open, and no more', async () => {
  const { store, pass, append, onDisk, answers } = start()
  store.failNext('commit')
  append('one')
  await pass(0)
  append('two')
  await pass(10)
  await pass(10)
  expect(answers).toEqual(['one storeFailed', 'two 1'])
  store.failNext('commit')
  append('three')
  append('builds on three')
  await pass(10)
  expect(answers.slice(2)).toEqual(['three storeFailed', 'builds on three storeFailed'])
  store.failNext('open')
  await expect(onDisk()).rejects.toMatchObject({ code: 'storeFailed' })
  expect(await onDisk()).toEqual(['two'])
})
