/* What a map needs only when somebody opens, adds or prints: one file of its own, fetched after the map. */
export { ActorPanel } from './ActorPanel.tsx'
export { NewActorPanel } from './NewActorPanel.tsx'
export { PrintedMap } from './PrintedMap.tsx'
export { SectorsDialog } from './SectorsDialog.tsx'
