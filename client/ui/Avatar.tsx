import { classNames } from './classNames.ts'
import { initials, personColour } from './initials.ts'
import styles from './Avatar.module.css'

/** Initials in a circle. The name must be said beside it or by the parent: it is hidden for those who listen. */
export function Avatar({ personId, name, small }: { personId: string; name: string; small?: boolean }) {
  const colour = styles[`colour${personColour(personId)}`]
  return (
    <span className={classNames(styles['avatar'], colour, small && styles['small'])} aria-hidden="true" title={name}>
      {initials(name)}
    </span>
  )
}
