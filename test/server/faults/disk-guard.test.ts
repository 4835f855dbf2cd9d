import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { DiskGuard } from '../../../server/disk/disk-guard.ts'
import { serverLimits } from '../../../server/limits.ts'
import { FakeClock } from '../../client/sync/fake-clock.ts'
import { openInTest } from '../store/open-in-test.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'

const limits = {
  ...serverLimits,
  diskFullBytes: 1_000,
  diskLowBytes: 5_000,
  diskReserveBytes: 500,
  diskCheckMs: 10_000,
}

async function guarded() {
  const folder = temporaryFolder()
  const opened = await openInTest(folder)
  const documents = [{ id: 'team:a', epoch: 'e', snapshot: new Uint8Array([1]) }]
  await opened.directory.createNetwork({ id: 'n', name: 'N', facilitatorId: null, at: 1, documents })
  const clock = new FakeClock()
  const disk = { free: 10_000 }
  const told: string[] = []
  const tell = (_: object, message: string): void => void told.push(message)
  const log = { info: tell, warn: tell, error: tell }
  const guard = new DiskGuard({ folder, clock, limits, log, freeOn: () => Promise.resolve(disk.free) })
  await guard.start()
  const store = guard.guard(opened.store)
  const append = () =>
    store.append({ documentId: 'team:a', epoch: 'e', update: new Uint8Array([1]), sessionId: null, at: 1 })
  const look = async (free: number) => {
    disk.free = free
    await vi.waitFor(async () => {
      await clock.advance(limits.diskCheckMs)
      expect(guard.freeBytes).toBe(free)
    })
  }
  return { guard, store, append, look, told, reserve: join(folder, 'reserve') }
}

test('[ST72] below the limit changes of documents are refused, above it with room for the reserve they go on', async () => {
  const { guard, store, append, look, told } = await guarded()
  expect(await append()).toBe(1)
  await look(4_000)
  expect(guard.state).toBe('low')
  expect(await append()).toBe(2)
  await look(900)
  expect(guard.state).toBe('full')
  const failed = { code: 'storeFailed', details: { reason: 'diskFull' } }
  await expect(append()).rejects.toMatchObject(failed)
  await expect(store.probe()).rejects.toMatchObject(failed)
  expect((await store.open('team:a'))?.tail).toHaveLength(2)
  await look(1_400)
  expect(guard.state).toBe('full')
  await look(1_600)
  expect(guard.state).toBe('low')
  expect(await append()).toBe(3)
  await look(6_000)
  expect(told).toEqual([
    'the disk is nearly full: make room on it soon',
    'the disk is full: boards can only be read until there is room',
    'the disk is nearly full: make room on it soon',
    'there is room on the disk again',
  ])
})

test('[ST72] the reserve is made while there is room, is given up when there is none, and comes back', async () => {
  const { look, reserve } = await guarded()
  expect(existsSync(reserve)).toBe(false)
  await look(9_000)
  await vi.waitFor(() => expect(statSync(reserve).size).toBeGreaterThanOrEqual(limits.diskReserveBytes))
  await look(10)
  await vi.waitFor(() => expect(existsSync(reserve)).toBe(false))
  await look(9_000)
  await vi.waitFor(() => expect(existsSync(reserve)).toBe(true))
})
