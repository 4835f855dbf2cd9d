/** Moves the focus to a card (or its row in the list) once it is drawn; null: to the way to add one. */
export function focusCard(id: string | null): void {
  requestAnimationFrame(() => {
    const card = id === null ? null : document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)
    const target = card ?? document.querySelector<HTMLElement>('[data-add-card]')
    target?.focus()
  })
}
