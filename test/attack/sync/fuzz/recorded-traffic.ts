import * as Y from 'yjs'
import type { Rooms } from '../../../../server/sync/rooms.ts'
import { messageType } from '../../../../shared/protocol.ts'
import { openTeamDocument } from '../../../../shared/schema/team.ts'
import { message, TestClient, who } from '../../../server/sync/test-client.ts'
import { actAtRandom } from '../../../sim/operations.ts'
import type { SeededRandom } from '../../../sim/random.ts'

/** What three people who work on a board for a while send, message by message, as it came to the server. */
export async function recordTraffic(rooms: Rooms, random: SeededRandom): Promise<Uint8Array[]> {
  const sent: Uint8Array[] = []
  const listening: Pick<Rooms, 'connect'> = {
    connect: (peer, args) => {
      const connection = rooms.connect(peer, args)
      return {
        ...connection,
        receive: (frame) => {
          sent.push(frame)
          connection.receive(frame)
        },
      }
    },
  }
  let made = 0
  for (const name of ['Mette', 'Arne', 'Tor']) {
    const client = await new TestClient(listening as Rooms, { who: who(name) }).join()
    client.doc.clientID = 11 + made
    const board = openTeamDocument(client.doc)
    const hand = { board, undo: new Y.UndoManager(board.goals), random, newId: () => `id${(made += 1)}`, now: made }
    for (let at = 1; at <= 60; at += 1) {
      actAtRandom(hand)
      if (at % 5 === 0) client.marker(at)
      if (at % 10 === 0) client.state(client.doc.clientID, at, { editing: 'goal:id1:title' })
      if (at % 20 === 0) client.send(message(messageType.ping, at))
    }
    await client.ask()
    client.leave()
  }
  return sent
}
