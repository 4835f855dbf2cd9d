import { Route, Switch } from 'wouter'
import { ConsolePage } from '../features/console/ConsolePage.tsx'
import { lazyPage } from './lazyPage.ts'
import { NotFoundPage } from './NotFoundPage.tsx'
import { paths } from './paths.ts'

const CardsPage = lazyPage(
  async () => (await import('../features/console/CardsPage.tsx')).CardsPage,
  ['console', 'errors'],
)
const TeamCarePage = lazyPage(
  async () => (await import('../features/console/TeamCarePage.tsx')).TeamCarePage,
  ['console', 'care', 'reading', 'talk', 'errors'],
)
const TechnicalPage = lazyPage(
  async () => (await import('../features/console/TechnicalPage.tsx')).TechnicalPage,
  ['console', 'care', 'errors'],
)

/** The facilitators' pages. The console comes with them; the others when they are opened. */
export function ConsoleArea() {
  return (
    <Switch>
      <Route path={paths.console} component={ConsolePage} />
      <Route path="/styring/kort" component={CardsPage} />
      <Route path="/styring/teknisk" component={TechnicalPage} />
      <Route path="/styring/team/:teamId">
        {({ teamId }) => <TeamCarePage key={teamId} teamId={teamId} part="versions" />}
      </Route>
      <Route path="/styring/team/:teamId/historikk">
        {({ teamId }) => <TeamCarePage key={teamId} teamId={teamId} part="history" />}
      </Route>
      <Route path="/styring/team/:teamId/fjern">
        {({ teamId }) => <TeamCarePage key={teamId} teamId={teamId} part="purge" />}
      </Route>
      <Route component={NotFoundPage} />
    </Switch>
  )
}
