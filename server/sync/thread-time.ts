/** What this thread itself has used of the processor, ms: on a busy machine it goes slower than the clock. */
export function threadMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
