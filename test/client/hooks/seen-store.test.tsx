import { beforeEach, describe, expect, test, vi } from 'vitest'
import { SeenStore } from '../../../client/hooks/seenStore.ts'

beforeEach(() => window.localStorage.clear())

const id = (start: string) => `${start}-0000-4000-8000-000000000000`

describe('what one has had before the eyes on this device [TA3]', () => {
  test('is told once to who follows, and is there after a reload', () => {
    const seen = new SeenStore('mette', 'granvik')
    const told = vi.fn()
    seen.subscribe(told)
    seen.add([id('aaaaaaaa'), id('bbbbbbbb')])
    const before = seen.get()
    seen.add([id('aaaaaaaa')])
    expect(told).toHaveBeenCalledTimes(1)
    expect(seen.get()).toBe(before)
    const again = new SeenStore('mette', 'granvik')
    expect([id('aaaaaaaa'), id('bbbbbbbb'), id('cccccccc')].map((each) => again.has(each))).toEqual([true, true, false])
  })

  test('is this person’s in this team, and nobody else’s on the device', () => {
    new SeenStore('mette', 'granvik').add([id('aaaaaaaa')])
    expect(new SeenStore('arne', 'granvik').has(id('aaaaaaaa'))).toBe(false)
    expect(new SeenStore('mette', 'storlia').has(id('aaaaaaaa'))).toBe(false)
  })

  test('in two tabs at once adds up, and each hears of the other’s', () => {
    const [one, other] = [new SeenStore('mette', 'granvik'), new SeenStore('mette', 'granvik')]
    one.add([id('aaaaaaaa')])
    // Written before it has heard of the first.
    other.add([id('bbbbbbbb')])
    window.dispatchEvent(new StorageEvent('storage', { key: 'samtavle.seen.mette.granvik' }))
    for (const store of [one, other, new SeenStore('mette', 'granvik')]) {
      expect([store.has(id('aaaaaaaa')), store.has(id('bbbbbbbb'))]).toEqual([true, true])
    }
  })

  test('is known as long as the page is open where the browser keeps nothing', () => {
    vi.spyOn(window.localStorage, 'setItem').mockImplementation(() => {
      throw new Error('the disk is full')
    })
    const seen = new SeenStore('mette', 'granvik')
    seen.add([id('aaaaaaaa')])
    expect(seen.has(id('aaaaaaaa'))).toBe(true)
    expect(new SeenStore('mette', 'granvik').has(id('aaaaaaaa'))).toBe(false)
  })
})
