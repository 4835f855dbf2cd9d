import { Suspense } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { SessionProvider } from '../session.tsx'
import { CrashScreen } from './CrashScreen.tsx'
import { LanguageProvider } from './LanguageProvider.tsx'
import { lazyPage } from './lazyPage.ts'
import { LoadingPage } from './LoadingPage.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { paths } from './paths.ts'

// The way in is light: nothing of the boards is fetched before someone is in.
const JoinPage = lazyPage(async () => (await import('../features/join/JoinPage.tsx')).JoinPage, ['join', 'errors'])
const PrivacyPage = lazyPage(async () => (await import('../features/join/PrivacyPage.tsx')).PrivacyPage, ['privacy'])
const HelpPage = lazyPage(async () => (await import('../features/help/HelpPage.tsx')).HelpPage, ['help'])
const PersonArea = lazyPage(async () => (await import('./PersonArea.tsx')).PersonArea, [])
const DisplayArea = lazyPage(async () => (await import('./DisplayArea.tsx')).DisplayArea, [])

/** The whole client: language, who is here, and the page of the address. */
export function App() {
  return (
    <LanguageProvider>
      <CrashScreen>
        <Pages />
      </CrashScreen>
    </LanguageProvider>
  )
}

function Pages() {
  const [location] = useLocation()
  const viewer = location === paths.screen ? 'display' : 'person'
  return (
    <SessionProvider key={viewer} viewer={viewer}>
      <Suspense fallback={<LoadingPage />}>
        <Switch>
          <Route path={paths.join} component={JoinPage} />
          <Route path="/r" component={JoinPage} />
          <Route path="/start" component={JoinPage} />
          <Route path={paths.privacy} component={PrivacyPage} />
          <Route path={paths.help} component={HelpPage} />
          <Route path={paths.screen} component={DisplayArea} />
          <Route path="/team/*?" component={PersonArea} />
          <Route path="/folg/*?" component={PersonArea} />
          <Route path="/styring/*?" component={PersonArea} />
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </SessionProvider>
  )
}
