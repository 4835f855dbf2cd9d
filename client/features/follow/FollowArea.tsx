import { Redirect, Route, Switch } from 'wouter'
import type { SessionView } from '../../../shared/api.ts'
import { lazyPage } from '../../app/lazyPage.ts'
import { paths } from '../../app/paths.ts'
import { FollowPage } from './FollowPage.tsx'

// Fetched when somebody opens a team: what is on the stage comes first.
const TeamTextPage = lazyPage(
  async () => (await import('./TeamTextPage.tsx')).TeamTextPage,
  ['team', 'talk', 'reading'],
)

/** What a phone follows: the stage, and the boards of the teams that one may read. */
export function FollowArea({ session }: { session: SessionView }) {
  return (
    <Switch>
      <Route path={paths.follow}>
        <FollowPage session={session} />
      </Route>
      <Route path="/folg/team/:teamId">
        {({ teamId }) => {
          const team = session.teams.find(({ id }) => id === teamId)
          return team ? <TeamTextPage key={team.id} session={session} team={team} /> : <Redirect to={paths.follow} />
        }}
      </Route>
      <Route>
        <Redirect to={paths.follow} />
      </Route>
    </Switch>
  )
}
