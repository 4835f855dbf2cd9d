import type { ReactNode } from 'react'
import { ArrowLeftIcon } from '@phosphor-icons/react/ArrowLeft'
import { usePageTitle } from '../hooks/usePageTitle.ts'
import { Button } from './Button.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { Logo } from './Logo.tsx'
import { SkipLink } from './SkipLink.tsx'
import { TextSize } from './TextSize.tsx'
import styles from './TextPage.module.css'

type TextPageProps = {
  title: string
  back: string
  sections: readonly { heading: string; text: readonly string[] }[]
  children?: ReactNode
}

/** A page of words, with the way back to where one was. */
export function TextPage({ title, back, sections, children }: TextPageProps) {
  usePageTitle(title)
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
          {back}
        </Button>
        <h1>{title}</h1>
        {sections.map((section) => (
          <section key={section.heading} className={styles['section']}>
            <h2>{section.heading}</h2>
            {section.text.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        ))}
        {children}
      </main>
    </div>
  )
}
