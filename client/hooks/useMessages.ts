import { createContext, useContext } from 'react'
import type { Language } from '../../shared/api.ts'
import type { Messages } from '../../shared/locale/nb.ts'

export type Locale = {
  language: Language
  messages: Messages
  /** Loads the language and remembers it on this device; the session keeps its own copy (see `SessionProvider`). */
  setLanguage: (language: Language) => void
}

export const LocaleContext = createContext<Locale | null>(null)

/** The language of this page and the way to change it. */
export function useLocale(): Locale {
  const locale = useContext(LocaleContext)
  if (!locale) throw new Error('useLocale needs a LanguageProvider above it')
  return locale
}

/** Every sentence, in the language of this page. */
export function useMessages(): Messages {
  return useLocale().messages
}
