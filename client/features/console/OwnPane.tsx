import { useState } from 'react'
import type { SessionView } from '../../../shared/api.ts'
import { limits } from '../../../shared/schema/limits.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useSession } from '../../session.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Field } from '../../ui/Field.tsx'
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { TextSize } from '../../ui/TextSize.tsx'
import { useForm } from './useForm.ts'
import styles from './forms.module.css'

/** What is one's own: name, language, size of the writing, and which network one leads now. */
export function OwnPane({ session }: { session: SessionView }) {
  const words = useMessages('console').console.own
  return (
    <Disclosure label={words.label(session.name)} face={<Avatar personId={session.personId} name={session.name} />}>
      {(close) => <OwnForm session={session} close={close} />}
    </Disclosure>
  )
}

function OwnForm({ session, close }: { session: SessionView; close: () => void }) {
  const messages = useMessages('console', 'errors')
  const words = messages.console
  const { changeSelf } = useSession()
  const [name, setName] = useState(session.name)
  const networks = session.networks ?? []
  const rename = useForm(async () => {
    if (name.trim() === '' || name.trim() === session.name) return
    await changeSelf({ name: name.trim() })
    close()
  })
  const [wanted, setWanted] = useState(session.networkId ?? '')
  const move = useForm(async () => {
    await changeSelf({ networkId: wanted })
    close()
  })
  return (
    <div className={styles.form}>
      <form className={styles.form} onSubmit={rename.onSubmit} noValidate>
        <Field label={words.own.name} error={rename.problem ?? (name.trim() === '' ? messages.errors.nameEmpty : null)}>
          {(control) => (
            <TextInput
              {...control}
              value={name}
              maxLength={limits.personName}
              autoComplete="given-name"
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        {name.trim() !== '' && name.trim() !== session.name && (
          <Button type="submit" busy={rename.busy}>
            {messages.common.save}
          </Button>
        )}
      </form>
      {networks.length > 1 && (
        <form className={styles.form} onSubmit={move.onSubmit}>
          <Field label={words.networkChooser} error={move.problem}>
            {(control) => (
              <select
                {...control}
                className={styles.select}
                value={wanted}
                onChange={(event) => setWanted(event.target.value)}
              >
                {networks.map((network) => (
                  <option key={network.id} value={network.id}>
                    {network.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {wanted !== session.networkId && (
            <Button type="submit" busy={move.busy}>
              {words.own.goToNetwork}
            </Button>
          )}
        </form>
      )}
      <div className={styles.buttons}>
        <LanguageSwitch
          align="start"
          onChange={(language) => {
            // The page has changed already; without net the server hears of it another time.
            changeSelf({ language }).catch(() => undefined)
          }}
        />
        <TextSize />
      </div>
    </div>
  )
}
