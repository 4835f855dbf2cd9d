import type { SecretView } from '../../../shared/api.ts'
import { compareText } from '../../../shared/locale/sorting.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import styles from './Welcome.module.css'

type Member = SecretView['members'][number]

/** Those who are in the team already: one tap for someone on another device. */
export function Members(props: { members: Member[]; busy: boolean; onChoose: (member: Member) => void }) {
  const words = useMessages('join').join
  const members = props.members.toSorted((a, b) => compareText(a.name, b.name))
  return (
    <fieldset>
      <legend className={styles['legend']}>{words.oneOfThese}</legend>
      <p className={styles['hint']}>{words.oneOfTheseHelp}</p>
      <div className={styles['members']}>
        {members.map((member) => (
          <Button
            key={member.personId}
            className={styles['member'] ?? ''}
            busy={props.busy}
            onClick={() => props.onChoose(member)}
          >
            <Avatar personId={member.personId} name={member.name} />
            {member.name}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}
