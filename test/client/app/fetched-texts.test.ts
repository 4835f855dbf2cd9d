import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { catalogues } from '../../../client/app/catalogues.ts'
import { FetchedTexts } from '../../../client/app/fetchedTexts.ts'
import { en } from '../../../shared/locale/en.ts'
import { nb } from '../../../shared/locale/nb.ts'
import { nn } from '../../../shared/locale/nn.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test.each([
  ['nb', nb],
  ['nn', nn],
  ['en', en],
] as const)('every section of %s is fetched from its own file', async (language, whole) => {
  const files = Object.entries(catalogues[language])
  expect(Object.fromEntries(await Promise.all(files.map(async ([name, load]) => [name, await load()])))).toEqual(whole)
})

test('a language that is changed to has what the page shows, also what it came to show meanwhile [FL3]', async () => {
  let opened: Promise<void> | null = null
  const texts = new FetchedTexts({
    ...catalogues,
    nn: {
      ...catalogues.nn,
      talk: async () => {
        opened ??= texts.fetchSection('nb', 'phases')
        await opened
        return nn.talk
      },
    },
  })
  expect(Object.keys(await texts.fetchLanguage('nb', 'nb')).sort()).toEqual(['common'])
  await texts.fetchSection('nb', 'talk')
  expect(await texts.fetchLanguage('nn', 'nb')).toEqual({
    common: nn.common,
    talk: nn.talk,
    phases: nn.phases,
  })
})

test('without net the change fails; a section that a page waits for is asked for until it comes [FL2, FL3]', async () => {
  let online = false
  const load = vi.fn(async () => {
    if (!online) throw new TypeError('Failed to fetch')
    return nb.goals
  })
  const texts = new FetchedTexts({ ...catalogues, nb: { ...catalogues.nb, goals: load } })
  await texts.fetchSection('en', 'goals')
  await expect(texts.fetchLanguage('nb', 'en')).rejects.toThrow('Failed to fetch')

  const waited = texts.fetchSection('nb', 'goals')
  expect(texts.fetchSection('nb', 'goals')).toBe(waited)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(load.mock.calls.length).toBeGreaterThan(3)
  online = true
  await vi.advanceTimersByTimeAsync(2_000)
  await waited
  expect((await texts.fetchLanguage('nb', 'nb')).goals).toBe(nb.goals)
})
