import { focusCard } from '../../ui/columns/focusCard.ts'

/** The map is laid out behind what one does just then: an actor that comes back is drawn some frames later. */
const mostFrames = 60

/**
 * Moves the focus to an actor (or its row in the list) once it is drawn; to the way to add one where it does not come,
 * being on another map. A focus that somebody has moved meanwhile stays.
 */
export function focusActor(id: string): void {
  const left = document.activeElement
  const look = (frame: number) => {
    const now = document.activeElement
    if (now !== left && now !== document.body && now !== null) return
    const actor = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)
    if (actor) actor.focus()
    else if (frame < mostFrames) requestAnimationFrame(() => look(frame + 1))
    else focusCard(null)
  }
  requestAnimationFrame(() => look(1))
}
