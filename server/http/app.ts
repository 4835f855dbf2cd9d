import { Hono } from 'hono'
import type { Parts } from '../access/parts.ts'
import { accessLog } from './access-log.ts'
import { answerError, answerNotFound } from './answer-error.ts'
import { commandRoutes } from './routes/commands.ts'
import { descriptionRoutes } from './routes/description.ts'
import type { Env } from './env.ts'
import { networkPeopleRoutes } from './routes/network-people.ts'
import { networkTeamRoutes } from './routes/network-teams.ts'
import { networkRoutes } from './routes/networks.ts'
import { operatingRoutes, technicalRoutes } from './routes/operating.ts'
import { secretRoutes } from './routes/secrets.ts'
import { secureHeaders } from './secure-headers.ts'
import { selfRoutes } from './routes/self.ts'
import { signIn, type OnSignedIn } from './sign-in.ts'
import type { StaticFiles } from './static-files.ts'
import { teamRoutes } from './routes/teams.ts'
import { teamVersionRoutes } from './routes/team-versions.ts'

/**
 * Every HTTP route. What is not a route of the interface is a file of the client, or one of its pages. `onSignedIn` is told of
 * each request of somebody who is signed in.
 */
export function makeApp(parts: Parts, files: StaticFiles, onSignedIn?: OnSignedIn): Hono<Env> {
  const app = new Hono<Env>()
  app.use(accessLog(parts))
  app.use(secureHeaders)
  app.onError((error, context) => answerError(parts, error, context))
  app.notFound((context) => answerNotFound(parts, context))
  app.use('/api/*', signIn(parts, onSignedIn))
  app.route('/', operatingRoutes(parts))
  app.route('/api', secretRoutes(parts))
  app.route('/api', selfRoutes(parts))
  app.route('/api', networkRoutes(parts))
  app.route('/api', networkTeamRoutes(parts))
  app.route('/api', networkPeopleRoutes(parts))
  app.route('/api', teamRoutes(parts))
  app.route('/api', teamVersionRoutes(parts))
  app.route('/api', commandRoutes(parts))
  app.route('/api', technicalRoutes(parts))
  app.route('/api', descriptionRoutes())
  app.get('*', (context, next) => files.answer(context, next))
  return app
}
