import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'

type DraftArgs = {
  /** the value as it stands on the board, as text */
  shown: string
  /** Takes the finished text; a sentence when it can't be taken, and then the text stays as it was typed. */
  commit: (text: string) => string | null
  /** the goal is deleted: what is typed waits here until it is taken back */
  paused: boolean
}

/** What an input inside a `Field` needs. */
export type Draft = {
  error: string | null
  input: {
    value: string
    onChange: (event: { target: { value: string } }) => void
    onBlur: () => void
    onKeyDown: (event: KeyboardEvent) => void
  }
  /** sets and takes a text at once, as from a calendar */
  take: (text: string) => void
}

/**
 * A plain value that one person types: others see it when it is finished, not at each key. While somebody
 * types here, what another person sets does not change the field; leaving it untouched shows theirs.
 */
export function useDraft({ shown, commit, paused }: DraftArgs): Draft {
  const [draft, setDraft] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)

  const take = useCallback(
    (text: string) => {
      if (paused) return setDraft(text)
      const failure = text === shown ? null : commit(text)
      setError(failure)
      setDraft(failure === null ? null : text)
    },
    [paused, shown, commit],
  )
  const finish = () => {
    if (draft !== null) take(draft)
  }

  // What waited for a deleted goal, and what stands unfinished when the panel closes.
  const latest = useRef(finish)
  useEffect(() => {
    latest.current = finish
  })
  useEffect(() => {
    if (!paused) latest.current()
  }, [paused])
  useEffect(() => () => latest.current(), [])

  return {
    error,
    take,
    input: {
      value: draft ?? shown,
      onChange: (event) => {
        setDraft(event.target.value)
        setError(null)
      },
      onBlur: finish,
      onKeyDown: (event) => {
        if (event.key === 'Enter' && draft !== null) {
          // Nothing left to take here: in a form, Enter then sends the form.
          event.preventDefault()
          finish()
        } else if (event.key === 'Escape' && draft !== null) {
          event.stopPropagation()
          setDraft(null)
          setError(null)
        }
      },
    },
  }
}
