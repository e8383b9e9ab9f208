import type { directory as german } from '../de/directory.ts'
import { formatNumber } from '../format.ts'

const n = (count: number) => formatNumber('en', count)

export const directory: typeof german = {
  usage:
    'Name the file of boundaries, for example: npm run towns -- directory import --boundaries municipalities.geojson --contacts mailboxes.csv',
  noFile: (option, file) => `${option}: ${file} cannot be read. Is it there?`,
  noCollection: (file) =>
    `boundaries: ${file} is no FeatureCollection. Needed are the BKG’s municipalities (VG250) as GeoJSON.`,
  noMunicipality: 'boundaries: The file has no municipality with a key of eight digits (AGS).',
  prefixWrong: (prefix) =>
    `ags-prefix: “${prefix}” is no beginning of a municipality key. Write for example --ags-prefix 05`,
  done: (all, added, changed, unchanged) =>
    `${n(all)} municipalities: ${n(added)} new, ${n(changed)} changed, ${n(unchanged)} unchanged.`,
  members: (count) => `${n(count)} of them have joined. What their own folder says stays.`,
  unreachable: (count) =>
    `${n(count)} have no mailbox. They are found by place, but take no reports until --contacts names one.`,
  gone: (keys) => `No longer in the file, others have their land now: ${keys}`,
  repaired: (ags, name, faults) => `repaired: ${ags} ${name}: ${faults}`,
  refused: (ags, name, faults) => `left out: ${ags} ${name}: ${faults}`,
  fault: {
    not_degrees: (ring) => `ring ${ring} has coordinates that are no degrees (WGS 84 is needed)`,
    unclosed: (ring) => `ring ${ring} is not closed`,
    repeated_point: (ring) => `ring ${ring} has the same point twice in a row`,
    degenerate_ring: (ring) => `ring ${ring} has no area`,
    self_touch: (ring) => `ring ${ring} touches itself`,
    self_intersection: (ring) => `ring ${ring} crosses itself`,
    rings_cross: (ring) => `ring ${ring} crosses another one`,
  },
  at: (fault, lat, lon) => `${fault} (at ${lat}, ${lon})`,
  contact: {
    ags: (line, value) => `contacts, line ${line}: “${value}” is no municipality key.`,
    mailbox: (line, value) => `contacts, line ${line}: “${value}” is no e-mail address.`,
    twice: (line, value) => `contacts, line ${line}: ${value} stands further up already.`,
  },
  withoutArea: (keys) => `contacts: Not among the boundaries: ${keys}`,
}
