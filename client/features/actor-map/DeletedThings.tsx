import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './DeletedThings.module.css'

export type DeletedThing = { id: string; name: string; takeBack: () => void }

/** Deleted actors and maps, which anybody in the team can take back for thirty days. */
export function DeletedThings({ things }: { things: readonly DeletedThing[] }) {
  const { map: m } = useMessages('map')
  if (things.length === 0) return null
  return (
    <details className={styles['deleted']}>
      <summary>
        {m.deleted} <span>{things.length}</span>
      </summary>
      <p>{m.deletedHint}</p>
      <ul>
        {things.map(({ id, name, takeBack }) => (
          <li key={id}>
            <span>{name}</span>
            <Button aria-label={m.takeBackNamed(name)} onClick={takeBack}>
              {m.takeBack}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
