import { useCallback, useState } from 'react'
import { recall, remember } from '../../hooks/deviceStorage.ts'

/** A text that is being written: it is there again after another page or a reload, as long as the tab lives. */
export function useDraftText(key: string): [string, (text: string) => void] {
  const name = `draft.${key}`
  const [text, setText] = useState(() => recall(name, 'tab') ?? '')
  const change = useCallback(
    (next: string) => {
      setText(next)
      remember(name, next === '' ? null : next, 'tab')
    },
    [name],
  )
  return [text, change]
}
