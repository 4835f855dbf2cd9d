import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { closeCode } from '../../shared/protocol.ts'
import { initialState } from '../../shared/schema/migrations.ts'
import {
  decodeServerMessage,
  helloFrame,
  markerFrame,
  step1Frame,
  updateFrame,
  type ServerMessage,
} from '../../client/sync/messages.ts'
import { serverLimits } from '../../server/limits.ts'
import { MemoryStore } from '../../server/store/memory.ts'
import { Rooms } from '../../server/sync/rooms.ts'
import { FakeClock } from '../client/sync/fake-clock.ts'
import { noMetrics } from '../server/no-metrics.ts'

/*
 * What the simulation has found, as small as it could be made. A seed means another run as soon as the
 * simulation draws one number more, so what it taught is kept here and not as a seed.
 */

const documentId = 'team:found'

function process() {
  const clock = new FakeClock()
  const store = new MemoryStore(clock, { commitMs: () => 5, readMs: () => 5 })
  store.create({ id: documentId, epoch: 'e', snapshot: initialState('team') })
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const metrics = noMetrics
  const rooms = new Rooms({ store, clock, limits: serverLimits, log, metrics })
  const told: ServerMessage[] = []
  const closed: number[] = []
  const connection = rooms.connect(
    {
      send: (frame, second) => void told.push(...[frame, ...(second ? [second] : [])].map(decodeServerMessage)),
      close: (code) => void closed.push(code),
      bufferedBytes: () => 0,
      pause: () => undefined,
      resume: () => undefined,
    },
    {
      documentId,
      access: 'write',
      who: { sessionId: 's', personId: 'p', name: 'P', role: 'editor', teamIds: ['found'], networkId: 'n' },
    },
  )
  return { clock, store, rooms, told, closed, connection }
}

describe('[CL20] found by the simulation', () => {
  test('a server that stops while its disk fails acknowledges nothing of what was lost', async () => {
    const { clock, store, rooms, told, closed, connection } = process()
    const doc = new Y.Doc()
    connection.receive(helloFrame(''))
    connection.receive(step1Frame(Y.encodeStateVector(doc)))
    await clock.advance(100)

    doc.getMap('goals').set('a', 1)
    connection.receive(updateFrame(Y.encodeStateAsUpdate(doc)))
    await clock.advance(1)
    store.failNext('commit', 1_000)
    connection.receive(markerFrame(1)) // comes while the commit that will fail is under way
    const stopped = rooms.stop()
    await clock.advance(5_000)
    await stopped
    expect(told.filter((message) => message.type === 'ack')).toEqual([])
    expect(closed).toEqual([closeCode.restart])
  })
})
