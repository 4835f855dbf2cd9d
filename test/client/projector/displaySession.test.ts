import { describe, expect, test } from 'vitest'
import { createDisplaySession, type DisplayAnswer } from '../../../client/features/projector/displaySession.ts'
import type { SessionView } from '../../../shared/api.ts'
import type { Clock } from '../../../shared/clock.ts'

const session = (stage: string | null): SessionView => ({
  personId: 'd',
  name: '',
  title: null,
  role: 'display',
  language: 'nb',
  networkId: 'n',
  networkName: 'Nord',
  gatheringId: stage,
  gathering: null,
  teamIds: [],
  teams: [],
  documents: { teams: {}, ...(stage ? { stage } : {}) },
})

function display(answers: DisplayAnswer[]) {
  let now = 0
  let asked = 0
  const timers: { at: number; run: () => void; handle: { timer: number } }[] = []
  const clock: Clock = {
    now: () => now,
    setTimeout(run, delayMs) {
      const handle = { timer: Math.random() }
      timers.push({ at: now + delayMs, run, handle })
      return handle
    },
    clearTimeout(handle) {
      const index = timers.findIndex((timer) => timer.handle === handle)
      if (index !== -1) timers.splice(index, 1)
    },
  }
  const made = createDisplaySession(() => {
    asked += 1
    const answer = answers.shift()
    return answer ? Promise.resolve(answer) : Promise.reject(new TypeError('Failed to fetch'))
  }, clock)
  const settle = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
  }
  return {
    ...made,
    settle,
    asked: () => asked,
    async pass(ms: number) {
      now += ms
      for (const timer of timers.filter((each) => each.at <= now)) {
        timers.splice(timers.indexOf(timer), 1)
        timer.run()
      }
      await settle()
    },
  }
}
const paired = (stage: string | null): DisplayAnswer => ({ kind: 'session', session: session(stage) })

describe('[PR7] a display recovers by itself', () => {
  test('opened before the server came up: says so, and comes when the server does', async () => {
    const it = display([{ kind: 'noContact' }, { kind: 'noContact' }, paired('stage:g')])
    await it.settle()
    expect(it.get().kind).toBe('noContact')
    await it.pass(1_000)
    await it.pass(2_000)
    expect(it.get()).toEqual({ kind: 'paired', session: session('stage:g') })
  })

  test('the net goes: the last session stays, and it asks until there is an answer', async () => {
    const it = display([paired('stage:g')])
    await it.settle()
    it.refresh()
    await it.settle()
    for (let tries = 0; tries < 8; tries += 1) await it.pass(10_000)
    expect(it.get().kind).toBe('paired')
    expect(it.asked()).toBe(10)
  })

  test('a new gathering: asking again gives its stage', async () => {
    const it = display([paired('stage:one'), paired('stage:two')])
    await it.settle()
    it.refresh()
    await it.settle()
    expect(it.get()).toMatchObject({ session: { documents: { stage: 'stage:two' } } })
  })

  test('no gathering yet: it comes by itself', async () => {
    const it = display([paired(null), paired('stage:g')])
    await it.settle()
    await it.pass(5_000)
    expect(it.get()).toMatchObject({ session: { documents: { stage: 'stage:g' } } })
  })
})

describe('[PR8] pairing', () => {
  test('never paired asks for a code, without saying that something has ended', async () => {
    const it = display([{ kind: 'notPaired' }])
    await it.settle()
    expect(it.get()).toEqual({ kind: 'unpaired', reason: 'new' })
    await it.pass(60_000)
    expect(it.asked()).toBe(1)
  })

  test('an ended link is told, and a new code pairs again', async () => {
    const it = display([paired('stage:g'), { kind: 'notPaired' }, paired('stage:g')])
    await it.settle()
    it.refresh()
    await it.settle()
    expect(it.get()).toEqual({ kind: 'unpaired', reason: 'ended' })
    it.refresh()
    await it.settle()
    expect(it.get().kind).toBe('paired')
  })

  test('asked to ask twice at once, it asks once more, not side by side', async () => {
    const it = display([paired('stage:one'), paired('stage:two'), paired('stage:three')])
    it.refresh()
    it.refresh()
    await it.settle()
    expect(it.asked()).toBe(2)
    expect(it.get()).toMatchObject({ session: { documents: { stage: 'stage:two' } } })
  })

  test('closed, it asks no more', async () => {
    const it = display([{ kind: 'noContact' }])
    await it.settle()
    it.stop()
    await it.pass(60_000)
    expect(it.asked()).toBe(1)
  })
})
