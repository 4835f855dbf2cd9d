import { useEffect, useRef, useState } from 'react'
import type { Comment } from '../../../shared/select/talk.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import type { Talk } from '../../hooks/useTalk.ts'
import { authorWords } from './authorWords.ts'

/** What has come since one began to look, for those who listen: others' comments, and what became of one's own. */
export function useArrivals(shown: readonly Comment[], { loaded, entries, isOwn }: Talk): string {
  const { talk: m } = useMessages('talk')
  const known = useRef<Set<string> | null>(null)
  const states = useRef(new Map<string, string>())
  const [said, setSaid] = useState('')

  useEffect(() => {
    if (!loaded) return
    const before = known.current
    known.current = new Set(shown.map(({ id }) => id))
    const arrived = shown.filter((comment) => before && !before.has(comment.id) && !isOwn(comment))
    if (arrived.length > 0) setSaid(m.arrived(arrived.map((comment) => authorWords(comment, m).name)))
  }, [loaded, shown, isOwn, m])
  useEffect(() => {
    for (const { command, state } of entries) {
      if (states.current.get(command.id) !== state && state === 'waiting') setSaid(m.waitsNow)
      if (states.current.get(command.id) !== state && state === 'sent') setSaid(m.sentNow)
    }
    states.current = new Map(entries.map(({ command, state }) => [command.id, state]))
  }, [entries, m])
  return said
}
