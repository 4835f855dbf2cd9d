import type { common as nb } from '../nb/common.ts'
import { plural } from '../plural.ts'

export const common: typeof nb = {
  product: 'Samtavle',
  loading: 'One moment …',
  skipToContent: 'Skip to content',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  done: 'Done',
  tryAgain: 'Try again',
  reload: 'Reload the page',
  copy: 'Copy',
  copied: 'Copied',
  more: 'More choices',
  language: 'Language',
  textSize: {
    bigger: 'Larger text',
    normal: 'Normal text',
    now: (percent) => `The text is now ${percent} per cent`,
  },
  smarte: {
    letters: {
      S: 'Specific',
      M: 'Measurable',
      A: 'Motivating',
      R: 'Realistic',
      T: 'Time-bound',
      E: 'Agreed',
    },
    summary: (met) => (met.length === 0 ? 'SMARTE: no letters yet' : `SMARTE: ${met.join(', ')}`),
  },
  team: (number, name) => `Team ${number}, ${name}`,
  teamMark: (number) => `Team ${number}`,
  hereNow: (count) => (count === 0 ? 'Nobody else is here now' : `${count} here now`),
  you: 'you',
  editingHere: (name) => `${name} is writing here now`,
  status: {
    saved: 'Saved',
    saving: 'Saving …',
    offline: (waiting) =>
      waiting === 0 ? 'Offline' : `Offline, ${waiting} ${plural(waiting, 'change', 'changes')} waiting`,
    resting: (waiting: number) =>
      waiting === 0
        ? 'The boards are resting'
        : `The boards are resting, ${waiting} ${plural(waiting, 'change', 'changes')} waiting`,
    reading: 'Reading',
    notSaving: 'Not saving now',
    stopped: 'Stopped',
  },
  offline: {
    title: 'You are offline.',
    kept: 'Carry on as before. Everything is safe on this device.',
    notKept: 'Carry on as before, but keep this page open until you are online again.',
  },
  resting: {
    title: 'The boards are resting.',
    help: 'Now we listen to each other. You can read, comment and say whether you agree to a goal, and write again when the facilitator opens the boards.',
  },
  online: {
    title: 'Online again.',
    sent: (count) =>
      count === 0 ? 'Everything is in place.' : `${count} ${plural(count, 'change has', 'changes have')} been sent.`,
  },
  text: {
    full: (max) => `There is no room for more here, the limit is ${max} characters. This was not added:`,
    forget: 'I do not need it',
    identityNumber: 'This looks like a national identity number. It must not be on the board.',
  },
  unreachable: 'We cannot reach Samtavle. Check your connection and try again.',
  wentWrong: {
    title: 'Something went wrong here',
    help: 'What you have written is not lost. Reload the page and carry on where you were.',
  },
  notFound: {
    title: 'There is nothing here',
    help: 'The page does not exist, or it is not open to you.',
    home: 'To the front page',
  },
  signedOut: {
    title: 'You are no longer signed in',
    notSignedIn: 'You are no longer signed in. Scan the table card or type the code again.',
    takenOver: 'Your name is now used on another device. Join again to go on here.',
    removed:
      'A facilitator has taken you out of the network. What you have written is still there. Should you be in it? Tell the facilitator.',
    rejoin: 'Join again',
  },
}
