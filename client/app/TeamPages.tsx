import { Route, Switch } from 'wouter'
import type { SessionView } from '../../shared/api.ts'
import { lazyPage } from './lazyPage.ts'
import { NotFoundPage } from './NotFoundPage.tsx'
import { paths } from './paths.ts'
import { TeamShell } from './shell/TeamShell.tsx'

const TeamHomePage = lazyPage(
  async () => (await import('../features/team-home/TeamHomePage.tsx')).TeamHomePage,
  ['team', 'reading'],
)
const ImprovementPage = lazyPage(
  async () => (await import('../features/improvement/ImprovementPage.tsx')).ImprovementPage,
  ['phases', 'editing', 'reading', 'talk', 'errors'],
)
const ActorMapPage = lazyPage(
  async () => (await import('../features/actor-map/ActorMapPage.tsx')).ActorMapPage,
  ['map', 'editing', 'talk', 'errors'],
)
const GoalBoardPage = lazyPage(
  async () => (await import('../features/goal-board/GoalBoardPage.tsx')).GoalBoardPage,
  ['goals', 'editing', 'talk', 'errors'],
)

/** One team's pages inside their frame. */
export function TeamPages({ session, team }: { session: SessionView; team: SessionView['teams'][number] }) {
  const teamId = team.id
  return (
    <Switch>
      <Route path={paths.team(teamId)}>
        <TeamShell session={session} team={team} page="home">
          <TeamHomePage session={session} team={team} />
        </TeamShell>
      </Route>
      <Route path={`${paths.actorMap(teamId)}/*?`}>
        {({ '*': rest }) => {
          const parts = (rest ?? '').split('/')
          const list = parts[0] === 'liste'
          const [mapId, actorId] = list ? parts.slice(1) : parts
          return (
            <TeamShell session={session} team={team} page="map">
              <ActorMapPage
                teamId={teamId}
                teamName={team.name}
                list={list}
                {...(mapId ? { mapId } : {})}
                {...(actorId ? { actorId } : {})}
              />
            </TeamShell>
          )
        }}
      </Route>
      {/* One route, so that going between board, list and goal keeps the page. */}
      <Route path={`${paths.goals(teamId)}/*?`}>
        {({ '*': rest }) => {
          const [first, second] = (rest ?? '').split('/')
          const list = first === 'liste'
          const goalId = (list ? second : first) || undefined
          return (
            <TeamShell session={session} team={team} page="goals">
              <GoalBoardPage teamId={teamId} list={list} {...(goalId ? { goalId } : {})} />
            </TeamShell>
          )
        }}
      </Route>
      <Route path={`${paths.improvement(teamId)}/*?`}>
        {({ '*': rest }) => {
          const parts = (rest ?? '').split('/')
          const list = parts[0] === 'liste'
          const [boardId, cardId] = list ? parts.slice(1) : parts
          return (
            <TeamShell session={session} team={team} page="improvement">
              <ImprovementPage
                team={team}
                list={list}
                {...(boardId ? { boardId } : {})}
                {...(cardId ? { cardId } : {})}
              />
            </TeamShell>
          )
        }}
      </Route>
      <Route component={NotFoundPage} />
    </Switch>
  )
}
