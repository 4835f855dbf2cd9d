import { useMessages } from '../hooks/useMessages.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { MessagePage } from './MessagePage.tsx'
import { paths } from './paths.ts'

export function NotFoundPage() {
  const words = useMessages().common.notFound
  return (
    <MessagePage title={words.title}>
      <p>{words.help}</p>
      <ButtonLink look="main" href={paths.join}>
        {words.home}
      </ButtonLink>
    </MessagePage>
  )
}
