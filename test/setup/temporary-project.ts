import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { projectRoot } from '../../scripts/setup/project-root.cjs'

/** A folder with the set-up in it and nothing installed, as after a clone; removed when the test ends. */
export function temporaryProject(): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'samtavle-setup-'))
  onTestFinished(() => fs.rmSync(root, { recursive: true, force: true }))
  for (const entry of ['package.json', 'package-lock.json', 'scripts']) {
    fs.cpSync(path.join(projectRoot, entry), path.join(root, entry), { recursive: true })
  }
  return root
}

/** Writes a file of the project, with the folders it needs. */
export function writeInto(root: string, file: string, content: string): void {
  const at = path.join(root, file)
  fs.mkdirSync(path.dirname(at), { recursive: true })
  fs.writeFileSync(at, content)
}
