import type { place as source } from '../de/place.ts'

export const place: typeof source = {
  field: {
    list: 'Addresses to choose from',
    one: '1 address found.',
    several: '{count} addresses found.',
    none: 'No address found. You can also name the place in your own words or set it on the map.',
    silent: 'The address search does not answer. The map goes on working.',
    outside: 'outside',
    chosen: 'Chosen: {label}',
    rough:
      'We do not know this house number. The place is somewhere in the street, you can set it more exactly on the map.',
    clear: 'Clear',
  },
  list: {
    one: '1 report in this section',
    several: (count) => `${count} reports in this section`,
    none: 'No report in this section',
    oneHere: '1 report at this spot',
    severalHere: (count) => `${count} reports at this spot`,
    all: 'Show all again',
    more: 'Show more',
  },
  privacy: {
    own: 'We look for addresses in a list of streets of our own. No other service hears of it.',
    geocoder: (provider) =>
      `When you look for an address, our server asks the service ${provider}. It gets only the words you typed or the point on the map. It does not get your IP address.`,
  },
}
