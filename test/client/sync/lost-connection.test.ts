import { describe, expect, test } from 'vitest'
import { client, live } from './client.ts'
import { turns } from './fake-clock.ts'

describe('[CL3] lost and found', () => {
  test('sends again on the next socket what was not acknowledged', async () => {
    const { server, clock, put, state } = live()
    put('a', 1)
    await turns()
    server.socket.end() // it took the update with it
    put('b', 2)
    await clock.advance(1_000)
    expect(server.sockets).toHaveLength(2)
    server.accept(clock.now())
    server.commit()
    expect(server.doc.getMap('m').toJSON()).toEqual({ a: 1, b: 2 })
    expect(state()).toMatchObject({ phase: 'live', waiting: 0, synced: true })
  })

  test('an acknowledgement on an old socket is not heard', async () => {
    const { server, clock, put, state } = live()
    put('a', 1)
    await turns()
    const old = server.socket
    old.end()
    await clock.advance(1_000)
    server.accept(clock.now())
    old.ack(old.marker)
    expect(state().waiting).toBe(1)
  })

  test.each([0.1, 0.5, 1])(
    'pauses between attempts are random (%d), longer each time, never above 10 s',
    async (random) => {
      const { clock, server, connection } = client({ random: () => random })
      connection.start()
      let longest = 0.3
      for (let attempt = 1; attempt <= 12; attempt += 1) {
        server.socket.end()
        const before = server.sockets.length
        await clock.advance(random * longest * 1_000 - 1)
        expect(server.sockets.length).toBe(before)
        await clock.advance(2)
        expect(server.sockets.length).toBe(before + 1)
        longest = Math.min(10, longest * 2)
      }
    },
  )

  test('a socket that stood for a while makes the next pause short again', async () => {
    const { clock, server, connection } = client({ random: () => 1 })
    connection.start()
    for (let attempt = 0; attempt < 6; attempt += 1) {
      server.socket.end()
      await clock.advance(10_000)
    }
    server.accept(clock.now())
    await clock.advance(6_000)
    const before = server.sockets.length
    server.socket.end(1012, 'stopping')
    await clock.advance(301)
    expect(server.sockets.length).toBe(before + 1)
  })

  test('a socket that never gets an answer is given up', async () => {
    const { clock, server, connection, state } = client()
    connection.start()
    const { socket } = server
    await clock.advance(4_600)
    expect(state().phase).toBe('offline')
    await clock.advance(6_000)
    expect(socket.closedByClient).toBe(true)
    expect(server.sockets.length).toBeGreaterThan(1)
  })

  test('a blink is not worth a word; more than two seconds is', async () => {
    const { clock, server, state } = live()
    server.socket.end()
    expect(state().phase).toBe('connecting')
    await clock.advance(500)
    server.accept(clock.now())
    expect(state().phase).toBe('live')
    server.socket.end()
    await clock.advance(2_000)
    expect(state()).toMatchObject({ phase: 'offline', since: clock.now() })
  })

  test('a hint that the net is back tries at once', async () => {
    const { clock, server, connection } = client({ random: () => 1 })
    connection.start()
    for (let attempt = 0; attempt < 8; attempt += 1) {
      server.socket.end()
      await clock.advance(10_000)
    }
    server.socket.end()
    const before = server.sockets.length
    connection.check()
    await clock.advance(300)
    expect(server.sockets.length).toBe(before + 1)
  })

  test('bytes that are no message end the socket, not the page', async () => {
    const { clock, server, state } = live()
    server.socket.onmessage?.(new Uint8Array([0, 2, 200]))
    expect(server.socket.closedByClient).toBe(true)
    await clock.advance(1_000)
    server.accept(clock.now())
    expect(state().phase).toBe('live')
  })
})

describe('[CL4] a dead socket that looks open', () => {
  test.each([0, 3_000, 9_900])('with a change waiting it says so within 5 s (idle %d ms before)', async (idleMs) => {
    const { clock, server, state, put } = live()
    await clock.advance(idleMs)
    put('a', 1) // the net is gone from here on
    await clock.advance(5_000)
    expect(state()).toMatchObject({ phase: 'offline', waiting: 1 })
    expect(server.sockets.length).toBeGreaterThan(1)
  })

  test('with nothing waiting it takes 15 s', async () => {
    const { clock, server, state } = live()
    await clock.advance(14_000)
    expect(state().phase).toBe('live')
    await clock.advance(1_500)
    expect(server.sockets.length).toBe(2)
    expect(state().phase).toBe('offline')
  })

  test('an answer keeps it alive for as long as there are answers', async () => {
    const { clock, server, state } = live()
    for (let second = 0; second < 120; second += 1) {
      await clock.advance(1_000)
      server.socket.pongs(clock.now())
    }
    expect(server.sockets).toHaveLength(1)
    expect(state().phase).toBe('live')
    expect(server.socket.of('ping').length).toBeLessThan(13)
  })

  test('timers that come late, as in a background tab, do not end a healthy socket', () => {
    const { clock, server, state } = live()
    clock.sleep(60_000) // no timer runs for a minute; then the first asks, and the answer comes
    clock.step()
    server.socket.pongs(clock.now())
    expect(server.sockets).toHaveLength(1)
    expect(state().phase).toBe('live')
  })

  test('on a net with slow answers each new socket gets more time, so that changes get through', async () => {
    const { clock, server, state, put } = live()
    put('a', 1)
    await clock.advance(5_000)
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const { socket } = server
      server.accept(clock.now())
      await clock.advance(7_000)
      if (!socket.closedByClient) break
      await clock.advance(1_000)
    }
    expect(server.socket.closedByClient).toBe(false)
    server.commit()
    expect(state()).toMatchObject({ waiting: 0, phase: 'live' })
  })
})
