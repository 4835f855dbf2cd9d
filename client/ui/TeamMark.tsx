import { useMessages } from '../hooks/useMessages.ts'
import { teamMarkOf, type TeamShape } from './teamMarkOf.ts'
import styles from './TeamMark.module.css'

const outlines: Record<TeamShape, string> = {
  circle: 'M20 1.5a18.5 18.5 0 1 1 0 37a18.5 18.5 0 1 1 0-37Z',
  square: 'M7 2.5H33A4.5 4.5 0 0 1 37.5 7V33A4.5 4.5 0 0 1 33 37.5H7A4.5 4.5 0 0 1 2.5 33V7A4.5 4.5 0 0 1 7 2.5Z',
  diamond: 'M20 -2.2 42.2 20 20 42.2 -2.2 20Z',
  shield: 'M2.5 3H37.5V23.5L20 38.5L2.5 23.5Z',
}

type TeamMarkProps = {
  number: number
  /** in px; default 32 */
  size?: number
  /** The team's name stands beside it: the mark need not be read aloud as well. */
  decorative?: boolean
}

/** A team's colour and shape with its table number and an ink outline: known from afar, never by hue alone. */
export function TeamMark({ number, size = 32, decorative }: TeamMarkProps) {
  const messages = useMessages()
  const { colour, shape, darkText } = teamMarkOf(number)
  const spoken = decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': messages.common.teamMark(number) }
  return (
    <svg className={styles['mark']} viewBox="0 0 40 40" width={size} height={size} {...spoken}>
      <path d={outlines[shape]} className={styles[colour]} strokeWidth={size < 40 ? 2.4 : 2} strokeLinejoin="round" />
      <text
        x="20"
        y={shape === 'shield' ? 24.5 : 26.5}
        textAnchor="middle"
        fontSize={number > 99 ? 15 : 18}
        className={darkText ? styles['dark'] : styles['light']}
      >
        {number}
      </text>
    </svg>
  )
}
