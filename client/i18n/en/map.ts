import type { map as german } from '../de/map.ts'

export const map: typeof german = {
  map: (town) =>
    `Map of ${town}. Arrow keys move it, plus and minus zoom. Everything on the map is in the list as well.`,
  pickerMap: (town) => `Map of ${town}. Arrow keys move it, plus and minus zoom, Enter sets the place in the middle.`,
  picture: (town) => `Boundary of ${town} with the current reports. All of them are in the list as well.`,
  pickerPicture: (town) => `Boundary of ${town}`,
  placePicture: (town) => `Where the report is in ${town}`,
  outside: (town) => `This place is outside ${town}.`,
  controls: {
    zoomIn: 'Closer',
    zoomOut: 'Further away',
    locate: 'My location',
    locating: 'Looking for your location …',
    locateRefused: 'We are not allowed to see your location. Simply enter an address.',
    locateFailed: 'Your device did not find a location. Simply enter an address.',
  },
  reports: {
    details: 'See report',
    close: 'Close',
    cluster: '{count} reports, {open} open',
  },
  picker: {
    hint: 'Tap the map to set the place',
    move: 'Move the place by 2 metres',
    north: 'north',
    south: 'south',
    west: 'west',
    east: 'east',
    placeSet: 'Place set: {place}',
    accuracy: 'Your location, to about {metres} m',
  },
  findTown: 'Location',
  noTownHere: 'No town has joined here yet. Search for the name.',
  townLocateRefused: 'We are not allowed to see your location. Simply search for the name.',
}
