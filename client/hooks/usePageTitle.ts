import { useEffect } from 'react'
import { useMessages } from './useMessages.ts'

/** «Mål · Granvik · Samtavle» in the browser's tab, most particular first. */
export function usePageTitle(...parts: string[]): void {
  const { product } = useMessages().common
  const title = [...parts.filter(Boolean), product].join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
