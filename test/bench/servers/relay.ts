import { createServer } from 'node:http'
import { WebSocketServer, type WebSocket } from 'ws'
import { messageType, syncType } from '../../../shared/protocol.ts'

/**
 * The floor: what a server on `ws` costs that does nothing but pass frames on. It knows no Yjs and stores nothing; so
 * that a board can be loaded from it, the first large update of a room is kept as a ready answer.
 */
type Room = { sockets: Set<WebSocket>; ready: Uint8Array | null }

const rooms = new Map<string, Room>()
const emptyBoard = new Uint8Array([messageType.sync, syncType.step2, 2, 0, 0])
const large = 4_096

const server = createServer((_request, response) => response.end('ok'))
const webSockets = new WebSocketServer({ server, perMessageDeflate: false })
webSockets.on('connection', (socket, request) => {
  const room: Room = rooms.get(request.url ?? '') ?? { sockets: new Set(), ready: null }
  rooms.set(request.url ?? '', room)
  room.sockets.add(socket)
  socket.on('error', () => undefined)
  socket.on('close', () => room.sockets.delete(socket))
  socket.on('message', (data: Buffer) => {
    if (data[0] === messageType.sync && data[1] === syncType.step1) return socket.send(room.ready ?? emptyBoard)
    if (data[0] === messageType.sync && data.length > large && !room.ready) {
      room.ready = Buffer.from(data)
      room.ready[1] = syncType.step2
    }
    for (const other of room.sockets)
      if (other !== socket && other.readyState === other.OPEN) other.send(data, { binary: true })
  })
})
server.listen(Number(process.env['PORT']), '127.0.0.1')
