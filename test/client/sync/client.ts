import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { onTestFinished } from 'vitest'
import { DocumentConnection, type ConnectionOptions } from '../../../client/sync/connection.ts'
import { LocalChanges } from '../../../client/sync/local-changes.ts'
import { FakeClock } from './fake-clock.ts'
import { FakeServer } from './fake-server.ts'

/** A connection of a fresh document to a fake server, on a fake clock. Not started. */
export function client(overrides: Partial<ConnectionOptions> = {}) {
  const clock = new FakeClock()
  const server = new FakeServer()
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const changes = new LocalChanges(doc)
  const connection = new DocumentConnection({
    documentId: 'team:a',
    doc,
    awareness,
    changes,
    openSocket: server.openSocket,
    clock,
    random: () => 0.5,
    knownEpoch: '',
    ...overrides,
  })
  onTestFinished(() => {
    connection.stop()
    awareness.destroy()
  })
  const state = () => connection.state.get()
  const put = (key: string, value: unknown) => doc.transact(() => doc.getMap('m').set(key, value), 'test')
  return { clock, server, doc, awareness, changes, connection, state, put }
}

/** The same, started and answered. */
export function live(overrides: Partial<ConnectionOptions> = {}) {
  const made = client(overrides)
  made.connection.start()
  made.server.accept(made.clock.now())
  made.server.commit()
  return made
}
