import { useMessages } from '../hooks/useMessages.ts'
import styles from './MessagePage.module.css'

/** While a page is fetched. Its words come after a moment, so that a quick change of page does not flicker. */
export function LoadingPage() {
  return (
    <p className={styles['loading']} role="status">
      {useMessages().common.loading}
    </p>
  )
}
