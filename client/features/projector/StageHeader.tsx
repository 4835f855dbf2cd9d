import type { StageShow } from '../../../shared/schema/stage.ts'
import { TeamMark } from '../../ui/TeamMark.tsx'
import { classNames } from '../../ui/classNames.ts'
import styles from './projector.module.css'
import board from './boards.module.css'

/** Whose board it is, and which. */
export function StageHeader({ show, what }: { show: Exclude<StageShow, { kind: 'nothing' }>; what: string }) {
  return (
    <header className={classNames(styles.header, board.header)}>
      <TeamMark number={show.teamNumber} decorative />
      <h1>{show.teamName}</h1>
      <p>{what}</p>
    </header>
  )
}
