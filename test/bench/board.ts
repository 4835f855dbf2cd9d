import * as Y from 'yjs'

const words = 'samtale hjemme trygg pasient kommune sykehus mestring hverdag team plan mål tiltak ansvar tid'.split(' ')

/** A used board of `count` cards by twelve people, each card moved twice and its text touched: one update. */
export function makeBoard(count: number, seed = 1): Uint8Array {
  let state = seed
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
  const people = Array.from({ length: 12 }, (_, index) => {
    const doc = new Y.Doc()
    doc.clientID = 1_000 + seed * 16 + index
    return doc
  })
  for (let at = 0; at < count; at += 1) {
    const doc = people[at % people.length] ?? new Y.Doc()
    const cards = doc.getMap<Y.Map<unknown>>('cards')
    const card = new Y.Map<unknown>()
    const text = new Y.Text(Array.from({ length: 5 + random(9) }, () => words[random(words.length)]).join(' '))
    doc.transact(() => {
      cards.set(`card-${seed}-${at}`, card)
      for (const [key, value] of Object.entries({ text, x: random(4_000), y: random(2_500), by: `p${at % 12}`, at })) {
        card.set(key, value)
      }
    })
    for (let move = 0; move < 2; move += 1) {
      doc.transact(() => {
        card.set('x', random(4_000))
        card.set('y', random(2_500))
      })
    }
    text.insert(3, ' så')
  }
  const board = new Y.Doc()
  board.transact(() => people.forEach((doc) => Y.applyUpdate(board, Y.encodeStateAsUpdate(doc))))
  return Y.encodeStateAsUpdate(board)
}

/** How many cards these updates make together. */
export function countCards(updates: readonly Uint8Array[]): number {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc.getMap('cards').size
}
