import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { client } from './client.ts'
import { turns } from './fake-clock.ts'

test('[CL21] what is made while the boards rest waits, and is sent when they rest no more', async () => {
  const { server, connection, put, clock, state } = client()
  connection.start()
  server.accept(clock.now())
  server.commit()
  put('sent', 1)
  await turns()
  server.socket.welcome('epoch-1', 'read', clock.now())
  server.socket.notice('boardsRest')
  expect(state()).toMatchObject({ access: 'read', resting: true, refused: null, waiting: 1 })
  server.socket.ack(server.socket.marker)
  put('meanwhile', 1)
  const before = server.socket.of('update').length
  await turns()
  expect(server.socket.of('update')).toHaveLength(before)
  expect(state().waiting).toBe(2)
  server.socket.welcome('epoch-1', 'write', clock.now())
  expect(state()).toMatchObject({ access: 'write', resting: false })
  server.socket.sync('step1', Y.encodeStateVector(server.doc))
  server.commit()
  expect(state().waiting).toBe(0)
  expect(server.doc.getMap('m').toJSON()).toMatchObject({ sent: 1, meanwhile: 1 })
})
