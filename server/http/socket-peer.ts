import type { WebSocket } from 'ws'
import type { Peer } from '../sync/peer.ts'

/** A WebSocket as the sync engine sees it. Nothing here throws: a socket that is gone swallows what it is told. */
export function socketPeer(socket: WebSocket): Peer {
  return {
    send(frame) {
      if (socket.readyState === socket.OPEN) socket.send(frame, ignore)
    },
    close(code, reason) {
      if (socket.readyState !== socket.OPEN) return
      // A paused socket would never read the other side's answer to the close.
      socket.resume()
      socket.close(code, reason)
    },
    bufferedBytes: () => socket.bufferedAmount,
    pause() {
      if (socket.readyState === socket.OPEN) socket.pause()
    },
    resume() {
      if (socket.readyState === socket.OPEN) socket.resume()
    },
  }
}

/** A failed send ends in the socket's own close event. */
function ignore(): void {
  // nothing to do
}
