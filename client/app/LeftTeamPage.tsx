import type { SessionView } from '../../shared/api.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import { useMessages } from '../hooks/useMessages.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { MessagePage } from './MessagePage.tsx'
import { homeOf } from './paths.ts'

type LeftTeamPageProps = {
  session: SessionView
  /** the team, to who had it open; null: an address that leads to no team of theirs */
  team: SessionView['teams'][number] | null
  /** what its line was closed with */
  code: ErrorCode | null
}

/** Why a team's page is not open to this person, or not any more, and what to do. */
export function LeftTeamPage({ session, team, code }: LeftTeamPageProps) {
  const { common, team: m } = useMessages('team')
  const words = m.left
  const [title, help] =
    team && code === 'notFound'
      ? [words.teamRemoved(team.name), session.role === 'facilitator' ? words.takeBack : words.teamRemovedHelp]
      : team && code === 'notAllowed' && session.teams.length > 0
        ? [words.moved(session.teams.map(({ name }) => name)), words.movedHelp(team.name)]
        : [words.notYours, words.notYoursHelp]
  const [only, ...others] = session.teams
  return (
    <MessagePage title={title}>
      <p role="alert">{help}</p>
      <ButtonLink look="main" href={homeOf(session)}>
        {session.role === 'editor' && only && others.length === 0 ? words.goTo(only.name) : common.notFound.home}
      </ButtonLink>
    </MessagePage>
  )
}
