import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A path for a data folder that does not exist yet; what comes to be there is removed after the test. */
export function temporaryFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'samtavle-store-'))
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }))
  return join(parent, 'data')
}
