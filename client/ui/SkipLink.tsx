import { useMessages } from '../hooks/useMessages.ts'
import styles from './SkipLink.module.css'

/** The first stop of the Tab key: past the bars, to `<main id="content" tabIndex={-1}>`. */
export function SkipLink() {
  const { skipToContent } = useMessages().common
  return (
    <a
      className={styles['skip']}
      href="#content"
      onClick={(event) => {
        // The fragment of an address may be a secret's place: the address stays as it is.
        event.preventDefault()
        document.getElementById('content')?.focus()
      }}
    >
      {skipToContent}
    </a>
  )
}
