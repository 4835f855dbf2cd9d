import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { Pipelines } from '../../../server/http/pipelines.ts'

const begun: number[] = []

/** Requests of one connection, taken in order. */
function take(pipelines: Pipelines, socket: Socket, count: number): ServerResponse[] {
  return Array.from({ length: count }, (_, at) => {
    const request = new IncomingMessage(socket)
    const response = new ServerResponse(request)
    pipelines.take(request, response, () => void begun.push(at))
    return response
  })
}

test('[AC98] the next request of a connection begins when the one before it is answered', () => {
  begun.length = 0
  const responses = take(new Pipelines(3), new Socket(), 3)
  expect(begun).toEqual([0])
  responses[0]?.emit('close')
  expect(begun).toEqual([0, 1])
  responses[1]?.emit('close')
  responses[2]?.emit('close')
  expect(begun).toEqual([0, 1, 2])
})

test('[AC98] whoever has more waiting than there may be is cut off, and none of them begins; others do', () => {
  begun.length = 0
  const pipelines = new Pipelines(3)
  const socket = new Socket()
  const responses = take(pipelines, socket, 50)
  expect(socket.destroyed).toBe(true)
  responses[0]?.emit('close')
  expect(begun).toEqual([0])
  take(pipelines, new Socket(), 1)
  expect(begun).toEqual([0, 0])
})
