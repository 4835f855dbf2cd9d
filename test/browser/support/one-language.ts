import { expect, type Page } from '@playwright/test'
import type { Language } from '../../../shared/api.ts'
import { seenTexts } from './seen-texts.ts'
import { words } from './words.ts'

/** Each language by its own name, whatever the page speaks. */
const namesOfLanguages = ['Bokmål', 'Nynorsk', 'English']

/**
 * The page speaks this language only: no words stand on it that another language's catalogue has and this one
 * lacks. `written`: what people have written themselves.
 */
export async function expectOneLanguage(page: Page, language: Language, written: readonly string[] = []) {
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  const own = new Set([...sentences(words[language]), ...namesOfLanguages, ...written])
  const foreign = new Map(
    (['nb', 'nn', 'en'] as const).flatMap((other) =>
      sentences(words[other])
        .filter((sentence) => !own.has(sentence))
        .map((sentence) => [sentence, other] as const),
    ),
  )
  const said = [...(await seenTexts(page)).map(({ text }) => text), ...(await spokenNames(page))]
  expect(said.filter((text) => foreign.has(text)).map((text) => `${foreign.get(text)}: ${text}`)).toEqual([])
}

/** What is read aloud or waits in an empty field. */
async function spokenNames(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    ['aria-label', 'placeholder', 'title', 'alt'].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
    ),
  )
}

/** The sentences of a catalogue that need no number or name put in. */
function sentences(part: unknown): string[] {
  if (typeof part === 'string') return [part]
  if (Array.isArray(part)) return part.flatMap(sentences)
  if (typeof part === 'object' && part !== null) return Object.values(part).flatMap(sentences)
  return []
}
