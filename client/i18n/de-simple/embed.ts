import type { TownInWords } from '../town-words.ts'

export const embed = {
  map: ({ forms }: TownInWords) => `Karte der Meldungen ${forms.in}`,
  list: ({ forms }: TownInWords) => `Neue Meldungen ${forms.in}`,
  all: 'Alle Meldungen als Liste',
  status: {
    title: 'Haben Sie schon gemeldet?',
    label: 'Nummer der Meldung',
    hint: 'Die Nummer haben Sie nach dem Melden bekommen.',
    show: 'Stand ansehen',
    wrong: 'Schreiben Sie die Nummer in das Feld. Zum Beispiel: 1042.',
    found: 'Das haben wir gefunden',
    none: (number: number) => `Die Meldung #${number} ist nicht öffentlich.`,
    noneText: 'Stimmt die Nummer? Sie haben selbst gemeldet? Dann nehmen Sie den Link von damals.',
    more: 'Meldung ansehen',
  },
  keptLink: 'Öffnen Sie den Entwurf in einem neuen Fenster. Setzen Sie dort ein Lese-Zeichen.',
  openDraft: 'Entwurf öffnen',
  moved: {
    title: (town: string) => `Jetzt geht es bei ${town} weiter.`,
    text: 'Ihr Text ist schon dort. Ihr Foto ist schon dort. Das Formular öffnet sich in einem neuen Fenster.',
    goOn: (town: string) => `Bei ${town} weitermachen`,
  },
  by: (officialName: string) => `Von: ${officialName}`,
  newWindow: 'Diese Links öffnen ein neues Fenster:',
}
