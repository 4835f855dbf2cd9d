// @vitest-environment happy-dom
import { act, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'
import { FetchedTexts } from '../../../client/app/fetchedTexts.ts'
import { catalogues } from '../../../client/app/catalogues.ts'
import { lazyPage, useFetched } from '../../../client/app/lazyPage.ts'
import { LocaleContext, useMessages } from '../../../client/hooks/useMessages.ts'
import { nb } from '../../../shared/locale/nb.ts'

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)

function Goals() {
  return <p>{useMessages('goals').goals.board}</p>
}

/** What has been asked for, in order; each comes when it is let through. */
function heldBack() {
  const asked: string[] = []
  const through = new Map<string, () => void>()
  const hold = async <T,>(name: string, value: T): Promise<T> => {
    asked.push(name)
    await new Promise<void>((resolve) => through.set(name, resolve))
    return value
  }
  return { asked, hold, come: async (name: string) => act(async () => through.get(name)?.()) }
}

async function shown(hold: ReturnType<typeof heldBack>['hold'], content: React.ReactNode) {
  const texts = new FetchedTexts({
    ...catalogues,
    nb: { ...catalogues.nb, goals: async () => hold('words', nb.goals) },
  })
  const messages = await texts.fetchLanguage('nb', 'nb')
  const fetchSection = (name: keyof typeof nb) => texts.fetchSection('nb', name)
  const holder = document.createElement('div')
  await act(async () => {
    createRoot(holder).render(
      <LocaleContext value={{ language: 'nb', messages, fetchSection, setLanguage: () => undefined }}>
        <Suspense fallback="…">{content}</Suspense>
      </LocaleContext>,
    )
  })
  return { text: () => holder.textContent, messages }
}

test('a page and its words are asked for side by side, and it is shown when both have come [FL2]', async () => {
  const { asked, hold, come } = heldBack()
  const Page = lazyPage(async () => hold('page', Goals), ['goals'])
  const { text } = await shown(hold, <Page />)
  expect(asked).toEqual(['page', 'words'])
  expect(text()).toBe('…')
  await come('page')
  expect(text()).toBe('…')
  await come('words')
  expect(text()).toBe(nb.goals.board)
  expect(asked).toEqual(['page', 'words'])
})

test('words that nobody named beforehand are waited for, not missing [FL2]', async () => {
  const { hold, come } = heldBack()
  const { text } = await shown(
    hold,
    <>
      <Goals />
      <Goals />
    </>,
  )
  expect(text()).toBe('…')
  await come('words')
  expect(text()).toBe(nb.goals.board.repeat(2))
})

test('what will be needed is fetched with its words before it is asked for', async () => {
  const { asked, hold, come } = heldBack()
  const Later = lazyPage(async () => hold('page', Goals), ['goals'])
  function Now() {
    useFetched(Later)
    return 'now'
  }
  const { text, messages } = await shown(hold, <Now />)
  expect(text()).toBe('now')
  expect(asked).toEqual(['page', 'words'])
  await come('words')
  expect(messages.goals).toBe(nb.goals)
})
