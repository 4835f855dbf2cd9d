import type { join as nb } from '../nb/join.ts'
import { plural } from '../plural.ts'

export const join: typeof nb = {
  title: 'Join the gathering',
  from: 'From “What is the matter with you?” to',
  to: 'What matters to you?',
  codeHelp: 'Type the code on your table card.',
  code: 'Code, eight characters',
  codeEmpty: 'Type the code on your table card, for example K7M4-RT9W.',
  codeShort: (missing) =>
    `${missing} ${plural(missing, 'character is', 'characters are')} missing. The code has eight.`,
  continue: 'Continue',
  facilitator: 'I am a facilitator',
  facilitatorHelp:
    'Facilitators come in by a link of their own. The first link is in the window where Samtavle was started. The others get theirs from a facilitator who is already in.',
  qrHelp: 'Is there a QR code on your table card? Point your phone’s camera at it.',
  safe: 'No account, no password. Never write the name or identity number of a real patient.',
  privacy: 'How we look after privacy',
  lookingUp: 'Finding your place …',

  welcome: 'Welcome',
  welcomeFacilitator: 'Welcome, facilitator',
  firstFacilitatorHelp:
    'You are the first one here. Say what you want to be called, and then make the network and its gathering.',
  facilitatorWelcomeHelp: 'You come in as a facilitator and can run the gathering.',
  commenterWelcomeHelp: 'You can follow the boards and read all that the teams write there.',
  teams: (count) => `${count} improvement ${plural(count, 'team', 'teams')}`,
  days: (count) => `${count} ${plural(count, 'day', 'days')}`,
  yourTeam: 'Your team',
  name: 'What do you want to be called?',
  nameHint: 'A first name is enough.',
  nameEmpty: 'Write a name, so the others can see who is here.',
  join: 'Join',
  joining: 'Letting you in …',
  oneOfThese: 'Are you one of these?',
  oneOfTheseHelp: 'If you have been here on another phone or computer, you can tap your name.',
  isItYou: (name) => `Are you ${name}?`,
  isItYouHelp: (name) => `There is already someone called ${name} in the team.`,
  yesItIsMe: 'Yes, that is me',
  noAnother: 'No, I am someone else',
  otherCode: 'Wrong team? Type another code',
  alreadyIn: (name) => `You are already in here as ${name}.`,
  alreadyInHelp: 'If you join now, you leave that on this device.',
  openAsFacilitator: 'Open the board as facilitator',
  carryOn: (name) => `Carry on as ${name}`,
  joinHereInstead: 'Join as a participant here',
  pairing: 'Connecting the screen …',
}
