import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { NewsItem } from '../../../client/features/team-home/news.ts'
import { NewsCard } from '../../../client/features/team-home/NewsCard.tsx'
import { LocaleContext } from '../../../client/hooks/useMessages.ts'
import { nb } from '../../../shared/locale/nb.ts'
import { time } from '../goal-board/board-fixture.ts'

beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))
afterEach(() => vi.unstubAllGlobals())

const item = (more: Partial<NewsItem>): NewsItem => ({
  id: 'a',
  author: null,
  at: time,
  text: 'Ord',
  subject: { kind: 'goal', id: 'g' },
  about: 'Mål g',
  boardId: null,
  ...more,
})

test('says who, about what, and what is new, which stays marked after it has been seen [IM31] [IM32]', async () => {
  const host = document.body.appendChild(document.createElement('div'))
  const root = createRoot(host)
  const berit = { personId: 'b', name: 'Berit', role: 'commenter', title: 'Brukerrepresentant' } as const
  const news = [item({ author: berit }), item({ id: 'old' })]
  const draw = async (seen: readonly string[]) =>
    act(async () =>
      root.render(
        <LocaleContext value={{ language: 'nb', messages: nb, fetchSection: () => null, setLanguage: () => undefined }}>
          <NewsCard teamId="t" news={news} talk={{ isSeen: (id) => seen.includes(id), markSeen: () => undefined }} />
        </LocaleContext>,
      ),
    )
  await draw(['old'])
  const said = () => [...host.querySelectorAll('li')].map((each) => each.textContent ?? '')
  expect(said()[0]).toContain('NyttBerit · Brukerrepresentant · på målet «Mål g» · 17. mars')
  expect(said()[1]).toContain('Uten navn · på målet')
  expect(said()[1]).not.toContain('Nytt')
  expect(host.querySelector('a')?.getAttribute('href')).toBe('/team/t/mal/g')
  await draw(['old', 'a'])
  expect(said()[0]).toContain('Nytt')
  await act(async () => root.unmount())
  host.remove()
})
