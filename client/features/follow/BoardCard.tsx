import { useMessages } from '../../hooks/useMessages.ts'
import type { BoardText } from '../../../shared/select/board-text.ts'
import { boardTitle } from './boardWords.ts'
import { GoalsText } from './GoalsText.tsx'
import { MapText } from './MapText.tsx'
import { PhasesText } from './PhasesText.tsx'
import styles from './boards.module.css'

/** One board as text. `whole`: also a long map from beginning to end. */
export function BoardCard({ board, whole = false }: { board: BoardText; whole?: boolean }) {
  const messages = useMessages('reading', 'talk')
  return (
    <section className={styles['board']}>
      <h2>{boardTitle(board, messages)}</h2>
      {board.kind === 'map' && <MapText key={board.mapId} board={board} whole={whole} />}
      {board.kind === 'goals' && <GoalsText board={board} />}
      {board.kind === 'phases' && <PhasesText board={board} />}
    </section>
  )
}
