import { SmarteLetters } from '../../ui/SmarteLetters.tsx'
import type { GoalLine } from './summary.ts'
import styles from './GoalsPicture.module.css'

/** The goal board in small: the first goals with their letters; without goals, two empty cards. */
export function GoalsPicture({ lines, untitled }: { lines: readonly GoalLine[]; untitled: string }) {
  if (lines.length === 0) {
    return (
      <svg viewBox="0 0 280 160" fill="none">
        <rect x="62" y="34" width="112" height="68" rx="8" stroke="var(--edge)" strokeWidth="2" strokeDasharray="6 5" />
        <rect x="104" y="56" width="114" height="70" rx="8" fill="var(--white)" stroke="var(--ink)" strokeWidth="2" />
        <path d="M120 78H200M120 98H172" stroke="var(--depth-line)" strokeWidth="6" strokeLinecap="round" />
      </svg>
    )
  }
  return (
    <ul className={styles['goals']}>
      {lines.slice(0, 2).map(({ id, title, letters }, at) => (
        <li key={id}>
          <span>{title.trim() || untitled}</span>
          {at === 0 && <SmarteLetters met={letters} small />}
        </li>
      ))}
    </ul>
  )
}
