import type { map as german } from '../de/map.ts'

export const map: typeof german = {
  map: ({ forms }) =>
    `Karte ${forms.of}. Die Pfeil-Tasten bewegen die Karte. Plus und Minus machen die Karte größer und kleiner. Alles steht auch in der Liste.`,
  pickerMap: ({ forms }) =>
    `Karte ${forms.of}. Die Pfeil-Tasten bewegen die Karte. Plus und Minus machen die Karte größer und kleiner. Die Eingabe-Taste setzt den Punkt in die Mitte.`,
  picture: ({ forms }) => `Bild ${forms.of} mit den neuen Meldungen. Alles steht auch in der Liste.`,
  pickerPicture: ({ forms }) => `Bild ${forms.of}`,
  placePicture: ({ forms }) => `Hier ist es ${forms.in}`,
  outside: ({ forms }) => `Dieser Punkt ist nicht ${forms.in}.`,
  controls: {
    zoomIn: 'Näher',
    zoomOut: 'Weiter weg',
    locate: 'Wo bin ich?',
    locating: 'Wir suchen Ihren Ort …',
    locateRefused: 'Wir dürfen Ihren Ort nicht sehen. Schreiben Sie bitte eine Adresse.',
    locateFailed: 'Wir haben Ihren Ort nicht gefunden. Schreiben Sie bitte eine Adresse.',
  },
  reports: {
    details: 'Meldung ansehen',
    close: 'Schließen',
    cluster: '{count} Meldungen, {open} offen',
  },
  picker: {
    hint: 'Tippen Sie hier auf den Ort',
    move: 'Den Punkt 2 Meter bewegen',
    north: 'nach oben',
    south: 'nach unten',
    west: 'nach links',
    east: 'nach rechts',
    placeSet: 'Der Punkt ist gesetzt: {place}',
    accuracy: 'Hier sind Sie. Es können {metres} Meter mehr oder weniger sein.',
    /** Ways to a place without pointing at the map. */
    near: {
      show: 'Als Liste',
      arrows: 'Pfeile',
      title: 'Adressen in der Nähe',
      loading: 'Wir suchen Adressen …',
      none: 'Wir kennen hier keine Adresse. Schreiben Sie den Ort mit eigenen Worten.',
      metres: 'etwa {metres} Meter weg',
    },
  },
  findTown: 'Wo bin ich?',
  noTownHere: 'Hier macht noch kein Ort mit. Suchen Sie nach dem Namen.',
  townLocateRefused: 'Wir dürfen Ihren Ort nicht sehen. Suchen Sie nach dem Namen.',
}
