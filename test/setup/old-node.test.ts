import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { oldNodeSentence } from '../../scripts/setup/old-node.cjs'
import { projectRoot } from '../../scripts/setup/project-root.cjs'
import { runProgram } from './run-program.ts'

const scripts = path.join(projectRoot, 'scripts')
const entryFiles = fs.readdirSync(scripts).filter((name) => /^(start|dev|build|check|test|vectors)\.cjs$/.test(name))
const readByOldNode = [...entryFiles, 'setup/old-node.cjs', 'setup/require-node.cjs']

describe('a Node too old to run set-up', () => {
  test.each(['v0.12.18', 'v4.9.1', 'v16.20.2', 'v17.9.1'])('%s is told what is needed', (version) => {
    expect(oldNodeSentence(version)).toMatch(/^Samtavle needs Node 18 or newer .*this is Node v\d.*\.$/)
  })

  test.each(['v18.0.0', 'v20.20.2', 'v24.21.0', 'v100.0.0'])('%s is let through', (version) => {
    expect(oldNodeSentence(version)).toBe('')
  })

  test.each(entryFiles)('%s says one sentence and ends with 1', async (name) => {
    const pretend = `data:text/javascript,Object.defineProperty(process, 'version', { value: 'v12.1.0' })`
    const run = await runProgram(process.execPath, ['--import', pretend, path.join(scripts, name)])
    expect(run).toEqual({ code: 1, signal: null, stdout: '', stderr: `${oldNodeSentence('v12.1.0')}\n` })
  })

  // Newer syntax ends such a Node with a stack trace before it reaches our sentence.
  test.each(readByOldNode)('%s is written in ES5', (name) => {
    const code = fs.readFileSync(path.join(scripts, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
    expect(code).not.toMatch(/=>|`|\?\?|\?\.|\.\.\.|\b(const|let|class|async|await|import)\b|,\s*\)/)
  })
})

test('Node 24 comes with the install', () => {
  const installed = path.join(projectRoot, 'node_modules', 'node', 'bin', 'node')
  expect(execFileSync(installed, ['--version'], { encoding: 'utf8' })).toMatch(/^v24\./)
})
