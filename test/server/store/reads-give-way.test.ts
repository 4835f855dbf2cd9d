import { expect, test } from 'vitest'
import { directoryInTest } from './directory-in-test.ts'

test('[AC101] hundreds of large reads do not hold up a write that comes after them', async () => {
  const { directory, store } = await directoryInTest()
  await directory.putSetting('large', 'x'.repeat(1_000_000))
  let answered = 0
  const reads = Array.from({ length: 400 }, async () => {
    const value = await directory.setting('large')
    answered += 1
    return value?.length
  })
  // They are under way.
  await reads[0]
  await directory.putSetting('small', 'y')
  expect(answered).toBeLessThan(300)
  // All are answered, also when the store is closed meanwhile.
  const closing = store.close()
  expect(new Set(await Promise.all(reads))).toEqual(new Set([1_000_000]))
  await closing
})
