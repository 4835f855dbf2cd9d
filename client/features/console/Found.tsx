import type { FoundView } from '../../../shared/api.ts'
import { purgedKinds, type PurgedItem } from '../../../shared/schema/purged-item.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { Elsewhere } from './Elsewhere.tsx'
import styles from './care.module.css'
import forms from './forms.module.css'

/** What somebody wants removed: a whole thing, or (null) the text that was looked for. */
export type Wanted = { item: PurgedItem | null; title: string }

type FoundProps = {
  view: FoundView
  onThing: (wanted: { item: PurgedItem; title: string }) => void
  onText: () => void
}

/** Where a text stands, and the two ways to be rid of it: the text everywhere, or one thing with all that hangs on it. */
export function Found({ view: { places, elsewhere }, onThing, onText }: FoundProps) {
  const words = useMessages('care').care.purge
  return (
    <div className={styles.found}>
      {places.length > 0 && (
        <ul className={styles.rows} aria-label={words.list}>
          {places.map(({ kind, id, title, deleted }) => {
            const whole = purgedKinds.find((purged) => purged === kind)
            const shown = title.trim() || '…'
            return (
              <li key={`${kind} ${id}`} className={styles.row}>
                <div className={styles.what}>
                  <b>{shown}</b>
                  <small>{deleted ? `${words.kinds[kind]}, ${words.deleted}` : words.kinds[kind]}</small>
                </div>
                {whole && !(whole === 'map' && id === 'municipal') && (
                  <Button
                    look="quiet"
                    aria-label={words.removeThingOf(words.kinds[kind], shown)}
                    onClick={() => onThing({ item: { kind: whole, id }, title: shown })}
                  >
                    {words.removeThing}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      )}
      <Elsewhere teams={elsewhere} />
      <div className={forms.buttons}>
        <Button onClick={onText}>{words.remove}</Button>
      </div>
    </div>
  )
}
