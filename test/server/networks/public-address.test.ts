import { expect, test } from 'vitest'
import { systemClock } from '../../../server/clock.ts'
import { findPublicAddress, lanAddresses, tellChangeMs, urlOf } from '../../../server/networks/public-address.ts'

function machine() {
  const settings = new Map<string, string>()
  let now = 1_000_000
  return {
    pass: (ms: number) => (now += ms),
    find: (args: { publicUrl?: string; host?: string; lan?: string[] } = {}) =>
      findPublicAddress(
        {
          directory: {
            setting: async (key) => settings.get(key) ?? null,
            putSetting: async (key, value) => void settings.set(key, value),
          },
          clock: { ...systemClock, now: () => now },
        },
        { publicUrl: null, host: '0.0.0.0', port: 4321, lan: ['192.168.1.5', '10.0.0.2'], ...args },
      ),
  }
}

test('[AC77] cards say the machine’s address on the local network', async () => {
  expect(await machine().find()).toEqual({ url: 'http://192.168.1.5:4321', reachable: true, changedFrom: null })
})

test('[AC77] what only this machine can reach is told as such', async () => {
  for (const args of [
    { host: '127.0.0.1' },
    { host: 'localhost' },
    { host: '::1' },
    { lan: [] },
    { publicUrl: 'http://localhost:1' },
  ]) {
    expect(await machine().find(args)).toMatchObject({ reachable: false })
  }
  expect(await machine().find({ publicUrl: 'https://tavle.example.org' })).toMatchObject({
    url: 'https://tavle.example.org',
    reachable: true,
  })
})

test('[AC78] a change of address is told for two days, also after another start', async () => {
  const { find, pass } = machine()
  await find()
  const moved = { url: 'http://172.20.10.3:4321', reachable: true, changedFrom: 'http://192.168.1.5:4321' }
  expect(await find({ lan: ['172.20.10.3'] })).toEqual(moved)
  pass(tellChangeMs - 1)
  expect(await find({ lan: ['172.20.10.3'] })).toEqual(moved)
  pass(1)
  expect(await find({ lan: ['172.20.10.3'] })).toEqual({ ...moved, changedFrom: null })
})

test('[AC77] virtual networks come last, loopback and self-assigned addresses not at all', () => {
  const entry = (address: string, internal = false) => ({
    ...{ address, internal, netmask: '255.255.255.0', mac: '00:00:00:00:00:00', cidr: null },
    family: 'IPv4' as const,
  })
  const found = lanAddresses({
    lo: [entry('127.0.0.1', true)],
    docker0: [entry('172.17.0.1')],
    en0: [entry('169.254.3.4'), entry('192.168.1.5')],
    en1: undefined,
  })
  expect(found).toEqual(['192.168.1.5', '172.17.0.1'])
  expect(urlOf('::1', 80)).toBe('http://[::1]:80')
})
