import type { TownInWords } from '../town-words.ts'

/** Pages in the frame of another website. */
export const embed = {
  map: ({ forms }: TownInWords) => `Karte der Anliegen ${forms.in}`,
  list: ({ forms }: TownInWords) => `Aktuelle Anliegen ${forms.in}`,
  all: 'Alle Anliegen als Liste',
  status: {
    title: 'Schon gemeldet?',
    label: 'Vorgangsnummer',
    hint: 'Die Zahl, die Sie beim Melden bekommen haben.',
    show: 'Stand ansehen',
    wrong: 'Geben Sie die Nummer ein, zum Beispiel 1042.',
    found: 'Gefunden',
    none: (number: number) => `Zu #${number} ist nichts öffentlich.`,
    noneText:
      'Prüfen Sie die Nummer. Ihr eigenes Anliegen finden Sie über den Link, den Sie beim Melden bekommen haben.',
    more: 'Anliegen ansehen',
  },
  keptLink: 'Öffnen Sie ihn in einem eigenen Fenster und legen Sie dort ein Lesezeichen an.',
  openDraft: 'Entwurf öffnen',
  moved: {
    title: (town: string) => `Weiter geht es bei ${town}.`,
    text: 'Text, Foto und Ort haben wir mitgenommen. Das Formular öffnet sich in einem eigenen Fenster.',
    goOn: (town: string) => `Bei ${town} weitermachen`,
  },
  by: (officialName: string) => `Ein Dienst von: ${officialName}`,
  newWindow: 'Diese Links öffnen ein neues Fenster:',
}
