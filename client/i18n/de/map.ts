import type { TownInWords } from '../town-words.ts'

/** Words of the maps. `{…}` is filled in by the browser. */
export const map = {
  map: ({ forms }: TownInWords) =>
    `Karte ${forms.of}. Pfeiltasten verschieben, Plus und Minus zoomen. Alles auf der Karte steht auch in der Liste.`,
  pickerMap: ({ forms }: TownInWords) =>
    `Karte ${forms.of}. Pfeiltasten verschieben, Plus und Minus zoomen, Eingabetaste setzt den Ort in die Mitte.`,
  picture: ({ forms }: TownInWords) => `Grenze ${forms.of} mit den aktuellen Anliegen. Alle stehen auch in der Liste.`,
  pickerPicture: ({ forms }: TownInWords) => `Grenze ${forms.of}`,
  placePicture: ({ forms }: TownInWords) => `Lage des Anliegens ${forms.in}`,
  outside: ({ forms }: TownInWords) => `Dieser Ort liegt außerhalb ${forms.of}.`,
  /** On every living map. */
  controls: {
    zoomIn: 'Näher',
    zoomOut: 'Weiter weg',
    locate: 'Mein Standort',
    locating: 'Standort wird gesucht …',
    locateRefused: 'Wir dürfen Ihren Standort nicht sehen. Geben Sie einfach eine Adresse ein.',
    locateFailed: 'Ihr Gerät hat keinen Standort gefunden. Geben Sie einfach eine Adresse ein.',
  },
  /** On the map of reports. */
  reports: {
    details: 'Anliegen ansehen',
    close: 'Schließen',
    cluster: '{count} Anliegen, {open} offen',
  },
  /** On the map of the form. */
  picker: {
    hint: 'Karte antippen, um den Ort zu setzen',
    move: 'Ort um 2 Meter verschieben',
    north: 'nach Norden',
    south: 'nach Süden',
    west: 'nach Westen',
    east: 'nach Osten',
    placeSet: 'Ort gesetzt: {place}',
    accuracy: 'Ihr Standort, auf etwa {metres} m genau',
    /** Ways to a place without pointing at the map. */
    near: {
      show: 'Als Liste',
      arrows: 'Pfeile',
      title: 'Adressen in der Nähe',
      loading: 'Adressen werden gesucht …',
      none: 'In der Nähe kennen wir keine Adresse. Nennen Sie den Ort mit eigenen Worten.',
      metres: 'etwa {metres} m entfernt',
    },
  },
  findTown: 'Standort',
  noTownHere: 'Hier ist noch keine Kommune dabei. Suchen Sie nach dem Namen.',
  townLocateRefused: 'Wir dürfen Ihren Standort nicht sehen. Suchen Sie einfach nach dem Namen.',
}
