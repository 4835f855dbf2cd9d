/** The far end of a session, without WebSocket: a room can send to it, slow it and close it. */
export type Peer = {
  /** Sends a frame, or two that are due together. Never throws; a peer that is gone swallows it. */
  send(frame: Uint8Array, second?: Uint8Array | null): void
  /** Ends the connection. `reason` is an ErrorCode where `code` is 4400–4499. */
  close(code: number, reason: string): void
  /** Bytes handed to `send` that have not left this machine yet. */
  bufferedBytes(): number
  /** Stops reading from the socket, so that the sender has to wait; frames already read may still come. */
  pause(): void
  resume(): void
}
