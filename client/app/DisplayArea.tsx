import { useSession } from '../session.tsx'
import { DocumentsArea } from './DocumentsArea.tsx'
import { lazyPage } from './lazyPage.ts'

const ProjectorPage = lazyPage(
  async () => (await import('../features/projector/ProjectorPage.tsx')).ProjectorPage,
  ['projector', 'reading', 'errors'],
)

/** `/lerret`: speaks as a display, beside whoever is signed in on this machine. */
export function DisplayArea() {
  const { state } = useSession()
  return (
    <DocumentsArea viewer="display" personId={state.kind === 'signedIn' ? state.session.personId : null}>
      <ProjectorPage />
    </DocumentsArea>
  )
}
