import type { rules as german } from '../de/rules.ts'

export const rules: typeof german = {
  title: 'Rules and advice',
  lead: 'So that your report arrives and harms nobody.',
  not: {
    title: 'What this channel is not for',
    emergency: 'Emergencies and danger. Nobody reads here around the clock.',
    applications:
      'Personal applications, such as identity cards, benefits or changes of address: the town hall does that elsewhere.',
    disputes: 'Disputes between neighbours and private claims.',
    accusations: 'Accusations against individuals, criminal complaints and complaints about staff.',
    secrets: 'Anything about the health or private life of people.',
  },
  text: {
    title: 'What you write',
    one: 'One matter per report, and exactly where it is.',
    names: 'No names, phone numbers or number plates.',
    tone: 'To the point. Insults, threats and advertising are not published.',
  },
  photos: {
    title: 'What belongs on photos',
    matter: 'The matter itself and some of its surroundings.',
    people: 'No faces, number plates, doorbell names or views into homes.',
    own: 'Only photos you have taken yourself.',
    danger: 'Do not put yourself in danger for a photo.',
  },
  checked: 'Staff can hide texts that break these rules.',
}
