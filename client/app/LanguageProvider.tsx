import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Language } from '../../shared/api.ts'
import { recall, remember } from '../hooks/deviceStorage.ts'
import { LocaleContext, type Locale } from '../hooks/useMessages.ts'
import { catalogues } from './catalogues.ts'
import { FetchedTexts } from './fetchedTexts.ts'

const isLanguage = (value: string | null): value is Language => value !== null && Object.hasOwn(catalogues, value)

/**
 * What this device chose before; else Nynorsk for a browser that asks for it first; else Bokmål. A browser in
 * English says little about a Norwegian gathering, and English is one tap away.
 */
export function firstLanguage(chosen: string | null, asked: readonly string[]): Language {
  if (isLanguage(chosen)) return chosen
  const norwegian = asked
    .map((tag) => tag.toLowerCase().split('-')[0])
    .find((tag) => ['nb', 'no', 'nn'].includes(tag ?? ''))
  return norwegian === 'nn' ? 'nn' : 'nb'
}

const retryMs = 2_000

export function LanguageProvider({ children }: { children: ReactNode }) {
  const wanted = useRef<Language>(firstLanguage(recall('language'), navigator.languages))
  const shown = useRef<Language>(wanted.current)
  const [texts] = useState(() => new FetchedTexts(catalogues))
  const [loaded, setLoaded] = useState<Omit<Locale, 'setLanguage'> | null>(null)

  const load = useCallback(
    async (language: Language) => {
      wanted.current = language
      const messages = await texts.fetchLanguage(language, shown.current)
      // Two quick choices: the last one stands, whichever file came first.
      if (wanted.current !== language) return
      shown.current = language
      document.documentElement.lang = language
      setLoaded({ language, messages, fetchSection: (name) => texts.fetchSection(language, name) })
    },
    [texts],
  )

  const setLanguage = useCallback(
    (language: Language) => {
      remember('language', language)
      if (wanted.current === language) return
      load(language).catch(() => {
        // No net: the page stays as it was, and the same choice can be made again.
        if (wanted.current === language) wanted.current = shown.current
      })
    },
    [load],
  )

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const first = () => {
      load(wanted.current).catch(() => {
        timer = setTimeout(first, retryMs)
      })
    }
    first()
    return () => clearTimeout(timer)
  }, [load])

  const locale = useMemo(() => loaded && { ...loaded, setLanguage }, [loaded, setLanguage])
  return locale && <LocaleContext value={locale}>{children}</LocaleContext>
}
