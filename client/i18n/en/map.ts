import type { map as german } from '../de/map.ts'

export const map: typeof german = {
  map: ({ name }) =>
    `Map of ${name}. Arrow keys move it, plus and minus zoom. Everything on the map is in the list as well.`,
  pickerMap: ({ name }) =>
    `Map of ${name}. Arrow keys move it, plus and minus zoom, Enter sets the place in the middle.`,
  picture: ({ name }) => `Boundary of ${name} with the current reports. All of them are in the list as well.`,
  pickerPicture: ({ name }) => `Boundary of ${name}`,
  placePicture: ({ name }) => `Where the report is in ${name}`,
  outside: ({ name }) => `This place is outside ${name}.`,
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
    /** Ways to a place without pointing at the map. */
    near: {
      show: 'As a list',
      arrows: 'Arrows',
      title: 'Addresses nearby',
      loading: 'Looking for addresses …',
      none: 'We know no address nearby. Name the place in your own words.',
      metres: 'about {metres} m away',
    },
  },
  findTown: 'Location',
  noTownHere: 'No town has joined here yet. Search for the name.',
  townLocateRefused: 'We are not allowed to see your location. Simply search for the name.',
}
