/** Words for finding a place. `{…}` is filled in by the browser. */
export const place = {
  field: {
    list: 'Adressen zur Auswahl',
    one: '1 Adresse gefunden.',
    several: '{count} Adressen gefunden.',
    none: 'Keine Adresse gefunden. Sie können den Ort auch mit eigenen Worten nennen oder auf der Karte setzen.',
    silent: 'Die Adresssuche antwortet nicht. Die Karte geht weiter.',
    outside: 'außerhalb',
    chosen: 'Gewählt: {label}',
    rough:
      'Die Hausnummer kennen wir nicht. Der Ort liegt irgendwo in der Straße, Sie können ihn auf der Karte genauer setzen.',
    clear: 'Eingabe löschen',
  },
  list: {
    one: '1 Anliegen in diesem Ausschnitt',
    several: (count: string) => `${count} Anliegen in diesem Ausschnitt`,
    none: 'Kein Anliegen in diesem Ausschnitt',
    /** Those around one spot on the map. */
    oneHere: '1 Anliegen an dieser Stelle',
    severalHere: (count: string) => `${count} Anliegen an dieser Stelle`,
    all: 'Wieder alle zeigen',
    more: 'Weitere zeigen',
  },
  privacy: {
    own: 'Adressen suchen wir in einer Straßenliste bei uns. Kein anderer Dienst erfährt davon.',
    geocoder: (provider: string) =>
      `Suchen Sie eine Adresse, fragt unser Server den Dienst ${provider}. Er bekommt nur die getippten Worte oder den Punkt auf der Karte. Ihre IP-Adresse bekommt er nicht.`,
  },
}
