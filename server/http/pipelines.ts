import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

type Asked = { request: IncomingMessage; response: ServerResponse; answer: RequestListener }

/**
 * Requests of one connection, answered one after the other. HTTP lets a client send the next before the last is answered,
 * and Node would begin with all that stand in what it has read: a thousand at once, with their answers kept until
 * somebody reads them. Browsers don't send so; whoever has more than a few waiting is cut off.
 */
export class Pipelines {
  readonly #most: number
  /** by connection, while one of its requests is being answered */
  readonly #waiting = new WeakMap<Duplex, Asked[]>()

  constructor(most: number) {
    this.#most = most
  }

  /** Answers it, now or when its turn comes. */
  take(request: IncomingMessage, response: ServerResponse, answer: RequestListener): void {
    const { socket } = request
    const waiting = this.#waiting.get(socket)
    if (socket.destroyed) return
    if (waiting === undefined) {
      this.#waiting.set(socket, [])
      this.#begin(socket, { request, response, answer })
    } else if (waiting.length < this.#most) waiting.push({ request, response, answer })
    else socket.destroy()
  }

  #begin(socket: Duplex, { request, response, answer }: Asked): void {
    response.once('close', () => {
      const next = socket.destroyed ? undefined : this.#waiting.get(socket)?.shift()
      if (next) this.#begin(socket, next)
      else this.#waiting.delete(socket)
    })
    answer(request, response)
  }
}
