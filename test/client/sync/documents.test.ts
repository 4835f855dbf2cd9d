import { describe, expect, test } from 'vitest'
import { createDocuments } from '../../../client/sync/documents.ts'
import { SaveStatusTracker, saveStatusOf, type SavedDocument } from '../../../client/sync/save-status.ts'
import { firstState, type ConnectionState } from '../../../client/sync/connection-state.ts'
import { FakeClock, turns } from './fake-clock.ts'
import { FakeServer } from './fake-server.ts'

function page() {
  const clock = new FakeClock()
  const server = new FakeServer()
  const asked: string[] = []
  const documents = createDocuments({
    personId: 'arne',
    clock,
    random: () => 0.5,
    baseUrl: 'ws://here',
    openSocket: (documentId) => {
      asked.push(documentId)
      return server.openSocket()
    },
  })
  return { clock, server, asked, documents }
}

describe('[CL12] one line a document', () => {
  test('however many ask, it is opened once, and closed a while after the last has left', async () => {
    const { documents, asked, clock, server } = page()
    documents.acquire('team:a')
    documents.acquire('team:a')
    await turns()
    expect(asked).toEqual(['team:a'])
    const { doc } = documents.get('team:a') ?? {}
    documents.release('team:a')
    await clock.advance(60_000)
    documents.release('team:a')
    await clock.advance(20_000)
    documents.acquire('team:a')
    await clock.advance(60_000)
    expect(documents.get('team:a')?.doc).toBe(doc)
    documents.release('team:a')
    server.accept(clock.now())
    await clock.advance(30_000)
    expect(documents.get('team:a')).toBeNull()
    expect(server.socket.closedByClient).toBe(true)
  })

  test('it is never closed while changes wait', async () => {
    const { documents, clock, server } = page()
    documents.acquire('team:a')
    await turns()
    documents.get('team:a')?.doc.getMap('m').set('a', 1)
    documents.release('team:a')
    await clock.advance(120_000)
    expect(documents.get('team:a')).not.toBeNull()
    server.accept(clock.now())
    server.commit()
    await clock.advance(30_000)
    expect(documents.get('team:a')).toBeNull()
    expect(server.doc.getMap('m').get('a')).toBe(1)
  })

  test('one that the server has ended does not speak for the page after it was left', async () => {
    const { documents, clock, server } = page()
    documents.acquire('gathering:old')
    await turns()
    server.accept(clock.now())
    server.socket.end(4410, 'gatheringChanged')
    expect(documents.saveStatus.get().kind).toBe('ended')
    documents.release('gathering:old')
    await clock.advance(0)
    expect(documents.saveStatus.get().kind).toBe('saved')
  })

  test('followers get another object when the content is there, with the same document in it', async () => {
    const { documents, server, clock } = page()
    let told = 0
    documents.subscribe('team:a', () => (told += 1))
    documents.acquire('team:a')
    await turns()
    const before = documents.get('team:a')
    expect(before).toMatchObject({ loaded: false, documentId: 'team:a' })
    server.accept(clock.now())
    const after = documents.get('team:a')
    expect(after).toMatchObject({ loaded: true })
    expect(after?.doc).toBe(before?.doc)
    expect(told).toBeGreaterThan(0)
  })

  test('the server’s time is known after the welcome', async () => {
    const { documents, server, clock } = page()
    documents.acquire('team:a')
    await turns()
    server.accept(clock.now() + 7_000)
    expect(documents.serverNow()).toBe(clock.now() + 7_000)
  })
})

const state = (change: Partial<ConnectionState>): ConnectionState => ({ ...firstState, ...change })
const saved = (change: Partial<ConnectionState>, documentId = 'team:a'): SavedDocument => ({
  documentId,
  state: state(change),
  localCopy: true,
})
const live = { phase: 'live', access: 'write', synced: true } as const

describe('[CL13] the truth about saving', () => {
  test.each<[string, SavedDocument[], Partial<ReturnType<typeof saveStatusOf>>]>([
    ['nothing open', [], { kind: 'saved', waiting: 0 }],
    ['all on disk', [saved(live)], { kind: 'saved' }],
    ['something on its way', [saved({ ...live, waiting: 2 })], { kind: 'saving', waiting: 2 }],
    ['not there yet', [saved({})], { kind: 'saving', waiting: 0 }],
    [
      'one of two without net',
      [saved(live), saved({ phase: 'offline', waiting: 1 }, 'gathering:b')],
      { kind: 'offline', waiting: 1 },
    ],
    [
      'ended',
      [saved({ phase: 'ended', code: 'takenOver' }), saved({ phase: 'offline' })],
      { kind: 'ended', code: 'takenOver' },
    ],
    [
      'boards that rest',
      [saved({ ...live, access: 'read', resting: true, waiting: 2 })],
      { kind: 'resting', waiting: 2 },
    ],
    ['a board to read', [saved({ ...live, access: 'read' })], { kind: 'readonly' }],
    [
      'what only facilitators write',
      [saved(live), saved({ ...live, access: 'read' }, 'gathering:b')],
      { kind: 'saved' },
    ],
    ['not taken', [saved({ ...live, refused: 'frameTooLarge' })], { kind: 'saved', code: 'frameTooLarge' }],
    ['no copy', [{ ...saved(live), localCopy: false }], { kind: 'saved', localCopy: false }],
  ])('%s', (_name, documents, expected) => {
    expect(saveStatusOf(documents)).toMatchObject(expected)
  })

  test('nothing is called saved before a server has answered for the first time; after that also with nothing open', () => {
    const tracker = new SaveStatusTracker(new FakeClock())
    const kind = () => tracker.status.get().kind
    expect(kind()).toBe('saving')
    tracker.update([saved({})])
    tracker.update([])
    expect(kind()).toBe('saving')
    tracker.update([saved(live)])
    expect(kind()).toBe('saved')
    tracker.update([])
    expect(kind()).toBe('saved')
  })

  test('back on line it tells for 8 s what was sent, and only when it is all on disk', async () => {
    const clock = new FakeClock()
    const tracker = new SaveStatusTracker(clock)
    tracker.update([saved({ phase: 'offline', waiting: 6 })])
    tracker.update([saved({ ...live, waiting: 6 })])
    expect(tracker.status.get()).toMatchObject({ kind: 'saving', backOnline: null })
    tracker.update([saved({ ...live, waiting: 2 })])
    tracker.update([saved(live)])
    expect(tracker.status.get()).toMatchObject({ kind: 'saved', backOnline: { sent: 6 } })
    await clock.advance(7_900)
    expect(tracker.status.get().backOnline).toEqual({ sent: 6 })
    await clock.advance(200)
    expect(tracker.status.get().backOnline).toBeNull()
  })

  test('with nothing to send, coming back is not told', () => {
    const tracker = new SaveStatusTracker(new FakeClock())
    tracker.update([saved({ phase: 'offline' })])
    tracker.update([saved(live)])
    expect(tracker.status.get()).toMatchObject({ kind: 'saved', backOnline: null })
  })

  test('it is the same object while nothing changed', () => {
    const tracker = new SaveStatusTracker(new FakeClock())
    tracker.update([saved(live)])
    const before = tracker.status.get()
    tracker.update([saved({ ...live })])
    expect(tracker.status.get()).toBe(before)
  })
})
