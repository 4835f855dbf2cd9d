import { useEffect, useState } from 'react'
import { recall, remember } from '../../hooks/deviceStorage.ts'

/** As many as a team may have shown at once, with room; older ones are not shown any more. */
const mostRemembered = 200

function remembered(key: string): string[] {
  try {
    const known: unknown = JSON.parse(recall(key) ?? '[]')
    return Array.isArray(known) ? known.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

/**
 * Which of the things shown had been shown on this device before this visit. Ids and no times: a comment
 * «uten navn» has only a day.
 */
export function useSeenNews(teamId: string, shown: readonly string[]): ReadonlySet<string> {
  const key = `seen.${teamId}`
  const [before] = useState(() => new Set(remembered(key)))
  const joined = shown.join(' ')
  useEffect(() => {
    if (joined === '') return
    const ids = new Set([...joined.split(' '), ...remembered(key)])
    remember(key, JSON.stringify([...ids].slice(0, mostRemembered)))
  }, [key, joined])
  return before
}
