import { LoadingPage } from '../../app/LoadingPage.tsx'
import { useLongText } from '../../hooks/useLongText.ts'
import { TextPage } from '../../ui/TextPage.tsx'

const texts = {
  nb: async () => (await import('../../../shared/locale/nb/privacy.ts')).privacy,
  nn: async () => (await import('../../../shared/locale/nn/privacy.ts')).privacy,
  en: async () => (await import('../../../shared/locale/en/privacy.ts')).privacy,
}

/** `/personvern`: what is stored, where, who sees it. Only what is true of this version. */
export function PrivacyPage() {
  const text = useLongText(texts)
  return text ? <TextPage {...text} /> : <LoadingPage />
}
