import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, test } from 'vitest'
import { portOf } from '../../scripts/launch/dev-servers.cjs'
import { restartOnChange } from '../../scripts/launch/restart-on-change.cjs'
import { temporaryProject, writeInto } from './temporary-project.ts'

describe('the port that Vite passes requests on to', () => {
  test.each([
    [['--port', '5000'], '5000'],
    [['--data', 'x', '--port=5001'], '5001'],
    [[], '4321'],
  ])('%j: %s', (flags, port) => {
    expect(portOf(flags)).toBe(port)
  })
})

test('a changed file ends the server in order and starts the new one', async () => {
  const root = temporaryProject()
  const main = path.join(root, 'server', 'main.cjs')
  const says = (word: string) =>
    `console.log('${word}'); process.on('SIGTERM', () => { console.log('${word} ends'); process.exit() }); setInterval(() => {}, 1000)`
  writeInto(root, 'server/main.cjs', says('one'))

  const heard: string[] = []
  const exits: Promise<unknown>[] = []
  let hear = (): void => {}
  const start = () => {
    const child = spawn(process.execPath, [main], { stdio: ['ignore', 'pipe', 'inherit'] })
    createInterface({ input: child.stdout }).on('line', (line) => {
      heard.push(line)
      hear()
    })
    exits.push(once(child, 'exit'))
    return child
  }
  const heardAll = (count: number) =>
    new Promise<void>((resolve) => {
      hear = () => heard.length >= count && resolve()
      hear()
    })

  const end = restartOnChange(start, [path.join(root, 'server')])
  await heardAll(1)
  writeInto(root, 'server/main.cjs', says('two'))
  await heardAll(3)
  end('SIGTERM')
  await Promise.all(exits)
  expect(heard.slice(0, 3)).toEqual(['one', 'one ends', 'two'])
})
