import type { help as nbHelp } from '../nb/help.ts'

export const help: typeof nbHelp = {
  title: 'Help',
  back: 'Back',
  privacy: 'How we look after privacy',
  sections: [
    {
      heading: 'Joining',
      text: [
        'Scan the QR code on the table card, or type the code of eight characters. Write what you want to be called. That is all: no account, no password.',
        'Changing to another phone or computer? Use the same card and press your name. If you were given a link of your own, open it again.',
        'Sharing a computer? Open the menu at the top right and choose “Not you? Change person”.',
      ],
    },
    {
      heading: 'Saving',
      text: [
        'Everything is saved while you write. “Saved” at the top means that it is safe on the server. There is no save button.',
        'Without a connection you can carry on. The bar says how many changes are waiting. They are on the device and are sent by themselves when the connection is back, also if the page is reloaded.',
        'Changed your mind? Press “Undo”, or Ctrl+Z. It takes back only what you did yourself. Deleted goals, cards and actors can be taken back for 30 days.',
      ],
    },
    {
      heading: 'The boards',
      text: [
        'The actor map shows who is around the person or the municipality, how important they are, what the relation is like, and whether they take part.',
        'The goal board gathers the goals. Open a goal and answer the six SMARTE questions. You need not answer everything at once.',
        'Improvement shows five phases. You can be in several phases at a time, and go back whenever you like.',
        'Every board can also be shown as a list, where you can do the same things.',
      ],
    },
    {
      heading: 'Comments',
      text: [
        'Everyone who can read a board can comment on goals, actors and cards. “New” marks what you have not seen.',
        'Choose “Without name” if you do not want to show who you are. In a small group someone may still guess.',
        'You can take back what you wrote. The team can mark a comment as settled. If you write without a connection, the comment waits on the device and is sent once when the connection is back.',
      ],
    },
    {
      heading: 'For user representatives',
      text: [
        'If you sit in a team, you can write on the boards just like the others.',
        'If you were sent a link at home, you see the teams you follow. Press a team to read its boards as text. “Follow the hall” shows what is on the big screen.',
        'Press the speech bubble beside an actor, a goal or a card to read and write comments. The team sees what you write at once.',
      ],
    },
    {
      heading: 'For facilitators',
      text: [
        'In the console you make the gathering and the teams, print the cards and make links. You also choose what is on the big screen.',
        'You can open and write on every board, reply to comments, hide them and show them again. Someone who wrote without name is without name for you too.',
        'While the boards rest, the teams can read, comment and say whether they agree to a goal. What they write on the boards meanwhile waits on their devices until you open again.',
        'Did something go wrong on a board? The clock beside the team shows older versions, who has changed the boards, and “Remove for good”. “Technical” says how the network, the storage and the backup are doing.',
      ],
    },
    {
      heading: 'The keyboard',
      text: [
        'Tab enters the board, and the arrow keys go between the cards. Enter opens, Escape closes.',
        'M moves, N makes a new goal, card or actor, Delete deletes. Ctrl+Enter sends a comment.',
        'On the actor map, Shift and an arrow key move the actor. 1 to 5 set the relation, and K connects to another.',
      ],
    },
    {
      heading: 'Larger text and language',
      text: [
        'Open the menu at the top right. There you choose larger text and Bokmål, Nynorsk or English. The choice is yours alone. You can also zoom the page in the browser.',
      ],
    },
  ],
}
