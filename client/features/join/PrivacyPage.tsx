import { useMessages } from '../../hooks/useMessages.ts'
import { TextPage } from '../../ui/TextPage.tsx'

/** `/personvern`: what is stored, where, who sees it. Only what is true of this version. */
export function PrivacyPage() {
  return <TextPage {...useMessages('privacy').privacy} />
}
