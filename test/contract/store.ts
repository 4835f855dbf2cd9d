import { describe, expect, test } from 'vitest'
import type { Clock } from '../../shared/clock.ts'
import { bytes, change, rows, starter, text, type StoreUnderTest } from './store-under-test.ts'

/** The one suite that every `Store` passes. */
export function storeContract(name: string, open: (clock: Clock) => Promise<StoreUnderTest>): void {
  const { start, time } = starter(open)

  describe(name, () => {
    test('[ST4] a document that was never created is null, and opening makes nothing', async () => {
      const { store } = await start('team:a')
      expect(await store.open('team:b')).toBeNull()
      expect(await store.open('team:b')).toBeNull()
      await expect(store.append(change('team:b', 'x'))).rejects.toMatchObject({ code: 'notFound' })
      await expect(store.putSnapshot('team:b', 'first', 0, bytes('x'))).rejects.toMatchObject({ code: 'notFound' })
    })

    test('[ST1][ST3][ST5] rows are numbered from 1 and are there after opening again', async () => {
      const first = await start('team:a')
      expect(await first.store.append({ ...change('team:a', 'one'), sessionId: 's1', at: 11 })).toBe(1)
      expect(await first.store.append({ ...change('team:a', ''), at: 12 })).toBe(2)
      const { store } = await first.reopen()
      expect(await store.append(change('team:a', 'three'))).toBe(3)
      const stored = await store.open('team:a')
      expect(stored?.epoch).toBe('first')
      expect(text(stored?.snapshot)).toBe('team:a new')
      expect(stored?.snapshotSequence).toBe(0)
      expect(rows(stored)).toEqual(['1 one', '2 ', '3 three'])
      expect(stored?.tail[0]).toMatchObject({ sessionId: 's1', at: 11 })
      expect(stored?.tail[1]).toMatchObject({ sessionId: null, at: 12 })
    })

    test('[ST3] many documents written at once: each is gapless and in the order of the calls', async () => {
      const ids = Array.from({ length: 12 }, (_, index) => `team:${index}`)
      const first = await start(...ids)
      const calls = Array.from({ length: 20 }, (_, turn) => ids.map((id) => ({ id, turn }))).flat()
      const sequences = await Promise.all(calls.map(({ id, turn }) => first.store.append(change(id, `${id} ${turn}`))))
      expect(sequences).toEqual(calls.map(({ turn }) => turn + 1))
      const { store } = await first.reopen()
      for (const id of ids) {
        const expected = Array.from({ length: 20 }, (_, turn) => `${turn + 1} ${id} ${turn}`)
        expect(rows(await store.open(id))).toEqual(expected)
      }
    })

    test('[ST2][ST4] another epoch is refused, leaves nothing and takes no number', async () => {
      const first = await start('team:a')
      const answers = await Promise.allSettled([
        first.store.append(change('team:a', 'one')),
        first.store.append({ ...change('team:a', 'old'), epoch: 'before' }),
        first.store.append(change('team:a', 'two')),
      ])
      expect(answers[0]).toEqual({ status: 'fulfilled', value: 1 })
      expect(answers[1]).toMatchObject({ status: 'rejected', reason: { code: 'epochChanged' } })
      expect(answers[2]).toEqual({ status: 'fulfilled', value: 2 })
      await expect(first.store.putSnapshot('team:a', 'before', 1, bytes('old'))).rejects.toMatchObject({
        code: 'epochChanged',
      })
      const { store } = await first.reopen()
      const stored = await store.open('team:a')
      expect(rows(stored)).toEqual(['1 one', '2 two'])
      expect(text(stored?.snapshot)).toBe('team:a new')
    })

    test('[ST2][ST11] a disk that fails: everything of that commit rejects, leaves nothing, and it goes on later', async () => {
      const first = await start('team:a', 'team:b')
      await first.store.append(change('team:a', 'before'))
      first.breakDisk()
      const answers = await Promise.allSettled([
        first.store.append(change('team:a', 'lost')),
        first.store.append(change('team:b', 'lost')),
        first.store.append(change('team:a', 'lost too')),
      ])
      for (const answer of answers)
        expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'storeFailed' } })
      expect(rows(await first.store.open('team:a'))).toEqual(['1 before'])
      first.mendDisk()
      expect(await first.store.append(change('team:a', 'after'))).toBe(2)
      const { store } = await first.reopen()
      expect(rows(await store.open('team:a'))).toEqual(['1 before', '2 after'])
      expect(rows(await store.open('team:b'))).toEqual([])
    })

    test('[ST5][ST6] a snapshot takes the place of the rows it holds; an older one changes nothing', async () => {
      const first = await start('team:a')
      for (const part of ['one', 'two', 'three']) await first.store.append(change('team:a', part))
      await first.store.putSnapshot('team:a', 'first', 2, bytes('one two'))
      await first.store.putSnapshot('team:a', 'first', 1, bytes('one'))
      const { store } = await first.reopen()
      const stored = await store.open('team:a')
      expect(text(stored?.snapshot)).toBe('one two')
      expect(stored?.snapshotSequence).toBe(2)
      expect(rows(stored)).toEqual(['3 three'])
    })

    test('[ST18] a snapshot keeps its state vector, and one without has none', async () => {
      const first = await start('team:a')
      expect((await first.store.open('team:a'))?.stateVector).toBeNull()
      await first.store.append(change('team:a', 'one'))
      const vector = bytes('vector')
      const put = first.store.putSnapshot('team:a', 'first', 1, bytes('one'), vector)
      vector.fill(0)
      await put
      await first.store.append(change('team:a', 'two'))
      const second = await first.reopen()
      const stored = await second.store.open('team:a')
      expect(text(stored?.stateVector ?? undefined)).toBe('vector')
      expect(stored?.lastSequence).toBe(2)
      stored?.stateVector?.fill(0)
      expect(text((await second.store.open('team:a'))?.stateVector ?? undefined)).toBe('vector')
      await second.store.putSnapshot('team:a', 'first', 2, bytes('one two'))
      expect((await second.store.open('team:a'))?.stateVector).toBeNull()
    })

    test('[ST19] what tidying a document has had is remembered', async () => {
      const first = await start('team:a')
      expect((await first.store.open('team:a'))?.tidied).toEqual({ version: 0, at: 0 })
      await first.store.markTidied('team:a', 3, 1_500)
      await expect(first.store.markTidied('team:b', 3, 1_500)).rejects.toMatchObject({ code: 'notFound' })
      const { store } = await first.reopen()
      expect((await store.open('team:a'))?.tidied).toEqual({ version: 3, at: 1_500 })
    })

    test('[ST2] a snapshot of rows that do not exist is refused', async () => {
      const { store } = await start('team:a')
      await store.append(change('team:a', 'one'))
      await expect(store.putSnapshot('team:a', 'first', 2, bytes('x'))).rejects.toMatchObject({ code: 'storeFailed' })
      expect((await store.open('team:a'))?.snapshotSequence).toBe(0)
    })

    test('[ST7] sweep removes what was superfluous before, and nothing else', async () => {
      const first = await start('team:a', 'team:b')
      for (const part of ['one', 'two', 'three', 'four']) await first.store.append(change('team:a', part))
      await first.store.append(change('team:b', 'untouched'))
      time.now = 2_000
      await first.store.putSnapshot('team:a', 'first', 2, bytes('one two'))
      time.now = 3_000
      await first.store.putSnapshot('team:a', 'first', 3, bytes('one two three'))
      expect(await first.store.sweep(2_000)).toBe(0)
      expect(await first.store.sweep(2_001)).toBe(2)
      expect(await first.store.sweep(2_001)).toBe(0)
      // Row 3 is what the snapshot before the newest needs.
      expect(await first.store.sweep(9_999)).toBe(0)
      await first.store.putSnapshot('team:a', 'first', 4, bytes('one two three four'))
      await first.store.append(change('team:a', 'five'))
      expect(await first.store.sweep(9_999)).toBe(1)
      const { store } = await first.reopen()
      expect(rows(await store.open('team:a'))).toEqual(['5 five'])
      expect(rows(await store.open('team:b'))).toEqual(['1 untouched'])
    })

    test('[ST3][ST7] numbers go on after every row was swept', async () => {
      const first = await start('team:a')
      for (const part of ['one', 'two']) await first.store.append(change('team:a', part))
      await first.store.putSnapshot('team:a', 'first', 1, bytes('one'))
      await first.store.putSnapshot('team:a', 'first', 2, bytes('one two'))
      expect(await first.store.sweep(9_999)).toBe(1)
      const { store } = await first.reopen()
      expect(await store.append(change('team:a', 'three'))).toBe(3)
      expect(rows(await store.open('team:a'))).toEqual(['3 three'])
    })

    test('[ST8] bytes given may be used again at once, bytes received may be changed', async () => {
      const { store } = await start('team:a')
      const reused = bytes('given')
      const written = store.append({ ...change('team:a', ''), update: reused })
      reused.fill(0)
      await written
      const snapshot = bytes('snapshot')
      const put = store.putSnapshot('team:a', 'first', 0, snapshot)
      snapshot.fill(0)
      await put
      const stored = await store.open('team:a')
      expect(rows(stored)).toEqual(['1 given'])
      expect(text(stored?.snapshot)).toBe('snapshot')
      stored?.snapshot.fill(0)
      stored?.tail[0]?.update.fill(0)
      const again = await store.open('team:a')
      expect(rows(again)).toEqual(['1 given'])
      expect(text(again?.snapshot)).toBe('snapshot')
    })

    test('[ST12] what is read is durable: nothing of a commit that failed was ever seen', async () => {
      const { store, breakDisk } = await start('team:a')
      breakDisk()
      const [write, read] = await Promise.allSettled([store.append(change('team:a', 'lost')), store.open('team:a')])
      expect(write.status).toBe('rejected')
      expect(read.status === 'fulfilled' && rows(read.value)).toEqual([])
    })

    test('[ST1] probe resolves when a write reaches the disk', async () => {
      const { store } = await start()
      expect(await store.probe()).toBeUndefined()
    })

    test('[ST9] close waits for what is under way, and rejects what comes after', async () => {
      const first = await start('team:a')
      const under = [1, 2, 3].map((part) => first.store.append(change('team:a', String(part))))
      const reopened = first.reopen()
      await expect(first.store.append(change('team:a', 'late'))).rejects.toMatchObject({ code: 'storeFailed' })
      await expect(first.store.open('team:a')).rejects.toMatchObject({ code: 'storeFailed' })
      expect(await Promise.all(under)).toEqual([1, 2, 3])
      const { store } = await reopened
      expect(rows(await store.open('team:a'))).toEqual(['1 1', '2 2', '3 3'])
    })
  })
}
