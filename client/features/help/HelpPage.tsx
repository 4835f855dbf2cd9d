import { Link } from 'wouter'
import { LoadingPage } from '../../app/LoadingPage.tsx'
import { paths } from '../../app/paths.ts'
import { useLongText } from '../../hooks/useLongText.ts'
import { TextPage } from '../../ui/TextPage.tsx'

const texts = {
  nb: async () => (await import('../../../shared/locale/nb/help.ts')).help,
  nn: async () => (await import('../../../shared/locale/nn/help.ts')).help,
  en: async () => (await import('../../../shared/locale/en/help.ts')).help,
}

/** `/hjelp`: short words for team members, user representatives and facilitators. */
export function HelpPage() {
  const text = useLongText(texts)
  if (!text) return <LoadingPage />
  return (
    <TextPage {...text}>
      <Link href={paths.privacy}>{text.privacy}</Link>
    </TextPage>
  )
}
