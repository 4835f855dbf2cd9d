import { undeleteMs } from '../../../shared/schema/limits.ts'
import { Button } from '../Button.tsx'
import { Details } from '../Details.tsx'
import { focusCard } from './focusCard.ts'
import styles from './DeletedCards.module.css'

const dayMs = 24 * 60 * 60 * 1000

export type DeletedCard = { id: string; name: string; deletedAt: number }

type DeletedCardsProps = {
  cards: readonly DeletedCard[]
  words: {
    deleted: string
    deletedHint: string
    deletedDaysLeft: (days: number) => string
    takeBack: string
    takeBackNamed: (name: string) => string
  }
  /** the server's time, ms since 1970 */
  now: () => number
  onTakeBack: (id: string) => void
}

/** What can still be taken back, by anybody in the team, for thirty days. */
export function DeletedCards({ cards, words, now, onTakeBack }: DeletedCardsProps) {
  if (cards.length === 0) return null
  const time = now()
  return (
    <Details label={words.deleted} count={cards.length} className={styles['deleted']}>
      <p>{words.deletedHint}</p>
      <ul>
        {cards.map(({ id, name, deletedAt }) => {
          const left = Math.max(0, deletedAt + undeleteMs - time)
          return (
            <li key={id}>
              <span className={styles['title']}>{name}</span>
              <span className={styles['left']}>{words.deletedDaysLeft(Math.max(1, Math.ceil(left / dayMs)))}</span>
              <Button
                aria-label={words.takeBackNamed(name)}
                onClick={() => {
                  onTakeBack(id)
                  // This button goes away with its row.
                  focusCard(id)
                }}
              >
                {words.takeBack}
              </Button>
            </li>
          )
        })}
      </ul>
    </Details>
  )
}
