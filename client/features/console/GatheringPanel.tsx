import { useState } from 'react'
import { PlusIcon } from '@phosphor-icons/react/Plus'
import type { GatheringView, NetworkView, SessionView } from '../../../shared/api.ts'
import { formatDays } from '../../../shared/locale/dates.ts'
import { useLocale } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { classNames } from '../../ui/classNames.ts'
import { NewGathering } from './NewGathering.tsx'
import { NewNetwork } from './NewNetwork.tsx'
import { RenameNetwork } from './RenameNetwork.tsx'
import styles from './console.module.css'

/** Which gathering this is, the ones before, and the way to the next one. */
export function GatheringPanel({
  session,
  network,
  reload,
}: {
  session: SessionView
  network: NetworkView
  reload: () => Promise<void>
}) {
  const { language, messages } = useLocale('console')
  const words = messages.console
  const [making, setMaking] = useState<'gathering' | 'network' | null>(null)
  const [renaming, setRenaming] = useState(false)
  const current = network.gatherings.find((gathering) => gathering.current)
  const earlier = network.gatherings.filter((gathering) => !gathering.current)
  const days = ({ days, dayCount }: GatheringView) =>
    formatDays(days, language, { year: true }) || words.gathering.daysUnknown(dayCount)
  return (
    <section className={classNames(styles.card, styles.gathering)} aria-labelledby="console-gathering">
      <h2 id="console-gathering">{words.gathering.heading}</h2>
      <p className={styles.muted}>{network.name}</p>
      {current && (
        <div>
          <p className={styles.shownName}>{current.name}</p>
          <p>{[days(current), current.place].filter(Boolean).join(' · ')}</p>
        </div>
      )}
      {earlier.length > 0 && (
        <div>
          <h3>{words.gathering.earlier}</h3>
          <ul>
            {earlier.map((gathering) => (
              <li key={gathering.id}>
                {gathering.name} <span className={styles.muted}>{days(gathering)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={styles.buttons}>
        <Button onClick={() => setMaking('gathering')}>
          <PlusIcon aria-hidden />
          {words.gathering.new}
        </Button>
        <Button look="quiet" onClick={() => setRenaming(true)}>
          {words.people.renameNetwork}
        </Button>
        {session.mayMakeNetworks && (
          <Button look="quiet" onClick={() => setMaking('network')}>
            {words.start.newNetwork}
          </Button>
        )}
      </div>
      <Dialog
        open={making !== null}
        title={making === 'network' ? words.start.newNetwork : words.gathering.new}
        onClose={() => setMaking(null)}
      >
        {making === 'network' ? (
          <NewNetwork onMade={() => setMaking(null)} />
        ) : (
          <NewGathering
            networkId={network.id}
            onMade={async () => {
              await reload()
              setMaking(null)
            }}
          />
        )}
      </Dialog>
      <Dialog open={renaming} title={words.people.renameNetwork} onClose={() => setRenaming(false)}>
        <RenameNetwork
          network={network}
          onDone={async () => {
            await reload()
            setRenaming(false)
          }}
        />
      </Dialog>
    </section>
  )
}
