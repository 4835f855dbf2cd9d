import { recall, remember } from '../hooks/deviceStorage.ts'

/** The sizes that «Større skrift» steps through, in per cent of the browser's own; then from the start again. */
export const textSizes = [100, 115, 130, 150] as const

/** What this device chose; 100 if nothing. */
export function chosenTextSize(): number {
  const size = Number(recall('textSize'))
  return textSizes.find((choice) => choice === size) ?? 100
}

/** Everything is measured in rem, so the root's font size scales the whole page. */
export function applyTextSize(percent: number): void {
  document.documentElement.style.fontSize = percent === 100 ? '' : `${percent}%`
}

export function nextTextSize(percent: number): number {
  return textSizes.find((choice) => choice > percent) ?? 100
}

export function chooseTextSize(percent: number): void {
  remember('textSize', percent === 100 ? null : String(percent))
  applyTextSize(percent)
}
