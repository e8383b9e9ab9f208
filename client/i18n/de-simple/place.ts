import type { place as source } from '../de/place.ts'

export const place: typeof source = {
  field: {
    list: 'Adressen zum Auswählen',
    one: 'Wir haben 1 Adresse gefunden.',
    several: 'Wir haben {count} Adressen gefunden.',
    none: 'Wir haben keine Adresse gefunden. Schreiben Sie den Ort mit eigenen Worten. Oder tippen Sie auf die Karte.',
    silent: 'Die Suche nach Adressen geht gerade nicht. Die Karte geht weiter.',
    outside: 'nicht in der Kommune',
    chosen: 'Sie haben gewählt: {label}',
    rough:
      'Diese Haus-Nummer kennen wir nicht. Der Ort ist in dieser Straße. Sie können den Ort auf der Karte genauer setzen.',
    clear: 'Eingabe löschen',
  },
  list: {
    one: '1 Meldung auf diesem Stück Karte',
    several: (count) => `${count} Meldungen auf diesem Stück Karte`,
    none: 'Keine Meldung auf diesem Stück Karte',
    oneHere: '1 Meldung an dieser Stelle',
    severalHere: (count) => `${count} Meldungen an dieser Stelle`,
    all: 'Wieder alle zeigen',
    more: 'Mehr zeigen',
  },
  privacy: {
    own: 'Adressen suchen wir in unserer eigenen Liste. Kein anderer Dienst erfährt davon.',
    geocoder: (provider) =>
      `Sie suchen eine Adresse? Dann fragt unser Computer den Dienst ${provider}. Der Dienst bekommt nur die Worte oder den Punkt auf der Karte. Ihre IP-Adresse bekommt er nicht.`,
  },
}
