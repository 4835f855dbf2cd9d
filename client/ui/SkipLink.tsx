import type { ReactNode } from 'react'
import { useMessages } from '../hooks/useMessages.ts'
import styles from './SkipLink.module.css'

type SkipLinkProps = { to?: string; children?: ReactNode }

/** The first stop of the Tab key: past the bars, to `<main id="content" tabIndex={-1}>`; or to what has the id `to`. */
export function SkipLink({ to = 'content', children }: SkipLinkProps) {
  const { skipToContent } = useMessages().common
  return (
    <a
      className={styles['skip']}
      href={`#${to}`}
      onClick={(event) => {
        // The fragment of an address may be a secret's place: the address stays as it is.
        event.preventDefault()
        document.getElementById(to)?.focus()
      }}
    >
      {children ?? skipToContent}
    </a>
  )
}
