/** Below this a whole hall (300 people with four documents each) and strangers beside it may not have room. */
export const enoughOpenFiles = 6_000

/** How many files and connections this process may have open at once; null where the system does not say. */
export function mostOpenFiles(): number | null {
  const { userLimits } = process.report.getReport() as { userLimits?: { open_files?: { soft?: unknown } } }
  const soft = userLimits?.open_files?.soft
  return typeof soft === 'number' ? soft : null
}

/** So many connections may be strangers': the half of what there may be at all stays for people who are signed in. */
export function strangersAmong(openFiles: number | null, most: number): number {
  return openFiles === null ? most : Math.min(most, Math.floor(openFiles / 2))
}
