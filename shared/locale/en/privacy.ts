import type { privacy as nbPrivacy } from '../nb/privacy.ts'

export const privacy: typeof nbPrivacy = {
  title: 'How we look after privacy',
  back: 'Back',
  sections: [
    {
      heading: 'What we store about you',
      text: [
        'The name you want to be called, the language you chose and which team you are in. We do not ask for e-mail, phone, address, date of birth or identity number.',
        'What you all write on the boards, when it was changed and by whom. If you answer whether you agree with a goal, we store your answer. The others see how many agree and who has not answered. They do not see who answered “not yet”.',
        'Your comments: the words, what they are about and when you wrote them. If you choose “Without name”, nobody else sees your name or role, only which day it was. The server still stores who wrote, so that you can take the comment back and nobody can take back another’s. If you take it back, the words are gone for everyone.',
      ],
    },
    {
      heading: 'What is on your phone or computer',
      text: [
        'A cookie that recognises you, so that you need not write your name again. Your choices of language and text size, and the team’s code. A copy of your boards, so that nothing is lost when the connection drops.',
        'Is this a computer that others use too? Choose “Not you? Change person” when you are done.',
        'Comments that wait for a connection stay on the device until they are sent, and are sent only as you. The device also remembers which comments you have seen.',
      ],
    },
    {
      heading: 'Who sees it',
      text: [
        'Your team and the facilitators see your board. Some people may get a link from the facilitators to read it. What the facilitators put on the screen is seen by everyone in the hall.',
        'Comments are read by the team, the facilitators and those who have a link to the team. They are not shown on the big screen. A facilitator can hide a comment; then only facilitators can read it. In a small group someone may guess who wrote without name.',
        'This page fetches nothing from other companies and sends nothing to them. There are no advertisements, no tracking and no statistics about you.',
      ],
    },
    {
      heading: 'What must never be on a board',
      text: [
        'Names, identity numbers or anything else by which a patient, service user or relative can be recognised. Use a cover name. If something looks like an identity number, we tell you where you write.',
      ],
    },
    {
      heading: 'For how long',
      text: [
        'Everything is on the computer that the organiser uses for Samtavle. Those responsible for the network decide how long it stays there, and delete it. Ask a facilitator if you want something about you corrected or removed.',
      ],
    },
  ],
}
