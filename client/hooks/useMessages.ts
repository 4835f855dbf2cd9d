import { createContext, use, useContext } from 'react'
import type { Language } from '../../shared/api.ts'
import type { Messages } from '../../shared/locale/nb.ts'

/** A part of the catalogue that is fetched by itself: a page has only those that it shows. */
export type Section = keyof Messages

/** What is there before anything is shown. */
export const alwaysThere = ['common'] as const satisfies readonly Section[]

/** The sections that were asked for by name, and those that are always there. */
export type Texts<Name extends Section = never> = Pick<Messages, Name | (typeof alwaysThere)[number]>

export type Locale = {
  language: Language
  /** What has come of this language; more comes into it as it is fetched. */
  messages: Texts & Partial<Messages>
  /** Settles when the section is in `messages`; the same for all who wait or have waited. null: nobody had to. */
  fetchSection: (name: Section) => Promise<void> | null
  /** Loads the language and remembers it on this device; the session keeps its own copy (see `SessionProvider`). */
  setLanguage: (language: Language) => void
}

export const LocaleContext = createContext<Locale | null>(null)

type Shown<Name extends Section> = Pick<Locale, 'language' | 'setLanguage'> & { messages: Texts<Name> }

/**
 * The language of this page, the way to change it, and the sections named. What has not come yet is waited for
 * (`Suspense`), so that no text is ever missing; a page that names it to `lazyPage` has it before it is shown.
 */
export function useLocale<Name extends Section = never>(...names: readonly Name[]): Shown<Name> {
  const locale = useContext(LocaleContext)
  if (!locale) throw new Error('useLocale needs a LanguageProvider above it')
  for (const name of names) {
    const coming = locale.fetchSection(name)
    if (coming) use(coming)
  }
  return locale as Shown<Name>
}

/** The sentences of the sections named, in the language of this page. */
export function useMessages<Name extends Section = never>(...names: readonly Name[]): Texts<Name> {
  return useLocale(...names).messages
}
