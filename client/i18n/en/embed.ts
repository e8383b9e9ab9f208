import type { TownInWords } from '../town-words.ts'

export const embed = {
  map: ({ name }: TownInWords) => `Map of reports in ${name}`,
  list: ({ name }: TownInWords) => `Latest reports in ${name}`,
  all: 'All reports as a list',
  status: {
    title: 'Already reported?',
    label: 'Report number',
    hint: 'The number you got when you sent your report.',
    show: 'See the status',
    wrong: 'Enter the number, for example 1042.',
    found: 'Found',
    none: (number: number) => `Nothing is public under #${number}.`,
    noneText: 'Check the number. You find your own report by the link you got when you sent it.',
    more: 'See the report',
  },
  keptLink: 'Open it in a window of its own and make a bookmark there.',
  openDraft: 'Open the draft',
  moved: {
    title: (town: string) => `It goes on with ${town}.`,
    text: 'We took text, photo and place along. The form opens in a window of its own.',
    goOn: (town: string) => `Go on with ${town}`,
  },
  by: (officialName: string) => `A service of ${officialName}`,
  newWindow: 'These links open a new window:',
}
