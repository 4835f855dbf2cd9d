import { ArrowLeftIcon } from '@phosphor-icons/react/ArrowLeft'
import { useMessages } from '../../hooks/useMessages.ts'
import { usePageTitle } from '../../hooks/usePageTitle.ts'
import { Button } from '../../ui/Button.tsx'
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx'
import { Logo } from '../../ui/Logo.tsx'
import { SkipLink } from '../../ui/SkipLink.tsx'
import { TextSize } from '../../ui/TextSize.tsx'
import styles from './PrivacyPage.module.css'

/** `/personvern`: what is stored, where, who sees it. Only what is true of this version. */
export function PrivacyPage() {
  const words = useMessages().join.privacyPage
  usePageTitle(words.title)
  return (
    <div className={styles['page']}>
      <SkipLink />
      <header className={styles['bar']}>
        <Logo />
        <LanguageSwitch />
        <TextSize />
      </header>
      <main id="content" tabIndex={-1}>
        <Button
          look="quiet"
          className={styles['back'] ?? ''}
          onClick={() => (window.history.length > 1 ? window.history.back() : window.location.assign('/'))}
        >
          <ArrowLeftIcon aria-hidden />
          {words.back}
        </Button>
        <h1>{words.title}</h1>
        {words.sections.map((section) => (
          <section key={section.heading} className={styles['section']}>
            <h2>{section.heading}</h2>
            {section.text.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        ))}
      </main>
    </div>
  )
}
