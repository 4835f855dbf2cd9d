import type { notSent as nb } from '../nb/notSent.ts'

export const notSent: typeof nb = {
  heading: 'This was not sent',
  why: {
    purged:
      'A facilitator has removed something from the board for good, and the board has been written anew. What you had not sent did not come along. Nobody else has seen it.',
    noRight:
      'You can no longer write on this board. What you had not sent did not come along. Nobody else has seen it.',
  },
  how: 'Copy what you want to keep, and write it again where it belongs.',
  added: {
    goals: 'New goal',
    actions: 'New action',
    cards: 'New card',
    maps: 'New map',
    actors: 'New actor',
    sectors: 'New sector',
    lines: 'New connection',
    placements: 'Actor put on a map',
    other: 'Something new',
  },
  changed: {
    goals: 'Changed goal',
    measures: 'Changed measure',
    actions: 'Changed action',
    cards: 'Changed card',
    maps: 'Changed map',
    actors: 'Changed actor',
    placements: 'Changed actor on the map',
    sectors: 'Changed sector',
    lines: 'Changed connection',
    steps: 'Changed step',
    sentence: 'The sentence for all teams',
    other: 'Another change',
  },
  about: (what, name) => `${what}: “${name}”`,
  noText: 'Moved or chosen anew, without new text.',
  copy: 'Copy all',
  copied: 'Copied.',
  selectAndCopy: 'The text is selected. Press Ctrl+C (⌘C on a Mac).',
  all: 'All of it, to copy',
  done: 'I have what I need',
  doneHint: 'Then it is gone from this device.',
}
