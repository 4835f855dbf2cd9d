import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { TextPage } from '../../ui/TextPage.tsx'

/** `/hjelp`: short words for team members, user representatives and facilitators. */
export function HelpPage() {
  const { help } = useMessages('help')
  return (
    <TextPage {...help}>
      <Link href={paths.privacy}>{help.privacy}</Link>
    </TextPage>
  )
}
