import { useRef, type ReactNode } from 'react'
import type { SessionView } from '../../shared/api.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import { useEndedCode } from '../hooks/useSaveStatus.ts'
import { lazyPage } from './lazyPage.ts'

// Seldom needed, and then the net is there: it told.
const LeftTeamPage = lazyPage(async () => (await import('./LeftTeamPage.tsx')).LeftTeamPage, ['team'])

type Team = SessionView['teams'][number]
type TeamGateProps = { session: SessionView; teamId: string; children: (team: Team) => ReactNode }

/**
 * Shows a team's page to whom the team is open; to others, why not and what to do. Who had it open is told what
 * became of it: the code that its line was closed with says whether the person was moved or the team removed.
 */
export function TeamGate({ session, teamId, children }: TeamGateProps) {
  const ended = useEndedCode()
  const known = useRef<{ team: Team; code: ErrorCode | null } | null>(null)
  const team = session.teams.find(({ id }) => id === teamId)
  // With the page its lines go, and what they told: it is kept from when they were here.
  if (team) known.current = { team, code: ended }
  else if (known.current) known.current.code ??= ended
  if (team) return children(team)
  return <LeftTeamPage session={session} team={known.current?.team ?? null} code={known.current?.code ?? null} />
}
