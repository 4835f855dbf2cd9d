import { useEffect, useState } from 'react'
import type { Language } from '../../shared/api.ts'
import { useLocale } from './useMessages.ts'

/** A long text in the language of the page, fetched when it is read; null until it is here. `load` must stay the same. */
export function useLongText<T>(load: Record<Language, () => Promise<T>>): T | null {
  const { language } = useLocale()
  const [text, setText] = useState<T | null>(null)
  useEffect(() => {
    let gone = false
    let timer: ReturnType<typeof setTimeout>
    const fetchText = () => {
      load[language]().then(
        (loaded) => {
          if (!gone) setText(loaded)
        },
        () => {
          timer = setTimeout(fetchText, 2_000)
        },
      )
    }
    fetchText()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [load, language])
  return text
}
