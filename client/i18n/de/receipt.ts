/** The printed receipt that somebody takes home from the counter. */
export const receipt = {
  title: (number: number) => `Beleg zu Ihrem Anliegen #${number}`,
  number: 'Ihre Vorgangsnummer',
  what: 'Worum es geht',
  text: 'Ihre Angaben',
  place: 'Ort',
  when: 'Aufgenommen am',
  department: 'Zuständig',
  until: 'Antwort bis',
  follow: 'So sehen Sie den Stand',
  followText: 'Scannen Sie das Bild mit dem Telefon, oder tippen Sie diese Adresse ein:',
  secret: 'Wer diese Adresse kennt, sieht Ihr Anliegen. Geben Sie sie nur weiter, wenn Sie das möchten.',
  code: 'QR-Code mit der Adresse zum Stand',
  reach: (number: number) => `Fragen dazu? Nennen Sie die Nummer ${number}.`,
  print: 'Drucken',
  back: 'Zum Aufnehmen',
}
