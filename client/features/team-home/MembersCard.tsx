import { useMessages } from '../../hooks/useMessages.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import type { MemberLine } from './summary.ts'
import styles from './TeamHomePage.module.css'
import own from './MembersCard.module.css'

type MembersCardProps = {
  /** null while they are on their way */
  members: readonly MemberLine[] | null
  here: readonly string[]
  personId: string
}

/** Everyone who has joined the team, and who of them is here now. */
export function MembersCard({ members, here, personId }: MembersCardProps) {
  const { team: words, common } = useMessages('team')
  return (
    <section className={styles['card']}>
      <h2>{words.inTheTeam}</h2>
      {members === null ? (
        <p className={own['nobody']}>{common.loading}</p>
      ) : members.length === 0 ? (
        <p className={own['nobody']}>{words.noMembers}</p>
      ) : (
        <ul className={own['list']}>
          {members.map((member) => {
            const isHere = here.includes(member.personId)
            return (
              <li key={member.personId}>
                <Avatar personId={member.personId} name={member.name} />
                <span className={own['name']}>
                  {member.name}
                  {member.personId === personId && ` (${common.you})`}
                  {member.title && <small> · {member.title}</small>}
                </span>
                <span className={isHere ? own['here'] : own['away']}>{isHere ? words.hereNow : words.notHere}</span>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
