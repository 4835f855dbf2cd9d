import { expect, test } from 'vitest'
import { Metrics } from '../../../server/http/metrics.ts'
import { sessionsByRole } from '../../../server/sync/sessions-by-role.ts'
import { messageType, protocolVersion, syncType } from '../../../shared/protocol.ts'
import * as Y from 'yjs'
import { firstFacilitator, makeTestNetwork, openHall } from '../hall.ts'
import { message } from '../sync/test-client.ts'

test('[AC26] metrics tell how long an answer took, how many bytes went by and how many of each role are here', async () => {
  const hall = await openHall()
  try {
    const network = await makeTestNetwork(hall, await firstFacilitator(hall))
    const mette = await hall.join(network.first.code, 'Mette')
    const doc = new Y.Doc()
    doc.getMap('m').set('a', 1)
    const socket = hall.connect(`/sync/${network.first.documentId}`, mette.token)
    const acked = new Promise<void>((resolve) => {
      socket.on('message', (data: Buffer) => (data[0] === messageType.ack ? resolve() : undefined))
    })
    socket.once('open', () => {
      socket.send(message(messageType.hello, protocolVersion, ''))
      socket.send(message(messageType.sync, syncType.update, Y.encodeStateAsUpdate(doc)))
      socket.send(message(messageType.marker, 1))
    })
    await acked
    expect(Object.fromEntries(sessionsByRole(hall.parts.rooms))).toEqual({ editor: 1 })
    const { body } = await hall.ask<string>('GET', '/metrics')
    expect(body).toMatch(/samtavle_ack_seconds_count [1-9]/)
    expect(body).toMatch(/samtavle_received_bytes_total [1-9]/)
    expect(body).toMatch(/samtavle_sent_bytes_total [1-9]/)
  } finally {
    await hall.close()
  }
})

test('[AC26] a gauge by role forgets the roles that are gone', async () => {
  const metrics = new Metrics()
  let roles = new Map([['editor', 2]])
  metrics.gaugeByRole('samtavle_sessions', 'Open sessions by role', () => roles)
  expect(await metrics.registry.metrics()).toContain('samtavle_sessions{role="editor"} 2')
  roles = new Map([['display', 1]])
  const told = await metrics.registry.metrics()
  expect(told).toContain('samtavle_sessions{role="display"} 1')
  expect(told).not.toContain('editor')
})
