import type { TechnicalView } from '../../../shared/api.ts'
import { technicalState } from '../../../shared/select/technical.ts'
import { useLocale } from '../../hooks/useMessages.ts'
import { today } from '../../ui/today.ts'
import { TechnicalPart } from './TechnicalPart.tsx'
import { sizeInWords } from './sizeInWords.ts'
import { timeInWords, whenInWords } from './whenInWords.ts'
import styles from './care.module.css'

/** Net, people, storage, backup and errors, each with its level, its figures and what to do. */
export function TechnicalParts({ view }: { view: TechnicalView }) {
  const { language, messages } = useLocale('care', 'errors')
  const { care, errors } = messages
  const words = care.technical
  const state = technicalState(view)
  const { now, startedAt, net, people, disk, backup } = view
  const when = (at: number) => whenInWords(at, now, language, care)
  const size = (bytes: number) => sizeInWords(bytes, language)
  const online = people.facilitators + people.editors + people.commenters
  const todo = (texts: Readonly<Record<string, string>>, reason: string) => texts[reason] ?? null
  return (
    <>
      <TechnicalPart
        heading={words.net.heading}
        level={state.net.level}
        sentence={words.net.states[state.net.reason]}
        facts={[words.net.lost(net.lostPeople), words.net.address(net.url)]}
        todo={todo(words.net.todo, state.net.reason)}
      />
      <TechnicalPart
        heading={words.people.heading}
        level="well"
        sentence={words.people.online(online)}
        facts={[
          words.people.facilitators(people.facilitators),
          words.people.editors(people.editors),
          words.people.commenters(people.commenters),
          words.people.displays(people.displays),
        ]}
      />
      <TechnicalPart
        heading={words.disk.heading}
        level={state.disk.level}
        sentence={words.disk.states[state.disk.reason]}
        facts={[
          disk.lastCommitAt === null ? words.disk.nothingSaved : words.disk.lastSaved(when(disk.lastCommitAt)),
          ...(disk.freeBytes === null ? [] : [words.disk.free(size(disk.freeBytes))]),
          words.disk.used(size(disk.databaseBytes)),
        ]}
        todo={todo(words.disk.todo, state.disk.reason)}
      />
      <TechnicalPart
        heading={words.backup.heading}
        level={state.backup.level}
        sentence={words.backup.states[state.backup.reason]}
        facts={backup ? [words.backup.last(when(backup.at), backup.file)] : []}
        todo={state.backup.level === 'well' ? null : words.backup.todo}
        command={words.backup.command(today(new Date(now)))}
      />
      <TechnicalPart
        heading={words.errors.heading}
        level={state.errors.level}
        sentence={words.errors.states[state.errors.reason]}
        facts={view.errors.map(
          ({ code, count, lastAt }) => `${errors[code]} (${words.errors.times(count, timeInWords(lastAt, care))})`,
        )}
        factsLabel={words.errors.all}
        todo={todo(words.errors.todo, state.errors.reason)}
      />
      <p className={styles.muted}>
        {words.seen(timeInWords(now, care))} {words.started(when(startedAt))}
      </p>
    </>
  )
}
