import { useState } from 'react'
import { SlidersHorizontalIcon } from '@phosphor-icons/react/SlidersHorizontal'
import { Link } from 'wouter'
import type { SessionView } from '../../../shared/api.ts'
import { errorSentence } from '../../hooks/errorSentence.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { LanguageChoice } from '../../ui/LanguageSwitch.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextSize } from '../../ui/TextSize.tsx'
import { bringCardBack } from '../joinSecret.ts'
import { paths } from '../paths.ts'
import { RenameDialog } from './RenameDialog.tsx'
import styles from './OwnPane.module.css'

/** What is one's own: name, language, size of the writing; and the way out for the next person on this device. */
export function OwnPane({ session }: { session: SessionView }) {
  const messages = useMessages('team', 'talk', 'errors')
  const words = messages.team
  const { changeSelf, signOut } = useSession()
  const [renaming, setRenaming] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const changePerson = async () => {
    setProblem(null)
    try {
      await signOut()
      bringCardBack()
      // Loaded anew: nothing of this person stays in the page.
      window.location.assign(paths.join)
    } catch (error) {
      setProblem(errorSentence(messages, error))
    }
  }
  return (
    <>
      <Disclosure label={words.menu} face={<SlidersHorizontalIcon size={26} aria-hidden />}>
        {(close) => (
          <div className={styles['pane']}>
            <p>
              {words.you} <b>{session.name}</b>
            </p>
            <Button
              onClick={() => {
                close()
                setRenaming(true)
              }}
            >
              {words.changeName}
            </Button>
            <LanguageChoice
              onChange={(language) => {
                // The page has changed already; without net the server hears of it another time.
                changeSelf({ language }).catch(() => undefined)
              }}
            />
            <TextSize />
            <p className={styles['links']}>
              {session.role !== 'display' && <Link href={paths.follow}>{messages.talk.follow.open}</Link>}
              <Link href={paths.help}>{messages.talk.help}</Link>
              <Link href={paths.privacy}>{messages.talk.privacy}</Link>
            </p>
            <Button onClick={() => void changePerson()}>{words.notYou}</Button>
            {problem !== null && (
              <Notice kind="error" role="alert">
                {problem}
              </Notice>
            )}
          </div>
        )}
      </Disclosure>
      <RenameDialog open={renaming} session={session} onClose={() => setRenaming(false)} />
    </>
  )
}
