/** One socket to one document, as a connection needs it. `onclose` comes once, also if it never opened. */
export type SocketLike = {
  send(frame: Uint8Array): void
  close(): void
  onopen: (() => void) | null
  onmessage: ((frame: Uint8Array) => void) | null
  onclose: ((code: number, reason: string) => void) | null
}

export type OpenSocket = (documentId: string) => SocketLike

/** The code that browsers give when a socket ended without one. */
export const abnormalClose = 1006

/** The browser's WebSocket as a {@link SocketLike}. Throws only for an address that is none. */
export function openBrowserSocket(url: string): SocketLike {
  const socket = new WebSocket(url)
  socket.binaryType = 'arraybuffer'
  const like: SocketLike = {
    send: (frame) => {
      // A socket on its way down loses it; the next one sends everything that is not acknowledged.
      if (socket.readyState === WebSocket.OPEN) socket.send(frame as Uint8Array<ArrayBuffer>)
    },
    close: () => socket.close(),
    onopen: null,
    onmessage: null,
    onclose: null,
  }
  socket.onopen = () => like.onopen?.()
  socket.onmessage = (event: MessageEvent<unknown>) => {
    if (event.data instanceof ArrayBuffer) like.onmessage?.(new Uint8Array(event.data))
  }
  socket.onclose = (event) => like.onclose?.(event.code, event.reason)
  return like
}
