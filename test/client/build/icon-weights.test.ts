import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keepWeights, weightsUsed } from '../../../client/build/iconWeights.ts'

describe('icon weights', () => {
  test('an icon keeps the weights that its files draw, and the regular one', () => {
    const used = weightsUsed([
      "import { XIcon } from '@phosphor-icons/react/X'\n<XIcon aria-hidden />",
      'import { X } from \'@phosphor-icons/react/X\'\n<X weight="bold" />',
      "import { CheckIcon } from '@phosphor-icons/react/Check'\n<CheckIcon weight={done ? 'fill' : 'regular'} />",
    ])
    expect(used.get('X')).toEqual(new Set(['regular', 'bold']))
    expect(used.get('Check')).toEqual(new Set(['regular', 'fill']))
  })

  test('reads the installed icons: what is left is what was asked for', () => {
    const source = readFileSync('node_modules/@phosphor-icons/react/dist/defs/X.es.js', 'utf8')
    const kept = keepWeights(source, new Set(['regular']))
    expect(kept.length).toBeLessThan(source.length / 2)
    expect(kept.match(/^ {4}"[a-z]+",/gm)).toEqual(['    "regular",'])
  })
})
