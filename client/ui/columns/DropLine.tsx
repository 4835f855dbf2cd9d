import { useDropMarker } from './DragCards.tsx'
import styles from './DropLine.module.css'

/** Where the dragged card would land in a column. Moves by itself: the column does not render again for it. */
export function DropLine({ column }: { column: string }) {
  const top = useDropMarker(column)
  if (top === null) return null
  return <li className={styles['line']} style={{ top }} role="presentation" />
}
