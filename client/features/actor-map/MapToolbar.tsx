import { DotsThreeVertical } from '@phosphor-icons/react/DotsThreeVertical'
import { Plus } from '@phosphor-icons/react/Plus'
import { Question } from '@phosphor-icons/react/Question'
import type { ActorMap } from '../../../shared/schema/actor-map.ts'
import type { Undo } from '../../hooks/useUndo.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu, type MenuItem } from '../../ui/Menu.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { UndoButtons } from '../../ui/UndoButtons.tsx'
import { mapName } from './mapNames.ts'
import styles from './MapToolbar.module.css'

type MapToolbarProps = {
  maps: readonly ActorMap[]
  mapId: string | null
  list: boolean
  /** a screen too narrow for the map shows the list */
  onlyList: boolean
  readOnly: boolean
  undo: Undo
  counts: { actors: number; with: number; notAsked: number } | null
  onlyNotAsked: boolean
  menu: readonly MenuItem[]
  menuLabel: string
  onMap: (mapId: string) => void
  onAddMap: () => void
  onView: (list: boolean) => void
  onFilter: (on: boolean) => void
  onAdd: (() => void) | null
}

/** Which map, map or list, who is not asked, this person's own undo, and a new actor. */
export function MapToolbar(props: MapToolbarProps) {
  const { map: m } = useMessages('map')
  const { maps, mapId, counts, readOnly } = props
  return (
    <div className={styles['bar']}>
      <div className={styles['maps']}>
        <SegmentedControl
          label={m.maps}
          value={mapId ?? ''}
          choices={maps.map((map) => ({ value: map.id, label: mapName(map, m) }))}
          onChange={props.onMap}
        />
        {!readOnly && (
          <Button look="quiet" iconOnly aria-label={m.addMap} title={m.addMap} onClick={props.onAddMap}>
            <Plus aria-hidden />
          </Button>
        )}
        {mapId !== null && props.menu.length > 0 && (
          <Menu
            look="quiet"
            iconOnly
            align="start"
            label={props.menuLabel}
            icon={<DotsThreeVertical weight="bold" aria-hidden />}
            items={props.menu}
          />
        )}
      </div>
      {counts && props.list && (
        <p className={styles['counts']}>
          <span>{m.counts.actors(counts.actors)}</span>
          <span data-look="with">{m.counts.with(counts.with)}</span>
          <span data-look="notAsked">{m.counts.notAsked(counts.notAsked)}</span>
        </p>
      )}
      <div className={styles['right']}>
        {!readOnly && <UndoButtons undo={props.undo} className={styles['undo']} />}
        {counts && counts.actors > 0 && (
          <Button
            className={styles['filter']}
            aria-pressed={props.onlyNotAsked}
            aria-label={m.onlyNotAsked}
            title={m.onlyNotAsked}
            onClick={() => props.onFilter(!props.onlyNotAsked)}
          >
            <Question aria-hidden />
            <span>{m.onlyNotAsked}</span>
          </Button>
        )}
        {!props.onlyList && (
          <SegmentedControl
            label={m.views.label}
            value={props.list ? 'list' : 'map'}
            choices={[
              { value: 'map', label: m.views.map },
              { value: 'list', label: m.views.list },
            ]}
            onChange={(view) => props.onView(view === 'list')}
          />
        )}
        {props.onAdd && (
          <div className={styles['add']}>
            <Button look="main" onClick={props.onAdd} data-add-card>
              <Plus weight="bold" aria-hidden />
              {m.add}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}
