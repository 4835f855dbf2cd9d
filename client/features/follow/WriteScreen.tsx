import { useEffect, useMemo, useRef, useState } from 'react'
import { ArrowLeftIcon } from '@phosphor-icons/react/ArrowLeft'
import { CheckIcon } from '@phosphor-icons/react/Check'
import { CloudSlashIcon } from '@phosphor-icons/react/CloudSlash'
import { PaperPlaneRightIcon } from '@phosphor-icons/react/PaperPlaneRight'
import type { SessionView } from '../../../shared/api.ts'
import { limits } from '../../../shared/schema/limits.ts'
import type { Subject } from '../../../shared/schema/talk.ts'
import { subjectKey } from '../../../shared/select/subject-key.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { useTalk } from '../../hooks/useTalk.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { IdentityNumberWarning } from '../../ui/IdentityNumberWarning.tsx'
import { Select } from '../../ui/Select.tsx'
import { NameChoice } from '../../ui/talk/NameChoice.tsx'
import { useDraftText } from '../../ui/talk/useDraftText.ts'
import { TeamMark } from '../../ui/TeamMark.tsx'
import { itemsOf, wholeOf, type Item } from './boardText.ts'
import { itemTitle } from './boardWords.ts'
import type { StageText } from './readStage.ts'
import frame from './FollowFrame.module.css'
import styles from './WriteScreen.module.css'

type WriteScreenProps = {
  session: SessionView
  stage: NonNullable<StageText>
  /** with what became of it, or null when nothing was sent */
  onClose: (said: string | null) => void
}

/** A comment to the team on the stage: what it is about, the words, with or without name. */
export function WriteScreen({ session, stage, onClose }: WriteScreenProps) {
  const messages = useMessages('reading', 'talk')
  const m = messages.talk
  const { teamId, teamName, teamNumber, board } = stage
  const talk = useTalk(teamId)
  const [text, setText] = useDraftText(`${session.personId}.${teamId}.follow`)
  const [withoutName, setWithoutName] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const { focused, whole, items } = useMemo(() => choicesOf(stage), [stage])
  const [chosen, setChosen] = useState<Subject>(focused?.subject ?? whole)
  const [other, setOther] = useState(false)
  useEffect(() => field.current?.focus(), [])

  const send = async () => {
    const words = text.trim()
    if (words === '') return fail(m.nothing)
    if (words.length > limits.comment) return fail(m.tooLong(words.length, limits.comment))
    setText('')
    await talk.write({ subject: chosen, text: words, withoutName, replyTo: null })
    onClose(talk.offline ? m.follow.willBeSent : m.follow.sentTo(teamName))
  }
  const fail = (why: string) => {
    setProblem(why)
    field.current?.focus()
  }
  const choose = (subject: Subject) => {
    setOther(false)
    setChosen(subject)
  }
  const key = subjectKey(chosen)
  const wholeLabel = m.follow.whole[board.kind]
  return (
    <form
      className={frame['frame']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <header className={frame['bar']}>
        <Button look="quiet" iconOnly aria-label={m.follow.back} onClick={() => onClose(null)}>
          <ArrowLeftIcon aria-hidden />
        </Button>
        <h1 className={styles['title']}>{m.follow.comment}</h1>
        <TeamMark number={teamNumber} size={40} />
      </header>
      <div role="status" className={frame['net']}>
        {talk.offline && (
          <p>
            <CloudSlashIcon size={24} aria-hidden />
            {m.follow.offlineWrite}
          </p>
        )}
      </div>
      <main id="content" tabIndex={-1} className={frame['main']}>
        <fieldset className={styles['about']}>
          <legend>{m.follow.about}</legend>
          <div className={styles['chips']}>
            {focused && (
              <Chip
                label={itemTitle(focused, messages)}
                pressed={!other && key === subjectKey(focused.subject)}
                onPress={() => choose(focused.subject)}
              />
            )}
            <Chip label={wholeLabel} pressed={!other && key === subjectKey(whole)} onPress={() => choose(whole)} />
            <Chip
              label={m.follow.other}
              pressed={other}
              onPress={() => {
                setOther(true)
                setChosen({ kind: 'team', id: teamId })
              }}
            />
          </div>
          {other && (
            <Select
              aria-label={m.follow.about}
              value={key}
              onChange={(event) => {
                const item = items.find(({ subject }) => subjectKey(subject) === event.target.value)
                setChosen(item?.subject ?? { kind: 'team', id: teamId })
              }}
            >
              <option value={`team:${teamId}`}>{m.follow.aboutTeam}</option>
              {whole.kind !== 'team' && <option value={subjectKey(whole)}>{wholeLabel}</option>}
              {items.map((item) => (
                <option key={subjectKey(item.subject)} value={subjectKey(item.subject)}>
                  {itemTitle(item, messages)}
                </option>
              ))}
            </Select>
          )}
        </fieldset>
        <Field label={m.follow.say} error={problem}>
          {(control) => (
            <textarea
              {...control}
              ref={field}
              className={styles['text']}
              value={text}
              rows={5}
              autoComplete="off"
              onChange={(event) => {
                setText(event.target.value)
                setProblem(null)
              }}
            />
          )}
        </Field>
        <IdentityNumberWarning text={text} />
        <NameChoice withoutName={withoutName} onChange={setWithoutName} heading />
      </main>
      <footer className={frame['footer']}>
        <div>
          <Button type="submit" look="main" big wide>
            {talk.offline ? m.sendLater : m.send}
            <PaperPlaneRightIcon aria-hidden />
          </Button>
        </div>
      </footer>
    </form>
  )
}

function choicesOf({ board, teamId }: NonNullable<StageText>): { focused: Item | null; whole: Subject; items: Item[] } {
  const items = itemsOf(board)
  const focus = board.kind === 'phases' ? null : board.focus
  return { focused: items.find(({ subject }) => subject.id === focus) ?? null, whole: wholeOf(board, teamId), items }
}

function Chip({ label, pressed, onPress }: { label: string; pressed: boolean; onPress: () => void }) {
  return (
    <Button look={pressed ? 'main' : 'plain'} aria-pressed={pressed} className={styles['chip'] ?? ''} onClick={onPress}>
      {pressed && <CheckIcon aria-hidden />}
      <span>{label}</span>
    </Button>
  )
}
