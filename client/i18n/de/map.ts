/** Words of the maps. `{…}` is filled in by the browser. */
export const map = {
  map: (town: string) =>
    `Karte von ${town}. Pfeiltasten verschieben, Plus und Minus zoomen. Alles auf der Karte steht auch in der Liste.`,
  pickerMap: (town: string) =>
    `Karte von ${town}. Pfeiltasten verschieben, Plus und Minus zoomen, Eingabetaste setzt den Ort in die Mitte.`,
  picture: (town: string) => `Grenze von ${town} mit den aktuellen Anliegen. Alle stehen auch in der Liste.`,
  pickerPicture: (town: string) => `Grenze von ${town}`,
  placePicture: (town: string) => `Lage des Anliegens in ${town}`,
  outside: (town: string) => `Dieser Ort liegt außerhalb von ${town}.`,
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
  },
  findTown: 'Standort',
  noTownHere: 'Hier ist noch keine Kommune dabei. Suchen Sie nach dem Namen.',
  townLocateRefused: 'Wir dürfen Ihren Standort nicht sehen. Suchen Sie einfach nach dem Namen.',
}
