import { describe, expect, test } from 'vitest'
import type { Clock } from '../../shared/clock.ts'
import { serverLimits } from '../../server/limits.ts'
import type { NewVersion, Rewrite, VersionKind } from '../../server/store/store.ts'
import { bytes, change, rows, starter, text, type StoreUnderTest } from './store-under-test.ts'

const hourMs = 60 * 60 * 1000

/** What every `Store` keeps beside the documents as they are: versions, history, and nothing of what was purged. */
export function keptContract(name: string, open: (clock: Clock) => Promise<StoreUnderTest>): void {
  const { start, time } = starter(open)

  describe(name, () => {
    test('[ST23] versions are listed newest first, and read as they were given', async () => {
      const first = await start('team:a', 'team:b')
      await first.store.append(change('team:a', 'one'))
      const state = bytes('the whole state')
      const saving = first.store.saveVersion('team:a', { ...version('auto', 10), state })
      state.fill(0)
      const auto = await saving
      await first.store.append(change('team:a', 'two'))
      const named = await first.store.saveVersion('team:a', { ...version('named', 20), name: 'Før lunsj', sequence: 2 })
      await first.store.saveVersion('team:b', { ...version('beforeRestore', 15), sequence: 0 })
      const { store } = await first.reopen()
      expect(await store.versions('team:a')).toMatchObject([
        { id: named, documentId: 'team:a', kind: 'named', name: 'Før lunsj', personId: null, at: 20, sequence: 2 },
        { id: auto, kind: 'auto', name: null, at: 10, sequence: 1 },
      ])
      expect(await store.versions('team:none')).toEqual([])
      const read = await store.readVersion(auto)
      expect(read).toMatchObject({ id: auto, documentId: 'team:a', kind: 'auto' })
      expect(text(read?.state)).toBe('the whole state')
      expect(await store.readVersion(999)).toBeNull()
    })

    test('[ST23] a version is not kept twice, of another epoch, or of rows that do not exist', async () => {
      const { store } = await start('team:a')
      await store.append(change('team:a', 'one'))
      const save = (parts: Partial<NewVersion>) => store.saveVersion('team:a', { ...version('auto', 10), ...parts })
      const id = await save({})
      expect(await save({ at: 20 })).toBe(id)
      await expect(save({ epoch: 'before', at: 30 })).rejects.toMatchObject({ code: 'epochChanged' })
      await expect(save({ sequence: 2, at: 30 })).rejects.toMatchObject({ code: 'storeFailed' })
      await expect(store.saveVersion('team:b', version('auto', 10))).rejects.toMatchObject({ code: 'notFound' })
      expect(await store.versions('team:a')).toHaveLength(1)
      // Somebody asked for it, or is about to change much: then it is kept also if nothing changed.
      await save({ kind: 'beforeDelete' })
      expect(await store.versions('team:a')).toHaveLength(2)
    })

    test('[ST24] versions that are kept no longer go with the sweep, named ones never', async () => {
      const { store } = await start('team:a')
      for (let day = 0; day < 3; day += 1) {
        for (const hour of [8, 9]) {
          await store.append(change('team:a', 'one'))
          const at = (day * 24 + hour) * hourMs
          await store.saveVersion('team:a', { ...version('auto', at), sequence: day * 2 + hour - 7 })
        }
      }
      await store.saveVersion('team:a', { ...version('named', 8.5 * hourMs), name: 'Kart' })
      time.now = 5 * 24 * hourMs
      await store.sweep(0)
      const kept = (await store.versions('team:a')).map(({ kind, at }) => `${kind} ${at / hourMs}`)
      expect(kept).toEqual(['auto 57', 'auto 33', 'auto 9', 'named 8.5'])
    })

    test('[ST24] a document has so many named versions, and no more', async () => {
      const { store } = await start('team:a')
      const save = (at: number) => store.saveVersion('team:a', { ...version('named', at), sequence: 0 })
      await Promise.all(Array.from({ length: serverLimits.namedVersionsPerDocument }, (_, index) => save(index)))
      await expect(save(999)).rejects.toMatchObject({ code: 'tooMany' })
    })

    test('[ST28] history tells how much was changed in which minute, also after the sweep', async () => {
      const first = await start('team:a', 'team:b')
      const changes = [60_000, 61_000, 180_000, 200_000, 239_999, 300_000]
      for (const at of changes) await first.store.append({ ...change('team:a', 'x'), at })
      await first.store.append({ ...change('team:b', 'x'), at: 61_000 })
      const before = await first.store.history('team:a', { from: 60_000, to: 240_000 })
      expect(before).toEqual({
        entries: [
          { at: 180_000, personId: null, name: null, changes: 3 },
          { at: 60_000, personId: null, name: null, changes: 2 },
        ],
        more: false,
      })
      await first.store.putSnapshot('team:a', 'first', 4, bytes('four'))
      await first.store.putSnapshot('team:a', 'first', 6, bytes('six'))
      expect(await first.store.sweep(9_999)).toBe(4)
      const { store } = await first.reopen()
      expect(await store.history('team:a', { from: 60_000, to: 240_000 })).toEqual(before)
      const [newest] = before.entries
      const next = await store.history('team:a', { from: 0, to: 999_999, ...(newest && { before: newest }) })
      expect(next.entries.map(({ at }) => at)).toEqual([60_000])
    })

    test('[ST26] a purge leaves the new snapshot under a new epoch, and nothing else of the document', async () => {
      const first = await start('team:a', 'stage:a', 'team:b')
      for (const id of ['team:a', 'stage:a', 'team:b']) {
        await first.store.append(change(id, 'one'))
        await first.store.append({ ...change(id, 'two'), at: 60_000 })
        await first.store.putSnapshot(id, 'first', 1, bytes('one'))
      }
      const id = await first.store.saveVersion('team:a', version('named', 10))
      const purged = await first.store.purge([rewrite('team:a'), rewrite('stage:a')])
      expect(purged).toEqual({ clean: true, backups: [] })
      await expect(first.store.append(change('team:a', 'late'))).rejects.toMatchObject({ code: 'epochChanged' })
      await expect(first.store.saveVersion('team:a', version('auto', 20))).rejects.toMatchObject({
        code: 'epochChanged',
      })
      const { store } = await first.reopen()
      for (const purgedId of ['team:a', 'stage:a']) {
        expect(await store.open(purgedId)).toMatchObject({
          epoch: 'second',
          snapshot: bytes('clean'),
          stateVector: bytes('vector'),
          snapshotSequence: 2,
          lastSequence: 2,
          tail: [],
          damage: [],
        })
      }
      expect(await store.versions('team:a')).toEqual([])
      expect(await store.readVersion(id)).toBeNull()
      expect((await store.history('team:a', { from: 0, to: 99_999 })).entries.map(({ at }) => at)).toEqual([60_000, 0])
      expect(await store.append({ ...change('team:a', 'new'), epoch: 'second' })).toBe(3)
      expect(rows(await store.open('team:a'))).toEqual(['3 new'])
      expect(rows(await store.open('team:b'))).toEqual(['2 two'])
    })

    test('[ST26] a purge that is refused, in one document of several, changes none', async () => {
      const { store } = await start('team:a', 'team:b')
      await store.append(change('team:a', 'one'))
      const before = { ...rewrite('team:b'), epoch: 'before' }
      await expect(store.purge([rewrite('team:a'), before])).rejects.toMatchObject({ code: 'epochChanged' })
      await expect(store.purge([rewrite('team:a'), rewrite('none')])).rejects.toMatchObject({ code: 'notFound' })
      const stored = await store.open('team:a')
      expect(stored?.epoch).toBe('first')
      expect(rows(stored)).toEqual(['1 one'])
    })
  })
}

function version(kind: VersionKind, at: number): NewVersion {
  return { epoch: 'first', kind, name: null, personId: null, at, sequence: 1, state: bytes('state') }
}

function rewrite(documentId: string): Rewrite {
  const after = { newEpoch: 'second', snapshot: bytes('clean'), stateVector: bytes('vector') }
  return { documentId, epoch: 'first', ...after }
}
