import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { isInstalled, stampInstall } from '../../scripts/setup/install-stamp.cjs'
import { installsWhole } from '../../scripts/setup/installs-whole.cjs'
import { projectRoot } from '../../scripts/setup/project-root.cjs'
import { temporaryProject } from './temporary-project.ts'

describe('the stamp of an install', () => {
  test('nothing installed is not installed', () => {
    expect(isInstalled(temporaryProject())).toBe(false)
  })

  test('an install that was cut off has no stamp', () => {
    const root = temporaryProject()
    fs.mkdirSync(path.join(root, 'node_modules', 'react'), { recursive: true })
    expect(isInstalled(root)).toBe(false)
  })

  test('holds until the lock file changes, and again when it changes back', () => {
    const root = temporaryProject()
    fs.mkdirSync(path.join(root, 'node_modules'))
    stampInstall(root)
    expect(isInstalled(root)).toBe(true)

    const lock = path.join(root, 'package-lock.json')
    const before = fs.readFileSync(lock)
    fs.appendFileSync(lock, '\n')
    expect(isInstalled(root)).toBe(false)
    fs.writeFileSync(lock, before)
    expect(isInstalled(root)).toBe(true)
  })
})

describe('the Node that runs npm', () => {
  test.each(['v18.20.8', 'v20.18.3', 'v21.7.3', 'v22.12.0', 'v23.4.0'])('%s leaves native parts out', (version) => {
    expect(installsWhole(version)).toBe(false)
  })

  test.each(['v20.19.0', 'v20.20.2', 'v22.13.0', 'v23.5.0', 'v24.0.0'])('%s installs everything', (version) => {
    expect(installsWhole(version)).toBe(true)
  })

  test('no native part of today asks for more than that', () => {
    type Locked = { optional?: boolean; engines?: { node?: string } }
    const lock = JSON.parse(fs.readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, Locked>
    }
    const asked = Object.values(lock.packages)
      .filter((each) => each.optional)
      .map((each) => each.engines?.node ?? '*')
    const known = ['*', '^20.19.0 || >=22.12.0', '^20.19.0 || ^22.13.0 || >=23.5.0', '^8.16.0 || ^10.6.0 || >=11.0.0']
    expect(asked.filter((node) => !known.includes(node) && !/^>= ?1\d\.\d+\.\d+$/.test(node))).toEqual([])
  })
})
