/** «14.12», on this machine's clock. */
export function clockTime(time: number): string {
  const date = new Date(time)
  return `${date.getHours()}.${String(date.getMinutes()).padStart(2, '0')}`
}
